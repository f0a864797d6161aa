import { readFile, realpath, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname } from "node:path";

/** Who runs the server's processes and owns its files. `null`: whoever runs this process. */
export type ServerUser = { readonly uid: number; readonly gid: number } | null;

/**
 * PostgreSQL refuses to run as root, so root hands it to `nobody`: a user that every Unix has, and one that owns no real cluster which a
 * test's superuser could then read, as `postgres` may.
 *
 * @returns `undefined` when this is root and there is no such user
 */
export async function findServerUser(effectiveUid = process.geteuid?.(), accounts = "/etc/passwd"): Promise<ServerUser | undefined> {
  if (effectiveUid !== 0) return null;
  const lines = await readFile(accounts, "utf8").catch(() => "");
  const [, uid, gid] = /^nobody:[^:]*:(-?\d+):(-?\d+):/m.exec(lines) ?? [];
  return uid === undefined || gid === undefined ? undefined : { uid: Number(uid), gid: Number(gid) };
}

/** Whether the user may pass through every directory down to this one, by the permission bits of each. */
export async function canEnter(directory: string, user: ServerUser): Promise<boolean> {
  if (user === null) return true;
  for (let path = await realpath(directory); ; path = dirname(path)) {
    const { mode, uid, gid } = await stat(path);
    const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return false;
    if (path === dirname(path)) return true;
  }
}

/** The directory for temporary files, or the next best when the user cannot enter it (root's own `TMPDIR`, for example). */
export async function temporaryDirectoryFor(user: ServerUser, candidates: string[] = [tmpdir(), "/tmp", "/var/tmp"]): Promise<string> {
  for (const candidate of candidates) {
    if (await canEnter(candidate, user).catch(() => false)) return candidate;
  }
  throw new Error(`no temporary directory that the server's user can enter among ${candidates.join(", ")}`);
}

/** What the spawn options of every process of the server share. */
export interface ServerSpawnOptions {
  uid?: number;
  gid?: number;
  cwd: string;
  env: Record<string, string>;
}

/**
 * Runs as the given user, from a directory that everybody can enter, and without our environment: `PGDATA`, `PGPORT` or a locale of the
 * developer's shell would make the server another one than on the next machine. Messages stay in English because they are read.
 */
export function spawnOptionsFor(user: ServerUser): ServerSpawnOptions {
  return {
    ...(user ?? {}),
    cwd: "/",
    env: { PATH: process.env.PATH ?? "/usr/bin:/bin", LC_ALL: "C", TZ: "UTC" },
  };
}
