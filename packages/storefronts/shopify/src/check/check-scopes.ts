import type { CheckItem } from "@askonce/spec";

/** Without these, the adapter cannot do what it is for. */
const neededScopes = ["read_orders", "read_customers"] as const;

/** What is missing without each of these. */
const usefulScopes: Readonly<Record<string, string>> = {
  read_returns: "returns are not shown",
  read_fulfillments: "webhooks about parcels cannot be subscribed to",
  read_all_orders: "orders older than 60 days cannot be found",
};

/** The scopes of the connection: what must be there, and what is better there. A write scope includes its read scope. */
export function checkScopes(granted: readonly string[]): CheckItem[] {
  const has = (scope: string): boolean => granted.includes(scope) || granted.includes(scope.replace("read_", "write_"));
  const missing = neededScopes.filter((scope) => !has(scope));
  const first: CheckItem =
    missing.length === 0
      ? { id: "scopes", title: "Permissions", state: "ok", detail: `Granted: ${neededScopes.join(", ")}.`, remedy: null }
      : {
          id: "scopes",
          title: "Permissions",
          state: "failed",
          detail: `Missing: ${missing.join(", ")}.`,
          remedy: `Add ${missing.join(", ")} to the app's access scopes, release the version, and approve it in the shop.`,
        };
  const wanted = Object.entries(usefulScopes).map(([scope, loss]): CheckItem => {
    const item = { id: `scope-${scope.replaceAll("_", "-")}`, title: `Permission ${scope}` };
    if (has(scope)) return { ...item, state: "ok", detail: "Granted.", remedy: null };
    const how = scope === "read_all_orders" ? "Ask Shopify for it on the app's API access page, then add it" : "Add it";
    return { ...item, state: "warning", detail: `Not granted: ${loss}.`, remedy: `${how} to the app's access scopes.` };
  });
  return [first, ...wanted];
}
