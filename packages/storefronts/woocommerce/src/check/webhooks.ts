import { type AdapterContext, AskonceError, type CheckItem } from "@askonce/spec";
import * as z from "zod";
import type { WooClient } from "../client/woo-client.ts";
import { readGoodRows } from "../orders/read-rows.ts";
import { textSchema } from "../schemas/lenient.ts";
import { checkItem, skipped } from "./check-item.ts";

const title = "Webhooks";
const where = "WooCommerce → Settings → Advanced → Webhooks";
const wanted = ["order.created", "order.updated", "order.deleted"] as const;
/** The count is not in the answers of WooCommerce 10.5; a plugin or a later version may add it. */
const webhookSchema = z.object({
  topic: z.string(),
  status: z.string(),
  delivery_url: textSchema,
  failure_count: z.coerce.number().catch(0),
});

export async function checkWebhooks(client: WooClient, hasSecrets: boolean, context: AdapterContext): Promise<CheckItem> {
  if (!hasSecrets) {
    const detail = "No webhook secret is set: changes are noticed at the next reconciliation only";
    return checkItem("webhooks", "warning", title, detail, `Under ${where}, add webhooks with a secret, and set it as webhookSecrets`);
  }
  const webhooks = await readWebhooks(client, context);
  if (webhooks === null) return skipped("webhooks", title, "Only a shop manager's key may read them");
  const active = new Set(webhooks.filter(({ status }) => status === "active").map(({ topic }) => topic));
  const missing = wanted.filter((topic) => !active.has(topic));
  const disabled = missing.filter((topic) => webhooks.some((webhook) => webhook.topic === topic && webhook.status === "disabled"));
  if (disabled.length > 0) {
    const detail = `Disabled after seven failures in a row: ${disabled.join(", ")}`;
    // Setting one active again does not set its count back: the next failure disables it again.
    return checkItem("webhooks", "failed", title, detail, `Under ${where}, delete the disabled ones and add them again`);
  }
  if (missing.length > 0) {
    const detail = `Not there: ${missing.join(", ")}; such changes are noticed at the next reconciliation only`;
    return checkItem("webhooks", "warning", title, detail, `Under ${where}, add them`);
  }
  const failing = webhooks.filter(({ topic, failure_count }) => (wanted as readonly string[]).includes(topic) && failure_count > 0);
  if (failing.length > 0) {
    return checkItem("webhooks", "warning", title, "The last deliveries failed", "Check that their delivery address can be reached");
  }
  return checkItem("webhooks", "ok", title, `Active: ${wanted.join(", ")}`);
}

async function readWebhooks(client: WooClient, context: AdapterContext) {
  try {
    const { body } = await client.get("webhooks", { per_page: 100 }, context);
    return readGoodRows(webhookSchema, body, "webhooks");
  } catch (error) {
    context.signal.throwIfAborted();
    if (AskonceError.is(error)) return null;
    throw error;
  }
}
