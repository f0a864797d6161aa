import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** Runs `task` while no other process holds `folder`; a holder that has died is no holder. */
export async function withLock<Result>(folder: string, task: () => Promise<Result>): Promise<Result> {
  const holderFile = join(folder, "pid");
  mkdirSync(dirname(folder), { recursive: true });
  while (!tryToHold(folder, holderFile)) await sleep(200);
  try {
    return await task();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function tryToHold(folder: string, holderFile: string): boolean {
  try {
    mkdirSync(folder);
  } catch {
    if (!isAlive(holderFile)) rmSync(folder, { recursive: true, force: true });
    return false;
  }
  writeFileSync(holderFile, String(process.pid));
  return true;
}

function isAlive(holderFile: string): boolean {
  try {
    process.kill(Number(readFileSync(holderFile, "utf8")), 0);
    return true;
  } catch (error) {
    // Between making the folder and writing into it there is no file yet; `EPERM` is somebody else's living process.
    return error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "EPERM");
  }
}
