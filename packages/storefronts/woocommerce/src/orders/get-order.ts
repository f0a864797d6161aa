import { readVendorResponse } from "@askonce/adapter-kit";
import { type AdapterContext, AskonceError, type Order, parseSourceRef, type SourceRef } from "@askonce/spec";
import type { WooClient } from "../client/woo-client.ts";
import type { MapContext } from "../map/map-context.ts";
import { mapOrder } from "../map/map-order.ts";
import { mapNotes } from "../map/notes.ts";
import { wooFulfillmentSchema } from "../schemas/woo-fulfillment.ts";
import { wooNoteSchema } from "../schemas/woo-note.ts";
import { type WooOrder, wooOrderSchema } from "../schemas/woo-order.ts";
import { wooRefundSchema } from "../schemas/woo-refund.ts";
import { decimalPlaces } from "./decimal-places.ts";
import { needsFulfillments } from "./order-snapshot.ts";
import { readGoodRows } from "./read-rows.ts";
import { sideRead } from "./side-read.ts";

/** WordPress's id in a reference of this adapter; `null` when it is another's, or no order's. */
export function orderIdOf(ref: SourceRef, adapterId: string): string | null {
  const parts = parseSourceRef(ref);
  return parts?.adapterId === adapterId && /^[1-9]\d{0,19}$/.test(parts.vendorId) ? parts.vendorId : null;
}

/** One order without anything beside it; `null` when there is none, also for the id of a refund or a product, and in the trash. */
export async function fetchOrder(client: WooClient, id: string, context: AdapterContext): Promise<WooOrder | null> {
  try {
    const { body } = await client.get(`orders/${id}`, decimalPlaces, context);
    const order = readVendorResponse(wooOrderSchema, body, "order");
    return order.status === "trash" || order.status === "auto-draft" ? null : order;
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/** The whole order: notes at the same time, refunds and fulfillments only when the order says that it has some. */
export async function getOrder(client: WooClient, ref: SourceRef, map: MapContext, context: AdapterContext): Promise<Order | null> {
  const id = orderIdOf(ref, map.adapterId);
  if (id === null) return null;
  const path = `orders/${id}`;
  const notesRead = sideRead(
    "notes",
    [],
    "Give the key's user the right to read orders",
    async () => mapNotes(readGoodRows(wooNoteSchema, (await client.get(`${path}/notes`, {}, context)).body, "notes")),
    context,
  );
  const [order, notes] = await Promise.all([fetchOrder(client, id, context), notesRead]);
  if (order === null) return null;
  const [refunds, fulfillments] = await Promise.all([
    order.refunds.length === 0
      ? { value: [], gaps: [] }
      : sideRead(
          "refunds",
          [],
          "Give the key's user the right to read orders",
          async () =>
            readGoodRows(
              wooRefundSchema,
              (await client.get(`${path}/refunds`, { per_page: 100, ...decimalPlaces }, context)).body,
              "refunds",
            ),
          context,
        ),
    needsFulfillments(order)
      ? sideRead(
          "parcels",
          [],
          "WooCommerce shows fulfillments to shop managers only: give the key's user that role, or install the askonce plugin",
          async () => readGoodRows(wooFulfillmentSchema, (await client.get(`${path}/fulfillments`, {}, context)).body, "fulfillments"),
          context,
        )
      : { value: [], gaps: [] },
  ]);
  return mapOrder(
    order,
    {
      notes: notes.value,
      refunds: refunds.value,
      fulfillments: fulfillments.value,
      gaps: [...notes.gaps, ...refunds.gaps, ...fulfillments.gaps],
    },
    map,
  );
}

function isMissing(error: unknown): boolean {
  return AskonceError.is(error, "ADAPTER_REJECTED") && error.details.status === 404 && error.details.vendorCode !== "rest_no_route";
}
