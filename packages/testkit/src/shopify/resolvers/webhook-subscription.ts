import { gid } from "../ids.ts";
import type { WebhookSubscriptionRecord } from "../store.ts";
import type { FieldResolvers } from "./field-resolvers.ts";

export const webhookSubscriptionResolvers: FieldResolvers<WebhookSubscriptionRecord> = {
  id: (subscription) => gid("WebhookSubscription", subscription.id),
  legacyResourceId: (subscription) => subscription.id,
  updatedAt: (subscription) => subscription.createdAt,
  metafieldNamespaces: () => [],
  metafields: () => [],
  name: () => null,
  apiVersion: (_subscription, _given, context) => ({ handle: context.version, displayName: context.version, supported: true }),
};
