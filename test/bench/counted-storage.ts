import type { StorageV1 } from "@askonce/spec/storage";
import type { CompiledQuery, DatabaseConnection, Driver } from "kysely";

/** A storage that counts the statements that pass through it. */
export function countedStorage(storage: StorageV1): { storage: StorageV1; statements: () => number } {
  let count = 0;
  const counted = new WeakMap<DatabaseConnection, DatabaseConnection>();
  const wrap = (connection: DatabaseConnection): DatabaseConnection => {
    const known = counted.get(connection);
    if (known) return known;
    const wrapped = new Proxy(connection, {
      get(target, property, receiver) {
        if (property !== "executeQuery") return Reflect.get(target, property, receiver);
        return (query: CompiledQuery, ...rest: unknown[]) => {
          count++;
          return Reflect.apply(target.executeQuery, target, [query, ...rest]);
        };
      },
    });
    counted.set(connection, wrapped);
    originals.set(wrapped, connection);
    return wrapped;
  };
  const originals = new WeakMap<DatabaseConnection, DatabaseConnection>();
  const driver = (inner: Driver): Driver =>
    new Proxy(inner, {
      get(target, property, receiver) {
        const value: unknown = Reflect.get(target, property, receiver);
        if (typeof value !== "function") return value;
        if (property === "acquireConnection")
          return async (...parameters: unknown[]) => wrap(await Reflect.apply(value, target, parameters));
        // The driver wants its own connection back, not the wrapped one.
        return (...parameters: unknown[]) =>
          Reflect.apply(
            value,
            target,
            parameters.map((one) => (typeof one === "object" && one !== null ? (originals.get(one as DatabaseConnection) ?? one) : one)),
          );
      },
    });
  const { dialect } = storage;
  return {
    statements: () => count,
    storage: {
      ...storage,
      dialect: {
        createDriver: () => driver(dialect.createDriver()),
        createAdapter: () => dialect.createAdapter(),
        createQueryCompiler: () => dialect.createQueryCompiler(),
        createIntrospector: (database) => dialect.createIntrospector(database),
      },
    },
  };
}
