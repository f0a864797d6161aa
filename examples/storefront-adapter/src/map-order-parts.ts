import type { Address, DualMoney, LineItem, LineQuantity, Refund } from "@askonce/spec";
import type { Settings } from "./options.ts";
import { readLink } from "./read-link.ts";
import type { VendorAddress, VendorItem, VendorOrder, VendorPayback } from "./vendor-schemas.ts";

const inShopCurrency = (amountMinor: number, currency: string): DualMoney => ({ shop: { amountMinor, currency }, presentment: null });

export function mapItem(item: VendorItem, order: VendorOrder, settings: Settings): LineItem {
  const sentBack = (order.paybacks ?? [])
    .flatMap((payback) => payback.rows ?? [])
    .filter((row) => row.row === item.row)
    .reduce((sum, row) => sum + row.pieces, 0);
  return {
    id: item.row,
    title: item.article.label,
    variant: item.article.kind,
    sku: item.article.code,
    imageUrl: readLink(item.article.picture, settings.url),
    quantity: item.pieces,
    currentQuantity: Math.max(0, item.pieces - sentBack),
    unitPrice: inShopCurrency(item.each, order.money.unit),
    total: inShopCurrency(item.each * item.pieces, order.money.unit),
    attributes: [],
  };
}

export function mapRefund(payback: VendorPayback, currency: string): Refund {
  return {
    id: payback.uid,
    at: payback.when.at,
    amount: inShopCurrency(payback.cents, currency),
    reason: payback.why,
    items: mapRows(payback.rows),
  };
}

export function mapAddress(address: VendorAddress): Address {
  const [line1, ...further] = address.street ?? [];
  const name = [address.person?.first, address.person?.last].filter(Boolean).join(" ");
  return {
    name: name === "" ? null : name,
    company: address.firm,
    line1: line1 ?? null,
    line2: further.length === 0 ? null : further.join(", "),
    city: address.town,
    province: address.county,
    postcode: address.zip,
    countryCode: address.land,
    phone: address.tel,
  };
}

export function mapRows(rows: VendorPayback["rows"]): LineQuantity[] {
  return (rows ?? []).map((row) => ({ lineItemId: row.row, quantity: row.pieces }));
}
