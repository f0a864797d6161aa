import { type LineQuantity, normalizeTrackingNumber, type Parcel } from "@askonce/spec";
import type { FoundParcel } from "./tracking-source.ts";

/**
 * One parcel for each tracking number, however many plugins know it. What comes first in the list has the better source and keeps its
 * word; later ones fill what it left open. A parcel without a number is kept only when nothing else is known: it would most likely be one
 * of the others.
 */
export function mergeParcels(found: readonly FoundParcel[]): Parcel[] {
  const byNumber = new Map<string, FoundParcel[]>();
  const withoutNumber: FoundParcel[] = [];
  for (const parcel of found) {
    const number = parcel.trackingNumber === null ? null : normalizeTrackingNumber(parcel.trackingNumber);
    if (number === null) withoutNumber.push(parcel);
    else byNumber.set(number, [...(byNumber.get(number) ?? []), parcel]);
  }
  // The number, not the plugin's own id: which plugins could be read may differ from one reading to the next.
  const numbered = [...byNumber].flatMap(([number, parcels]) => mergeOne(`tracking:${number}`, parcels));
  if (numbered.length > 0) return numbered;
  return withoutNumber.flatMap((parcel, index) => mergeOne(`${parcel.source}:${parcel.sourceId ?? index}`, [parcel]));
}

function mergeOne(id: string, parcels: readonly FoundParcel[]): Parcel[] {
  const [best] = parcels;
  if (best === undefined) return [];
  const first = <Value>(read: (parcel: FoundParcel) => Value | null): Value | null =>
    parcels.map(read).find((value) => value !== null) ?? null;
  // A label that was printed is less than anything a carrier said.
  const informed =
    parcels.find(({ status }) => status !== "unknown" && status !== "label_created") ??
    parcels.find(({ status }) => status !== "unknown") ??
    best;
  return [
    {
      id,
      fulfillmentId: first((parcel) => parcel.fulfillmentId),
      carrier: first((parcel) => parcel.carrier),
      trackingNumber: first((parcel) => parcel.trackingNumber),
      trackingUrl: first((parcel) => parcel.trackingUrl),
      status: informed.status,
      rawStatus: informed.rawStatus ?? first((parcel) => parcel.rawStatus),
      leg: informed.leg,
      exceptions: informed.exceptions,
      items: mergedItems(parcels),
      shippedAt: first((parcel) => parcel.shippedAt),
      promisedAt: first((parcel) => parcel.promisedAt),
      estimatedAt: first((parcel) => parcel.estimatedAt),
      deliveredAt: first((parcel) => parcel.deliveredAt),
      lastScanAt: first((parcel) => parcel.lastScanAt),
      checkpoints: parcels.find((parcel) => parcel.checkpoints.length > 0)?.checkpoints ?? [],
      source: informed.source,
    },
  ];
}

/** From the best source that names items; one that names them line by line says them in several entries. */
function mergedItems(parcels: readonly FoundParcel[]): LineQuantity[] {
  const source = parcels.find((parcel) => parcel.items.length > 0)?.source;
  const quantities = new Map<string, number>();
  for (const item of parcels.filter((parcel) => parcel.source === source).flatMap((parcel) => parcel.items)) {
    quantities.set(item.lineItemId, (quantities.get(item.lineItemId) ?? 0) + item.quantity);
  }
  return [...quantities].map(([lineItemId, quantity]) => ({ lineItemId, quantity }));
}
