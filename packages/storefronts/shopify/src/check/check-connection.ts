import { AskonceError, type CheckItem } from "@askonce/spec";

const item = { id: "credentials", title: "Credentials" } as const;

/** The token works. Whose is it? */
export function checkConnection(actualDomain: string | null, expectedDomain: string | null): CheckItem {
  if (actualDomain === null || expectedDomain === null || actualDomain === expectedDomain) {
    return { ...item, state: "ok", detail: `Connected to ${actualDomain ?? "the shop"}.`, remedy: null };
  }
  return {
    ...item,
    state: "warning",
    detail: `The API answers for ${actualDomain}, but the shop is set to ${expectedDomain}.`,
    remedy: `Set the option shop to ${actualDomain}: webhooks carry that domain and would be refused.`,
  };
}

const remedies: Readonly<Record<string, string>> = {
  ADAPTER_UNAUTHORIZED:
    "Check the access token, or client id and secret, in the Dev Dashboard. For client credentials the app has to be installed in the shop, and app and shop have to belong to one organization.",
  ADAPTER_FORBIDDEN: "Grant the app access to this shop and install it again.",
  ADAPTER_RATE_LIMITED: "Wait a minute and run the check again. If it stays so, another app uses up the shop's API limit.",
  ADAPTER_TIMEOUT: "Run the check again. If it stays so, look at the network between this server and Shopify.",
  ADAPTER_UNREACHABLE: "Check the shop's domain, and that this server can reach it over https.",
  ADAPTER_UNAVAILABLE: "Shopify has a problem: see https://www.shopifystatus.com and run the check again later.",
  ADAPTER_BAD_RESPONSE: "Check the shop's domain: a web page answered instead of the API.",
  ADAPTER_REJECTED: "Check that the shop exists, is open, and is spelled as in its admin.",
};

/** Why not even the first question was answered. */
export function explainFailure(error: unknown): CheckItem {
  const code = AskonceError.is(error) ? error.code : "INTERNAL";
  const status = AskonceError.is(error) && typeof error.details.status === "number" ? `, status ${error.details.status}` : "";
  const title = AskonceError.is(error) ? error.message : "The check failed";
  return { ...item, state: "failed", detail: `${title} (${code}${status}).`, remedy: remedies[code] ?? "Run the check again." };
}
