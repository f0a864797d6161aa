import type { Dice } from "./dice.ts";
import type { Step } from "./life.ts";
import type { TruePlace } from "./true-days.ts";
import type { TrueCourier, World } from "./world.ts";

const hourMs = 3_600_000;

interface Arrival {
  courier: TrueCourier;
  place: TruePlace;
  depot: string | null;
  arrivalDay: number;
  arrivalMs: number;
}

export interface Ended {
  steps: Step[];
  /** When the courier's part was done; `null` when it never came so far. */
  reachedMs: number | null;
  backMs: number | null;
}

/** How a parcel ends that came to the last depot: at the door, in a locker, or on its way back. */
export function endOf(world: World, arrival: Arrival, dice: Dice): Ended {
  const { parameters } = world;
  const { courier, depot, arrivalMs } = arrival;
  if (dice.chance(parameters.addressProblems)) return addressProblem(arrival, dice);
  if (dice.chance(courier.lockerShare)) return collect(arrival, arrivalMs, dice, parameters.neverCollected, []);
  if (dice.chance(parameters.refused)) {
    const refused: Step = { at: arrivalMs, status: "delivery_attempted", exceptions: ["refused"], city: depot };
    return goBack(arrival, arrivalMs + 2 * hourMs, dice, [refused], arrivalMs);
  }
  if (!dice.chance(parameters.failedAttempts))
    return { steps: [{ at: arrivalMs, status: "delivered", city: depot }], reachedMs: arrivalMs, backMs: null };
  return attemptAgain(arrival, dice, parameters.neverCollected);
}

function attemptAgain(arrival: Arrival, dice: Dice, neverCollected: number): Ended {
  const { place, depot, arrivalMs, arrivalDay } = arrival;
  const steps: Step[] = [{ at: arrivalMs, status: "delivery_attempted", exceptions: ["recipient_absent"], city: depot }];
  const next = place.later(arrivalDay, 1);
  const again = place.at(next, dice.between(9, 19));
  steps.push({ at: place.at(next, 8), status: "out_for_delivery", city: depot });
  if (dice.chance(0.8)) return { steps: [...steps, { at: again, status: "delivered", city: depot }], reachedMs: arrivalMs, backMs: null };
  steps.push({ at: again, status: "delivery_attempted", exceptions: ["recipient_absent"], city: depot });
  if (dice.chance(0.6)) return { ...collect(arrival, again + 3 * hourMs, dice, neverCollected, steps), reachedMs: arrivalMs };
  return goBack(arrival, place.at(place.later(next, 1), 10), dice, steps, arrivalMs);
}

function collect(arrival: Arrival, readyMs: number, dice: Dice, neverCollected: number, before: Step[]): Ended {
  const { depot } = arrival;
  const steps: Step[] = [...before, { at: readyMs, status: "ready_for_pickup", exceptions: ["locker_ready"], city: depot }];
  if (dice.chance(neverCollected)) {
    const over = readyMs + 72 * hourMs;
    return goBack(arrival, over, dice, steps, readyMs, "pickup_expired");
  }
  const collectedMs = readyMs + Math.min(70 * hourMs, hourMs / 2 + dice.wait(18 * hourMs));
  return { steps: [...steps, { at: collectedMs, status: "delivered", city: depot }], reachedMs: readyMs, backMs: null };
}

function addressProblem(arrival: Arrival, dice: Dice): Ended {
  const { place, depot, arrivalDay, arrivalMs } = arrival;
  const held: Step = { at: arrivalMs, status: "on_hold", exceptions: ["address_issue"], city: depot };
  if (dice.chance(0.5)) return goBack(arrival, place.at(place.later(arrivalDay, 2), 10), dice, [held], null, "undeliverable");
  const day = place.later(arrivalDay, 1 + dice.index(2));
  const reachedMs = place.at(day, dice.between(10, 19));
  const steps: Step[] = [
    held,
    { at: place.at(day, 8), status: "out_for_delivery", city: depot },
    { at: reachedMs, status: "delivered", city: depot },
  ];
  return { steps, reachedMs, backMs: null };
}

/** Couriers call the end of the way back "delivered": only the leg tells that it came to the shop. */
function goBack(
  { place, depot }: Arrival,
  turnedMs: number,
  dice: Dice,
  before: readonly Step[],
  reachedMs: number | null,
  reason?: "pickup_expired" | "undeliverable",
): Ended {
  const day = place.dayOf(turnedMs);
  const backMs = place.at(place.later(day, 2 + dice.index(3)), dice.between(9, 17));
  const steps: Step[] = [
    ...before,
    { at: turnedMs, status: "returning", leg: "return", exceptions: reason ? [reason] : [], city: depot },
    { at: place.at(place.later(day, 1), dice.between(5, 9)), status: "in_transit", leg: "return", city: "on the road" },
    { at: backMs, status: "delivered", leg: "return", city: "RO depot 1" },
  ];
  return { steps, reachedMs, backMs };
}
