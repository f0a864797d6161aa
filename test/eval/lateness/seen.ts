import type { Checkpoint, Parcel, TrackedParcel } from "@askonce/spec";
import { instantText } from "../../../packages/core/src/calendars/zone-days.ts";
import type { ParcelLife } from "./life.ts";

/** What the shop's system says of a parcel: it was sent. */
export function reportedParcel(life: ParcelLife): Parcel {
  return {
    id: "1",
    fulfillmentId: "1",
    carrier: life.courier.name,
    trackingNumber: `T${life.index}`,
    trackingUrl: null,
    status: "label_created",
    rawStatus: "fulfilled",
    leg: "forward",
    exceptions: [],
    items: [{ lineItemId: "1", quantity: 1 }],
    shippedAt: instantText(Math.floor(life.labelMs / 1000) * 1000),
    promisedAt: life.checkoutMs === null ? null : instantText(life.checkoutMs),
    estimatedAt: null,
    deliveredAt: null,
    lastScanAt: null,
    checkpoints: [],
    source: "shop",
  };
}

/** How many scans and dates the courier shows by then. */
export function newsUntil(life: ParcelLife, now: number): number {
  let count = 0;
  for (const { visible } of life.scans) if (visible <= now) count += 1;
  for (const { visible } of life.bookings) if (visible <= now) count += 1;
  return count;
}

/** The courier's whole answer at a moment; `null` while it does not know the number. */
export function answerAt(life: ParcelLife, now: number): TrackedParcel | null {
  const scans = life.scans.filter(({ visible }) => visible <= now).sort((one, other) => other.written - one.written);
  const [newest] = scans;
  if (!newest) return null;
  const { zone } = life.courier.places[life.country];
  const checkpoints = scans.map(
    (scan): Checkpoint => ({
      id: `${scan.status}${scan.leg}${scan.at}${scan.exceptions.join()}`,
      at: instantText(scan.written),
      zone,
      status: scan.status,
      leg: scan.leg,
      exceptions: [...scan.exceptions],
      rawStatus: scan.status.toUpperCase(),
      text: null,
      city: scan.city,
      countryCode: null,
      by: "carrier",
    }),
  );
  const statusAt = instantText(newest.written);
  return {
    trackingNumber: `T${life.index}`,
    status: newest.status,
    leg: newest.leg,
    exceptions: [...newest.exceptions],
    rawStatus: newest.status.toUpperCase(),
    statusAt,
    deliveredAt: newest.status === "delivered" ? statusAt : null,
    checkpoints,
    estimates: life.bookings
      .filter(({ visible }) => visible <= now)
      .map(({ kind, date, stated }) => ({ kind, date, from: null, until: null, statedAt: instantText(stated), original: date })),
    pieces: [],
    pickupPoint: null,
    pickupUntil: null,
    returnTrackingNumber: null,
    unknownCodes: [],
  };
}
