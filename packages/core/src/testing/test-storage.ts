import { postgres } from "@askonce/postgres";
import type { StorageV1 } from "@askonce/spec/storage";
import { sqlite } from "@askonce/sqlite";
import { testDatabase } from "@askonce/testkit/postgres";

/** Databases of this test file by the name it gave them, so that several instances can meet in one. */
const databases = new Map<string, Promise<string>>();

/** What the suite runs on: SQLite, or PostgreSQL with `ASKONCE_TEST_STORAGE=postgres`. */
export const testStorageFlavor: StorageV1["flavor"] = process.env.ASKONCE_TEST_STORAGE === "postgres" ? "postgres" : "sqlite";

/**
 * An empty storage for a test.
 *
 * @param place storages of one place hold the same data; default: a place of its own
 */
export function testStorage(place?: string): StorageV1 {
  if (testStorageFlavor === "sqlite") return sqlite({ path: place ?? ":memory:", durability: "normal" });
  const database = () => {
    const known = place === undefined ? undefined : databases.get(place);
    const made = known ?? freshDatabase();
    if (place !== undefined) databases.set(place, made);
    return made;
  };
  return postgres({ url: database, connections: 5 });
}

async function freshDatabase(): Promise<string> {
  const url = await testDatabase();
  if (url === null) throw new Error("There is no PostgreSQL here");
  return url;
}
