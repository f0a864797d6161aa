import type { DeliveryException, DeliveryLeg, DeliveryStatus } from "@askonce/spec";
import { type Dice, diceOf } from "./dice.ts";
import { endOf } from "./endings.ts";
import { dateText, hoursOf, type TruePlace } from "./true-days.ts";
import { type Country, pickCourier, pickMoment, type TrueCourier, type World } from "./world.ts";

const minuteMs = 60_000;
const hourMs = 3_600_000;
const dayMs = 86_400_000;

/** One scan: when it was, when the courier says it was, and from when it can be seen. */
export interface TrueScan {
  at: number;
  written: number;
  visible: number;
  status: DeliveryStatus;
  leg: DeliveryLeg;
  exceptions: readonly DeliveryException[];
  city: string | null;
}

/** A date the courier gave. */
export interface TrueBooking {
  kind: "booked" | "estimated";
  date: string;
  stated: number;
  visible: number;
}

/** What makes a parcel hard to judge; alarms that were wrong are counted by the first of these that fits. */
export type Hardship = "silence" | "decisiveScanLost" | "offline" | "clock" | "numberReused" | "deliveredByMistake" | "lost" | "storm";

/** What is really so. The detector never sees any of it. */
export interface Truth {
  dueMs: number;
  /** First attempt, ready to be collected, or delivered: the courier's part is done. */
  reachedMs: number | null;
  /** Back at the shop. */
  backMs: number | null;
  lostMs: number | null;
  isLate: boolean;
  ending: "delivered" | "returned" | "lost";
  stormId: number | null;
  hardships: ReadonlySet<Hardship>;
}

export interface ParcelLife {
  index: number;
  courier: TrueCourier;
  country: Country;
  placedMs: number;
  /** The shop makes the label and says "sent". */
  labelMs: number;
  /** What the buyer saw at checkout; `null` when nothing. */
  checkoutMs: number | null;
  product: number;
  /** In the order in which they can be seen. */
  scans: readonly TrueScan[];
  bookings: readonly TrueBooking[];
  truth: Truth;
}

/** Scans that stop the clock. */
const decisive: ReadonlySet<DeliveryStatus> = new Set(["delivery_attempted", "ready_for_pickup", "delivered"]);

export type Step = Pick<TrueScan, "at" | "status"> & Partial<Pick<TrueScan, "leg" | "exceptions" | "city">>;

/** The service a courier's parcels of a country go by, as the shop states it. */
export function serviceOf(courier: TrueCourier, country: Country) {
  return {
    carrier: courier.name,
    originCountry: "RO",
    destinationCountry: country,
    handlingDays: 0,
    transitDays: courier.transitDays[country],
    cutOff: "14:00",
    dueTime: courier.dueTime,
    carrierWeekend: courier.deliversOnSaturday ? [7] : null,
  };
}

/** One parcel from the order to its end. The same seed and index give the same parcel. */
export function liveParcel(world: World, index: number): ParcelLife {
  const { parameters } = world;
  const dice = diceOf(world.seed, index);
  const placedMs = pickMoment(world, dice);
  const courier = pickCourier(world, dice);
  const country: Country = dice.chance(parameters.abroadShare) ? "IT" : "RO";
  const place = courier.places[country];
  const depots = courier.depots[country];
  const depot = depots[Math.floor(depots.length * dice.between(0, 1) ** 2)] ?? null;
  const hardships = new Set<Hardship>();

  const plan = planOf(world, courier, country, placedMs);
  const labelMs = Math.round(Math.max(placedMs + 20 * minuteMs, world.origin.at(plan.shipDay, dice.between(10, 14.5))));
  const checkoutMs = dice.chance(parameters.checkoutDates) ? plan.dueMs : null;
  const bookedDay = courier.booksDates ? (dice.chance(0.15) ? place.later(plan.dueDay, 1) : plan.dueDay) : null;
  const dueMs = checkoutMs ?? (bookedDay === null ? plan.dueMs : place.at(bookedDay, 24) - 1000);

  const wayDice = diceOf(world.seed, index + 0x40000000);
  const way = travel(world, { courier, place, depot, plan }, wayDice);
  const mistaken = way.isDelayed && dice.chance(parameters.deliveredByMistake / courier.delayedShare);
  const ended = endOf(world, { courier, place, depot, arrivalMs: way.arrivalMs, arrivalDay: way.arrivalDay }, dice);
  const steps: Step[] = [{ at: labelMs, status: "label_created" }, ...way.steps];
  if (mistaken) {
    hardships.add("deliveredByMistake");
    steps.push({ at: place.at(way.plannedDay, dice.between(18.5, 20)), status: "delivered", city: depot });
    if (dice.chance(parameters.mistakeCorrected)) steps.push({ at: place.at(way.arrivalDay, 7.5), status: "in_transit", city: depot });
  }
  steps.push(...ended.steps);
  steps.sort((one, other) => one.at - other.at);
  const lost = dice.chance(parameters.lost) ? loseParcel(world, steps, dice) : null;
  if (lost) hardships.add("lost");
  if (way.stormId !== null) hardships.add("storm");

  const scans = tell(world, courier, place, lost?.steps ?? steps, dice, hardships);
  if (dice.chance(parameters.numberReused)) {
    hardships.add("numberReused");
    scans.unshift(...oldParcel(placedMs, dice));
  }
  const isLost = lost !== null && (ended.reachedMs === null || ended.reachedMs > lost.lostMs);
  const reachedMs = isLost ? null : ended.reachedMs;
  const backMs = lost ? null : ended.backMs;
  return {
    index,
    courier,
    country,
    placedMs,
    labelMs,
    checkoutMs,
    product: dice.index(parameters.products),
    scans,
    bookings: bookingsOf(bookedDay, way, labelMs),
    truth: {
      dueMs,
      reachedMs,
      backMs,
      lostMs: lost?.lostMs ?? null,
      isLate: reachedMs === null ? backMs === null || backMs > dueMs : reachedMs > dueMs,
      ending: lost ? "lost" : ended.backMs === null ? "delivered" : "returned",
      stormId: way.stormId,
      hardships,
    },
  };
}

interface Plan {
  shipDay: number;
  dueDay: number;
  dueMs: number;
}

function planOf(world: World, courier: TrueCourier, country: Country, placedMs: number): Plan {
  const service = serviceOf(courier, country);
  const placedDay = world.origin.dayOf(placedMs);
  const isTooLate = placedMs >= world.origin.at(placedDay, hoursOf(service.cutOff));
  const shipDay = world.origin.later(placedDay, isTooLate || !world.origin.works(placedDay) ? 1 : 0);
  const place = courier.places[country];
  const dueDay = place.later(shipDay, service.transitDays);
  return { shipDay, dueDay, dueMs: courier.dueTime === null ? place.at(dueDay, 24) - 1000 : place.at(dueDay, hoursOf(courier.dueTime)) };
}

interface Way {
  steps: Step[];
  plannedDay: number;
  arrivalDay: number;
  arrivalMs: number;
  isDelayed: boolean;
  stormId: number | null;
}

interface Trip {
  courier: TrueCourier;
  place: TruePlace;
  depot: string | null;
  plan: Plan;
}

function travel(world: World, { courier, place, depot, plan }: Trip, dice: Dice): Way {
  const { origin, parameters } = world;
  const pickupDay = dice.chance(parameters.missedPickup) ? origin.later(plan.shipDay, 1) : plan.shipDay;
  const pickupMs = origin.at(pickupDay, dice.between(15.5, 18.5));
  // A day earlier than promised is common where the way is long.
  const spare = origin.dayOf(pickupMs) === plan.shipDay ? plan.dueDay : place.later(plan.dueDay, 1);
  const days = countDays(place, pickupDay, spare);
  const plannedDay = place.later(pickupDay, days > 1 && dice.chance(0.3) ? days - 1 : Math.max(1, days));
  let extra = 0;
  if (dice.chance(courier.delayedShare)) for (extra = 1; extra < 8 && dice.chance(0.4); ) extra += 1;
  let arrivalDay = extra === 0 ? plannedDay : place.later(plannedDay, extra);
  const lastHour = courier.dueTime === null ? 19.5 : hoursOf(courier.dueTime);
  const hour = dice.between(9, extra === 0 ? lastHour - 0.5 : 19);
  let arrivalMs = place.at(arrivalDay, hour);
  let stormId: number | null = null;
  for (const storm of world.storms) {
    const isHit = storm.courier === courier.name && (storm.depot === null || storm.depot === depot);
    if (!isHit || arrivalMs < storm.from || arrivalMs > storm.to) continue;
    stormId = storm.id;
    arrivalDay = place.later(place.dayOf(storm.to), 1 + dice.index(3));
    arrivalMs = place.at(arrivalDay, dice.between(9, 19.5));
  }
  const isClosed = (ms: number) =>
    world.storms.some(
      (storm) => storm.courier === courier.name && (storm.depot === null || storm.depot === depot) && ms >= storm.from && ms <= storm.to,
    );
  const steps: Step[] = [{ at: pickupMs, status: "handed_over", city: courier.depots.RO[0] ?? null }];
  const pass = (at: number, city: string | null, more: Partial<Step> = {}) => {
    if (at > pickupMs && at < arrivalMs && !isClosed(at)) steps.push({ at, status: "in_transit", city, ...more });
  };
  pass(pickupMs + dice.between(2, 5) * hourMs, courier.depots.RO[0] ?? null);
  for (let day = place.later(pickupDay, 1); day < plannedDay; day = place.later(day, 1))
    pass(place.at(day, dice.between(1, 23)), "on the road");
  if (dice.chance(0.8)) pass(place.at(plannedDay, 5 + dice.between(0, 1)), depot);
  const isDelayed = arrivalDay !== plannedDay;
  if (isDelayed) {
    pass(place.at(arrivalDay, 5), depot);
    if (dice.chance(courier.saysDelayed)) pass(place.at(plannedDay, dice.between(19, 31)), depot, { exceptions: ["late"] });
  } else if (dice.chance(courier.saysDelayedWrongly))
    pass(pickupMs + dice.between(0.3, 0.9) * (arrivalMs - pickupMs), depot, { exceptions: ["late"] });
  const vanMs = Math.max(place.at(arrivalDay, 7), arrivalMs - dice.between(0.5, 4) * hourMs);
  steps.push({ at: vanMs, status: "out_for_delivery", city: depot });
  return { steps, plannedDay, arrivalDay, arrivalMs, isDelayed, stormId };
}

function countDays(place: TruePlace, from: number, to: number): number {
  let count = 0;
  for (let day = from + 1; day <= to; day += 1) if (place.works(day)) count += 1;
  return count;
}

/** From some scan on it was never seen again. A courier that admits it says so weeks later. */
function loseParcel({ parameters }: World, steps: readonly Step[], dice: Dice): { steps: Step[]; lostMs: number } | null {
  const first = steps.findIndex(({ status }) => status === "handed_over");
  const end = steps.findIndex(
    ({ status, leg }) => leg !== "return" && (status === "delivered" || status === "delivery_attempted" || status === "ready_for_pickup"),
  );
  const stop = end === -1 ? steps.length : end;
  if (first === -1 || stop <= first + 1) return null;
  const last = first + 1 + dice.index(stop - first - 1);
  const [before, after] = [steps[last - 1], steps[last]];
  if (!before || !after) return null;
  const lostMs = dice.between(before.at, after.at);
  const kept = steps.slice(0, last);
  if (!dice.chance(parameters.lostAdmitted)) return { steps: kept, lostMs };
  const at = lostMs + dice.between(parameters.admittedAfterMs.from, parameters.admittedAfterMs.to);
  return { steps: [...kept, { at, status: dice.chance(0.5) ? "failed" : "on_hold", exceptions: ["lost"] }], lostMs };
}

/** What the courier tells of it: some scans never, some late, some with a wrong clock. */
function tell(
  { parameters }: World,
  courier: TrueCourier,
  place: TruePlace,
  steps: readonly Step[],
  dice: Dice,
  hardships: Set<Hardship>,
): TrueScan[] {
  const isClockWrong = dice.chance(courier.clockMistakes);
  if (isClockWrong) hardships.add("clock");
  const sign = dice.chance(0.5) ? 1 : -1;
  const scans: TrueScan[] = [];
  for (const [position, step] of steps.entries()) {
    const isLast = position === steps.length - 1;
    if (position > 0 && dice.chance(isLast ? courier.finalScanLost : courier.scanLost)) {
      if (isLast || decisive.has(step.status)) hardships.add("decisiveScanLost");
      continue;
    }
    const at = Math.round(step.at / 1000) * 1000;
    let visible = at + dice.wait(parameters.uploadMs);
    if (dice.chance(parameters.offlineShare)) {
      visible += dice.between(parameters.offlineMs.from, parameters.offlineMs.to);
      if (isLast || decisive.has(step.status)) hardships.add("offline");
    }
    for (const silence of courier.silences) {
      if (visible < silence.from || visible > silence.to) continue;
      visible = silence.to + dice.between(0, hourMs);
      hardships.add("silence");
    }
    // Local time that is read as UTC, or the other way around.
    const day = place.dayOf(at);
    const offsetMs = isClockWrong && position > 0 ? sign * (day * dayMs - (place.at(day, 24) - dayMs)) : 0;
    scans.push({
      at,
      written: at + offsetMs,
      visible,
      status: step.status,
      leg: step.leg ?? "forward",
      exceptions: step.exceptions ?? [],
      city: step.city ?? null,
    });
  }
  return scans.sort((one, other) => one.visible - other.visible);
}

function oldParcel(placedMs: number, dice: Dice): TrueScan[] {
  const at = placedMs - dice.between(60, 300) * dayMs;
  const old = (status: DeliveryStatus, ms: number): TrueScan => {
    const written = Math.round(ms / 1000) * 1000;
    return { at: written, written, visible: 0, status, leg: "forward", exceptions: [], city: null };
  };
  return [old("in_transit", at), old("out_for_delivery", at + dayMs), old("delivered", at + dayMs + 4 * hourMs)];
}

function bookingsOf(bookedDay: number | null, way: Way, labelMs: number): TrueBooking[] {
  if (bookedDay === null) return [];
  const stated = Math.round(labelMs / 1000) * 1000;
  const bookings: TrueBooking[] = [{ kind: "booked", date: dateText(bookedDay), stated, visible: labelMs }];
  const last = way.steps.at(-2)?.at;
  // A courier that gives dates revises them: the buyer was told the first one.
  if (way.isDelayed && last !== undefined && last > labelMs) {
    const revised = Math.round(last / 1000) * 1000;
    bookings.push({ kind: "estimated", date: dateText(way.arrivalDay), stated: revised, visible: revised + hourMs });
  }
  return bookings;
}
