/**
 * Currencies that do not have two decimals, from ISO 4217's list of 2026. `Intl` is not a source for this: it follows CLDR, which writes
 * Hungarian forints without decimals, and its data differ between a server and a browser.
 */
const digitsByCurrency: Readonly<Record<string, number>> = {
  BIF: 0,
  CLP: 0,
  DJF: 0,
  GNF: 0,
  ISK: 0,
  JPY: 0,
  KMF: 0,
  KRW: 0,
  PYG: 0,
  RWF: 0,
  UGX: 0,
  UYI: 0,
  VND: 0,
  VUV: 0,
  XAF: 0,
  XOF: 0,
  XPF: 0,
  BHD: 3,
  IQD: 3,
  JOD: 3,
  KWD: 3,
  LYD: 3,
  OMR: 3,
  TND: 3,
  CLF: 4,
  UYW: 4,
};

/** How many decimals a currency has: 2 for EUR, 0 for JPY, 3 for KWD; 2 for a code that is not in the list. */
export function minorUnitDigits(currency: string): number {
  return digitsByCurrency[currency.toUpperCase()] ?? 2;
}
