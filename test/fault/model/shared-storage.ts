import type { StorageV1 } from "@askonce/spec/storage";
import type { Driver } from "kysely";

/**
 * One open database for many instances. An instance closes its storage when it stops; here only `close()` does, so that an instance costs
 * a fraction of a millisecond.
 */
export function sharedStorage(storage: StorageV1): { storage: StorageV1; close(): Promise<void> } {
  const { dialect } = storage;
  const driver = dialect.createDriver();
  let opening: Promise<void> | null = null;
  const shared: Driver = {
    init: (options) => {
      opening ??= driver.init(options);
      return opening;
    },
    acquireConnection: (options) => driver.acquireConnection(options),
    beginTransaction: (connection, settings) => driver.beginTransaction(connection, settings),
    commitTransaction: (connection) => driver.commitTransaction(connection),
    rollbackTransaction: (connection) => driver.rollbackTransaction(connection),
    releaseConnection: (connection, options) => driver.releaseConnection(connection, options),
    destroy: async () => {},
  };
  return {
    storage: {
      ...storage,
      dialect: {
        createDriver: () => shared,
        createAdapter: () => dialect.createAdapter(),
        createQueryCompiler: () => dialect.createQueryCompiler(),
        createIntrospector: (database) => dialect.createIntrospector(database),
      },
      close: async () => {},
    },
    async close() {
      await driver.destroy();
      await storage.close();
    },
  };
}
