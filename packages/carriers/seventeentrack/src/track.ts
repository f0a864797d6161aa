import { readVendorResponse } from "@askonce/adapter-kit";
import { type AdapterContext, type AskonceError, type JsonValue, normalizeTrackingNumber, type TrackedParcel } from "@askonce/spec";
import { type RejectedNumber, registerAnswerSchema, type TrackedNumber, trackInfoAnswerSchema } from "./answer-schema.ts";
import type { SeventeentrackClient } from "./client.ts";
import { alreadyRegistered, errorForCode, isUnknownNumber, notRegistered } from "./error-for-code.ts";
import { mapNumber } from "./map-number.ts";
import type { SeventeentrackSettings } from "./options.ts";

/** Numbers in one request. */
export const batchSize = 40;

/**
 * Looks first, because looking is free; registers what 17TRACK does not know, if it may, and looks again at that.
 *
 * @throws AskonceError `ADAPTER_…`; a refusal of some numbers only is logged when others were found
 */
export async function track(
  client: SeventeentrackClient,
  settings: SeventeentrackSettings,
  trackingNumbers: readonly string[],
  context: AdapterContext,
): Promise<TrackedParcel[]> {
  const found: TrackedParcel[] = [];
  for (let start = 0; start < trackingNumbers.length; start += batchSize) {
    found.push(...(await trackBatch(client, settings, trackingNumbers.slice(start, start + batchSize), context)));
  }
  return found;
}

async function trackBatch(
  client: SeventeentrackClient,
  settings: SeventeentrackSettings,
  trackingNumbers: readonly string[],
  context: AdapterContext,
): Promise<TrackedParcel[]> {
  const first = await look(client, trackingNumbers, context);
  const strangers = first.rejected.filter(({ error }) => error.code === notRegistered).map(({ number }) => number);
  const asked = settings.registerWhenAsked && strangers.length > 0;
  const told = asked ? await tell(client, strangers, settings.defaultCarrier, context) : { registered: [], refused: [] };
  const second = told.registered.length === 0 ? { accepted: [], rejected: [] } : await look(client, told.registered, context);
  const parcels = bestOf([...first.accepted, ...second.accepted], trackingNumbers, settings.timeZone, context.clock.now());
  const refused = [...first.rejected.filter(({ error }) => error.code !== notRegistered), ...told.refused, ...second.rejected];
  const failure = failureOf(refused);
  if (failure !== null && parcels.length === 0) throw failure;
  if (failure !== null) context.logger.warn("17TRACK refused some of the numbers", { vendorCode: failure.details.vendorCode ?? null });
  return parcels;
}

/**
 * Tells 17TRACK to follow a number; one that it follows already stays as it is.
 *
 * @param carrier as the shop writes it; 17TRACK's number for it comes from the options
 * @throws AskonceError `ADAPTER_…`, with 17TRACK's number of the refusal in `details.vendorCode`
 */
export async function register(
  client: SeventeentrackClient,
  settings: Pick<SeventeentrackSettings, "codeOf">,
  trackingNumber: string,
  carrier: string | null,
  context: AdapterContext,
): Promise<void> {
  const code = settings.codeOf(carrier);
  const [refused] = (await tell(client, [trackingNumber], code, context)).refused;
  if (refused) throw errorForCode(refused.error.code);
}

async function look(client: SeventeentrackClient, trackingNumbers: readonly string[], context: AdapterContext) {
  const body = trackingNumbers.map((number): JsonValue => ({ number }));
  const answer = readVendorResponse(trackInfoAnswerSchema, await client.post("gettrackinfo", body, context), "tracking information");
  return { accepted: answer.accepted ?? [], rejected: answer.rejected ?? [] };
}

async function tell(
  client: SeventeentrackClient,
  trackingNumbers: readonly string[],
  carrier: number | undefined,
  context: AdapterContext,
): Promise<{ registered: string[]; refused: RejectedNumber[] }> {
  const body = trackingNumbers.map((number): JsonValue => ({ number, ...(carrier === undefined ? {} : { carrier }) }));
  const answer = readVendorResponse(registerAnswerSchema, await client.post("register", body, context), "registration");
  const rejected = answer.rejected ?? [];
  const known = rejected.filter(({ error }) => error.code === alreadyRegistered);
  return {
    registered: [...(answer.accepted ?? []), ...known].map(({ number }) => number),
    refused: rejected.filter(({ error }) => error.code !== alreadyRegistered),
  };
}

/** Of one number with several couriers the one with the newest event. Numbers that nobody asked for are left out. */
function bestOf(tracked: readonly TrackedNumber[], trackingNumbers: readonly string[], timeZone: string, now: number): TrackedParcel[] {
  const best = new Map<string, TrackedParcel>();
  const wanted = new Set(trackingNumbers.map(normalizeTrackingNumber));
  for (const parcel of tracked.map((entry) => mapNumber(entry, timeZone, now))) {
    const number = parcel && normalizeTrackingNumber(parcel.trackingNumber);
    if (parcel === null || number === null || !wanted.has(number)) continue;
    const other = best.get(number);
    if (other === undefined || newestOf(parcel) > newestOf(other)) best.set(number, parcel);
  }
  return [...best.values()];
}

function newestOf(parcel: TrackedParcel): number {
  const [newest] = parcel.checkpoints;
  return newest ? Date.parse(newest.at) : 0;
}

/** The first refusal that is a failure: not that of a number that no courier knows. */
function failureOf(refused: readonly RejectedNumber[]): AskonceError | null {
  const failing = refused.find(({ error }) => !isUnknownNumber(error.code) && error.code !== notRegistered);
  return failing ? errorForCode(failing.error.code) : null;
}
