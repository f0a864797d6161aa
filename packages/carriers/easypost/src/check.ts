import { checkItem, readVendorResponse } from "@askonce/adapter-kit";
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

function checkCredentials(client: EasypostClient, context: AdapterContext): Promise<CheckItem> {
  const copyKey = "In EasyPost, under Account → API keys, copy the production key";
  return checkItem(
    { id: "credentials", title: "API key" },
    async () => {
      const answer = await client.get("trackers", { page_size: "1" }, context);
      const { trackers } = readVendorResponse(trackerListSchema, answer, "list of trackers");
      return trackers[0]?.mode === "test"
        ? { state: "warning", detail: "The key is for tests: it sees EasyPost's test numbers only", remedy: copyKey }
        : { state: "ok", detail: "EasyPost accepts the key", remedy: null };
    },
    (error) => {
      const isRefused = AskonceError.is(error, "ADAPTER_UNAUTHORIZED", "ADAPTER_FORBIDDEN");
      return { remedy: isRefused ? copyKey : "Try again; if it persists, look at EasyPost's status page" };
    },
    context,
  );
}

async function checkWebhooks(client: EasypostClient, hasSecret: boolean, hasKey: boolean, context: AdapterContext): Promise<CheckItem> {
  const about = { id: "webhooks", title: "Webhooks" } as const;
  const where = "In EasyPost, under Account → Webhooks,";
  if (!hasSecret) {
    const remedy = `${where} add the address of this instance with a secret, and give the secret as webhookSecrets`;
    return { ...about, state: "warning", detail: "Without webhooks each number has to be asked for", remedy };
  }
  if (!hasKey) return { ...about, state: "skipped", detail: "Needs a working key", remedy: null };
  return checkItem(
    about,
    async () => {
      const { webhooks } = readVendorResponse(webhookListSchema, await client.get("webhooks", {}, context), "list of webhooks");
      const on = webhooks.filter((webhook) => webhook.disabled_at === null).length;
      if (on > 0) return { state: "ok", detail: `${on} of ${webhooks.length} webhooks are switched on`, remedy: null };
      const detail =
        webhooks.length === 0 ? "EasyPost has no webhook" : "EasyPost has switched the webhooks off, as it does after failures";
      return { state: "warning", detail, remedy: `${where} add or enable the address of this instance` };
    },
    () => ({ state: "warning", remedy: `${where} look whether one is switched on` }),
    context,
  );
}
