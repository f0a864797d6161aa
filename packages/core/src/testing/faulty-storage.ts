import type { StorageV1 } from "@askonce/spec/storage";
import type { DatabaseConnection, Driver } from "kysely";

/**
 * A storage whose statements can be made to fail.
 *
 * @param beforeStatement called with each statement and its number from 1, transaction control included; what it throws, the statement throws
 */
export function faultyStorage(storage: StorageV1, beforeStatement: (statement: string, number: number) => void): StorageV1 {
  let count = 0;
  const wrap = (connection: DatabaseConnection): DatabaseConnection => ({
    executeQuery: async (query) => {
      beforeStatement(query.sql, ++count);
      return connection.executeQuery(query);
    },
    streamQuery: (query, chunkSize) => connection.streamQuery(query, chunkSize),
  });
  const { dialect } = storage;
  return {
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
          releaseConnection: (connection) => driver.releaseConnection(connection),
          destroy: () => driver.destroy(),
        };
        return wrapped;
      },
    },
  };
}
