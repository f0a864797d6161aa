import { existsSync, rmSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { AskonceError } from "@askonce/spec";
import type { StorageV1 } from "@askonce/spec/storage";
import { type Dialect, type Driver, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from "kysely";
import { type Connection, createConnection, joinedConnection } from "./reference-connection.ts";
import { createReferenceWake } from "./reference-wake.ts";

/** What a mutant does otherwise. Everything that is missing is done right. */
export interface StorageBreaks {
  statement?: (text: string) => string;
  parameter?: (value: unknown) => unknown;
  rows?: (rows: Record<string, unknown>[], statement: string) => Record<string, unknown>[];
  affected?: (rows: number) => number;
  /** Called before each statement; what it throws, the statement throws. */
  before?: (statement: string, parameters: readonly unknown[]) => void;
  /** Of an error of SQLite. */
  error?: (error: unknown) => unknown;
  begin?: string;
  commit?: string;
  rollback?: string;
  /** Uses with the same key take turns. */
  turn?: (path: string, storage: number) => string;
  /** Whether a transaction goes on over a cut. */
  forgetsCut?: boolean;
  /** Whether a connection that was cut stays so. */
  staysCut?: boolean;
  path?: (path: string, storage: number) => string;
  releases?: boolean;
  unavailable?: (path: string) => unknown;
  wake?: { deaf?: boolean; everyChannel?: boolean; everyOne?: boolean; neverStops?: boolean; deafAfterCut?: boolean };
  join?: {
    savepoint?: boolean;
    commits?: boolean;
    takesAnything?: boolean;
    parameter?: (value: unknown) => unknown;
    keepsNothing?: boolean;
  };
  storage?: (storage: StorageV1) => Partial<StorageV1>;
}

export interface ReferenceGround {
  /** By path: the connections that are open now. */
  open: Map<string, Set<Connection>>;
  wake: ReturnType<typeof createReferenceWake>;
  turns: Map<string, Promise<void>>;
  storages: number;
}

export function referenceGround(breaks: StorageBreaks): ReferenceGround {
  return { open: new Map(), wake: createReferenceWake(breaks.wake ?? {}), turns: new Map(), storages: 0 };
}

export function cutAll(ground: ReferenceGround): void {
  for (const connections of ground.open.values()) for (const connection of connections) connection.cut();
  ground.wake.cut();
}

/** A storage that passes every case: SQLite in a file, with wake-ups and joined transactions of its own making. */
export function referenceStorage(file: string, ground: ReferenceGround, breaks: StorageBreaks): StorageV1 {
  const ordinal = ground.storages++;
  const path = breaks.path?.(file, ordinal) ?? file;
  const listening: (() => Promise<void>)[] = [];
  let connection: Connection | null = null;
  const connect = () => {
    connection ??= createConnection(() => openFile(path, breaks), breaks);
    const connections = ground.open.get(file) ?? new Set();
    ground.open.set(file, connections.add(connection));
    return connection;
  };
  const storage: StorageV1 = {
    specVersion: "v1",
    kind: "storage",
    id: "reference",
    displayName: "Reference",
    flavor: "sqlite",
    search: { kind: "substring" },
    dialect: dialectOn(turningDriver(connect, ground, () => breaks.turn?.(path, ordinal) ?? path)),
    wake: {
      notify: (channel) => ground.wake.notify(channel),
      async listen(channel, onWake) {
        const stop = await ground.wake.listen(channel, onWake);
        listening.push(stop);
        return stop;
      },
    },
    join(given) {
      const isConnection = given instanceof DatabaseSync;
      if (!isConnection && !breaks.join?.takesAnything) throw new AskonceError("CONFIGURATION_INVALID");
      return dialectOn(
        turningDriver(
          () => joinedConnection(given as DatabaseSync, breaks),
          ground,
          () => `joined ${ordinal}`,
        ),
      );
    },
    async close() {
      for (const stop of listening) await stop();
      if (!connection || breaks.releases === false) return;
      connection.close();
      ground.open.get(file)?.delete(connection);
      connection = null;
    },
  };
  return { ...storage, ...breaks.storage?.(storage) };
}

function openFile(path: string, breaks: StorageBreaks): DatabaseSync {
  try {
    return new DatabaseSync(path, { timeout: 0 });
  } catch (cause) {
    throw breaks.unavailable?.(path) ?? new AskonceError("STORAGE_FAILED", { message: "It cannot be opened", retryAfterMs: 1000, cause });
  }
}

/** The driver below takes turns by itself, or, when it is broken, does not. */
class TurningAdapter extends SqliteAdapter {
  override get supportsMultipleConnections(): boolean {
    return true;
  }
}

function dialectOn(driver: Driver): Dialect {
  return {
    createAdapter: () => new TurningAdapter(),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createIntrospector: (database) => new SqliteIntrospector(database),
    createDriver: () => driver,
  };
}

function turningDriver(connect: () => Connection, { turns }: ReferenceGround, keyOf: () => string): Driver {
  let release = () => {};
  return {
    init: async () => connect().open(),
    async acquireConnection() {
      const key = keyOf();
      const before = turns.get(key);
      let ends = () => {};
      turns.set(
        key,
        new Promise((resolve) => {
          ends = resolve;
        }),
      );
      await before;
      release = ends;
      return connect().acquire();
    },
    beginTransaction: async () => connect().control("begin"),
    commitTransaction: async () => connect().control("commit"),
    rollbackTransaction: async () => connect().control("rollback"),
    async releaseConnection() {
      release();
    },
    async destroy() {},
  };
}

export function removeFile(path: string): void {
  for (const name of [path, `${path}-wal`, `${path}-shm`]) if (existsSync(name)) rmSync(name);
}
