import { type Gap, type Order, parseSourceRef, type StorefrontAdapterV1 } from "@askonce/spec";
import { clientCredentialsToken, fixedToken } from "./access/access-token.ts";
import { grantedScopes } from "./access/granted-scopes.ts";
import { resolveShop } from "./access/shop-address.ts";
import { checkShopify } from "./check/check.ts";
import { findCustomers, getCustomer } from "./customers.ts";
import type { OrderAnswer } from "./documents/order-answer.ts";
import { findOrders } from "./find-orders.ts";
import { createAdminApi } from "./graphql/admin-api.ts";
import { changesOverlapMs, listChanges } from "./list-changes.ts";
import type { AfterSales } from "./map/after-sales.ts";
import { type GidType, normalizeGid } from "./map/gid.ts";
import { mapOrder } from "./map/order.ts";
import { readShopifyOptions, type ShopifyOptions } from "./options.ts";
import { fetchAfterSales, fetchOrder } from "./read-order.ts";
import { readWebhook, receiveWebhook } from "./webhooks/receive.ts";

/**
 * A Shopify shop as an askonce storefront, over the Admin GraphQL API.
 *
 * @param options the shop, how to get in, and how its webhooks are signed; without a secret the adapter has no `webhooks`
 * @throws AskonceError `CONFIGURATION_INVALID` naming the fields, never their values
 *
 * @example
 * const storefront = shopify({
 *   shop: "example.myshopify.com",
 *   credentials: { apiKey: process.env.SHOPIFY_API_KEY ?? "", apiSecret: process.env.SHOPIFY_API_SECRET ?? "" },
 * });
 */
export function shopify(options: ShopifyOptions): StorefrontAdapterV1 {
  const { id: adapterId, accessToken, credentials, countryCode, ...settings } = readShopifyOptions(options);
  const address = resolveShop(settings.shop, settings.endpoint);
  const api = createAdminApi({
    address,
    apiVersion: settings.apiVersion,
    timeoutMs: settings.timeoutMs,
    accessToken: credentials
      ? clientCredentialsToken({ ...credentials, origin: address.origin, timeoutMs: settings.timeoutMs })
      : fixedToken(accessToken ?? ""),
  });
  const scopes = grantedScopes(api);
  const secrets = settings.webhookSecrets ?? (credentials ? [credentials.apiSecret] : []);

  const map = (answer: OrderAnswer, afterSales: AfterSales, gaps: Gap[]): Order =>
    mapOrder(answer, { adapterId, origin: address.origin, afterSales, gaps });
  const gidOf = (ref: string, type: GidType): string | null => {
    const parsed = parseSourceRef(ref);
    return parsed?.adapterId === adapterId ? normalizeGid(type, parsed.vendorId) : null;
  };

  return {
    specVersion: "v1",
    kind: "storefront",
    id: adapterId,
    displayName: "Shopify",
    ...(settings.freshForMs === undefined ? {} : { freshForMs: settings.freshForMs }),
    async getOrder(ref, context) {
      const gid = gidOf(ref, "Order");
      if (gid === null) return null;
      const [found, afterSales] = await Promise.all([fetchOrder(api, gid, context), fetchAfterSales(api, gid, context)]);
      return found && map(found.order, afterSales, found.gaps);
    },
    findOrders: (query, context) => findOrders(query, { api, scopes, countryCode, map }, context),
    check: (context) => checkShopify({ api, address, apiVersion: settings.apiVersion, hasWebhooks: secrets.length > 0 }, context),
    ...(secrets.length === 0
      ? {}
      : {
          webhooks: {
            receive: (webhook, context) => receiveWebhook(webhook, { adapterId, shopDomain: address.domain, secrets }, context),
            read: (webhook, context) => readWebhook(webhook, { adapterId, shopDomain: address.domain }, context),
          },
        }),
    changes: {
      list: (request, context) => listChanges(request, { api, scopes, pageSize: settings.changesPageSize, map }, context),
      overlapMs: changesOverlapMs,
    },
    customers: {
      async getCustomer(ref, context) {
        const gid = gidOf(ref, "Customer");
        return gid === null ? null : getCustomer(gid, { api, adapterId }, context);
      },
      findCustomers: (query, context) => findCustomers(query, { api, adapterId, countryCode }, context),
    },
  };
}
