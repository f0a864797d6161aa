import type { Clock, Instant } from "@askonce/spec";
import { createRandom } from "../shop-data/random.ts";
import type { CourierEvent, CourierEventKind } from "./courier-event.ts";
import { type CourierFaultQueue, createCourierFaults } from "./courier-faults.ts";
import { type CourierParcel, makeCourierParcel, type NewCourierParcel } from "./courier-parcel.ts";
import { type CourierCountry, courierRoutes } from "./courier-places.ts";

const dayMs = 86_400_000;

/**
 * What can be odd about the list of one parcel. `unknown_code`: the newest event is in a word nobody has heard of. `future_event`: an event
 * lies three days ahead. `out_of_order`: the newest event stands last. `missing_field`: the newest event has no place. `duplicate_events`:
 * each event stands there twice.
 */
export type CourierOddity = "unknown_code" | "future_event" | "out_of_order" | "missing_field" | "duplicate_events";

/** Parcels that move when the clock does. Fakes of couriers render it; it knows none of them. */
export interface CourierWorld {
  readonly clock: Clock;
  /** @throws RangeError when the number is taken, or the instant cannot be read */
  add(parcel: NewCourierParcel): CourierParcel;
  /** With its whole life; `null` when nothing has happened to it yet, as a courier would not know the number. */
  parcel(trackingNumber: string): CourierParcel | null;
  /** Those to which something has happened. */
  parcels(): CourierParcel[];
  /** What has happened until then, to all parcels, oldest first. */
  eventsUntil(nowMs: number): { parcel: CourierParcel; event: CourierEvent }[];
  /** The list as the courier gives it now, newest first unless it is odd; with `piece` only what concerns that piece. */
  shown(trackingNumber: string, piece?: number): CourierEvent[];
  /** The newest of what is shown; `null` when nothing is. */
  latest(trackingNumber: string, piece?: number): CourierEvent | null;
  /** Something happens outside the script, by default now. */
  say(trackingNumber: string, kind: CourierEventKind, at?: Instant): CourierEvent;
  spoil(trackingNumber: string, oddity: CourierOddity): void;
  /** Met by the fakes before they answer. */
  readonly faults: CourierFaultQueue;
}

export interface CourierWorldOptions {
  clock: Clock;
  /** The same seed gives the same minutes. Default 1. */
  seed?: number;
  /** Where the parcels live. Default `RO`. */
  country?: CourierCountry;
}

interface Entry {
  parcel: CourierParcel;
  said: CourierEvent[];
  oddities: Set<CourierOddity>;
}

export function createCourierWorld(options: CourierWorldOptions): CourierWorld {
  const { clock, seed = 1, country: home = "RO" } = options;
  const random = createRandom(seed);
  const entries = new Map<string, Entry>();

  const entryOf = (trackingNumber: string): Entry => {
    const entry = entries.get(trackingNumber);
    if (entry === undefined) throw new RangeError(`There is no parcel "${trackingNumber}" in this world`);
    return entry;
  };
  const happened = ({ parcel, said }: Entry, nowMs: number): CourierEvent[] =>
    [...parcel.events, ...said].filter((event) => Date.parse(event.at) <= nowMs).sort(byTime);
  const known = (entry: Entry | undefined): entry is Entry => entry !== undefined && happened(entry, clock.now()).length > 0;

  function shown(trackingNumber: string, piece?: number): CourierEvent[] {
    const entry = entries.get(trackingNumber);
    if (!known(entry)) return [];
    const early = entry.oddities.has("future_event") ? entry.said.filter((event) => Date.parse(event.at) > clock.now()) : [];
    const list = [...happened(entry, clock.now()), ...early]
      .sort(byTime)
      .filter((event) => piece === undefined || event.piece === null || event.piece === piece)
      .toReversed();
    return spoiled(list, entry.oddities);
  }

  function say(trackingNumber: string, kind: CourierEventKind, at: Instant = new Date(clock.now()).toISOString()): CourierEvent {
    const { parcel, said } = entryOf(trackingNumber);
    const event = {
      id: `${trackingNumber}-said-${said.length + 1}`,
      kind,
      at: new Date(Math.floor(Date.parse(at) / 60_000) * 60_000).toISOString(),
      ...courierRoutes[parcel.country].hub,
      piece: null,
    };
    said.push(event);
    return event;
  }

  return {
    clock,
    faults: createCourierFaults(),
    add: (given) => {
      if (entries.has(given.trackingNumber)) throw new RangeError(`The number "${given.trackingNumber}" is taken`);
      const parcel = makeCourierParcel(given, given.country ?? home, random);
      entries.set(given.trackingNumber, { parcel, said: [], oddities: new Set() });
      return parcel;
    },
    parcel: (trackingNumber) => {
      const entry = entries.get(trackingNumber);
      return known(entry) ? entry.parcel : null;
    },
    parcels: () => [...entries.values()].filter(known).map((entry) => entry.parcel),
    eventsUntil: (nowMs) =>
      [...entries.values()]
        .flatMap((entry) => happened(entry, nowMs).map((event) => ({ parcel: entry.parcel, event })))
        .sort((one, other) => byTime(one.event, other.event)),
    shown,
    latest: (trackingNumber, piece) => shown(trackingNumber, piece).toSorted(byTime).at(-1) ?? null,
    say,
    spoil: (trackingNumber, oddity) => {
      entryOf(trackingNumber).oddities.add(oddity);
      if (oddity === "unknown_code") say(trackingNumber, "unheard_of");
      if (oddity === "future_event") say(trackingNumber, "at_hub", new Date(clock.now() + 3 * dayMs).toISOString());
    },
  };
}

function byTime(one: CourierEvent, other: CourierEvent): number {
  return Date.parse(one.at) - Date.parse(other.at);
}

function spoiled(newestFirst: CourierEvent[], oddities: ReadonlySet<CourierOddity>): CourierEvent[] {
  let list = newestFirst;
  if (oddities.has("missing_field")) {
    list = list.map((event, index) => (index === 0 ? { ...event, city: null, county: null, countryCode: null } : event));
  }
  if (oddities.has("out_of_order")) list = [...list.slice(1), ...list.slice(0, 1)];
  if (oddities.has("duplicate_events")) list = list.flatMap((event) => [event, { ...event }]);
  return list;
}
