/** An amount as the Admin API writes it: a decimal string such as `10.0`. */
export interface MoneyV2 {
  amount: string;
  currencyCode: string;
}

/** The same amount in the shop's currency and in the one the buyer saw. */
export interface MoneyBag {
  shopMoney: MoneyV2;
  presentmentMoney: MoneyV2;
}

/** The currencies of one order and how its stored minor units convert. */
export interface OrderCurrencies {
  shop: string;
  presentment: string;
  /** What one unit of the shop's currency is worth in the presentment currency; 1 when they are the same. */
  rate: number;
  /** Which of the two the order's minor units are stored in. */
  storedIn: "shop" | "presentment";
}

const zeroDecimalCurrencies: ReadonlySet<string> = new Set(["CLP", "ISK", "JPY", "KRW", "PYG", "UGX", "VND", "XAF", "XOF"]);

function digitsOf(currency: string): number {
  return zeroDecimalCurrencies.has(currency) ? 0 : 2;
}

/** Minor units as GraphQL writes money: no trailing zeros, but at least one decimal (`10.0`, `13.5`, `89.99`). */
function graphqlAmount(amountMinor: number, currency: string): string {
  const fixed = (amountMinor / 10 ** digitsOf(currency)).toFixed(digitsOf(currency));
  const trimmed = fixed.includes(".") ? fixed.replace(/0+$/, "") : `${fixed}.`;
  return trimmed.endsWith(".") ? `${trimmed}0` : trimmed;
}

/** Minor units as REST and webhooks write money: always the currency's decimals (`10.00`). */
export function restAmount(amountMinor: number, currency: string): string {
  return (amountMinor / 10 ** digitsOf(currency)).toFixed(digitsOf(currency));
}

/** A decimal string of the given currency in minor units, rounded half up. */
export function parseAmount(amount: string | number, currency: string): number {
  return Math.round(Number(amount) * 10 ** digitsOf(currency));
}

export function money(amountMinor: number, currency: string): MoneyV2 {
  return { amount: graphqlAmount(amountMinor, currency), currencyCode: currency };
}

/** A stored amount in the shop's currency, in minor units. */
export function shopMinor(currencies: OrderCurrencies, storedMinor: number): number {
  return currencies.storedIn === "shop" ? storedMinor : Math.round(storedMinor / currencies.rate);
}

/** A stored amount in the presentment currency, in minor units. */
export function presentmentMinor(currencies: OrderCurrencies, storedMinor: number): number {
  return currencies.storedIn === "presentment" ? storedMinor : Math.round(storedMinor * currencies.rate);
}

/** An amount of the presentment currency as the order stores it, in minor units. */
export function fromPresentmentMinor(currencies: OrderCurrencies, amountMinor: number): number {
  return currencies.storedIn === "presentment" ? amountMinor : Math.round(amountMinor / currencies.rate);
}

export function moneyBag(currencies: OrderCurrencies, storedMinor: number): MoneyBag {
  return {
    shopMoney: money(shopMinor(currencies, storedMinor), currencies.shop),
    presentmentMoney: money(presentmentMinor(currencies, storedMinor), currencies.presentment),
  };
}
