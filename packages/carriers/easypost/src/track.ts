import { readVendorResponse } from "@askonce/adapter-kit";
import { type AdapterContext, normalizeTrackingNumber, type TrackedParcel } from "@askonce/spec";
import { type EasypostClient, isUnprocessable } from "./client.ts";
import { mapTracker } from "./map-tracker.ts";
import type { EasypostSettings } from "./options.ts";
import { type EasypostTracker, trackerListSchema, trackerSchema } from "./tracker-schema.ts";

/** Looks first, because looking is free and a tracker older than three months would be made, and charged for, again. */
export async function track(
  client: EasypostClient,
  settings: EasypostSettings,
  trackingNumber: string,
  context: AdapterContext,
): Promise<TrackedParcel | null> {
  const known = await find(client, trackingNumber, context);
  if (known !== null || !settings.registerWhenAsked) return known && mapTracker(known, settings.timeZone, context.clock.now());
  try {
    return mapTracker(await create(client, settings, trackingNumber, null, context), settings.timeZone, context.clock.now());
  } catch (error) {
    if (!isUnprocessable(error)) throw error;
    context.logger.info("EasyPost cannot follow the number", { vendorCode: error.details.vendorCode ?? null });
    return null;
  }
}

/**
 * Makes a tracker for a number, unless there is one.
 *
 * @param carrier as the shop writes it; EasyPost's name for it comes from the options
 * @throws AskonceError `ADAPTER_…`, with EasyPost's code of the refusal in `details.vendorCode`
 */
export async function register(
  client: EasypostClient,
  settings: Pick<EasypostSettings, "codeOf">,
  trackingNumber: string,
  carrier: string | null,
  context: AdapterContext,
): Promise<void> {
  if ((await find(client, trackingNumber, context)) === null) await create(client, settings, trackingNumber, carrier, context);
}

async function create(
  client: EasypostClient,
  settings: Pick<EasypostSettings, "codeOf">,
  trackingNumber: string,
  carrier: string | null,
  context: AdapterContext,
): Promise<EasypostTracker> {
  const named = settings.codeOf(carrier);
  const answer = await client.createTracker({ tracking_code: trackingNumber, ...(named === undefined ? {} : { carrier: named }) }, context);
  return readVendorResponse(trackerSchema, answer, "tracker");
}

/** Of one number with several couriers or trackers the one that was heard of last, and one with scans before one without. */
async function find(client: EasypostClient, trackingNumber: string, context: AdapterContext): Promise<EasypostTracker | null> {
  const wanted = normalizeTrackingNumber(trackingNumber);
  if (wanted === null) return null;
  const answer = await client.get("trackers", { tracking_code: trackingNumber }, context);
  const { trackers } = readVendorResponse(trackerListSchema, answer, "list of trackers");
  const own = trackers.filter((tracker) => normalizeTrackingNumber(tracker.tracking_code) === wanted);
  own.sort((one, other) => weight(other) - weight(one) || (other.updated_at ?? "").localeCompare(one.updated_at ?? ""));
  return own[0] ?? null;
}

function weight(tracker: EasypostTracker): number {
  return tracker.tracking_details.length > 0 ? 1 : 0;
}
