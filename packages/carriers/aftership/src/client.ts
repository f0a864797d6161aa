import { createVendorClient, errorForStatus, type VendorRefusal } from "@askonce/adapter-kit";
import { type AdapterContext, AskonceError, type JsonValue } from "@askonce/spec";
import * as z from "zod";
import type { AftershipSettings } from "./options.ts";

/** AfterShip's trackings, as the rest of the adapter sees them. Every error is an AskonceError without URL, key or vendor text. */
export interface AftershipClient {
  get(query: Readonly<Record<string, string>>, context: AdapterContext): Promise<JsonValue>;
  /** Repeated like a read: AfterShip refuses a second registration of one number by its code 4003. */
  post(body: JsonValue, context: AdapterContext): Promise<JsonValue>;
}

export function createAftershipClient(
  settings: Pick<AftershipSettings, "apiKey" | "baseUrl" | "timeoutMs" | "ratePerSecond">,
): AftershipClient {
  const { apiKey, baseUrl, timeoutMs, ratePerSecond } = settings;
  const client = createVendorClient({ baseUrl, timeoutMs, ratePerSecond, headers: { "as-api-key": apiKey }, errorForRefusal });
  return {
    get: (query, context) => client.json({ path: "trackings", query: Object.entries(query) }, context),
    post: (body, context) => client.json({ path: "trackings", json: body }, context),
  };
}

/** AfterShip's number for a refusal, for example 4003 (already registered). */
export function vendorCodeOf(error: unknown): number | null {
  const code = AskonceError.is(error) ? error.details.vendorCode : null;
  return typeof code === "number" ? code : null;
}

const refusalSchema = z.object({ meta: z.object({ code: z.number() }) });

/** By status, with the code of the body's `meta`; a rate limit names its end in a header of its own. */
function errorForRefusal({ status, headers, body, now }: VendorRefusal): AskonceError {
  const code = refusalSchema.safeParse(body).data?.meta.code;
  const error = errorForStatus(status, headers, now, code === undefined ? {} : { vendorCode: code });
  const resetsAt = Number(headers.get("x-ratelimit-reset") ?? Number.NaN) * 1000;
  if (error.code !== "ADAPTER_RATE_LIMITED" || error.retryAfterMs !== null || Number.isNaN(resetsAt)) return error;
  return new AskonceError(error.code, { details: error.details, retryAfterMs: Math.max(0, resetsAt - now) });
}
