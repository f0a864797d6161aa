const symbols: Record<string, string> = {
  RON: "lei",
  EUR: "€",
  GBP: "£",
  USD: "$",
  HUF: "Ft",
  PLN: "zł",
  CZK: "Kč",
  BGN: "лв.",
  CHF: "CHF",
};

/** The `currency_symbol` of an order. A currency outside the table shows its code. */
export function currencySymbol(currency: string): string {
  return symbols[currency] ?? currency;
}

/** Minor units per unit of the currency, for example 100 for EUR and 1 for JPY. */
export function minorPerUnit(currency: string): number {
  const digits = new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;
  return 10 ** digits;
}

/** `18900` in RON is `"189.00"`. WooCommerce writes the shop's number of decimals (2) whatever the currency. */
export function decimalText(amountMinor: number, currency: string): string {
  // Adding zero turns -0 into 0: PHP never writes "-0.00" here.
  return (amountMinor / minorPerUnit(currency) + 0).toFixed(2);
}

/** `"189.00"` in RON is `18900`. */
export function minorAmount(text: string, currency: string): number {
  return Math.round(Number(text) * minorPerUnit(currency));
}

/**
 * Splits an amount over weights so that the parts sum up exactly: each part is rounded down, and the units left over go to the largest
 * remainders. With no weight at all everything goes to the first part.
 */
export function allocate(amountMinor: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  if (sum === 0) return weights.map((_, index) => (index === 0 ? amountMinor : 0));
  const exact = weights.map((weight) => (amountMinor * weight) / sum);
  const parts = exact.map(Math.floor);
  const order = exact
    .map((value, index) => ({ index, rest: value - Math.floor(value) }))
    .sort((a, b) => b.rest - a.rest || a.index - b.index);
  let left = amountMinor - parts.reduce((total, part) => total + part, 0);
  for (const { index } of order) {
    if (left <= 0) break;
    parts[index] = (parts[index] ?? 0) + 1;
    left -= 1;
  }
  return parts;
}
