import { checkItem } from "@askonce/adapter-kit";
import { type AdapterContext, AskonceError, type CheckItem, type CheckReport } from "@askonce/spec";
import { listChanges } from "../changes/list-changes.ts";
import type { SamedayClient } from "../client/sameday-client.ts";
import type { SamedaySettings } from "../options.ts";

/** Signs in, then reads the last minute's changes, as each needs the one before. */
export async function check(client: SamedayClient, settings: SamedaySettings, zone: string, context: AdapterContext): Promise<CheckReport> {
  const isHttps = settings.baseUrl.startsWith("https:");
  const credentials = await checkCredentials(client, settings, context);
  const changes =
    credentials.state === "ok"
      ? await checkChanges(client, zone, context)
      : item("changes", "skipped", "Changes of the account", "Needs working credentials");
  const checks = [
    isHttps
      ? item("https", "ok", "Encryption", "The connection is encrypted")
      : item(
          "https",
          "warning",
          "Encryption",
          "Password and parcels travel unencrypted",
          "Use an https address, unless this is a simulator",
        ),
    credentials,
    changes,
    ...(settings.publicTracking
      ? [
          item(
            "public-tracking",
            "warning",
            "Public tracking",
            "Numbers that the account does not know are asked for at an interface that the courier does not offer to shops",
            "Switch publicTracking off unless other accounts' parcels have to be followed",
          ),
        ]
      : []),
  ];
  return { ok: checks.every(({ state }) => state !== "failed"), checks };
}

async function checkCredentials(client: SamedayClient, settings: SamedaySettings, context: AdapterContext): Promise<CheckItem> {
  const title = "Username and password";
  if (settings.credentials === null)
    return item("credentials", "skipped", title, "Public tracking only: the account's changes are not read");
  return await checkItem(
    { id: "credentials", title },
    async () => {
      await client.signIn(context);
      return { state: "ok", detail: "Sameday accepts them", remedy: null };
    },
    (error) => ({
      remedy: AskonceError.is(error, "ADAPTER_UNAUTHORIZED", "ADAPTER_FORBIDDEN", "ADAPTER_REJECTED")
        ? `Copy both again from Sameday's message about the API, and make sure that the account is one of the country ${settings.country}`
        : "Try again; if it persists, ask Sameday whether its API is available",
    }),
    context,
  );
}

function checkChanges(client: SamedayClient, zone: string, context: AdapterContext): Promise<CheckItem> {
  const now = context.clock.now();
  const span = { since: new Date(now - 60_000).toISOString(), until: new Date(now).toISOString(), cursor: null };
  return checkItem(
    { id: "changes", title: "Changes of the account" },
    async () => {
      await listChanges(client, span, zone, context);
      return { state: "ok", detail: "They can be read", remedy: null };
    },
    () => ({ remedy: "Ask Sameday to open status-sync for this account" }),
    context,
  );
}

function item(id: string, state: CheckItem["state"], title: string, detail: string, remedy: string | null = null): CheckItem {
  return { id, state, title, detail, remedy };
}
