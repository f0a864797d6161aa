import type { FakeOrder } from "./shop.ts";

/** What one unit of a currency is worth in RON; invented but near the truth, and fixed so that runs agree. */
const worthInRon: Readonly<Record<string, number>> = { RON: 1, EUR: 5.09, GBP: 5.83, USD: 4.41 };

/** Prices in the catalogue are in RON; a shop in euro asks about a fifth of the figure. */
const priceFactor: Readonly<Record<string, number>> = { RON: 1, EUR: 0.2, GBP: 0.175, USD: 0.22 };

export function assertKnownCurrency(currency: string): void {
  if (worthInRon[currency] === undefined) {
    throw new RangeError(`Unknown currency for a generated shop: expected one of ${Object.keys(worthInRon).join(", ")}`);
  }
}

/** What one unit of `from` is worth in `to`, with four decimals. */
export function exchangeRate(from: string, to: string): number {
  return Math.round(((worthInRon[from] ?? 1) / (worthInRon[to] ?? 1)) * 10_000) / 10_000;
}

/** A catalogue price in whole RON as a shop price ending in `.90`, in minor units of the shop's currency. */
export function shopPriceMinor(priceRon: number, currency: string): number {
  return Math.max(1, Math.round(priceRon * (priceFactor[currency] ?? 1))) * 100 - 10;
}

/** The value added tax that is already inside a gross amount, for the country the parcel goes to. */
export function includedTaxMinor(grossMinor: number, countryCode: string): number {
  const percent = vatPercent[countryCode] ?? 21;
  return Math.round((grossMinor * percent) / (100 + percent));
}

const vatPercent: Readonly<Record<string, number>> = { RO: 21, IT: 22, GB: 20, IE: 23, DE: 19 };

/** The sum of the order's lines before discount and shipping, in minor units of the order's currency. */
export function orderItemsMinor(order: Pick<FakeOrder, "items">): number {
  return order.items.reduce((sum, item) => sum + item.unitPriceMinor * item.quantity, 0);
}

/** What the buyer pays for the order: items minus discount plus shipping, in minor units. Prices include tax, so `taxMinor` is not added. */
export function orderTotalMinor(order: Pick<FakeOrder, "items" | "discountMinor" | "shippingMinor">): number {
  return orderItemsMinor(order) - order.discountMinor + order.shippingMinor;
}

/** The sum of the order's refunds, in minor units. */
export function orderRefundedMinor(order: Pick<FakeOrder, "refunds">): number {
  return order.refunds.reduce((sum, refund) => sum + refund.amountMinor, 0);
}
