import { parseSourceRef, type StorefrontAdapterV1 } from "@askonce/spec";
import { check } from "./check.ts";
import { findOrders } from "./find-orders.ts";
import { listChanges } from "./list-changes.ts";
import { mapOrder } from "./map-order.ts";
import { type CornerOptions, readOptions } from "./options.ts";
import { receiveWebhook } from "./receive-webhook.ts";
import { request } from "./request.ts";

export function corner(options: CornerOptions): StorefrontAdapterV1 {
  const settings = readOptions(options);
  return {
    specVersion: "v1",
    kind: "storefront",
    id: settings.id,
    displayName: "Corner shop",

    async getOrder(ref, context) {
      const source = parseSourceRef(ref);
      // Another adapter's order is not ours, and what is no id of this shop would be another path of its API.
      if (source?.adapterId !== settings.id || !/^\d+$/.test(source.vendorId)) return null;
      const answer = await request(settings, `orders/${source.vendorId}`, context);
      return answer === null ? null : mapOrder(answer, settings);
    },
    findOrders: (query, context) => findOrders(settings, query, context),
    check: (context) => check(settings, context),

    webhooks: { receive: (webhook) => receiveWebhook(settings, webhook) },
    changes: { overlapMs: 60_000, list: (page, context) => listChanges(settings, page, context) },
  };
}
