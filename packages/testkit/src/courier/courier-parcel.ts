import type { Instant } from "@askonce/spec";
import type { Random } from "../shop-data/random.ts";
import type { CourierEvent } from "./courier-event.ts";
import { type CourierCountry, courierRoutes } from "./courier-places.ts";
import { type CourierScript, courierScripts } from "./courier-scripts.ts";
import { localTime } from "./courier-time.ts";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
/** Shorter than the shortest pause between two steps of a script, so that the order stays. */
const longestDelayMinutes = 25;

export interface NewCourierParcel {
  trackingNumber: string;
  script: CourierScript;
  /** Offsets of the script count from here; seconds are dropped. */
  handedOverAt: Instant;
  /** Default: the world's. */
  country?: CourierCountry;
  /** Who signs for it. Must not come out in logs and errors. Default `Recipient of the test`. */
  recipient?: string;
}

/** A parcel with its whole life, what is still to come included. */
export interface CourierParcel {
  readonly trackingNumber: string;
  readonly script: CourierScript;
  readonly handedOverAt: Instant;
  readonly country: CourierCountry;
  /** IANA zone of its places. */
  readonly zone: string;
  readonly recipient: string;
  readonly pieces: number;
  /** The day that was booked, `YYYY-MM-DD` in `zone`: the one after it was handed over. The window is from 09:00 to 18:00. */
  readonly bookedDate: string;
  /** Oldest first. */
  readonly events: readonly CourierEvent[];
}

/** The booked window on {@link CourierParcel.bookedDate}, on the clocks of the parcel's zone. */
export const bookedWindow = { from: "09:00", until: "18:00" } as const;

export function makeCourierParcel(given: NewCourierParcel, country: CourierCountry, random: Random): CourierParcel {
  const life = courierScripts[given.script];
  const route = courierRoutes[country];
  const handedOverMs = Math.floor(Date.parse(given.handedOverAt) / minuteMs) * minuteMs;
  if (Number.isNaN(handedOverMs)) throw new RangeError(`"${given.handedOverAt}" is not an instant`);
  const booked = localTime(handedOverMs + 24 * hourMs, route.zone);
  return {
    trackingNumber: given.trackingNumber,
    script: given.script,
    handedOverAt: new Date(handedOverMs).toISOString(),
    country,
    zone: route.zone,
    recipient: given.recipient ?? "Recipient of the test",
    pieces: life.pieces,
    bookedDate: `${booked.year}-${booked.month}-${booked.day}`,
    events: life.steps.map((step, index) => {
      const delayMinutes = step.hours === 0 ? 0 : random.integer(0, longestDelayMinutes);
      return {
        id: `${given.trackingNumber}-${index + 1}`,
        kind: step.kind,
        at: new Date(handedOverMs + step.hours * hourMs + delayMinutes * minuteMs).toISOString(),
        ...route[step.place],
        piece: step.piece ?? null,
      };
    }),
  };
}
