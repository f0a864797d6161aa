import * as z from "zod";
import { listOf } from "./lenient.ts";

/** Where plugins keep what they know. Keys are not unique, and keys that begin with `_` are hidden from people. */
export const metaListSchema = listOf(z.object({ key: z.string(), value: z.unknown().optional() }));
export type MetaList = z.output<typeof metaListSchema>;

/** The value of a key; the last one wins, as it was written last. `undefined` when there is none. */
export function metaValue(meta: MetaList, key: string): unknown {
  return meta.findLast((entry) => entry.key === key)?.value;
}

/** As {@link metaValue}, for a key that holds a text or a number; `null` when it is absent, empty or something else. */
export function metaText(meta: MetaList, key: string): string | null {
  const value = metaValue(meta, key);
  if (typeof value === "number") return String(value);
  return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
}
