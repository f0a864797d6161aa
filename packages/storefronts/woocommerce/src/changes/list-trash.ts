import { type AdapterContext, type Gap, type Instant, type SourceRef, sourceRef } from "@askonce/spec";
import * as z from "zod";
import type { WooClient } from "../client/woo-client.ts";
import { fromMs } from "../map/instants.ts";
import { readGoodRows } from "../orders/read-rows.ts";
import { readTotal } from "../orders/read-total.ts";
import { sideRead } from "../orders/side-read.ts";
import { idSchema } from "../schemas/lenient.ts";

const mostTrash = 100;

/**
 * Orders in the trash, the last hundred. An order that was deleted for good is nowhere any more and sends no webhook; it is noticed when
 * somebody reads it.
 */
export async function listTrash(
  client: WooClient,
  since: Instant | null,
  adapterId: string,
  context: AdapterContext,
): Promise<{ deleted: SourceRef[]; gaps: Gap[] }> {
  const query = {
    status: "trash",
    orderby: "modified",
    order: "desc",
    per_page: mostTrash,
    _fields: "id,status",
    modified_after: since === null ? undefined : (fromMs(Math.floor(Date.parse(since) / 1000) * 1000 - 1000) ?? undefined),
  };
  const read = async () => {
    const { body, headers } = await client.get("orders", query, context);
    // A cache or a filter of the shop that ignores the query would give living orders, and all of them would be taken for deleted.
    const rows = readGoodRows(z.object({ id: idSchema, status: z.literal("trash") }), body, "orders in the trash");
    return { deleted: rows.map(({ id }) => sourceRef(adapterId, id)), isTruncated: (readTotal(headers, "x-wp-total") ?? 0) > mostTrash };
  };
  const remedy = "Give the key's user the right to read orders in the trash";
  const { value, gaps } = await sideRead("deleted", { deleted: [], isTruncated: false }, remedy, read, context);
  return { deleted: value.deleted, gaps: value.isTruncated ? [...gaps, { field: "deleted", reason: "truncated", remedy: null }] : gaps };
}
