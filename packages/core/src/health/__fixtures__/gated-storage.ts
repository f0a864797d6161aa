import type { StorageV1 } from "@askonce/spec/storage";
import type { DatabaseConnection, Driver } from "kysely";

/** What happens to statements that match. */
type Rule = { kind: "hang" } | { kind: "fail"; error: () => unknown };

export interface GatedStorage {
  storage: StorageV1;
  /** Every statement since the last call of this, transaction control included. */
  taken(): string[];
  /** Statements that match are not answered until `open`. */
  hang(pattern?: RegExp): void;
  fail(pattern: RegExp, error: () => unknown): void;
  /** All is well again; what hangs goes on. */
  open(): void;
  /** All is well again, but what hangs now is dead and stays so until the test ends. */
  openForNewOnes(): void;
  /** Ends what is dead. */
  release(): void;
}

/** A storage that can stop answering. */
export function gatedStorage(storage: StorageV1): GatedStorage {
  let rule: { pattern: RegExp; effect: Rule } | null = null;
  let hanging: (() => void)[] = [];
  let dead: (() => void)[] = [];
  let statements: string[] = [];
  const pass = async (statement: string) => {
    statements.push(statement);
    if (!rule?.pattern.test(statement)) return;
    if (rule.effect.kind === "fail") throw rule.effect.error();
    await new Promise<void>((resolve) => hanging.push(resolve));
  };
  const originals = new WeakMap<DatabaseConnection, DatabaseConnection>();
  const wrap = (connection: DatabaseConnection): DatabaseConnection => {
    const wrapped: DatabaseConnection = {
      executeQuery: async (query) => {
        await pass(query.sql);
        return connection.executeQuery(query);
      },
      streamQuery: (query, chunkSize) => connection.streamQuery(query, chunkSize),
    };
    originals.set(wrapped, connection);
    return wrapped;
  };
  const { dialect } = storage;
  return {
    taken() {
      const taken = statements;
      statements = [];
      return taken;
    },
    hang(pattern = /./) {
      rule = { pattern, effect: { kind: "hang" } };
    },
    fail(pattern, error) {
      rule = { pattern, effect: { kind: "fail", error } };
    },
    open() {
      rule = null;
      for (const goOn of hanging) goOn();
      hanging = [];
    },
    openForNewOnes() {
      rule = null;
      dead.push(...hanging);
      hanging = [];
    },
    release() {
      for (const goOn of dead) goOn();
      dead = [];
    },
    storage: {
      ...storage,
      dialect: {
        createAdapter: () => dialect.createAdapter(),
        createQueryCompiler: () => dialect.createQueryCompiler(),
        createIntrospector: (database) => dialect.createIntrospector(database),
        createDriver: () => {
          const driver = dialect.createDriver();
          const wrapped: Driver = {
            init: () => driver.init(),
            acquireConnection: async () => wrap(await driver.acquireConnection()),
            beginTransaction: (connection, settings) => driver.beginTransaction(connection, settings),
            commitTransaction: (connection) => driver.commitTransaction(connection),
            rollbackTransaction: (connection) => driver.rollbackTransaction(connection),
            // A driver knows its own connections by what it hid in them.
            releaseConnection: (connection) => driver.releaseConnection(originals.get(connection) ?? connection),
            destroy: () => driver.destroy(),
          };
          return wrapped;
        },
      },
    },
  };
}
