import type { PeopleMaker, Person } from "./people.ts";
import { localCurrency } from "./people.ts";
import type { Country } from "./places.ts";
import type { Random } from "./random.ts";
import { scenarioRules } from "./scenarios.ts";
import type { FakeScenario } from "./shop.ts";

export interface Account extends Person {
  id: number;
}

export interface Buyer {
  person: Person;
  /** `null` when the order is placed without signing in. */
  accountId: number | null;
}

/** Chooses who placed an order of a scenario. */
export type ChooseBuyer = (scenario: FakeScenario) => Buyer;

const guestShare = 0.25;
const guestsWithAccountShare = 0.2;

/**
 * Accounts fall in three groups: a few regulars who order again and again, a fifth who have exactly one order and it is still open (so
 * that a ticket without an order number has one obvious answer), and the rest. A quarter of the orders come from guests, some of whom
 * use the e-mail address of an account.
 */
export function createBuyerChoice(random: Random, people: PeopleMaker, accounts: readonly Account[], shopCurrency: string): ChooseBuyer {
  const regularCount = Math.ceil(accounts.length * 0.06);
  const waitingCount = Math.floor(accounts.length * 0.2);
  const regulars = accounts.slice(0, regularCount);
  const waiting = accounts.slice(regularCount, regularCount + waitingCount);
  const others = accounts.slice(regularCount + waitingCount);
  const returning = [...regulars, ...others];

  function drawFrom(pool: readonly Account[], suits: (person: Person) => boolean): Account | undefined {
    if (pool.length === 0) return undefined;
    for (let attempt = 0; attempt < 12; attempt += 1) {
      const account = random.pick(pool);
      if (suits(account)) return account;
    }
    return undefined;
  }

  function takeWaiting(suits: (person: Person) => boolean): Account | undefined {
    const index = waiting.findIndex(suits);
    return index < 0 ? undefined : waiting.splice(index, 1)[0];
  }

  return (scenario) => {
    const suits = suitability(scenario, shopCurrency);
    if (random.chance(guestShare)) {
      const known = random.chance(guestsWithAccountShare) ? drawFrom(returning, suits) : undefined;
      return { person: known ?? makeSuitable(random, people, scenario, shopCurrency), accountId: null };
    }
    const waitingOne = scenarioRules[scenario].open && random.chance(0.6) ? takeWaiting(suits) : undefined;
    const account = waitingOne ?? drawFrom(random.chance(0.3) ? regulars : others, suits) ?? drawFrom(returning, suits);
    if (account !== undefined) return { person: account, accountId: account.id };
    return { person: makeSuitable(random, people, scenario, shopCurrency), accountId: null };
  };
}

function suitability(scenario: FakeScenario, shopCurrency: string): (person: Person) => boolean {
  if (scenario === "foreignCurrency") return ({ country }) => localCurrency[country] !== shopCurrency;
  if (scenario === "cashOnDelivery") return ({ country }) => cashCountries.includes(country);
  return () => true;
}

/** Where couriers collect money at the door. */
export const cashCountries: readonly Country[] = ["RO", "IT"];

function makeSuitable(random: Random, people: PeopleMaker, scenario: FakeScenario, shopCurrency: string): Person {
  if (scenario === "foreignCurrency")
    return people.make(random.pick((["RO", "IT", "GB"] as const).filter((country) => localCurrency[country] !== shopCurrency)));
  if (scenario === "cashOnDelivery") return people.make(random.pick(cashCountries));
  return people.make();
}
