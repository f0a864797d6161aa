import type { Parcel } from "@askonce/spec";
import { aftershipSource } from "./aftership.ts";
import { askonceFieldSource } from "./askonce-field.ts";
import { fulfillmentsSource } from "./fulfillments.ts";
import { legacySource } from "./legacy.ts";
import { mergeParcels } from "./merge-parcels.ts";
import { ordersTrackingSource } from "./orders-tracking.ts";
import { shipmentTrackingSource } from "./shipment-tracking.ts";
import { shippingLabelsSource } from "./shipping-labels.ts";
import type { FoundParcel, TrackingInput, TrackingSource } from "./tracking-source.ts";
import { yithSource } from "./yith.ts";

/** Best first. WooCommerce has no one place for tracking, and shops change plugins and keep the old one's data. */
const trackingSources: readonly TrackingSource[] = [
  askonceFieldSource,
  fulfillmentsSource,
  shipmentTrackingSource,
  aftershipSource,
  shippingLabelsSource,
  yithSource,
  ordersTrackingSource,
  legacySource,
];

export interface ReadParcels {
  parcels: Parcel[];
  /** Names of the sources whose data could not be read. */
  failed: string[];
}

/** Each source on its own: one plugin's broken data costs its own parcels, not the order. */
export function readParcels(input: TrackingInput, sources: readonly TrackingSource[] = trackingSources): ReadParcels {
  const failed: string[] = [];
  const found = sources.flatMap((source): FoundParcel[] => {
    try {
      return source.read(input);
    } catch {
      failed.push(source.name);
      return [];
    }
  });
  return { parcels: mergeParcels(found), failed };
}
