/**
 * How many decimals a currency has: 2 for EUR, 0 for JPY, 3 for KWD; 2 for a code that is not in the list.
 *
 * The list is ISO 4217's of 2026, without the units of account (CLF, UYI, UYW), in which nobody pays. `Intl` is not a source for this: it follows CLDR, which writes Hungarian forints without decimals, and its
 * data differ between a server and a browser.
 *
 * @param currency in capitals, as in every `Money`
 */
export function minorUnitDigits(currency: string): number {
  const code = ` ${currency} `;
  if (" BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF ".includes(code)) return 0;
  return " BHD IQD JOD KWD LYD OMR TND ".includes(code) ? 3 : 2;
}
