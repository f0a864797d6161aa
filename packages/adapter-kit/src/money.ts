import { AskonceError, type DualMoney, type Money, minorUnitDigits } from "@askonce/spec";

/**
 * Reads a vendor's decimal text (`"189.00"`, `"10.0"`, `"-3.5"`) into whole minor units without passing through a float. More decimals than
 * the currency has are rounded half away from zero, as receipts do.
 *
 * @throws AskonceError `ADAPTER_BAD_RESPONSE` when it is not a decimal number
 */
export function parseMoney(decimal: string | number, currency: string): Money {
  const code = currency.toUpperCase();
  const match = /^\s*([+-]?)(\d+)(?:\.(\d*))?\s*$/.exec(typeof decimal === "number" ? decimal.toFixed(6) : decimal);
  if (!match?.[2]) throw new AskonceError("ADAPTER_BAD_RESPONSE", { message: "An amount is not a decimal number" });
  const digits = minorUnitDigits(code);
  const fraction = (match[3] ?? "").padEnd(digits + 1, "0");
  const whole = BigInt(match[2] + fraction.slice(0, digits));
  const rounded = Number(fraction[digits]) >= 5 ? whole + 1n : whole;
  const signed = match[1] === "-" ? -rounded : rounded;
  const amountMinor = Number(signed);
  if (!Number.isSafeInteger(amountMinor)) throw new AskonceError("ADAPTER_BAD_RESPONSE", { message: "An amount is too large" });
  return { amountMinor: amountMinor === 0 ? 0 : amountMinor, currency: code };
}

/** An amount that was charged in the shop's own currency only. */
export function shopMoneyOnly(money: Money): DualMoney {
  return { shop: money, presentment: null };
}
