import type { Checkpoint, TimeAssumption } from "../entities/checkpoint.ts";
import type { DeliveryException, DeliveryLeg, DeliveryStatus } from "../entities/delivery.ts";
import type { Instant } from "../entities/values.ts";
import type { AdapterBase, CheckReport } from "./adapter.ts";
import type { AdapterContext } from "./adapter-context.ts";
import type { InboundWebhook } from "./storefront.ts";

/** When the courier means to deliver. A day without a time is due at its end in the zone of delivery, which only the core knows. */
export interface CarrierEstimate {
  /** `booked`: promised to sender or buyer when it was handed over; `estimated`: the courier's present guess. */
  kind: "booked" | "estimated";
  /** The day as the courier gives it, `YYYY-MM-DD`, when it gives a day. Either this or `until` is there. */
  date: string | null;
  /** Beginning and end of the window as instants, when it gives times. */
  from: Instant | null;
  until: Instant | null;
  /** When the courier said so, if it tells. */
  statedAt: Instant | null;
  /** The courier's own writing. */
  original: string;
  assumed?: TimeAssumption[];
}

/** What a courier knows of one box. */
export interface TrackedPiece {
  /** As the courier writes it. */
  trackingNumber: string;
  /** In our words, as of the newest information; `unknown` when the courier's word is not in the adapter's table. */
  status: DeliveryStatus;
  leg: DeliveryLeg;
  exceptions: DeliveryException[];
  /** The courier's own word for the status. */
  rawStatus: string | null;
  /** When it came to be so. */
  statusAt: Instant | null;
  deliveredAt: Instant | null;
  /** Newest first, each once; empty when the courier gives only a status. */
  checkpoints: Checkpoint[];
}

/** What a courier knows of one tracking number. */
export interface TrackedParcel extends TrackedPiece {
  /** As given, none twice. */
  estimates: CarrierEstimate[];
  /** The boxes, when the number stands for several; empty when it stands for one. */
  pieces: TrackedPiece[];
  /** Where it is to be collected, when that is so and the courier says where. */
  pickupPoint: { id: string | null; name: string | null } | null;
  /** Until when it is kept there, when the courier says so. */
  pickupUntil: Instant | null;
  /** The number of the way back, when there is another one for it. */
  returnTrackingNumber: string | null;
  /** Codes of this answer that the adapter's table does not hold, `space:code`, each once: for diagnostics, no personal data. */
  unknownCodes: string[];
}

export interface PickupPoint {
  id: string;
  name: string;
  /** `locker`: open as long as its schedule says; `shop`: staffed. */
  kind: "locker" | "shop";
  address: string;
  city: string;
  postcode: string | null;
  countryCode: string;
  /** Local opening hours, `HH:MM`, days 1 (Monday) to 7; `null` when the courier does not say. */
  openingHours: { day: number; opens: string; closes: string }[] | null;
}

/** A stretch of an account's changes. */
export interface CarrierChangesRequest {
  since: Instant;
  /** At most `windowMs` after `since`. */
  until: Instant;
  /** From the page before; `null` for the first one. */
  cursor: string | null;
}

/** A page of changes. What it says of a parcel is a part: it is added to what is known, and takes nothing away. */
export interface CarrierChangesPage {
  parcels: TrackedParcel[];
  nextCursor: string | null;
}

/**
 * A courier, or an aggregator of couriers. Not found is `null`, an unknown state is `unknown` with the raw word kept, a failure is an
 * `AskonceError` with an `ADAPTER_…` code; an answer that is not the courier's (a challenge page with status 200) is a failure that is worth
 * trying again.
 */
export interface CarrierAdapterV1 extends AdapterBase<"carrier"> {
  /** Under which names shops and storefronts write it, folded: `sameday`, `sameday courier`. Empty for one that tracks any courier. */
  readonly carrierNames: readonly string[];
  /** `unofficial`: an interface that the courier does not offer to shops; it has to be chosen by hand and may end at any time. */
  readonly standing?: "official" | "unofficial";
  /** IANA zone of times that come without one. */
  readonly timeZone: string;
  /** How often one number may be asked for at most, in milliseconds. Default 900000. */
  readonly pollEveryMs?: number;
  track(trackingNumber: string, context: AdapterContext): Promise<TrackedParcel | null>;
  check(context: AdapterContext): Promise<CheckReport>;

  /** Several numbers in one request. A number that is not in the answer is unknown to the courier. */
  readonly batches?: {
    readonly size: number;
    track(trackingNumbers: readonly string[], context: AdapterContext): Promise<TrackedParcel[]>;
  };
  readonly changes?: {
    list(request: CarrierChangesRequest, context: AdapterContext): Promise<CarrierChangesPage>;
    /** The longest span one call may cover, in milliseconds. */
    readonly windowMs: number;
    /** How far a window reaches back before the watermark, because the courier's lists lag, in milliseconds. */
    readonly overlapMs: number;
  };
  readonly webhooks?: {
    /**
     * Verifies the signature on the raw bytes and says what the webhook means. Pure: no request, no storage.
     *
     * @throws AskonceError `WEBHOOK_SIGNATURE_INVALID`, `WEBHOOK_UNREADABLE`
     */
    receive(
      webhook: InboundWebhook,
      context: Pick<AdapterContext, "clock" | "logger">,
    ): Promise<{ parcels: { key: string; parcel: TrackedParcel }[] }>;
    /** What this number's webhooks need to be switched on for, at an aggregator that tracks only what it was told to. */
    register?(trackingNumber: string, carrier: string | null, context: AdapterContext): Promise<void>;
  };
  /** Whether a text looks like one of the courier's numbers, 0 to 1. A hint for search, never a key to somebody's order. */
  readonly detect?: (text: string) => number;
  readonly pickupPoints?: { get(id: string, context: AdapterContext): Promise<PickupPoint | null> };
  readonly claims?: {
    /** How long after delivery, or after the day it was due, a claim may be made, in days; with the source of the rule. */
    readonly deadlines: { damaged: number | null; lost: number | null; source: string };
    open?(
      claim: { trackingNumber: string; kind: "lost" | "damaged"; description: string },
      context: AdapterContext,
    ): Promise<{ reference: string }>;
  };
  readonly estimates?: {
    estimate(request: { fromPostcode: string; toPostcode: string; shippedAt: Instant }, context: AdapterContext): Promise<Instant | null>;
  };
}
