/** Calling codes of the countries whose national form (a leading zero or none) we can complete. Source: ITU-T E.164 assignments. */
const callingCodes: Readonly<Record<string, { code: string; trunk: string; lengths: readonly [number, number] }>> = {
  RO: { code: "40", trunk: "0", lengths: [9, 9] },
  IT: { code: "39", trunk: "", lengths: [6, 11] },
  GB: { code: "44", trunk: "0", lengths: [9, 10] },
  IE: { code: "353", trunk: "0", lengths: [7, 9] },
  DE: { code: "49", trunk: "0", lengths: [6, 11] },
  FR: { code: "33", trunk: "0", lengths: [9, 9] },
  ES: { code: "34", trunk: "", lengths: [9, 9] },
  US: { code: "1", trunk: "1", lengths: [10, 10] },
};

/**
 * A phone number as E.164 (`+40722123456`). Separators are dropped, `00` is read as `+`, the `(0)` of `+44 (0)20 …` is left out (but
 * for Italy, whose numbers keep their zero), a national number is completed with the country's calling code when `countryCode` is given
 * and known.
 *
 * @param countryCode ISO 3166-1 alpha-2 of the shop or the address, for national numbers
 * @returns `null` when it cannot be a whole number; a fragment such as `0722` must never match somebody's order
 */
export function normalizePhone(text: string, countryCode?: string): string | null {
  const compact = text
    // Invisible marks of writing direction come along when a number is copied from a chat.
    .replace(/\p{Cf}/gu, "")
    .trim()
    .replace(/^\(?00\)?/, "+")
    .replace(/^(\+[\d\s]*)\(0\)/, (_, before: string) => (/^\+\s*39/.test(before) ? `${before}0` : before))
    .replace(/[\s().\-–/]/g, "");
  if (/^\+[1-9]\d{7,14}$/.test(compact)) return compact;
  if (!/^\d{6,14}$/.test(compact) || countryCode === undefined) return null;
  const country = callingCodes[countryCode.toUpperCase()];
  if (!country) return null;
  const national = country.trunk !== "" && compact.startsWith(country.trunk) ? compact.slice(country.trunk.length) : compact;
  const [shortest, longest] = country.lengths;
  if (national.length < shortest || national.length > longest) return null;
  return `+${country.code}${national}`;
}
