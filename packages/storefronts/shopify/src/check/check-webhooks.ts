import type { AdapterContext, CheckItem } from "@askonce/spec";
import { readSubscriptions } from "../documents/read-installation.ts";
import type { AdminApi } from "../graphql/admin-api.ts";

const item = { id: "webhooks", title: "Webhooks" } as const;

/** Topics without which changes are noticed late, at the next reconciliation. */
export const neededTopics = [
  "orders/updated",
  "orders/cancelled",
  "fulfillments/update",
  "fulfillment_events/create",
  "refunds/create",
] as const;

const configuration = "Webhooks of the app's configuration file are not listed by Shopify's API; if yours are there, all is well.";

export async function checkWebhooks(
  options: { api: AdminApi; hasWebhooks: boolean },
  _granted: readonly string[],
  context: AdapterContext,
): Promise<CheckItem> {
  if (!options.hasWebhooks) {
    return {
      ...item,
      state: "warning",
      detail: "No webhook secret is set: changes are only noticed by reconciliation.",
      remedy: "Set webhookSecrets to the app's API secret.",
    };
  }
  const answer = await options.api.read(readSubscriptions, {}, context);
  const subscribed = (answer.data.webhookSubscriptions?.nodes ?? []).map((node) => node.topic);
  const missing = neededTopics.filter((topic) => !subscribed.includes(topic.toUpperCase().replace("/", "_")));
  if (missing.length === 0) return { ...item, state: "ok", detail: "The app is told of changes.", remedy: null };
  return {
    ...item,
    state: "warning",
    detail: `Not subscribed through the API: ${missing.join(", ")}. ${configuration}`,
    remedy: `Add ${missing.join(", ")} to [[webhooks.subscriptions]] of the app's configuration file.`,
  };
}
