import { gid } from "./ids.ts";
import { lineQuantities } from "./order-totals.ts";
import type { LineItemRecord, OrderRecord } from "./records.ts";
import { priced, type RestObject } from "./rest-format.ts";

/** @param quantity how many of the line are meant: all in an order, the shipped ones in a fulfillment */
export function lineItem(order: OrderRecord, item: LineItemRecord, quantity: number): RestObject {
  const quantities = lineQuantities(order, item);
  return {
    id: BigInt(item.id),
    admin_graphql_api_id: gid("LineItem", item.id),
    fulfillable_quantity: quantities.unfulfilled,
    fulfillment_service: "manual",
    fulfillment_status: quantities.fulfilled === 0 ? null : quantities.unfulfilled === 0 ? "fulfilled" : "partial",
    gift_card: false,
    grams: 0,
    name: item.variantTitle === null ? item.title : `${item.title} - ${item.variantTitle}`,
    ...priced("price", order.currencies, item.unitPriceMinor),
    product_exists: true,
    product_id: BigInt(item.productId),
    properties: [],
    quantity,
    requires_shipping: true,
    sku: item.sku,
    taxable: true,
    title: item.title,
    variant_id: BigInt(item.variantId),
    variant_title: item.variantTitle,
    vendor: null,
    tax_lines: [],
    duties: [],
    discount_allocations: [],
  };
}
