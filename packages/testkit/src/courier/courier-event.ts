import type { Instant } from "@askonce/spec";

/**
 * What can happen to a parcel, neutral of any courier. `collected` is the recipient taking it out of a locker, `held` a stop without a word
 * why, `unheard_of` a word that no adapter's table can hold.
 */
export const courierEventKinds = [
  "registered",
  "picked_up",
  "at_hub",
  "left_hub",
  "border",
  "out_for_delivery",
  "attempt_failed",
  "refused",
  "held",
  "customs_hold",
  "damaged",
  "lost",
  "redirected",
  "ready_for_pickup",
  "pickup_expired",
  "delivered",
  "collected",
  "return_started",
  "return_in_transit",
  "returned",
  "unheard_of",
] as const;
export type CourierEventKind = (typeof courierEventKinds)[number];

/** One thing that happens to a parcel of the world. */
export interface CourierEvent {
  /** Unique within the parcel and stable. */
  id: string;
  kind: CourierEventKind;
  /** A whole minute, because some couriers write no seconds. */
  at: Instant;
  /** `null` when the courier left it out. */
  city: string | null;
  county: string | null;
  countryCode: string | null;
  /** Which piece of a number that stands for several, from 0; `null` for all of them. */
  piece: number | null;
}
