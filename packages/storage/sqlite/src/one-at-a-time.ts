import { resolve } from "node:path";
import type { Dialect, Driver } from "kysely";

/**
 * By file: the end of the last use that was asked for. Of the process and not of an instance, because it is what the instances of one process
 * have to agree on.
 */
const lastUse = new Map<string, Promise<void>>();

/**
 * Lets the instances of one process use a file one after the other. SQLite's own waiting blocks the whole thread, and with it the very
 * instance that holds the lock: both would stand still until the time-out and one of them would fail.
 */
export function oneAtATime(dialect: Dialect, path: string): Dialect {
  if (path === ":memory:" || path === "") return dialect;
  const file = resolve(path);
  return {
    createAdapter: () => dialect.createAdapter(),
    createQueryCompiler: () => dialect.createQueryCompiler(),
    createIntrospector: (database) => dialect.createIntrospector(database),
    createDriver: () => inTurn(dialect.createDriver(), file),
  };
}

function inTurn(driver: Driver, file: string): Driver {
  // There is one connection, and the driver's own turn sees to it that one use at a time has it.
  let endUse = () => {};
  return {
    init: (options) => driver.init(options),
    async acquireConnection(options) {
      // The driver's own turn comes first, else two uses of one instance would wait for each other in opposite order.
      const connection = await driver.acquireConnection(options);
      const before = lastUse.get(file);
      let release = () => {};
      const use = new Promise<void>((done) => {
        release = done;
      });
      const end = (before ?? Promise.resolve()).then(() => use);
      lastUse.set(file, end);
      void end.then(() => {
        if (lastUse.get(file) === end) lastUse.delete(file);
      });
      await before;
      endUse = release;
      return connection;
    },
    beginTransaction: (connection, settings) => driver.beginTransaction(connection, settings),
    commitTransaction: (connection) => driver.commitTransaction(connection),
    rollbackTransaction: (connection) => driver.rollbackTransaction(connection),
    async releaseConnection(connection) {
      endUse();
      await driver.releaseConnection(connection);
    },
    destroy: () => driver.destroy(),
  };
}
