import { type DualMoney, type Instant, type Money, minorUnitDigits } from "@askonce/spec";

/** Dates, amounts and ages in one language, in the machine's own time zone. */
export interface Formats {
  moment(instant: Instant): string;
  day(instant: Instant): string;
  money(money: Money): string;
  /** The buyer's amount, with the shop's in brackets when that is another currency. */
  dual(money: DualMoney): string;
  /** `3 days ago`. */
  age(ageMs: number): string;
}

const locales: Readonly<Record<string, string>> = { en: "en-GB", it: "it-IT", ro: "ro-RO" };
const units = [
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
  ["second", 1000],
] as const;

export function createFormats(language: string): Formats {
  const locale = locales[language] ?? "en-GB";
  const moments = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" });
  const days = new Intl.DateTimeFormat(locale, { dateStyle: "medium" });
  const ages = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  const money = ({ amountMinor, currency }: Money): string => {
    const digits = minorUnitDigits(currency);
    const decimals = { minimumFractionDigits: digits, maximumFractionDigits: digits };
    const format = new Intl.NumberFormat(locale, { style: "currency", currency, currencyDisplay: "code", ...decimals });
    return format.format(amountMinor / 10 ** digits);
  };
  return {
    moment: (instant) => moments.format(Date.parse(instant)),
    day: (instant) => days.format(Date.parse(instant)),
    money,
    dual: ({ shop, presentment }) => (presentment ? `${money(presentment)} (${money(shop)})` : money(shop)),
    age(ageMs) {
      const [unit, size] = units.find(([, size]) => ageMs >= size) ?? ["second", 1000];
      return ages.format(-Math.floor(ageMs / size), unit);
    },
  };
}
