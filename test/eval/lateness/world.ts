import { type Dice, diceOf } from "./dice.ts";
import type { CourierParameters, LatenessParameters } from "./parameters.ts";
import { type TruePlace, truePlace } from "./true-days.ts";

const dayMs = 86_400_000;

/** Something that holds up many parcels: a depot that is closed, or a courier on strike. */
export interface TrueStorm {
  id: number;
  courier: string;
  /** `null`: all of the courier. */
  depot: string | null;
  from: number;
  to: number;
}

export interface TrueCourier extends CourierParameters {
  name: string;
  /** Stretches in which it tells nobody anything. */
  silences: readonly { from: number; to: number }[];
  places: Readonly<Record<Country, TruePlace>>;
  depots: Readonly<Record<Country, readonly string[]>>;
}

export type Country = "RO" | "IT";

/** What is the same for all parcels of a year. */
export interface World {
  seed: number;
  parameters: LatenessParameters;
  couriers: readonly TrueCourier[];
  origin: TruePlace;
  storms: readonly TrueStorm[];
  yearStart: number;
  /** Days of the year by how many orders come: the sum up to and with each day, ending in 1. */
  ordersUpTo: readonly number[];
}

export function createWorld(parameters: LatenessParameters, seed: number): World {
  const dice = diceOf(seed, -1);
  const yearStart = Date.UTC(parameters.year, 0, 1);
  const days = (Date.UTC(parameters.year + 1, 0, 1) - yearStart) / dayMs;
  const stretch = (span: { fromMs: number; toMs: number }) => {
    const from = yearStart + dice.between(parameters.storms.warmUpDays, days - 10) * dayMs;
    return { from, to: from + dice.span(span.fromMs, span.toMs) };
  };
  const couriers = Object.entries(parameters.couriers).map(([name, courier]): TrueCourier => {
    const weekend = courier.deliversOnSaturday ? [7] : [6, 7];
    const depots = (country: Country) => Array.from({ length: parameters.depotsPerCountry }, (_, index) => `${country} depot ${index + 1}`);
    return {
      ...courier,
      name,
      places: { RO: truePlace("RO", weekend), IT: truePlace("IT", weekend) },
      depots: { RO: depots("RO"), IT: depots("IT") },
      silences: Array.from({ length: parameters.silences.perYear }, () => stretch(parameters.silences)),
    };
  });
  const anyCourier = () => couriers[dice.index(couriers.length)] ?? fail();
  const storms: TrueStorm[] = [];
  for (let count = 0; count < parameters.depotClosings.perYear; count += 1) {
    const courier = anyCourier();
    // Where few parcels go nobody could tell a storm from chance.
    const depot = courier.depots.RO[dice.index(Math.min(6, parameters.depotsPerCountry))] ?? null;
    storms.push({ id: storms.length, courier: courier.name, depot, ...stretch(parameters.depotClosings) });
  }
  for (let count = 0; count < parameters.strikes.perYear; count += 1)
    storms.push({ id: storms.length, courier: anyCourier().name, depot: null, ...stretch(parameters.strikes) });
  return { seed, parameters, couriers, origin: truePlace("RO", [6, 7]), storms, yearStart, ordersUpTo: shares(parameters, days) };
}

/** The courier of a parcel, by their shares. */
export function pickCourier(world: World, dice: Dice): TrueCourier {
  const total = world.couriers.reduce((sum, { share }) => sum + share, 0);
  let wanted = dice.between(0, total);
  for (const courier of world.couriers) {
    wanted -= courier.share;
    if (wanted < 0) return courier;
  }
  return world.couriers.at(-1) ?? fail();
}

/** When somebody orders: on a day by its share, in the evening rather than in the morning, hardly at night. */
export function pickMoment(world: World, dice: Dice): number {
  const wanted = dice.between(0, 1);
  let [low, high] = [0, world.ordersUpTo.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((world.ordersUpTo[middle] ?? 1) <= wanted) low = middle + 1;
    else high = middle;
  }
  const hour = dice.chance(0.06) ? dice.between(0, 6) : dice.chance(0.5) ? dice.between(17, 22) : dice.between(6, 22);
  return Math.floor(world.yearStart + low * dayMs + hour * 3_600_000);
}

function shares({ peaks }: LatenessParameters, days: number): number[] {
  const weights = Array.from({ length: days }, (_, day) => peaks.find((peak) => day >= peak.fromDay && day <= peak.toDay)?.factor ?? 1);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let sum = 0;
  return weights.map((weight) => {
    sum += weight / total;
    return sum;
  });
}

function fail(): never {
  throw new RangeError("A year needs at least one courier");
}
