import type { Carrier } from "./carriers.ts";
import type { Country } from "./places.ts";
import type { Random } from "./random.ts";

/** What all orders of one generated shop share. */
export interface OrderMaker {
  random: Random;
  now: number;
  currency: string;
  homeCountry: Country;
  /** The next free id of a kind. */
  nextId(kind: "item" | "parcel" | "refund" | "note"): number;
  /** A tracking number that no other parcel of the shop has. */
  trackingNumber(carrier: Carrier): string;
}
