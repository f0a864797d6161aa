import type { StorageV1 } from "@askonce/spec/storage";
import type { CompiledQuery, DatabaseConnection, Driver } from "kysely";

/** Called around what a storage does. `statements` are those of the transaction that is open on the connection, oldest first. */
export interface StorageWatch {
  beforeStatement?(statement: string, statements: readonly string[]): void;
  beforeCommit?(statements: readonly string[]): void;
  afterCommit?(statements: readonly string[]): void;
}

/** A storage that tells what passes through it, at the moments at which a process can be ended. */
export function watchedStorage(storage: StorageV1, watch: StorageWatch): StorageV1 {
  const { dialect } = storage;
  return {
    ...storage,
    dialect: {
      createAdapter: () => dialect.createAdapter(),
      createQueryCompiler: () => dialect.createQueryCompiler(),
      createIntrospector: (database) => dialect.createIntrospector(database),
      createDriver: () => watchedDriver(dialect.createDriver(), watch),
    },
  };
}

interface Watched {
  connection: DatabaseConnection;
  statements: string[];
}

function watchedDriver(driver: Driver, watch: StorageWatch): Driver {
  const watched = new WeakMap<DatabaseConnection, Watched>();
  const wrap = (connection: DatabaseConnection): DatabaseConnection => {
    const state: Watched = { connection, statements: [] };
    const proxy = new Proxy(connection, {
      get(target, property, receiver) {
        if (property !== "executeQuery") return Reflect.get(target, property, receiver);
        return (query: CompiledQuery, ...rest: unknown[]) => {
          watch.beforeStatement?.(query.sql, state.statements);
          state.statements.push(query.sql);
          return Reflect.apply(target.executeQuery, target, [query, ...rest]);
        };
      },
    });
    watched.set(proxy, state);
    return proxy;
  };
  /** The driver wants its own connection back, not the wrapped one. */
  const own = (connection: DatabaseConnection) => watched.get(connection)?.connection ?? connection;
  const statementsOf = (connection: DatabaseConnection) => watched.get(connection)?.statements ?? [];
  return {
    init: (options) => driver.init(options),
    acquireConnection: async (options) => wrap(await driver.acquireConnection(options)),
    beginTransaction(connection, settings) {
      statementsOf(connection).length = 0;
      return driver.beginTransaction(own(connection), settings);
    },
    async commitTransaction(connection) {
      watch.beforeCommit?.(statementsOf(connection));
      await driver.commitTransaction(own(connection));
      watch.afterCommit?.(statementsOf(connection));
    },
    rollbackTransaction: (connection) => driver.rollbackTransaction(own(connection)),
    releaseConnection: (connection, options) => driver.releaseConnection(own(connection), options),
    destroy: (options) => driver.destroy(options),
  };
}
