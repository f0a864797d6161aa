import type { AdapterContext } from "@askonce/spec";
import { readInstallation } from "../documents/read-installation.ts";
import type { AdminApi } from "../graphql/admin-api.ts";

/** How long an answer is believed, in milliseconds: merchants change scopes seldom. */
const believedForMs = 10 * 60_000;

/** Orders placed longer ago than this are hidden from a connection without `read_all_orders`, in milliseconds. */
export const orderWindowMs = 60 * 86_400_000;

export interface GrantedScopes {
  /** Whether old orders can be seen; `null` when Shopify does not say. */
  readsAllOrders(context: AdapterContext): Promise<boolean | null>;
}

export function grantedScopes(api: AdminApi): GrantedScopes {
  let known: { readsAll: boolean | null; until: number } | null = null;
  return {
    async readsAllOrders(context) {
      const now = context.clock.now();
      if (known && now < known.until) return known.readsAll;
      const answer = await api.read(readInstallation, {}, context);
      const scopes = answer.data.currentAppInstallation?.accessScopes.map((scope) => scope.handle);
      known = { readsAll: scopes?.includes("read_all_orders") ?? null, until: now + believedForMs };
      return known.readsAll;
    },
  };
}
