import type { Checkpoint } from "../entities/checkpoint.ts";
import type { DeliveryStatus } from "../entities/delivery.ts";
import type { Instant } from "../entities/values.ts";
import type { AdapterBase, CheckReport } from "./adapter.ts";
import type { AdapterContext } from "./adapter-context.ts";
import type { InboundWebhook } from "./storefront.ts";

/** What a courier knows of one tracking number. */
export interface TrackedParcel {
  trackingNumber: string;
  status: DeliveryStatus;
  rawStatus: string | null;
  estimatedAt: Instant | null;
  deliveredAt: Instant | null;
  /** Newest first. */
  checkpoints: Checkpoint[];
}

export interface PickupPoint {
  id: string;
  name: string;
  address: string;
  city: string;
  countryCode: string;
  openingHours: string | null;
}

/** A courier or an aggregator of couriers. */
export interface CarrierAdapterV1 extends AdapterBase<"carrier"> {
  /** `null` when the courier does not know the number. */
  track(trackingNumber: string, context: AdapterContext): Promise<TrackedParcel | null>;
  check(context: AdapterContext): Promise<CheckReport>;

  readonly changes?: {
    list(
      request: { since: Instant; until: Instant; cursor: string | null },
      context: AdapterContext,
    ): Promise<{ parcels: TrackedParcel[]; nextCursor: string | null }>;
    /** The longest span one call may cover, in milliseconds. */
    readonly windowMs: number;
  };
  readonly webhooks?: {
    receive(
      webhook: InboundWebhook,
      context: Pick<AdapterContext, "clock" | "logger">,
    ): Promise<{ parcels: { key: string; parcel: TrackedParcel }[] }>;
  };
  /** Whether a text looks like one of the courier's numbers, 0 to 1. A hint for search, never a key to somebody's order. */
  readonly detect?: (text: string) => number;
  readonly pickupPoints?: { get(id: string, context: AdapterContext): Promise<PickupPoint | null> };
  readonly claims?: {
    open(
      claim: { trackingNumber: string; kind: "lost" | "damaged"; description: string },
      context: AdapterContext,
    ): Promise<{ reference: string }>;
  };
  readonly estimates?: {
    estimate(request: { fromPostcode: string; toPostcode: string; shippedAt: Instant }, context: AdapterContext): Promise<Instant | null>;
  };
}
