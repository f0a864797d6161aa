import type { Gap, OmittedField, OrderSnapshot } from "@askonce/spec";
import type { MapContext } from "../map/map-context.ts";
import { mapOrder } from "../map/map-order.ts";
import { metaText } from "../schemas/meta.ts";
import type { WooOrder } from "../schemas/woo-order.ts";

/**
 * Whether WooCommerce's own records have to be asked for this order's parcels: it uses them, and the askonce plugin, which would have
 * read them on the inside, is not there.
 */
export function needsFulfillments(order: WooOrder): boolean {
  return order.askonce === null && metaText(order.meta_data, "_fulfillment_status") !== null;
}

/**
 * An order as lists and webhooks carry it: without notes, without the lines and dates of its refunds, without WooCommerce's own
 * fulfillments. An order without refunds has none to leave out.
 *
 * @throws AskonceError `ADAPTER_BAD_RESPONSE`
 */
export function orderSnapshot(order: WooOrder, context: MapContext): OrderSnapshot {
  const omitted: OmittedField[] = ["notes"];
  if (order.refunds.length > 0) omitted.push("refunds");
  if (needsFulfillments(order)) omitted.push("parcels");
  const gaps = omitted.map((field): Gap => ({ field, reason: "not_fetched", remedy: null }));
  return { order: mapOrder(order, { notes: [], refunds: [], fulfillments: [], gaps }, context), omitted };
}
