import { isValidOauthSignature } from "./oauth1.ts";
import { RestError } from "./rest-error.ts";

export interface Credentials {
  readonly consumerKey: string;
  readonly consumerSecret: string;
  readonly permission: "read" | "write" | "read_write";
  /** Hosts that do not hand the `Authorization` header to PHP. */
  readonly authorizationHeaderStripped: boolean;
}

export interface Authentication {
  /**
   * Whether the request comes from the owner of the key; `false` is a stranger, whom most routes refuse with 401.
   *
   * @throws {RestError} 401 for a known key with a wrong secret or signature, and for a key without the permission for the method
   */
  isSignedIn(request: Request, url: URL): boolean;
}

const windowSeconds = 15 * 60;
const oauthParameters = ["oauth_consumer_key", "oauth_timestamp", "oauth_nonce", "oauth_signature", "oauth_signature_method"];

/**
 * WooCommerce's key check: Basic or keys in the query over https, OAuth 1.0a in the query over http, and only for addresses with
 * `wp-json/wc/` or `wp-json/wc-` in them (so never for `?rest_route=`).
 */
export function createAuthentication(
  credentials: Credentials,
  site: { isHttps(): boolean; baseUrl(): string; now(): number },
): Authentication {
  const usedNonces = new Map<string, number>();

  function basic(request: Request, query: URLSearchParams): boolean {
    let key = query.get("consumer_key") ?? "";
    let secret = query.get("consumer_secret") ?? "";
    if ((key === "" || secret === "") && !credentials.authorizationHeaderStripped) {
      [key, secret] = basicPair(request.headers.get("authorization"));
    }
    // An unknown key is no error: the request goes on as a stranger's.
    if (key === "" || secret === "" || key !== credentials.consumerKey) return false;
    if (secret !== credentials.consumerSecret) throw refused("Consumer secret is invalid.");
    return true;
  }

  function oauth(request: Request, url: URL): boolean {
    const query = url.searchParams;
    const missing = oauthParameters.filter((name) => !query.get(name));
    if (missing.length === oauthParameters.length) return false;
    if (missing.length > 0) {
      const plural = missing.length > 1 ? "s" : "";
      const message = `Missing OAuth parameter${plural} ${missing.join(", ")}`;
      throw new RestError(401, "woocommerce_rest_authentication_missing_parameter", message);
    }
    if (query.get("oauth_consumer_key") !== credentials.consumerKey) throw refused("Consumer key is invalid.");
    const home = new URL(site.baseUrl());
    const address = `${site.isHttps() ? "https:" : "http:"}//${home.host}${url.pathname}`;
    if (!isValidOauthSignature(request.method, address, query, credentials.consumerSecret)) {
      throw refused("Invalid signature - provided signature does not match.");
    }
    const now = Math.floor(site.now() / 1000);
    const timestamp = Number(query.get("oauth_timestamp"));
    if (!(Math.abs(now - timestamp) <= windowSeconds)) throw refused("Invalid timestamp.");
    for (const [nonce, usedAt] of usedNonces) if (usedAt < now - windowSeconds) usedNonces.delete(nonce);
    const nonce = query.get("oauth_nonce") ?? "";
    if (usedNonces.has(nonce)) throw refused("Invalid nonce - nonce has already been used.");
    usedNonces.set(nonce, timestamp);
    return true;
  }

  return {
    isSignedIn(request, url) {
      if (!url.pathname.includes("wp-json/wc/") && !url.pathname.includes("wp-json/wc-")) return false;
      const known = (site.isHttps() && basic(request, url.searchParams)) || oauth(request, url);
      if (!known) return false;
      const reads = request.method === "GET" || request.method === "HEAD";
      const needed = reads ? "read" : "write";
      if (request.method !== "OPTIONS" && credentials.permission !== needed && credentials.permission !== "read_write") {
        throw refused(`The API key provided does not have ${needed} permissions.`);
      }
      return true;
    },
  };
}

function refused(message: string): RestError {
  return new RestError(401, "woocommerce_rest_authentication_error", message);
}

function basicPair(header: string | null): [string, string] {
  const encoded = /^Basic +([A-Za-z0-9+/=]+)$/i.exec(header ?? "")?.[1];
  if (encoded === undefined) return ["", ""];
  const text = Buffer.from(encoded, "base64").toString("utf8");
  const colon = text.indexOf(":");
  return colon === -1 ? ["", ""] : [text.slice(0, colon), text.slice(colon + 1)];
}
