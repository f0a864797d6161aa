import { createHmac, timingSafeEqual } from "node:crypto";

/** OAuth's percent-encoding: everything but unreserved characters (RFC 5849, section 3.6). */
function encode(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}

/**
 * Checks a signature over method, address and all parameters but the signature itself. WooCommerce knows no token secret, so the key is
 * the consumer secret followed by `&`.
 *
 * @param address scheme, host and path as the shop knows itself, without query
 */
export function isValidOauthSignature(method: string, address: string, query: URLSearchParams, consumerSecret: string): boolean {
  const algorithm = { "HMAC-SHA256": "sha256", "HMAC-SHA1": "sha1" }[query.get("oauth_signature_method") ?? ""];
  if (algorithm === undefined) return false;
  const pairs = asPhpReads(query)
    .filter(([name]) => name !== "oauth_signature")
    .map(([name, value]): [string, string] => [encode(name), encode(value)])
    .sort(([nameA, valueA], [nameB, valueB]) => compareBytes(nameA, nameB) || compareBytes(valueA, valueB));
  const normalized = pairs.map(([name, value]) => `${name}=${value}`).join("&");
  const base = [method.toUpperCase(), encode(address), encode(normalized)].join("&");
  const expected = createHmac(algorithm, `${consumerSecret}&`).update(base).digest();
  const given = Buffer.from(query.get("oauth_signature") ?? "", "base64");
  return given.length === expected.length && timingSafeEqual(given, expected);
}

/**
 * The parameters as PHP hands them to the shop: of a repeated name the last value stays, unless the name asks for a list. The official client
 * repeats its parameters, and a real shop does not mind.
 */
function asPhpReads(query: URLSearchParams): [string, string][] {
  const last = new Map([...query].filter(([name]) => !name.endsWith("[]")));
  return [...last, ...[...query].filter(([name]) => name.endsWith("[]"))];
}

function compareBytes(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
