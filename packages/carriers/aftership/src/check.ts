import { checkItem } from "@askonce/adapter-kit";
import { type AdapterContext, AskonceError, type CheckItem, type CheckReport } from "@askonce/spec";
import type { AftershipClient } from "./client.ts";
import type { AftershipSettings } from "./options.ts";

/** Whether the key is accepted for reading trackings, and whether webhooks can be verified. Registers nothing, so it costs nothing. */
export async function check(
  client: AftershipClient,
  settings: Pick<AftershipSettings, "webhookSecrets">,
  context: AdapterContext,
): Promise<CheckReport> {
  const checks = [await checkCredentials(client, context), checkWebhooks(settings.webhookSecrets.length > 0)];
  return { ok: checks.every(({ state }) => state !== "failed"), checks };
}

function checkCredentials(client: AftershipClient, context: AdapterContext): Promise<CheckItem> {
  return checkItem(
    { id: "credentials", title: "API key" },
    async () => {
      await client.get({ limit: "1" }, context);
      return { state: "ok", detail: "AfterShip accepts the key", remedy: null };
    },
    (error) => ({
      remedy: AskonceError.is(error, "ADAPTER_UNAUTHORIZED", "ADAPTER_FORBIDDEN")
        ? "In AfterShip, under Organization settings → API keys, make a key of the type API key that may read and write trackings"
        : "Try again; if it persists, look at AfterShip's status page",
    }),
    context,
  );
}

function checkWebhooks(hasSecret: boolean): CheckItem {
  const about = { id: "webhooks", title: "Webhooks" } as const;
  if (hasSecret)
    return { ...about, state: "ok", detail: "Webhooks are verified; AfterShip does not tell whether it sends any", remedy: null };
  return {
    ...about,
    state: "warning",
    detail: "Without webhooks each number has to be asked for",
    remedy: "In AfterShip Tracking, under Settings → Webhooks, add the address of this instance and give the secret as webhookSecrets",
  };
}
