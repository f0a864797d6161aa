import { readVendorResponse } from "@askonce/adapter-kit";
import { type AdapterContext, normalizeTrackingNumber, type TrackedParcel } from "@askonce/spec";
import type { SamedayClient } from "../client/sameday-client.ts";
import type { SamedaySettings } from "../options.ts";
import { type AwbStatusAnswer, awbStatusSchema, parcelHistorySchema, publicHistorySchema } from "../schemas/answers.ts";
import { trackedParcel } from "./tracked-parcel.ts";

/** What {@link track} needs to know of its adapter. */
export interface TrackDeps {
  client: SamedayClient;
  settings: Pick<SamedaySettings, "credentials" | "publicTracking">;
  zone: string;
}

/**
 * Asks for a shipment; for a box, when the number is none of a shipment but may be one of a box; and at last the tracking page's interface,
 * when that was switched on.
 */
export async function track(trackingNumber: string, deps: TrackDeps, context: AdapterContext): Promise<TrackedParcel | null> {
  const number = normalizeTrackingNumber(trackingNumber);
  // Anything else would be another path at the courier's.
  if (number === null || !/^[A-Z0-9]{5,40}$/.test(number)) return null;
  if (deps.settings.credentials !== null) {
    const tracked = (await trackShipment(number, deps, context)) ?? (await trackBox(number, deps, context));
    if (tracked !== null) return tracked;
  }
  return deps.settings.publicTracking ? await trackPublicly(number, deps, context) : null;
}

async function trackShipment(number: string, { client, zone }: TrackDeps, context: AdapterContext): Promise<TrackedParcel | null> {
  const body = await client.get(`api/client/awb/${number}/status`, {}, context, { missingIsNull: true });
  if (body === null) return null;
  const answer = readVendorResponse(awbStatusSchema, body, "shipment status");
  const boxes = answer.parcelsStatus;
  return trackedParcel({
    trackingNumber: number,
    rows: rowsOf(answer),
    summary: answer.expeditionSummary,
    pieces: new Map(boxes.length > 1 ? boxes.map((row, index) => [row.parcelAwbNumber ?? `${number}#${index + 1}`, [row]]) : []),
    zone,
    now: context.clock.now(),
  });
}

/** Of one box, its own row comes first, because only that one knows that it is on its way back. */
function rowsOf({ parcelsStatus, expeditionStatus, expeditionHistory }: AwbStatusAnswer): AwbStatusAnswer["expeditionHistory"] {
  const current = expeditionStatus ? [expeditionStatus] : [];
  return [...(parcelsStatus.length === 1 ? parcelsStatus : []), ...current, ...expeditionHistory];
}

/** A box has the shipment's number and three digits. */
async function trackBox(number: string, { client, zone }: TrackDeps, context: AdapterContext): Promise<TrackedParcel | null> {
  if (!/^.{10,}\d{3}$/.test(number)) return null;
  const body = await client.get(`api/client/parcel/${number}/status-history`, {}, context, { missingIsNull: true });
  if (body === null) return null;
  const { parcelSummary, parcelHistory } = readVendorResponse(parcelHistorySchema, body, "box history");
  return trackedParcel({
    trackingNumber: number,
    rows: parcelHistory,
    summary: parcelSummary,
    pieces: new Map(),
    zone,
    now: context.clock.now(),
  });
}

async function trackPublicly(number: string, { client, zone }: TrackDeps, context: AdapterContext): Promise<TrackedParcel | null> {
  const body = await client.getPublic(`api/public/awb/${number}/awb-history`, { _locale: "ro" }, context);
  if (body === null) return null;
  const { awbHistory } = readVendorResponse(publicHistorySchema, body, "public history");
  if (awbHistory.length === 0) return null;
  return trackedParcel({ trackingNumber: number, rows: awbHistory, summary: {}, pieces: new Map(), zone, now: context.clock.now() });
}
