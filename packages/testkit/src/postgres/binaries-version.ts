import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { type ServerUser, spawnOptionsFor } from "./server-user.ts";

export type BinariesVersion = { readonly version: string } | { readonly reason: string };

/**
 * Asks the server binary for its version, as the user that will run it: that is the one proof that the user can reach it and that the
 * loader finds the libraries it needs.
 */
export async function versionOf(binDirectory: string, user: ServerUser): Promise<BinariesVersion> {
  try {
    const { stdout } = await promisify(execFile)(join(binDirectory, "postgres"), ["--version"], spawnOptionsFor(user));
    const version = /\(PostgreSQL\) (\S+)/.exec(stdout)?.[1];
    return version === undefined ? { reason: "it does not say that it is PostgreSQL" } : { version };
  } catch (error) {
    return { reason: firstLineOf(error) };
  }
}

function firstLineOf(error: unknown): string {
  const { stderr, message } = error as { stderr?: string; message?: string };
  return (stderr?.trim() || message || "unknown error").split("\n", 1)[0] ?? "";
}

/** The first number of a version: 18 of `18.4`. */
export function majorOf(version: string): number {
  return Number.parseInt(version, 10);
}
