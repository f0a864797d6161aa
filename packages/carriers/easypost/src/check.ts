import { readVendorResponse } from "@askonce/adapter-kit";
import { type AdapterContext, AskonceError, type CheckItem, type CheckReport } from "@askonce/spec";
import type { EasypostClient } from "./client.ts";
import type { EasypostSettings } from "./options.ts";
import { trackerListSchema, webhookListSchema } from "./tracker-schema.ts";

/** The key, whether it is one for tests, and whether webhooks come. Makes no tracker, so it costs nothing. */
export async function check(
  client: EasypostClient,
  settings: Pick<EasypostSettings, "webhookSecrets">,
  context: AdapterContext,
): Promise<CheckReport> {
  const credentials = await checkCredentials(client, context);
  const webhooks = await checkWebhooks(client, settings.webhookSecrets.length > 0, credentials.state !== "failed", context);
  const checks = [credentials, webhooks];
  return { ok: checks.every(({ state }) => state !== "failed"), checks };
}

async function checkCredentials(client: EasypostClient, context: AdapterContext): Promise<CheckItem> {
  const about = { id: "credentials", title: "API key" } as const;
  try {
    const { trackers } = readVendorResponse(
      trackerListSchema,
      await client.get("trackers", { page_size: "1" }, context),
      "list of trackers",
    );
    if (trackers[0]?.mode === "test") {
      const remedy = "In EasyPost, under Account → API keys, copy the production key";
      return { ...about, state: "warning", detail: "The key is for tests: it sees EasyPost's test numbers only", remedy };
    }
    return { ...about, state: "ok", detail: "EasyPost accepts the key", remedy: null };
  } catch (error) {
    context.signal.throwIfAborted();
    if (!AskonceError.is(error)) throw error;
    const isRefused = AskonceError.is(error, "ADAPTER_UNAUTHORIZED", "ADAPTER_FORBIDDEN");
    const remedy = isRefused
      ? "In EasyPost, under Account → API keys, copy the production key"
      : "Try again; if it persists, look at EasyPost's status page";
    return { ...about, state: "failed", detail: error.message, remedy };
  }
}

async function checkWebhooks(client: EasypostClient, hasSecret: boolean, hasKey: boolean, context: AdapterContext): Promise<CheckItem> {
  const about = { id: "webhooks", title: "Webhooks" } as const;
  const where = "In EasyPost, under Account → Webhooks,";
  if (!hasSecret) {
    const remedy = `${where} add the address of this instance with a secret, and give the secret as webhookSecrets`;
    return { ...about, state: "warning", detail: "Without webhooks each number has to be asked for", remedy };
  }
  if (!hasKey) return { ...about, state: "skipped", detail: "Needs a working key", remedy: null };
  try {
    const { webhooks } = readVendorResponse(webhookListSchema, await client.get("webhooks", {}, context), "list of webhooks");
    const on = webhooks.filter((webhook) => webhook.disabled_at === null).length;
    if (on > 0) return { ...about, state: "ok", detail: `${on} of ${webhooks.length} webhooks are switched on`, remedy: null };
    const detail = webhooks.length === 0 ? "EasyPost has no webhook" : "EasyPost has switched the webhooks off, as it does after failures";
    return { ...about, state: "warning", detail, remedy: `${where} add or enable the address of this instance` };
  } catch (error) {
    context.signal.throwIfAborted();
    if (!AskonceError.is(error)) throw error;
    return { ...about, state: "warning", detail: error.message, remedy: `${where} look whether one is switched on` };
  }
}
