import type { Carrier } from "./carriers.ts";
import { courierLanguage, courierWords } from "./courier-words.ts";
import { dayMs, hourMs, promisedDay, spread, toInstant, workingHour } from "./instants.ts";
import { type Country, hubs } from "./places.ts";
import type { Random } from "./random.ts";
import type { FakeParcel, FakeParcelEvent } from "./shop.ts";

export type ParcelOutcome = "delivered" | "moving" | "late" | "stuck" | "atLocker" | "attemptFailed";

export interface ParcelPlan {
  id: number;
  carrier: Carrier;
  trackingNumber: string;
  outcome: ParcelOutcome;
  shippedAt: number;
  now: number;
  from: Country;
  to: { country: Country; city: string; pickupPoint: string };
  items: FakeParcel["items"];
}

type EventStatus = FakeParcelEvent["status"];

/** A parcel with the scans that its outcome needs, all of them between `shippedAt` and `now`. */
export function makeParcel(random: Random, plan: ParcelPlan): FakeParcel {
  const lastAt = lastScanAt(random, plan);
  const promisedAt = promise(random, plan, lastAt);
  const deliveredAt = plan.outcome === "delivered" ? toInstant(lastAt) : null;
  return {
    id: plan.id,
    carrier: plan.carrier.name,
    trackingNumber: plan.trackingNumber,
    trackingUrl: plan.carrier.trackingUrl(plan.trackingNumber),
    shippedAt: toInstant(plan.shippedAt),
    promisedAt: promisedAt === null ? null : toInstant(promisedAt),
    estimatedAt: estimate(random, plan, promisedAt),
    deliveredAt,
    items: plan.items,
    events: scans(random, plan, lastAt),
  };
}

function lastScanAt(random: Random, { outcome, shippedAt, now }: ParcelPlan): number {
  switch (outcome) {
    case "delivered": {
      const latest = Math.min(now - hourMs / 2, shippedAt + random.integer(26, 110) * hourMs);
      return workingHour(random, Math.min(shippedAt + 18 * hourMs, latest - 4 * hourMs), latest);
    }
    case "atLocker":
    case "attemptFailed":
      return workingHour(random, shippedAt + (now - shippedAt) * 0.4, now - hourMs / 3);
    case "stuck":
      return random.integer(shippedAt + 10 * hourMs, now - 6 * dayMs - 5 * hourMs);
    case "late":
      return now - random.integer(hourMs, 30 * hourMs);
    case "moving":
      return random.integer(Math.max(shippedAt + (now - shippedAt) * 0.4, now - 22 * hourMs), now - (now - shippedAt) * 0.02);
  }
}

/** Only a late or a stuck parcel has a broken open promise; every other open one still has time. */
function promise(random: Random, { outcome, shippedAt, now }: ParcelPlan, lastAt: number): number | null {
  if (outcome === "late")
    return lastBefore(now - 6 * hourMs, [promisedDay(shippedAt, 2), promisedDay(shippedAt, 1), promisedDay(shippedAt, 0)]);
  if (random.chance(outcome === "stuck" ? 0.35 : 0.12)) return null;
  if (outcome === "stuck") return promisedDay(shippedAt, 2);
  if (outcome === "delivered") {
    const missed = promisedDay(shippedAt, 1);
    if (missed < lastAt && random.chance(0.15)) return missed;
    return firstAfter(lastAt, [promisedDay(lastAt, 0), promisedDay(lastAt, 1)]);
  }
  return firstAfter(now + hourMs, [promisedDay(now, random.integer(0, 2)), promisedDay(now, 1)]);
}

function lastBefore(limit: number, candidates: number[]): number {
  return candidates.find((candidate) => candidate <= limit) ?? limit;
}

function firstAfter(limit: number, candidates: number[]): number {
  return candidates.find((candidate) => candidate > limit) ?? limit + dayMs;
}

function estimate(random: Random, { outcome, now }: ParcelPlan, promisedAt: number | null): string | null {
  if (outcome === "stuck" || random.chance(0.3)) return null;
  if (outcome === "late") return toInstant(promisedDay(now, random.integer(1, 3)));
  return promisedAt === null ? null : toInstant(promisedAt - 2 * hourMs);
}

function scans(random: Random, plan: ParcelPlan, lastAt: number): FakeParcelEvent[] {
  const { shippedAt, outcome } = plan;
  const steps: { status: EventStatus; at: number }[] = [{ status: "labelCreated", at: shippedAt }];
  const morning = ["delivered", "atLocker", "attemptFailed"].includes(outcome);
  const room = lastAt - shippedAt;
  const loadedAt = morning ? lastAt - Math.min(random.integer(hourMs, 5 * hourMs), room * 0.3) : lastAt;
  const pickedUpAt = Math.round(shippedAt + Math.min(random.integer(2 * hourMs, 9 * hourMs), room * 0.25));
  steps.push({ status: "pickedUp", at: pickedUpAt });
  for (const at of spread(random, pickedUpAt, loadedAt, Math.min(3, Math.max(1, Math.floor(room / (10 * hourMs)))))) {
    steps.push({ status: "inTransit", at });
  }
  if (morning) steps.push({ status: "outForDelivery", at: Math.round(loadedAt) });
  steps.push({ status: lastStatus(random, outcome, lastAt), at: lastAt });
  const route = random.shuffle(hubs[plan.to.country]);
  return steps.map((step, index) => ({
    at: toInstant(step.at),
    ...wordsOf(random, plan, step.status),
    ...placeOf(plan, step.status, index, route),
  }));
}

function lastStatus(random: Random, outcome: ParcelOutcome, lastAt: number): EventStatus {
  if (outcome === "atLocker") return "readyForPickup";
  if (outcome === "late") return random.chance(0.4) ? "delayed" : "inTransit";
  if (outcome === "stuck") return "inTransit";
  if (outcome === "moving") {
    const hour = new Date(lastAt).getUTCHours();
    return hour >= 5 && hour < 11 && random.chance(0.5) ? "outForDelivery" : "inTransit";
  }
  return outcome;
}

function wordsOf(random: Random, { to }: ParcelPlan, status: EventStatus): Pick<FakeParcelEvent, "status" | "text"> {
  const text = random.pick(courierWords[courierLanguage[to.country]][status]);
  return { status, text: text.replace("{point}", to.pickupPoint) };
}

/** The first scans are made near the sender, the last in the buyer's city, those between at the hubs of the route, never twice at one. */
function placeOf(
  { from, to }: ParcelPlan,
  status: EventStatus,
  index: number,
  route: string[],
): Pick<FakeParcelEvent, "city" | "countryCode"> {
  if (index < 2) return { city: hubs[from][0] ?? "", countryCode: from };
  if (status === "inTransit" || status === "delayed") return { city: route[index - 2] ?? to.city, countryCode: to.country };
  return { city: to.city, countryCode: to.country };
}
