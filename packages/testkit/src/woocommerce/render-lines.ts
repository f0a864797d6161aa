import type { FakeItem, FakeOrder } from "../shop-data/shop.ts";
import type { WooLineItem, WooMeta, WooShippingLine } from "./model.ts";
import { decimalText, minorPerUnit } from "./money.ts";
import type { LineAmounts, OrderAmounts } from "./order-amounts.ts";
import type { RenderContext } from "./render-context.ts";
import { slug } from "./slug.ts";

const taxRateId = 1;

export function renderLineItem(
  item: FakeItem,
  amounts: LineAmounts,
  currency: string,
  extraMeta: readonly [string, unknown][],
): WooLineItem {
  const meta: WooMeta[] = [];
  const add = (key: string, value: unknown, displayKey = key): void => {
    meta.push({ id: item.id * 10 + meta.length, key, value, display_key: displayKey, display_value: value });
  };
  if (item.variant !== "") add("variant", item.variant, "Variant");
  add("_reduced_stock", String(item.quantity));
  for (const [key, value] of extraMeta) add(key, value);
  return {
    id: item.id,
    name: item.variant === "" ? item.name : `${item.name} - ${item.variant}`,
    product_id: item.productId,
    variation_id: item.variant === "" ? 0 : variationId(item),
    quantity: item.quantity,
    tax_class: "",
    subtotal: decimalText(amounts.subtotalMinor, currency),
    subtotal_tax: decimalText(amounts.subtotalTaxMinor, currency),
    total: decimalText(amounts.totalMinor, currency),
    total_tax: decimalText(amounts.totalTaxMinor, currency),
    taxes:
      amounts.totalTaxMinor === 0 && amounts.subtotalTaxMinor === 0
        ? []
        : [
            {
              id: taxRateId,
              total: decimalText(amounts.totalTaxMinor, currency),
              subtotal: decimalText(amounts.subtotalTaxMinor, currency),
            },
          ],
    meta_data: meta,
    sku: item.sku,
    global_unique_id: "",
    price: amounts.totalMinor / minorPerUnit(currency) / item.quantity,
    image: renderImage(item),
    parent_name: item.variant === "" ? null : item.name,
  };
}

/** Without a picture a simple product answers `id: ""` and a variation `id: 0`, as recorded. */
function renderImage(item: FakeItem): WooLineItem["image"] {
  if (item.imageUrl === "") return { id: item.variant === "" ? "" : 0, src: "" };
  return { id: item.productId * 10 + 1, src: item.imageUrl };
}

function variationId(item: FakeItem): number {
  let sum = 0;
  for (const character of item.variant) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 97;
  return item.productId * 100 + sum + 1;
}

export function renderShippingLine(order: FakeOrder, amounts: OrderAmounts, currency: string, context: RenderContext): WooShippingLine {
  const tax = decimalText(amounts.shippingTaxMinor, currency);
  return {
    id: context.ids.shippingLine(order.id),
    method_title: order.shippingMethod,
    method_id: amounts.shippingMinor + amounts.shippingTaxMinor === 0 ? "free_shipping" : "flat_rate",
    instance_id: "",
    total: decimalText(amounts.shippingMinor, currency),
    total_tax: tax,
    taxes: amounts.shippingTaxMinor === 0 ? [] : [{ id: taxRateId, total: tax, subtotal: "" }],
    tax_status: "taxable",
    meta_data: [],
  };
}

export function renderCouponLines(order: FakeOrder, amounts: OrderAmounts, currency: string, context: RenderContext): unknown[] {
  if (amounts.discountMinor + amounts.discountTaxMinor === 0) return [];
  const code = slug(order.discountCode ?? "discount");
  return [
    {
      id: context.ids.couponLine(order.id),
      code,
      discount: decimalText(amounts.discountMinor, currency),
      discount_tax: decimalText(amounts.discountTaxMinor, currency),
      meta_data: [],
      discount_type: "fixed_cart",
      nominal_amount: (amounts.discountMinor + amounts.discountTaxMinor) / minorPerUnit(currency),
      free_shipping: false,
    },
  ];
}

export function renderTaxLines(order: FakeOrder, amounts: OrderAmounts, currency: string, context: RenderContext): unknown[] {
  if (amounts.taxMinor === 0) return [];
  return [
    {
      id: context.ids.taxLine(order.id),
      rate_code: `${order.shippingAddress.countryCode}-TAX-1`,
      rate_id: taxRateId,
      label: "Tax",
      compound: false,
      tax_total: decimalText(amounts.cartTaxMinor, currency),
      shipping_tax_total: decimalText(amounts.shippingTaxMinor, currency),
      rate_percent: Math.round((amounts.taxMinor * 100) / Math.max(1, amounts.totalMinor - amounts.taxMinor)),
      meta_data: [],
    },
  ];
}
