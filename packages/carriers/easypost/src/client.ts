import { createVendorClient, encodeBase64, errorForStatus, type VendorRefusal } from "@askonce/adapter-kit";
import { type AdapterContext, AskonceError, type JsonValue } from "@askonce/spec";
import * as z from "zod";
import type { EasypostSettings } from "./options.ts";

/** EasyPost's API v2, as the rest of the adapter sees it. Every error is an AskonceError without URL, key or vendor text. */
export interface EasypostClient {
  get(path: string, query: Readonly<Record<string, string>>, context: AdapterContext): Promise<JsonValue>;
  /** Repeated like a read: EasyPost answers a second request for a tracker with the first one. */
  createTracker(tracker: Readonly<Record<string, string>>, context: AdapterContext): Promise<JsonValue>;
}

export function createEasypostClient(
  settings: Pick<EasypostSettings, "apiKey" | "baseUrl" | "timeoutMs" | "ratePerSecond">,
): EasypostClient {
  const { apiKey, baseUrl, timeoutMs, ratePerSecond } = settings;
  const authorization = `Basic ${encodeBase64(new TextEncoder().encode(`${apiKey}:`))}`;
  const client = createVendorClient({ baseUrl, timeoutMs, ratePerSecond, headers: { authorization }, errorForRefusal });
  return {
    get: (path, query, context) => client.json({ path, query: Object.entries(query) }, context),
    createTracker: (tracker, context) => client.json({ path: "trackers", json: { tracker: { ...tracker } } }, context),
  };
}

/** Whether EasyPost understood the request and cannot follow such a number: it matches no courier, or not the one that was named. */
export function isUnprocessable(error: unknown): error is AskonceError {
  return AskonceError.is(error, "ADAPTER_REJECTED") && error.details.status === 422;
}

/** EasyPost's own word for a refusal. Only what looks like a code: the message beside it may quote the request. */
const refusalSchema = z.object({ error: z.object({ code: z.string().regex(/^[A-Z0-9_.]{1,80}$/) }) });

function errorForRefusal({ status, headers, body, now }: VendorRefusal): AskonceError {
  const code = refusalSchema.safeParse(body).data?.error.code;
  return errorForStatus(status, headers, now, code === undefined ? {} : { vendorCode: code });
}
