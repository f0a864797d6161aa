import { parseMoney, shopMoneyOnly } from "@askonce/adapter-kit";
import { AskonceError, type DualMoney } from "@askonce/spec";
import type { WooOrder } from "../schemas/woo-order.ts";

export interface OrderMoney {
  /** The sum of decimal texts in the order's currency, rounded once at its end. */
  sum(...decimals: (string | number)[]): DualMoney;
  /** A part as the buyer saw it: with its tax when the shop's prices include tax, without it when they do not. */
  part(net: string | number, tax: string | number): DualMoney;
}

/**
 * WooCommerce keeps one currency for an order, the one the buyer paid in, so there are no second amounts: `presentment` is `null`.
 * WooCommerce's parts of a sum are always without tax.
 */
export function orderMoney(order: Pick<WooOrder, "currency" | "prices_include_tax">): OrderMoney {
  const currency = order.currency.toUpperCase();
  const sum = (...decimals: (string | number)[]): DualMoney => {
    return shopMoneyOnly(parseMoney(addDecimals(decimals), currency));
  };
  return { sum, part: (net, tax) => (order.prices_include_tax ? sum(net, tax) : sum(net)) };
}

const digits = 6;

/** Parts are added before they are rounded: 0.835 net and 0.165 tax are 1.00, not 1.01. */
function addDecimals(decimals: readonly (string | number)[]): string {
  const sum = decimals.reduce((total, decimal) => total + scaled(decimal), 0n);
  const text = String(sum < 0n ? -sum : sum).padStart(digits + 1, "0");
  return `${sum < 0n ? "-" : ""}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** Millionths. */
function scaled(decimal: string | number): bigint {
  const match = /^\s*(-?)\+?(\d{1,18})(?:\.(\d*))?\s*$/.exec(typeof decimal === "number" ? decimal.toFixed(digits) : decimal);
  if (!match?.[2]) throw new AskonceError("ADAPTER_BAD_RESPONSE", { message: "An amount is not a decimal number" });
  const value = BigInt(match[2] + (match[3] ?? "").slice(0, digits).padEnd(digits, "0"));
  return match[1] === "-" ? -value : value;
}
