import { type Money, minorUnitDigits } from "@askonce/spec";

/**
 * How money is written in a language. The number of decimals is ISO 4217's, as in the adapters that made the amounts; a code that is
 * not a currency is written after a number with two decimals rather than hiding the amount.
 */
export function createMoneyFormat(locale: string): (money: Money) => string {
  const formats = new Map<string, Intl.NumberFormat | null>();
  const plain = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });

  function formatOf(currency: string): Intl.NumberFormat | null {
    const known = formats.get(currency);
    if (known !== undefined) return known;
    let made: Intl.NumberFormat | null = null;
    try {
      const digits = minorUnitDigits(currency);
      made = new Intl.NumberFormat(locale, { style: "currency", currency, minimumFractionDigits: digits, maximumFractionDigits: digits });
    } catch {
      // Not three letters. The schema refuses it, but a panel must not break on it.
    }
    formats.set(currency, made);
    return made;
  }

  return ({ amountMinor, currency }) => {
    const format = formatOf(currency);
    if (!format) return `${plain.format(amountMinor / 100)} ${currency}`;
    const written = format.format(amountMinor / 10 ** minorUnitDigits(currency));
    // A hyphen may be left alone at the end of a line; a minus sign stays with its number.
    return written.replace("-", "\u2212");
  };
}
