/** Which shop is meant, and where its API answers. */
export interface ShopAddress {
  /** `example.myshopify.com`; `null` for a simulator that was named by its URL only. */
  domain: string | null;
  /** Scheme and host of the API, without a slash at the end. */
  origin: string;
}

const domainSuffixes = "(?:myshopify\\.com|shopify\\.com|myshopify\\.io|shop\\.dev)";
const shopDomain = new RegExp(`^[a-z0-9][a-z0-9_-]*\\.${domainSuffixes}$`);
const adminPath = new RegExp(`^admin\\.${domainSuffixes}/store/([a-z0-9][a-z0-9_-]*)$`);

/**
 * Reads a shop as people write it: its domain, a URL of it, the URL of its admin, or the loopback URL of a simulator. The domains are the
 * ones Shopify's own library accepts (`sanitizeShop`), so that a token is never sent to a look-alike.
 *
 * @returns `null` when it is none of these
 */
export function readShop(text: string): ShopAddress | null {
  const trimmed = text.trim().replace(/\/+$/, "");
  if (isLoopback(trimmed)) return { domain: null, origin: new URL(trimmed).origin };
  const bare = trimmed.replace(/^https:\/\//i, "").toLowerCase();
  const store = adminPath.exec(bare)?.[1];
  const domain = store === undefined ? bare : `${store}.myshopify.com`;
  return shopDomain.test(domain) ? { domain, origin: `https://${domain}` } : null;
}

/** A token goes out over https, or does not leave the machine. */
export function isEndpointAllowed(endpoint: string): boolean {
  return endpoint.startsWith("https://") || isLoopback(endpoint);
}

/** @param endpoint replaces the shop's own origin */
export function resolveShop(shop: string, endpoint: string | undefined): ShopAddress {
  const address = readShop(shop) ?? { domain: null, origin: "https://invalid.invalid" };
  return endpoint === undefined ? address : { ...address, origin: new URL(endpoint).origin };
}

function isLoopback(text: string): boolean {
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return false;
  const { hostname } = new URL(text);
  return hostname === "localhost" || hostname === "[::1]" || /^127(?:\.\d{1,3}){3}$/.test(hostname);
}
