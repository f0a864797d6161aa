import type { LineItem, Refund } from "@askonce/spec";
import type { WooLineItem, WooLineMeta } from "../schemas/woo-line-item.ts";
import type { WooOrder } from "../schemas/woo-order.ts";
import { safeLink } from "./link.ts";
import { orderMoney } from "./order-money.ts";
import { plainText } from "./plain-text.ts";

/** The ordered lines. What was refunded by line is no longer part of `currentQuantity`. */
export function mapLineItems(order: WooOrder, refunds: readonly Refund[]): LineItem[] {
  const money = orderMoney(order);
  return order.line_items.map((line) => {
    const quantity = wholeQuantity(line.quantity);
    const refunded = refunds
      .flatMap((refund) => refund.items)
      .filter((item) => item.lineItemId === line.id)
      .reduce((sum, item) => sum + item.quantity, 0);
    const before = money.part(line.subtotal, line.subtotal_tax);
    const divisor = quantity === 0 ? 1 : quantity;
    return {
      id: line.id,
      title: plainText(line.parent_name ?? line.name ?? "") || "–",
      variant: variantOf(line),
      sku: line.sku,
      imageUrl: safeLink(line.image?.src ?? null),
      quantity,
      currentQuantity: Math.max(0, quantity - refunded),
      unitPrice: { shop: { ...before.shop, amountMinor: Math.round(before.shop.amountMinor / divisor) }, presentment: null },
      total: money.part(line.total, line.total_tax),
      attributes: line.meta_data.flatMap(attributeOf),
    };
  });
}

/** A variation is called "Lamp - Green" with "Lamp" as its parent's name. */
function variantOf(line: WooLineItem): string | null {
  if (line.name === null || line.parent_name === null) return null;
  const name = plainText(line.name);
  const parent = plainText(line.parent_name);
  if (!name.startsWith(parent)) return null;
  const rest = name.slice(parent.length).replace(/^\s*[-–,:]\s*/, "");
  return rest === "" ? null : rest;
}

/** What people see under a line. Keys that begin with `_` are for plugins only. */
function attributeOf(meta: WooLineMeta): LineItem["attributes"] {
  if (meta.key.startsWith("_")) return [];
  const value = typeof meta.display_value === "string" ? meta.display_value : meta.value;
  if (typeof value !== "string" && typeof value !== "number" && typeof value !== "boolean") return [];
  const text = plainText(String(value));
  const name = plainText(meta.display_key ?? meta.key);
  return text === "" || name === "" || name.startsWith("_") ? [] : [{ name, value: text }];
}

/** Shops that sell by weight have quantities such as 0.5; nothing counts as less than one piece. */
function wholeQuantity(quantity: number): number {
  if (!Number.isFinite(quantity) || quantity <= 0) return 0;
  return quantity < 1 ? 1 : Math.round(quantity);
}
