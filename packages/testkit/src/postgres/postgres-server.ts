import { chown, mkdtemp, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { type Cluster, openCluster } from "./cluster.ts";
import { createDatabase } from "./create-database.ts";
import { findPostgres, type PostgresFlavor } from "./find-postgres.ts";
import { freePort } from "./free-port.ts";
import { type Postmaster, spawnPostmaster } from "./postmaster.ts";
import { findServerUser, temporaryDirectoryFor } from "./server-user.ts";
import { startWatchdog, type Watchdog } from "./watchdog.ts";

export interface StartPostgresOptions {
  /** Default `embedded`. */
  flavor?: PostgresFlavor;
  /**
   * Where the data is. Default: a new directory among the temporary files. A directory that already holds a cluster is used as it is,
   * also one that an earlier server of this function left there; its parent must exist.
   */
  dataDirectory?: string;
  /** Of 127.0.0.1. Default: a free one. It stays the same over `stop`, `kill` and `start`. */
  port?: number;
  /**
   * Whether a commit is on the disk before it is acknowledged, as in production. Default `false`: `fsync`, `synchronous_commit` and
   * `full_page_writes` are off, so a commit acknowledged shortly before a `kill` can be lost.
   */
  durable?: boolean;
  /** Server parameters for every start, for example `{ shared_preload_libraries: "pg_stat_statements" }`. They win over `durable`. */
  settings?: Record<string, string | number>;
}

/** A real PostgreSQL server of our own, reachable from this machine only. */
export interface PostgresServer {
  /** For example `18.4`. */
  readonly version: string;
  readonly port: number;
  readonly dataDirectory: string;
  /** Of the server's first process; `null` while it is stopped. */
  readonly pid: number | null;
  /** `postgres://postgres:<password>@127.0.0.1:<port>/<database>`; the user is a superuser. Default database `postgres`. */
  url(database?: string): string;
  /** Makes an empty database (default name: a random one) and returns its url. Needs the npm package `pg`. */
  createDatabase(name?: string): Promise<string>;
  /**
   * Starts again after `stop` or `kill`, on the same port with the same data; resolves when connections are accepted. Does nothing while
   * the server is running.
   *
   * @throws Error with the server's own words when it does not come up
   */
  start(): Promise<void>;
  /**
   * Ends the server and waits until it is gone. `smart` waits for every client to leave by itself, `fast` (the default) ends their
   * connections and writes everything down, `immediate` ends at once and recovers at the next start. Does nothing when it is stopped.
   */
  stop(mode?: "smart" | "fast" | "immediate"): Promise<void>;
  /** `kill -9` of the first process, as if it had crashed; resolves when its other processes are gone, so that `start` works right after. */
  kill(): Promise<void>;
  /** Ends the server at once and deletes its data, unless the data directory held a cluster before. May be called twice. */
  dispose(): Promise<void>;
}

const stopSignals = { smart: "SIGTERM", fast: "SIGINT", immediate: "SIGQUIT" } as const;
const undurable = { fsync: "off", synchronous_commit: "off", full_page_writes: "off" };

/**
 * Makes and starts a PostgreSQL server; see {@link findPostgres} for what it needs.
 *
 * The server does not keep this process alive, and it does not outlive it: a watchdog stops it and deletes its temporary files however this
 * process ends, `kill -9` included. What remains then is only what a caller put into its own `dataDirectory`. Only a watchdog that was
 * killed itself leaves something behind.
 *
 * @throws Error when there is no server to run, or with the words of `initdb` or of the server when one of them fails
 */
export async function startPostgres(options: StartPostgresOptions = {}): Promise<PostgresServer> {
  const found = await findPostgres(options.flavor ?? "embedded");
  if (!found.available) throw new Error(`no PostgreSQL: ${found.reason}`);
  const user = (await findServerUser()) ?? null;
  const workDirectory = await mkdtemp(join(await temporaryDirectoryFor(user), "askonce-postgres-"));
  if (user !== null) await chown(workDirectory, user.uid, user.gid);
  const dataDirectory = options.dataDirectory === undefined ? join(workDirectory, "data") : resolve(options.dataDirectory);
  const watchdog = startWatchdog({
    folder: workDirectory,
    dataDirectory,
    // Data that somebody keeps is closed properly; data that is about to be deleted need not be.
    signal: options.dataDirectory === undefined ? "QUIT" : "INT",
  });
  try {
    const cluster = await openCluster({ ...found, dataDirectory, workDirectory, user });
    const launch = (port: number) =>
      spawnPostmaster(
        {
          binDirectory: found.binDirectory,
          dataDirectory,
          port,
          settings: { ...(options.durable === true ? {} : undurable), ...options.settings },
          logFile: join(workDirectory, "server.log"),
          user,
        },
        () => watchdog.release(),
      );
    const first = await firstStart(launch, watchdog, options.port);
    return manage({ ...first, version: found.version, dataDirectory, workDirectory, cluster, launch, watchdog });
  } catch (error) {
    watchdog.dismiss();
    await rm(workDirectory, { recursive: true, force: true });
    throw error;
  }
}

/** Between the search for a free port and the server's use of it somebody else may take it; then another one will do. */
async function firstStart(launch: (port: number) => Postmaster, watchdog: Watchdog, wanted: number | undefined) {
  for (let attempt = 1; ; attempt += 1) {
    const port = wanted ?? (await freePort());
    const postmaster = launch(port);
    watchdog.guard(postmaster.pid);
    const failure = await postmaster.failure;
    if (failure === null) return { port, postmaster };
    await postmaster.end("SIGQUIT");
    if (wanted !== undefined || attempt === 5 || !failure.includes("Address already in use")) throw startError(failure);
  }
}

function startError(failure: string): Error {
  return new Error(`PostgreSQL did not start: ${failure}`);
}

interface Managed {
  version: string;
  port: number;
  dataDirectory: string;
  workDirectory: string;
  cluster: Cluster;
  postmaster: Postmaster;
  launch(port: number): Postmaster;
  watchdog: Watchdog;
}

function manage(managed: Managed): PostgresServer {
  const { version, port, dataDirectory, workDirectory, cluster, launch, watchdog } = managed;
  let postmaster = managed.postmaster;
  let starting: Promise<void> | undefined;
  let ending: Promise<unknown> = Promise.resolve();
  let disposing: Promise<void> | undefined;

  async function launchAgain(): Promise<void> {
    await ending;
    for (const retryUntil = performance.now() + 5_000; !postmaster.isRunning(); ) {
      postmaster = launch(port);
      watchdog.guard(postmaster.pid);
      const failure = await postmaster.failure;
      if (failure === null) break;
      await postmaster.end("SIGQUIT");
      // The orphans of a server that somebody else killed need a moment to notice.
      if (!failure.includes("pre-existing shared memory block") || performance.now() > retryUntil) throw startError(failure);
      await delay(20);
    }
  }

  function start(): Promise<void> {
    if (disposing) return Promise.reject(new Error("the server has been disposed of"));
    starting ??= launchAgain().finally(() => {
      starting = undefined;
    });
    return starting;
  }

  async function stop(mode: keyof typeof stopSignals = "fast"): Promise<void> {
    // A second, harsher call ends the wait of a gentle one.
    ending = Promise.all([ending, postmaster.end(stopSignals[mode])]);
    await ending;
  }

  async function kill(): Promise<void> {
    ending = Promise.all([ending, postmaster.kill()]);
    await ending;
  }

  async function disposeOnce(): Promise<void> {
    await postmaster.end("SIGQUIT");
    await Promise.allSettled([starting, ending]);
    // What a killed server left in shared memory is only cleaned by its next start.
    if (postmaster.wasKilled()) await launchAgain().catch(() => {});
    await postmaster.end("SIGQUIT");
    watchdog.dismiss();
    await rm(workDirectory, { recursive: true, force: true });
    if (cluster.isNew) await rm(dataDirectory, { recursive: true, force: true });
  }

  const url = (database = "postgres") => {
    const password = cluster.password === null ? "" : `:${cluster.password}`;
    return `postgres://postgres${password}@127.0.0.1:${port}/${encodeURIComponent(database)}`;
  };
  return {
    version,
    port,
    dataDirectory,
    get pid() {
      return postmaster.isRunning() ? postmaster.pid : null;
    },
    url,
    createDatabase: (name) => createDatabase(url(), name),
    start,
    stop,
    kill,
    dispose() {
      disposing ??= disposeOnce();
      return disposing;
    },
  };
}
