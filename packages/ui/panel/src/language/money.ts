import { type Money, minorUnitDigits } from "@askonce/spec";

/**
 * How money is written in a language. The number of decimals is ISO 4217's, as in the adapters that made the amounts; a code that is not a
 * currency is written after its number rather than hiding the amount.
 */
export function createMoneyFormat(locale: string): (money: Money) => string {
  return ({ amountMinor, currency }) => {
    const digits = minorUnitDigits(currency);
    const amount = amountMinor / 10 ** digits;
    let written = `${amount.toFixed(digits)} ${currency}`;
    try {
      written = amount.toLocaleString(locale, {
        style: "currency",
        currency,
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
      });
    } catch {
      // Not three letters. The schema refuses it, but a panel must not break on it.
    }
    // A hyphen may be left alone at the end of a line; a minus sign stays with its number.
    return written.replace("-", "\u2212");
  };
}
