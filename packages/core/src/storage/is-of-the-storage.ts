import { AskonceError } from "@askonce/spec";

/** Nothing is wrong with a piece of work that failed because the storage is away, or the shop moves, or the instance stops. */
export function isOfTheStorage(error: unknown): boolean {
  return AskonceError.is(error, "STORAGE_FAILED", "SHOP_MOVING", "SHOP_MOVED", "STOPPED");
}
