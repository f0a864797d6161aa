import type { Buyer } from "./buyers.ts";
import { carriersByChance, pickupPointOf } from "./carriers.ts";
import { toInstant } from "./instants.ts";
import { makeItems } from "./make-items.ts";
import { orderNotes } from "./make-notes.ts";
import { exchangeRate, includedTaxMinor, orderItemsMinor, orderTotalMinor, shopPriceMinor } from "./money.ts";
import { settleEnd } from "./order-ending.ts";
import type { OrderMaker } from "./order-maker.ts";
import { makeParcels, wholeDeliveryAt } from "./order-parcels.ts";
import { choosePayment, settlePayment } from "./order-payment.ts";
import { orderWords } from "./order-words.ts";
import { localCurrency, makeAddress } from "./people.ts";
import type { Random } from "./random.ts";
import type { FakeAddress, FakeOrder, FakeScenario } from "./shop.ts";

/** Pieces an order needs so that each of its parcels has something in it, and something is left behind where it should be. */
const leastUnits: Partial<Record<FakeScenario, number>> = { splitShipment: 3, partlyShipped: 2 };

export interface OrderPlan {
  id: number;
  number: string;
  scenario: FakeScenario;
  placedAt: number;
  buyer: Buyer;
}

/** Builds one order that is in its scenario's situation at the maker's `now`. */
export function makeOrder(maker: OrderMaker, plan: OrderPlan): FakeOrder {
  const { random, now, currency } = maker;
  const { scenario, placedAt, buyer } = plan;
  const { person } = buyer;
  const words = orderWords[person.language];
  const items = makeItems(random, {
    language: person.language,
    currency,
    leastUnits: leastUnits[scenario] ?? 1,
    nextId: () => maker.nextId("item"),
  });
  const itemsMinor = orderItemsMinor({ items });
  const discountMinor = random.chance(0.2) ? Math.round((itemsMinor * random.pick([5, 10, 15])) / 100) : 0;
  const carriers = carriersByChance(random, person.country);
  const toPickupPoint = scenario === "atLocker" || (scenario !== "splitShipment" && random.chance(0.12));
  const pickupPoint = toPickupPoint && carriers[0] !== undefined ? pickupPointOf(random, carriers[0], person.address.city) : "";
  const addresses = chooseAddresses(random, buyer, pickupPoint);
  const payment = choosePayment(random, scenario, person.country);
  const presentmentCurrency = localCurrency[person.country];

  const order: FakeOrder = {
    id: plan.id,
    number: plan.number,
    scenario,
    placedAt: toInstant(placedAt),
    updatedAt: toInstant(placedAt),
    customerId: buyer.accountId,
    language: person.language,
    email: person.email,
    phone: person.phone,
    currency,
    presentment:
      scenario === "foreignCurrency" ? { currency: presentmentCurrency, rate: exchangeRate(currency, presentmentCurrency) } : null,
    status: "processing",
    items,
    shippingMinor:
      itemsMinor > shopPriceMinor(350, currency) ? 0 : shopPriceMinor(person.country === maker.homeCountry ? 20 : 45, currency),
    discountMinor,
    discountCode: discountMinor === 0 ? null : random.pick(words.discountCodes),
    taxMinor: 0,
    paymentMethod: { code: payment, title: words.payment[payment] },
    paidAt: null,
    cancelledAt: null,
    cancelReason: null,
    customerNote: random.chance(0.15) ? random.pick(words.customerNotes) : "",
    shippingMethod: toPickupPoint ? words.pickupDelivery : words.homeDelivery,
    ...addresses,
    notes: [],
    refunds: [],
    parcels: [],
  };
  order.taxMinor = includedTaxMinor(orderTotalMinor(order), order.shippingAddress.countryCode);

  settlePayment(maker, order, placedAt);
  order.parcels = makeParcels(maker, order, person.country, carriers, pickupPoint);
  if (payment === "cashOnDelivery") order.paidAt = wholeDeliveryAt(order);
  order.status = statusOf(random, order);
  settleEnd(maker, order, placedAt);
  order.notes = orderNotes(random, order, now, () => maker.nextId("note"));
  order.updatedAt = latestChange(order);
  return order;
}

function chooseAddresses(random: Random, { person }: Buyer, pickupPoint: string): Pick<FakeOrder, "shippingAddress" | "billingAddress"> {
  const billingAddress = { ...person.address };
  if (pickupPoint !== "") return { billingAddress, shippingAddress: { ...billingAddress, company: "", line1: pickupPoint, line2: "" } };
  const elsewhere: FakeAddress = random.chance(0.08) ? makeAddress(random, person) : { ...billingAddress };
  return { billingAddress, shippingAddress: elsewhere };
}

function statusOf(random: Random, order: FakeOrder): FakeOrder["status"] {
  if (order.scenario === "cancelled") return "cancelled";
  if (order.scenario === "fullyRefunded") return "refunded";
  if (order.scenario === "partlyShipped" || order.scenario === "processing") return "processing";
  if (order.scenario === "new") {
    if (order.paidAt !== null || order.paymentMethod.code === "cashOnDelivery") return "processing";
    return order.paymentMethod.code === "bankTransfer" ? "onHold" : random.pick(["pending", "failed"]);
  }
  if (order.paidAt === null) return "processing";
  return wholeDeliveryAt(order) !== null || random.chance(0.7) ? "completed" : "processing";
}

function latestChange(order: FakeOrder): string {
  const instants = [
    order.placedAt,
    order.paidAt,
    order.cancelledAt,
    ...order.notes.map((note) => note.at),
    ...order.refunds.map((refund) => refund.at),
    ...order.parcels.flatMap((parcel) => [parcel.shippedAt, parcel.deliveredAt, ...parcel.events.map((event) => event.at)]),
  ];
  return (
    instants
      .flatMap((instant) => instant ?? [])
      .sort()
      .at(-1) ?? order.placedAt
  );
}
