import { existsSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { StorageDescriptor } from "../storage-descriptor.ts";
import { cutAll, type ReferenceGround, referenceGround, referenceStorage, removeFile, type StorageBreaks } from "./reference-storage.ts";

/** The reference storage, or one that is broken in one way. */
export function referenceDescriptor(
  folder: string,
  breaks: StorageBreaks = {},
  change: (descriptor: StorageDescriptor) => Partial<StorageDescriptor> = () => ({}),
): StorageDescriptor {
  let count = 0;
  let ground: ReferenceGround = referenceGround(breaks);
  const path = () => join(folder, `${count}.db`);
  const descriptor: StorageDescriptor = {
    name: "reference",
    open: () => referenceStorage(path(), ground, breaks),
    async reset() {
      removeFile(path());
      count++;
      ground = referenceGround(breaks);
    },
    unavailable: () => ({
      storage: referenceStorage(join(folder, "missing-very-secret-password", "probe.db"), ground, breaks),
      secrets: ["very-secret-password"],
    }),
    countOpen: async () => (existsSync(path()) ? (ground.open.get(path())?.size ?? 0) : 0),
    cut: async () => cutAll(ground),
    async connect() {
      const database = new DatabaseSync(path(), { timeout: 0 });
      return { connection: database, execute: async (statement) => database.exec(statement), close: async () => database.close() };
    },
    module: { specifier: "data:text/javascript,export const nothing = 1", folder },
    skip: [{ group: "jobs", reason: "The jobs suite has a model and mutants of its own" }],
  };
  return { ...descriptor, ...change(descriptor) };
}
