/**
 * Where a photo's link leads. Links are relative to the API's origin, which may be another one than the desk's; a place for files elsewhere
 * gives whole addresses.
 *
 * @returns `null` for what is no http(s) address: it would end up in a link that an agent follows
 */
export function photoAddress(url: string, apiBaseUrl: string): string | null {
  const address = URL.parse(url, apiBaseUrl);
  return address && (address.protocol === "https:" || address.protocol === "http:") ? address.href : null;
}
