import { join } from "node:path";
import { onTestFinished } from "vitest";
import { createPlatform } from "../platform/platform.ts";
import { createSearch, type Search } from "../search/search.ts";
import { createStore, type Store } from "../storage/store.ts";
import { type Instance, instance } from "./instance.ts";
import { temporaryFolder } from "./temporary-folder.ts";
import { testStorage } from "./test-storage.ts";

/** An instance, with the store beneath it and the search of that store. For tests. */
export function searchInstance(path = join(temporaryFolder(), "askonce.db")): Instance & { store: Store; search: Search } {
  const made = instance({ path });
  const store = createStore(
    testStorage(path),
    { id: "default", name: "My shop", timeZone: "Europe/Bucharest", language: "en", countryCode: "RO" },
    createPlatform(made.clock, { debug() {}, info() {}, warn() {}, error() {} }, fetch),
    () => {},
  );
  onTestFinished(() => store.close());
  return { ...made, store, search: createSearch(store) };
}
