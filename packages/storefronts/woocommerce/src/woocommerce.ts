import type { StorefrontAdapterV1 } from "@askonce/spec";
import { listChanges, overlapMs } from "./changes/list-changes.ts";
import { check } from "./check/check.ts";
import { createWooClient } from "./client/woo-client.ts";
import { findCustomers, getCustomer } from "./customers/customers.ts";
import { addNote } from "./notes/add-note.ts";
import { readOptions, type WooCommerceOptions } from "./options.ts";
import { findOrders } from "./orders/find-orders.ts";
import { getOrder } from "./orders/get-order.ts";
import { createOfficialClient } from "./transport/official-client.ts";
import { readWebhook, receiveWebhook } from "./webhooks/receive-webhook.ts";
import { signingSecrets } from "./webhooks/webhook-secrets.ts";

/**
 * Connects a WooCommerce shop (8.0 or later) through its REST API `wc/v3`. Needs nothing installed in the shop; with the askonce plugin it
 * sees more of the parcels.
 *
 * References are `woocommerce:<order id>` and `woocommerce:customer/<user id>`. `webhooks` is there when `webhookSecrets` is given.
 *
 * @throws AskonceError `CONFIGURATION_INVALID` naming the fields, never their values
 */
export function woocommerce(options: WooCommerceOptions): StorefrontAdapterV1 {
  const settings = readOptions(options);
  const { id, url, consumerKey, consumerSecret, auth, timeoutMs, ratePerSecond, statusMap, freshForMs, changesPageSize } = settings;
  const transport = settings.transport ?? createOfficialClient({ url, consumerKey, consumerSecret, auth });
  const client = createWooClient({ transport, timeoutMs, ratePerSecond });
  const map = { adapterId: id, url, statusMap, countryCode: settings.countryCode ?? null };
  const secrets = signingSecrets(settings.webhookSecrets);
  return {
    specVersion: "v1",
    kind: "storefront",
    id,
    displayName: "WooCommerce",
    ...(freshForMs === undefined ? {} : { freshForMs }),
    getOrder: (ref, context) => getOrder(client, ref, map, context),
    findOrders: (query, context) => findOrders(client, query, map, context),
    check: (context) => check(client, settings, context),
    ...(secrets.length === 0
      ? {}
      : {
          webhooks: {
            receive: (webhook, context) => receiveWebhook(webhook, secrets, map, context.logger),
            read: (webhook, context) => readWebhook(webhook, map, context.logger),
          },
        }),
    changes: { list: (request, context) => listChanges(client, request, changesPageSize, map, context), overlapMs },
    customers: {
      getCustomer: (ref, context) => getCustomer(client, ref, id, context),
      findCustomers: (query, context) => findCustomers(client, query, map, context),
    },
    orderNotes: { addNote: (ref, note, context) => addNote(client, ref, note, id, context) },
  };
}
