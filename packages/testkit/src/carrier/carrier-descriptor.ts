import type { CarrierAdapterV1, Clock, InboundWebhook } from "@askonce/spec";
import type { CourierEventKind } from "../courier/courier-event.ts";
import type { CourierCountry } from "../courier/courier-places.ts";
import type { CourierWorld } from "../courier/courier-world.ts";
import type { CarrierCapability } from "./carrier-case.ts";

/** What the suite hands to a harness. */
export interface CarrierSetup {
  /** Empty at first. The suite puts parcels into it, in every case its own; the fake has to render them from it. */
  world: CourierWorld;
  /** The world's: of the adapter and of the fake. It stands still while a request is under way and jumps to the end of the next `sleep`. */
  clock: Clock;
  credentials: "valid" | "wrong";
  /**
   * How long one request may take, in milliseconds: give it to an adapter whose time limit runs on real time. `null`: the adapter's
   * default. It is a number in the case about time limits only.
   */
  timeoutMs: number | null;
}

export interface CarrierWebhooks {
  /** What the courier would send about the parcel as it is now; the same bytes as long as it does not move. */
  body(trackingNumber: string): Uint8Array;
  /** A webhook with these bytes, signed as the adapter expects it, with another secret, or not at all. Always a new object. */
  sign(body: Uint8Array, how: "right" | "wrong" | "none"): InboundWebhook;
}

/** One adapter with a fake behind it. Made anew for every case. */
export interface CarrierHarness {
  adapter: CarrierAdapterV1;
  /** Reaches the fake, and nothing else: `(input, init) => fake.handle(new Request(input, init))`. */
  fetch: typeof globalThis.fetch;
  /** Kinds of events that the courier has no word for: the fake leaves them out. A fake of this package tells its own. */
  silentKinds: readonly CourierEventKind[];
  /** Forgets what was signed in, at the courier. Left out when there is nothing to sign in: skip `expired-sign-in` then. */
  expireTokens?(): void;
  /** Required when the adapter has `changes`: how many rows it asks for, or gets, on one page. */
  changesPageSize?: number;
  /** Required when the adapter has `webhooks`. */
  webhooks?: CarrierWebhooks;
  /** Required when the adapter has `pickupPoints`: the id of one that is there. */
  pickupPointId?: string;
  /** Everything that must never come out: passwords, keys, tokens (or how they begin), webhook secrets. At least 6 characters each. */
  secrets: readonly string[];
  close?(): Promise<void> | void;
}

/** `case` skips one, `group` all of a capability that the adapter does not have. Both need a reason that a reader of the table understands. */
export type CarrierSkip = { case: string; reason: string } | { group: CarrierCapability; reason: string };

/** An adapter, presented to the suite. */
export interface CarrierDescriptor {
  /** As it stands in the report, for example `@askonce/sameday`. */
  name: string;
  /** A tracking number of the courier's own shape, another one for every index (from 0). */
  trackingNumber(index: number): string;
  create(setup: CarrierSetup): Promise<CarrierHarness> | CarrierHarness;
  /** Makes the adapter with an option it does not have; must throw `CONFIGURATION_INVALID` and name the field. */
  unknownOption: { field: string; create(): unknown };
  /** Where the parcels travel. Default `RO`. */
  country?: CourierCountry;
  skip?: readonly CarrierSkip[];
}
