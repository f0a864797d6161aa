import type { Parcel } from "@askonce/spec";
import type { SiteClock } from "../map/site-clock.ts";
import type { WooFulfillment } from "../schemas/woo-fulfillment.ts";
import type { WooOrder } from "../schemas/woo-order.ts";

export interface TrackingInput {
  order: WooOrder;
  /** WooCommerce's own records; empty when the shop has none or they were not read. */
  fulfillments: readonly WooFulfillment[];
  siteClock: SiteClock;
}

/** What one source says about a parcel; whatever it does not say is `null`, `unknown` or empty. */
export type FoundParcel = Omit<Parcel, "id"> & { sourceId: string | null };

/** One plugin's place for tracking data. A reader may throw: the others go on. */
export interface TrackingSource {
  /** Ends up in {@link Parcel.source}. */
  name: string;
  read(input: TrackingInput): FoundParcel[];
}

/** A parcel of which only the given parts are known. */
export function foundParcel(known: Partial<FoundParcel> & Pick<FoundParcel, "source">): FoundParcel {
  return {
    sourceId: null,
    fulfillmentId: null,
    carrier: null,
    trackingNumber: null,
    trackingUrl: null,
    status: "unknown",
    rawStatus: null,
    leg: "forward",
    exceptions: [],
    items: [],
    shippedAt: null,
    promisedAt: null,
    estimatedAt: null,
    deliveredAt: null,
    lastScanAt: null,
    checkpoints: [],
    ...known,
  };
}

/** What "shipped", said by the shop, is worth: the carrier was told. Nobody has scanned the parcel, so it is nothing further. */
export const shopSaysShipped = "label_created";
