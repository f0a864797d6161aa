import type { AdapterContext } from "@askonce/spec";
import type { WooClient } from "../client/woo-client.ts";
import { type WooOrder, wooOrderSchema } from "../schemas/woo-order.ts";
import { decimalPlaces } from "./decimal-places.ts";
import { readGoodRows, readRows } from "./read-rows.ts";
import { readTotal } from "./read-total.ts";

export interface Candidates {
  orders: WooOrder[];
  /** The shop has more than it was asked for. */
  isTruncated: boolean;
  /** Some of what the shop found cannot be read. */
  hasUnreadable: boolean;
}

/** The newest hundred orders that WooCommerce finds. */
export async function searchOrders(
  client: WooClient,
  by: { search: string } | { customer: string },
  context: AdapterContext,
): Promise<Candidates> {
  const perPage = 100;
  const { body, headers } = await client.get(
    "orders",
    { ...by, status: "any", orderby: "date", order: "desc", per_page: perPage, ...decimalPlaces },
    context,
  );
  const orders = readGoodRows(wooOrderSchema, body, "orders");
  return {
    orders,
    isTruncated: (readTotal(headers, "x-wp-total") ?? 0) > perPage,
    hasUnreadable: readRows(body, "orders").length > orders.length,
  };
}
