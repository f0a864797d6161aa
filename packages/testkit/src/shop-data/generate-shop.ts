import { createBuyerChoice } from "./buyers.ts";
import type { Carrier } from "./carriers.ts";
import { awakeBefore, dayMs, toInstant } from "./instants.ts";
import { makeOrder } from "./make-order.ts";
import { assertKnownCurrency } from "./money.ts";
import type { OrderMaker } from "./order-maker.ts";
import { createPeopleMaker } from "./people.ts";
import type { Country } from "./places.ts";
import { createRandom } from "./random.ts";
import { drawPlacedAt, drawScenarios } from "./scenarios.ts";
import type { FakeCustomer, FakeOrder, FakeShop } from "./shop.ts";

export interface GenerateShopOptions {
  /** The same seed and options give the same shop, to the letter. */
  seed: number;
  /** How many orders; from 15 on every scenario occurs. */
  orders: number;
  /** How many people have an account. Default: 45 for every 100 orders, at least one. Guests come on top. */
  customers?: number;
  /** The instant the shop is looked at, ISO UTC; nothing in the shop is later, except promises and estimates. */
  now: string;
  /** ISO 4217: `RON` (default), `EUR`, `GBP` or `USD`. */
  currency?: string;
  /** IANA zone. Default `Europe/Bucharest`. */
  timeZone?: string;
  /** Default `Casa Lumina`. */
  name?: string;
  /** Goes before each order number. Default: nothing. */
  numberPrefix?: string;
}

const homeCountries: Readonly<Record<string, Country>> = { RON: "RO", EUR: "IT", GBP: "GB" };
const firstOrderNumber = 10_001;

/**
 * Invents a shop with customers and orders in every situation a support desk meets, for fakes, tests and the demo. All people are
 * invented; e-mail addresses use reserved domains only.
 *
 * Prices include tax: an order's total is its items minus the discount plus shipping. Orders are sorted from the oldest to the newest,
 * and ids and numbers grow with them; an order's `id` differs from its `number`, as in many real shops.
 *
 * @throws RangeError for a currency it does not know, an invalid `now`, or a count that is not a whole number from zero up
 */
export function generateShop(options: GenerateShopOptions): FakeShop {
  const { seed, orders: orderCount, currency = "RON", numberPrefix = "" } = options;
  const customerCount = options.customers ?? Math.max(1, Math.round(orderCount * 0.45));
  const now = Date.parse(options.now);
  if (Number.isNaN(now)) throw new RangeError("now must be an ISO instant");
  for (const count of [orderCount, customerCount]) {
    if (!Number.isSafeInteger(count) || count < 0) throw new RangeError("orders and customers must be whole numbers from zero up");
  }
  assertKnownCurrency(currency);

  const random = createRandom(seed);
  const people = createPeopleMaker(random);
  const accounts = Array.from({ length: customerCount }, (_, index) => ({ id: 31 + index, ...people.make() }));
  const chooseBuyer = createBuyerChoice(random, people, accounts, currency);
  const maker: OrderMaker = {
    random,
    now,
    currency,
    homeCountry: homeCountries[currency] ?? "IT",
    nextId: idCounters({ item: 7001, parcel: 501, refund: 301, note: 9001 }),
    trackingNumber: uniqueTrackingNumbers((carrier) => carrier.trackingNumber(random)),
  };

  const orders = drawScenarios(random, orderCount)
    .map((scenario) => ({ scenario, placedAt: awakeBefore(drawPlacedAt(random, scenario, now)) }))
    .sort((one, other) => one.placedAt - other.placedAt)
    .map(
      ({ scenario, placedAt }, index): FakeOrder =>
        makeOrder(maker, {
          id: 4100 + index * 3,
          number: `${numberPrefix}${firstOrderNumber + index}`,
          scenario,
          placedAt,
          buyer: chooseBuyer(scenario),
        }),
    );

  const firstOrders = new Map<number, number>();
  for (const order of orders) {
    if (order.customerId !== null && !firstOrders.has(order.customerId)) firstOrders.set(order.customerId, Date.parse(order.placedAt));
  }
  const customers = accounts.map(({ country: _country, id, ...person }): FakeCustomer => {
    const before = (firstOrders.get(id) ?? now) - (random.chance(0.6) ? random.integer(60_000, 900_000) : random.integer(0, 300) * dayMs);
    return { id, ...person, createdAt: toInstant(before) };
  });

  return {
    name: options.name ?? "Casa Lumina",
    currency,
    timeZone: options.timeZone ?? "Europe/Bucharest",
    now: toInstant(now),
    customers,
    orders,
  };
}

function idCounters<K extends string>(first: Record<K, number>): (kind: K) => number {
  const next: Record<K, number> = { ...first };
  return (kind) => {
    const id = next[kind];
    next[kind] = id + 1;
    return id;
  };
}

function uniqueTrackingNumbers(draw: (carrier: Carrier) => string): (carrier: Carrier) => string {
  const used = new Set<string>();
  return (carrier) => {
    let number = draw(carrier);
    while (used.has(number)) number = draw(carrier);
    used.add(number);
    return number;
  };
}
