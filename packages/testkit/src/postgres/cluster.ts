import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { access, chmod, chown, mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { majorOf } from "./binaries-version.ts";
import { canEnter, type ServerUser, spawnOptionsFor } from "./server-user.ts";

export interface ClusterOptions {
  binDirectory: string;
  version: string;
  dataDirectory: string;
  /** A directory that the user owns and nobody else can enter. */
  workDirectory: string;
  user: ServerUser;
}

export interface Cluster {
  /** Of the superuser `postgres`; `null` for a cluster that was made elsewhere. */
  readonly password: string | null;
  /** `false` when the directory already held a cluster. */
  readonly isNew: boolean;
}

const passwordFileName = "askonce-password";

/**
 * Makes the files of an empty server (`initdb`), or takes those that are there.
 *
 * The superuser gets a random password even on loopback: otherwise every user of the machine could run programs as the server's user
 * through `COPY ... FROM PROGRAM`.
 *
 * @throws Error with what `initdb` wrote
 */
export async function openCluster(options: ClusterOptions): Promise<Cluster> {
  const { dataDirectory, user } = options;
  if (await exists(join(dataDirectory, "PG_VERSION"))) {
    const password = await readFile(join(dataDirectory, passwordFileName), "utf8").catch(() => null);
    return { password, isNew: false };
  }
  await makeDirectory(dataDirectory, user);
  const password = await initialize(options);
  return { password, isNew: true };
}

async function makeDirectory(directory: string, user: ServerUser): Promise<void> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  // Said here, before a directory that is somebody's for something else is given to another user.
  if ((await readdir(directory)).length > 0) throw new Error(`${directory} is not empty and holds no PostgreSQL cluster`);
  if (user === null) return;
  if (!(await canEnter(dirname(directory), user))) {
    throw new Error(`${directory} cannot be entered by the user ${user.uid}, whom root runs PostgreSQL as`);
  }
  const { uid } = await stat(directory);
  if (uid !== user.uid) await chown(directory, user.uid, user.gid);
}

async function initialize({ binDirectory, version, dataDirectory, workDirectory, user }: ClusterOptions): Promise<string> {
  const password = randomBytes(16).toString("hex");
  const passwordFile = join(workDirectory, passwordFileName);
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (user !== null) await chown(passwordFile, user.uid, user.gid);
  const flags = [
    ["--pgdata", dataDirectory],
    ["--username", "postgres"],
    ["--pwfile", passwordFile],
    ["--auth", "scram-sha-256"],
    ["--encoding", "UTF8"],
    ...localeFlags(majorOf(version)),
  ].map(([name, value]) => `${name}=${value}`);
  if (majorOf(version) >= 16) {
    // The password is random, so iterations add nothing but milliseconds to every connection.
    flags.push("--set=scram_iterations=1");
  }
  try {
    await promisify(execFile)(join(binDirectory, "initdb"), [...flags, "--no-sync", "--no-instructions"], spawnOptionsFor(user));
    const kept = join(dataDirectory, passwordFileName);
    await rename(passwordFile, kept).catch(() => writeFile(kept, password));
    await chmod(kept, 0o600);
  } catch (error) {
    const { stderr, message } = error as { stderr?: string; message: string };
    throw new Error(`initdb failed: ${(stderr || message).trim().slice(-2_000)}`);
  } finally {
    await rm(passwordFile, { force: true });
  }
  return password;
}

/** The same order and the same letters on every machine. PostgreSQL has its own C.UTF-8 since 17; macOS has none in its library. */
function localeFlags(major: number): [string, string][] {
  const flags: [string, string][] = [["--locale", process.platform === "linux" ? "C.UTF-8" : "C"]];
  if (major >= 17) flags.push(["--locale-provider", "builtin"], ["--builtin-locale", "C.UTF-8"]);
  return flags;
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
