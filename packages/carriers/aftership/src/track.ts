import { readVendorResponse } from "@askonce/adapter-kit";
import { type AdapterContext, AskonceError, type JsonValue, normalizeTrackingNumber, type TrackedParcel } from "@askonce/spec";
import { type AftershipClient, vendorCodeOf } from "./client.ts";
import { mapTracking } from "./map-tracking.ts";
import type { AftershipSettings } from "./options.ts";
import { type AftershipTracking, trackingListSchema } from "./tracking-schema.ts";

/** Numbers, couriers and formats that AfterShip does not take: 4005, 4012, 4017. They are not known to any courier then. */
const unknownNumber: ReadonlySet<number> = new Set([4005, 4012, 4017]);
const alreadyRegistered = 4003;

/** Looks first, because looking is free; registers what AfterShip does not know, if it may, and looks again. */
export async function track(
  client: AftershipClient,
  settings: AftershipSettings,
  trackingNumber: string,
  context: AdapterContext,
): Promise<TrackedParcel | null> {
  const known = await find(client, trackingNumber, context);
  if (known !== null || !settings.registerWhenAsked) return known && mapTracking(known, settings.timeZone, context.clock.now());
  try {
    await register(client, settings, trackingNumber, null, context);
  } catch (error) {
    const code = vendorCodeOf(error);
    if (code === null || !unknownNumber.has(code)) throw error;
    context.logger.info("AfterShip does not take the number", { vendorCode: code });
    return null;
  }
  const registered = await find(client, trackingNumber, context);
  return registered && mapTracking(registered, settings.timeZone, context.clock.now());
}

/**
 * Tells AfterShip to follow a number; one that it follows already stays as it is.
 *
 * @param carrier as the shop writes it; its slug comes from the options
 * @throws AskonceError `ADAPTER_…`, with AfterShip's number of the refusal in `details.vendorCode`
 */
export async function register(
  client: AftershipClient,
  settings: Pick<AftershipSettings, "slugOf">,
  trackingNumber: string,
  carrier: string | null,
  context: AdapterContext,
): Promise<void> {
  const slug = settings.slugOf(carrier);
  const body: JsonValue = { tracking_number: trackingNumber, ...(slug === undefined ? {} : { slug }) };
  try {
    await client.post(body, context);
  } catch (error) {
    if (!AskonceError.is(error) || vendorCodeOf(error) !== alreadyRegistered) throw error;
  }
}

/** Of one number with several couriers the one that was heard of last, and one with scans before one without. */
async function find(client: AftershipClient, trackingNumber: string, context: AdapterContext): Promise<AftershipTracking | null> {
  const wanted = normalizeTrackingNumber(trackingNumber);
  if (wanted === null) return null;
  const answer = await client.get({ tracking_numbers: trackingNumber }, context);
  const { trackings } = readVendorResponse(trackingListSchema, answer, "list of trackings").data;
  const own = trackings.filter((tracking) => normalizeTrackingNumber(tracking.tracking_number) === wanted);
  own.sort((one, other) => weight(other) - weight(one) || (other.updated_at ?? "").localeCompare(one.updated_at ?? ""));
  return own[0] ?? null;
}

function weight(tracking: AftershipTracking): number {
  return tracking.checkpoints.length > 0 ? 1 : 0;
}
