/**
 * Currencies that do not have two decimals, by their number of decimals, from ISO 4217's list of 2026. `Intl` is not a source for this: it
 * follows CLDR, which writes Hungarian forints without decimals, and its data differ between a server and a browser.
 */
const exceptions = [
  [0, "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF"],
  [3, "BHD IQD JOD KWD LYD OMR TND"],
  [4, "CLF UYW"],
] as const;

/** How many decimals a currency has: 2 for EUR, 0 for JPY, 3 for KWD; 2 for a code that is not in the list. */
export function minorUnitDigits(currency: string): number {
  const found = exceptions.find(([, codes]) => codes.split(" ").includes(currency.toUpperCase()));
  return found?.[0] ?? 2;
}
