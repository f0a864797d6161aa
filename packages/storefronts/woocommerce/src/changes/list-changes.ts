import {
  type AdapterContext,
  AskonceError,
  type ChangesPage,
  type ChangesRequest,
  type Gap,
  type Instant,
  type OrderSnapshot,
  sourceRef,
} from "@askonce/spec";
import * as z from "zod";
import type { WooClient } from "../client/woo-client.ts";
import { fromMs, gmtInstant } from "../map/instants.ts";
import type { MapContext } from "../map/map-context.ts";
import { decimalPlaces } from "../orders/decimal-places.ts";
import { orderSnapshot } from "../orders/order-snapshot.ts";
import { readRows } from "../orders/read-rows.ts";
import { readTotal } from "../orders/read-total.ts";
import { idSchema, textSchema } from "../schemas/lenient.ts";
import { wooOrderSchema } from "../schemas/woo-order.ts";
import { type ChangesCursor, readCursor, writeCursor } from "./cursor.ts";
import { listTrash } from "./list-trash.ts";

/** WooCommerce's clock runs ahead of or behind ours, and its dates are whole seconds. */
export const overlapMs = 120_000;

/**
 * Orders by the second of their last change. Times always carry a `Z`: without it WooCommerce reads the site's time, and together with
 * `dates_are_gmt` it would be converted twice.
 */
export async function listChanges(
  client: WooClient,
  request: ChangesRequest,
  pageSize: number,
  map: MapContext,
  context: AdapterContext,
): Promise<ChangesPage> {
  const isFirst = request.cursor === null;
  const cursor: ChangesCursor =
    request.cursor === null ? { from: wholeSecond(request.since), page: 1, seen: [], total: null } : readCursor(request.cursor);
  const [{ body, headers }, trash] = await Promise.all([
    client.get(
      "orders",
      {
        modified_after: cursor.from === null ? undefined : secondBefore(cursor.from),
        orderby: "modified",
        order: "asc",
        status: "any",
        per_page: pageSize,
        page: cursor.page,
        ...decimalPlaces,
      },
      context,
    ),
    isFirst ? listTrash(client, request.since, map.adapterId, context) : { deleted: [], gaps: [] },
  ]);
  const rows = readRows(body, "orders").map(readPosition);
  refuseIgnoredFilter(rows, cursor.from);
  const total = isFirst ? readTotal(headers, "x-wp-total") : cursor.total;
  const totalPages = readTotal(headers, "x-wp-totalpages");
  const hasMore = totalPages === null ? rows.length === pageSize : cursor.page < totalPages;
  const { snapshots, gaps } = snapshotsOf(rows, cursor, map);
  return {
    snapshots,
    deleted: trash.deleted,
    nextCursor: hasMore ? writeCursor(advance(cursor, rows, total)) : null,
    total,
    gaps: [...gaps, ...trash.gaps],
  };
}

interface Row {
  id: string | null;
  modifiedAt: Instant | null;
  data: unknown;
}

const positionSchema = z.object({ id: idSchema, date_modified_gmt: textSchema });

function readPosition(data: unknown): Row {
  const result = positionSchema.safeParse(data);
  if (!result.success) return { id: null, modifiedAt: null, data };
  return { id: result.data.id, modifiedAt: gmtInstant(result.data.date_modified_gmt), data };
}

/** A shop that ignores the filter (WooCommerce before 5.8) would be listed from its beginning again and again. */
function refuseIgnoredFilter(rows: readonly Row[], from: Instant | null): void {
  if (from === null || !rows.some((row) => row.modifiedAt !== null && row.modifiedAt < from)) return;
  throw new AskonceError("ADAPTER_UNSAFE_SEARCH", { message: "The shop does not filter orders by modified_after: update WooCommerce" });
}

/** An order that cannot be read must not stop all that come after it. */
function snapshotsOf(rows: readonly Row[], cursor: ChangesCursor, map: MapContext): { snapshots: OrderSnapshot[]; gaps: Gap[] } {
  const gaps: Gap[] = [];
  const snapshots = rows.flatMap((row): OrderSnapshot[] => {
    if (row.id !== null && row.modifiedAt === cursor.from && cursor.seen.includes(row.id)) return [];
    try {
      return [orderSnapshot(wooOrderSchema.parse(row.data), map)];
    } catch {
      const field = row.id === null ? "orders" : `orders.${sourceRef(map.adapterId, row.id)}`;
      gaps.push({ field, reason: "failed", remedy: "Open the order in the shop and save it" });
      return [];
    }
  });
  return { snapshots, gaps };
}

function advance(cursor: ChangesCursor, rows: readonly Row[], total: number | null): ChangesCursor {
  const last = rows.findLast((row) => row.modifiedAt !== null)?.modifiedAt ?? null;
  if (last === null || last === cursor.from)
    return { ...cursor, page: cursor.page + 1, seen: [...cursor.seen, ...idsAt(rows, last)], total };
  return { from: last, page: 1, seen: idsAt(rows, last), total };
}

function idsAt(rows: readonly Row[], instant: Instant | null): string[] {
  return rows.flatMap((row) => (row.id !== null && row.modifiedAt === instant ? [row.id] : []));
}

/** `modified_after` leaves its own second out. */
function secondBefore(instant: Instant): Instant | undefined {
  return fromMs(Date.parse(instant) - 1000) ?? undefined;
}

function wholeSecond(instant: Instant | null): Instant | null {
  return instant === null ? null : fromMs(Math.floor(Date.parse(instant) / 1000) * 1000);
}
