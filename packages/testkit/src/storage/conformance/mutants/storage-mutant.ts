import type { StorageDescriptor } from "../storage-descriptor.ts";
import type { StorageBreaks } from "./reference-storage.ts";

/** A storage that is wrong in one way, and the cases that have to notice. */
export interface StorageMutant {
  name: string;
  caughtBy: readonly string[];
  breaks?: StorageBreaks | (() => StorageBreaks);
  change?: (descriptor: StorageDescriptor) => Partial<StorageDescriptor>;
}
