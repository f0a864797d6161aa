import { type AdapterContext, AskonceError, type CheckItem, type CheckReport } from "@askonce/spec";
import type { MemoryRequest } from "./memory-request.ts";

/** Asks the memory shop for its status, and reports a refusal instead of throwing it. */
export async function checkMemoryShop(request: MemoryRequest, context: AdapterContext): Promise<CheckReport> {
  try {
    await request("/status", context);
    return report({ id: "credentials", state: "ok", title: "Access token", detail: "The shop accepted the access token", remedy: null });
  } catch (error) {
    if (!AskonceError.is(error)) throw error;
    if (error.code === "ADAPTER_UNAUTHORIZED") {
      return report({
        id: "credentials",
        state: "failed",
        title: "Access token",
        detail: "The shop refused the access token",
        remedy: "Give the adapter the access token that the shop shows",
      });
    }
    return report({
      id: "connection",
      state: "failed",
      title: "Connection",
      detail: `The shop could not be asked (${error.code})`,
      remedy: "See whether the shop is up, and try again",
    });
  }
}

function report(item: CheckItem): CheckReport {
  return { ok: item.state === "ok", checks: [item] };
}
