import type { AdapterContext, CheckItem, CheckReport } from "@askonce/spec";
import type { WooClient } from "../client/woo-client.ts";
import type { WooCommerceSettings } from "../options.ts";
import { checkItem, skipped } from "./check-item.ts";
import { checkClock } from "./clock.ts";
import { checkCredentials, checkCustomers } from "./credentials.ts";
import { readSiteIndex } from "./site-index.ts";
import { checkVersion } from "./version.ts";
import { checkWebhooks } from "./webhooks.ts";

/** Address, encryption, clock, keys, permissions, version, webhooks: in this order, as each needs the ones before. */
export async function check(client: WooClient, settings: WooCommerceSettings, context: AdapterContext): Promise<CheckReport> {
  const index = await readSiteIndex(settings.url, settings.timeoutMs, context);
  const isHttps = settings.url.startsWith("https:");
  const checks: CheckItem[] = [
    index.item,
    checkHttps(isHttps, settings.auth),
    checkClock(index.siteTimeMs, context.clock.now(), !isHttps),
    ...(await checkCredentials(client, context)),
  ];
  const mayRead = checks.some(({ id, state }) => id === "permissions" && state === "ok");
  if (mayRead) {
    checks.push(
      await checkCustomers(client, context),
      await checkVersion(client, index.hasFulfillments, context),
      await checkWebhooks(client, settings.webhookSecrets.length > 0, context),
    );
  } else {
    checks.push(skipped("version", "WooCommerce version", "Needs working keys"), skipped("webhooks", "Webhooks", "Needs working keys"));
  }
  return { ok: checks.every(({ state }) => state !== "failed"), checks };
}

function checkHttps(isHttps: boolean, auth: WooCommerceSettings["auth"]): CheckItem {
  const title = "Encryption";
  if (!isHttps) {
    const detail = "Orders and addresses travel unencrypted; the keys themselves do not travel";
    return checkItem("https", "warning", title, detail, "Install a certificate in the shop and set the url option to https");
  }
  if (auth !== "query") return checkItem("https", "ok", title, "The connection is encrypted");
  const detail = "The keys stand in every address and so in the server's access log";
  return checkItem("https", "warning", title, detail, "Set auth to auto or basic if the host passes on the Authorization header");
}
