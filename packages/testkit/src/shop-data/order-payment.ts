import { cashCountries } from "./buyers.ts";
import { hourMs, toInstant } from "./instants.ts";
import type { OrderMaker } from "./order-maker.ts";
import type { PaymentCode } from "./order-words.ts";
import type { Country } from "./places.ts";
import type { Random } from "./random.ts";
import type { FakeOrder, FakeScenario } from "./shop.ts";

/** How somebody in this country pays for an order of this scenario. */
export function choosePayment(random: Random, scenario: FakeScenario, country: Country): PaymentCode {
  if (scenario === "cashOnDelivery") return "cashOnDelivery";
  const cashFits = cashCountries.includes(country) && !prepaidScenarios.includes(scenario);
  return random.weighted({
    card: 64,
    paypal: country === "RO" ? 4 : 26,
    bankTransfer: 8,
    cashOnDelivery: cashFits ? (country === "RO" ? 30 : 8) : 0,
  });
}

/** Refunds and foreign currencies need money that has come in before. */
const prepaidScenarios: readonly FakeScenario[] = [
  "cancelled",
  "partlyRefunded",
  "fullyRefunded",
  "foreignCurrency",
  "splitShipment",
  "partlyShipped",
];

/** Marks the order as paid, unless the money is still on its way or comes at the door. */
export function settlePayment({ random, now }: OrderMaker, order: FakeOrder, placedAt: number): void {
  const unpaidNew = order.scenario === "new" && random.chance(0.3);
  if (order.paymentMethod.code === "cashOnDelivery" || unpaidNew) return;
  if (order.scenario === "new" && order.paymentMethod.code === "bankTransfer") return;
  const delay = order.paymentMethod.code === "bankTransfer" ? Math.min(20 * hourMs, (now - placedAt) * 0.15) : 3 * 60_000;
  order.paidAt = toInstant(placedAt + Math.floor(delay * (0.3 + 0.7 * random.next())));
}
