import { readVendorResponse } from "@askonce/adapter-kit";
import { type AdapterContext, AskonceError, type CheckItem, type CheckReport } from "@askonce/spec";
import { quotaAnswerSchema } from "./answer-schema.ts";
import type { SeventeentrackClient } from "./client.ts";

/** The key and what is left of the quota. Registers nothing, so it costs nothing. */
export async function check(client: SeventeentrackClient, context: AdapterContext): Promise<CheckReport> {
  const checks = [
    ...(await checkKey(client, context)),
    {
      id: "webhooks",
      state: "skipped",
      title: "Webhooks",
      detail: "17TRACK does not tell whether it sends any",
      remedy: "In 17TRACK's API settings, give the address of this instance as the webhook",
    } satisfies CheckItem,
  ];
  return { ok: checks.every(({ state }) => state !== "failed"), checks };
}

async function checkKey(client: SeventeentrackClient, context: AdapterContext): Promise<CheckItem[]> {
  const credentials = { id: "credentials", title: "Security key" } as const;
  const quota = { id: "quota", title: "Quota" } as const;
  try {
    const { quota_remain: left } = readVendorResponse(quotaAnswerSchema, await client.post("getquota", [], context), "quota");
    const accepted: CheckItem = { ...credentials, state: "ok", detail: "17TRACK accepts the key", remedy: null };
    if (left === null || left === undefined) {
      return [accepted, { ...quota, state: "skipped", detail: "17TRACK does not tell what is left", remedy: null }];
    }
    if (left > 0) return [accepted, { ...quota, state: "ok", detail: `${left} more numbers can be registered`, remedy: null }];
    const remedy = "Buy more in 17TRACK's API settings; numbers that are registered are still followed";
    return [accepted, { ...quota, state: "warning", detail: "No more numbers can be registered", remedy }];
  } catch (error) {
    context.signal.throwIfAborted();
    if (!AskonceError.is(error)) throw error;
    const isRefused = AskonceError.is(error, "ADAPTER_UNAUTHORIZED", "ADAPTER_FORBIDDEN");
    const remedy = isRefused
      ? "In 17TRACK's API settings, copy the security key, and look at the list of allowed addresses"
      : "Try again; if it persists, look at 17TRACK's status";
    return [
      { ...credentials, state: "failed", detail: error.message, remedy },
      { ...quota, state: "skipped", detail: "Needs a working key", remedy: null },
    ];
  }
}
