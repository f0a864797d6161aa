import { type Instant, type Money, minorUnitDigits } from "@askonce/spec";
import { Temporal } from "temporal-polyfill";
import type { PacketWords } from "./words/packet-words.ts";

/**
 * `2026-11-21 12:00 (+02:00)`: year first, because 3/4 and 4/3 are both read in Europe, and with the difference from UTC, because a claim
 * is read by somebody in another zone.
 */
export function writeInstant(instant: Instant, zone: string): string {
  const local = Temporal.Instant.from(instant).toZonedDateTimeISO(zone);
  return `${local.toPlainDate()} ${local.toPlainTime().toString({ smallestUnit: "minute" })} (${local.offset})`;
}

/** `1299.90 RON`, with the decimal mark of the language. */
export function writeMoney(money: Money, words: PacketWords): string {
  const digits = minorUnitDigits(money.currency);
  const padded = String(Math.abs(money.amountMinor)).padStart(digits + 1, "0");
  const whole = padded.slice(0, padded.length - digits);
  const decimals = digits === 0 ? "" : `${words.decimalMark}${padded.slice(-digits)}`;
  return `${money.amountMinor < 0 ? "−" : ""}${whole}${decimals} ${money.currency}`;
}

/** One sum for each currency, in the order in which they come: amounts of two currencies are never added. */
export function sumByCurrency(lines: readonly { quantity: number; unitValue: Money }[]): Money[] {
  const sums = new Map<string, number>();
  for (const { quantity, unitValue } of lines) {
    sums.set(unitValue.currency, (sums.get(unitValue.currency) ?? 0) + quantity * unitValue.amountMinor);
  }
  return Array.from(sums, ([currency, amountMinor]) => ({ amountMinor, currency }));
}
