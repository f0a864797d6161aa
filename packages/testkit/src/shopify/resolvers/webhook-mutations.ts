import type { ExecutionContext } from "../context.ts";
import { fromGid } from "../ids.ts";
import { shopifyInstant } from "../instant.ts";
import type { WebhookSubscriptionRecord } from "../store.ts";
import { type UserError, userError } from "../user-error.ts";
import type { FieldArguments } from "./field-resolvers.ts";

export function createSubscription(given: FieldArguments, context: ExecutionContext): unknown {
  const input = given.webhookSubscription as Readonly<Record<string, unknown>>;
  const uri = String(input.uri ?? input.callbackUrl ?? "");
  const topic = String(given.topic);
  const refuse = (message: string): unknown => ({
    webhookSubscription: null,
    userErrors: [userError(["webhookSubscription", "callbackUrl"], message)] satisfies UserError[],
  });
  if (!/^(https:\/\/|pubsub:\/\/|arn:aws:events:)/.test(uri)) return refuse("Address is invalid");
  const taken = [...context.store.subscriptions.values()].some((other) => other.topic === topic && other.uri === uri);
  if (taken) return refuse("Address for this topic has already been taken");

  const subscription: WebhookSubscriptionRecord = {
    id: context.store.ids.next("WebhookSubscription"),
    topic,
    uri,
    format: String(input.format ?? "JSON"),
    includeFields: (input.includeFields as string[] | null | undefined) ?? [],
    filter: (input.filter as string | null | undefined) ?? null,
    createdAt: shopifyInstant(context.now),
  };
  context.store.subscriptions.set(subscription.id, subscription);
  return { webhookSubscription: subscription, userErrors: [] };
}

export function deleteSubscription(given: FieldArguments, context: ExecutionContext): unknown {
  const digits = fromGid("WebhookSubscription", String(given.id));
  if (digits === null || !context.store.subscriptions.delete(digits)) {
    return { deletedWebhookSubscriptionId: null, userErrors: [userError(["id"], "Webhook subscription does not exist")] };
  }
  return { deletedWebhookSubscriptionId: given.id, userErrors: [] };
}
