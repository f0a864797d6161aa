import * as z from "zod";

/** Keyset paging: `cursor` is opaque and comes from the page before. */
export const pageRequestSchema = z.object({
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number<number>().int().min(1).max(100).default(50),
});

/** A page of `item`; `nextCursor` is `null` on the last one. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() });
}
