import { AskonceError } from "@askonce/spec";
import * as z from "zod";

/**
 * Where a run stands. `from` is the second up to which everything was listed (`null`: nothing yet), `seen` are the orders of that very
 * second that were listed, `page` counts on when one second has more orders than a page, `total` is the whole run's.
 *
 * A page number alone would lose orders: one that is changed during the run moves from its page to the end, all later ones move up by
 * one, and the first of the next page is never listed.
 */
const cursorSchema = z.object({
  from: z.iso.datetime().nullable(),
  page: z.int().positive(),
  seen: z.array(z.string().max(20)).max(20_000),
  total: z.int().nonnegative().nullable(),
});
export type ChangesCursor = z.infer<typeof cursorSchema>;

export function writeCursor(cursor: ChangesCursor): string {
  return JSON.stringify(cursor);
}

/** @throws AskonceError `VALIDATION_FAILED` for a text that was not made by {@link writeCursor} */
export function readCursor(text: string): ChangesCursor {
  try {
    return cursorSchema.parse(JSON.parse(text));
  } catch {
    throw new AskonceError("VALIDATION_FAILED", { message: "The cursor was not made by this adapter" });
  }
}
