import { type AdapterContext, AskonceError, type CheckItem, type CheckReport } from "@askonce/spec";
import type { ShopAddress } from "../access/shop-address.ts";
import { readInstallation } from "../documents/read-installation.ts";
import type { AdminApi } from "../graphql/admin-api.ts";
import { checkClock } from "./check-clock.ts";
import { checkConnection, explainFailure } from "./check-connection.ts";
import { checkPersonalData } from "./check-personal-data.ts";
import { checkScopes } from "./check-scopes.ts";
import { checkThrottle } from "./check-throttle.ts";
import { checkVersion } from "./check-version.ts";
import { checkWebhooks } from "./check-webhooks.ts";

export interface CheckOptions {
  api: AdminApi;
  address: ShopAddress;
  apiVersion: string;
  /** Whether a secret to verify webhooks with is set. */
  hasWebhooks: boolean;
}

/** Looks at everything that can keep the connection from working. Never throws for a refusal of Shopify: that is what it reports. */
export async function checkShopify(options: CheckOptions, context: AdapterContext): Promise<CheckReport> {
  let installation: Awaited<ReturnType<typeof readTheInstallation>>;
  try {
    installation = await readTheInstallation(options.api, context);
  } catch (error) {
    context.signal.throwIfAborted();
    return report([explainFailure(error)]);
  }
  const granted = (installation.data.currentAppInstallation?.accessScopes ?? []).map((scope) => scope.handle);
  const [personalData, webhooks] = await Promise.all([
    guarded("protected-data", "Customer data", () => checkPersonalData(options.api, granted, context), context),
    guarded("webhooks", "Webhooks", () => checkWebhooks(options, granted, context), context),
  ]);
  return report([
    checkConnection(installation.data.shop?.myshopifyDomain ?? null, options.address.domain),
    ...checkScopes(granted),
    personalData,
    webhooks,
    checkVersion(options.apiVersion, installation.apiVersion),
    checkClock(context.clock.now(), installation.serverTime),
    checkThrottle(installation.throttle),
  ]);
}

function readTheInstallation(api: AdminApi, context: AdapterContext) {
  return api.read(readInstallation, {}, context);
}

/** One look that fails must not hide what the others saw. */
async function guarded(id: string, title: string, look: () => Promise<CheckItem>, context: AdapterContext): Promise<CheckItem> {
  try {
    return await look();
  } catch (error) {
    context.signal.throwIfAborted();
    const code = AskonceError.is(error) ? error.code : "INTERNAL";
    return { id, title, state: "skipped", detail: `It could not be looked at (${code}).`, remedy: "Run the check again." };
  }
}

function report(checks: CheckItem[]): CheckReport {
  return { ok: checks.every((check) => check.state !== "failed"), checks };
}
