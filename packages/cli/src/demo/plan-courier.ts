import type { CourierScript } from "@askonce/testkit/courier";
import type { FakeOrder, FakeParcel, FakeShop } from "@askonce/testkit/shop-data";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** The courier hears of a parcel some hours before it has it: the order has to be there by then. */
const registeredBeforeMs = 5 * hourMs;

/** A parcel that the simulated courier knows. */
export interface PlannedParcel {
  orderNumber: string;
  trackingNumber: string;
  script: CourierScript;
  handedOverAt: string;
}

/** What the simulated courier has under way for the demo's Romanian shop. */
export interface CourierPlan {
  parcels: PlannedParcel[];
  /** The order whose buyer reports a broken item; `null` when none fits. */
  damagedOrder: string | null;
}

/** Lives with how long ago they began. The oldest come first: they have the fewest orders to choose from. */
const wishes: readonly { script: CourierScript; hours: number; isPromisedForYesterday?: boolean }[] = [
  { script: "lost", hours: 230 },
  { script: "stalled", hours: 180 },
  { script: "late", hours: 130, isPromisedForYesterday: true },
  { script: "returned_refused", hours: 60 },
  { script: "damaged", hours: 54 },
  { script: "locker_ready_then_collected", hours: 30 },
  { script: "failed_attempt_then_delivered", hours: 27 },
  { script: "on_time", hours: 26.8 },
  { script: "split_in_two", hours: 26 },
  { script: "on_time", hours: 21.8 },
  { script: "late", hours: 20 },
  { script: "on_time", hours: 8.8 },
  { script: "on_time", hours: 5.8 },
];

/**
 * Gives some of the shop's orders a parcel of the simulated courier, in place. Of these parcels the shop knows the label and nothing more:
 * what happens to them the courier has to be asked.
 *
 * @param taken numbers of orders that have to stay as they are
 */
export function planCourier(shop: FakeShop, taken: ReadonlySet<string>): CourierPlan {
  const now = Date.parse(shop.now);
  const used = new Set(taken);
  const plan: CourierPlan = { parcels: [], damagedOrder: null };
  for (const { script, hours, isPromisedForYesterday = false } of wishes) {
    const handedOverMs = now - hours * hourMs;
    const index = findOrder(shop, used, handedOverMs - registeredBeforeMs);
    const order = shop.orders[index];
    const parcel = order?.parcels[0];
    if (order === undefined || parcel === undefined) continue;
    used.add(order.number);
    const promisedAt = isPromisedForYesterday ? new Date(Math.floor(now / dayMs) * dayMs - 6 * hourMs).toISOString() : null;
    const sent = withCourier(parcel, handedOverMs, promisedAt);
    shop.orders[index] = withParcel(order, parcel, sent);
    const { trackingNumber } = sent;
    plan.parcels.push({ orderNumber: order.number, trackingNumber, script, handedOverAt: new Date(handedOverMs).toISOString() });
    if (script === "damaged") plan.damagedOrder = order.number;
  }
  return plan;
}

/** The youngest order that was paid by then and went out in one parcel to somebody in Romania. */
function findOrder(shop: FakeShop, used: ReadonlySet<string>, readyMs: number): number {
  const fits = (order: FakeOrder) =>
    order.parcels.length === 1 &&
    order.shippingAddress.countryCode === "RO" &&
    order.cancelledAt === null &&
    order.refunds.length === 0 &&
    // The others are from before the shop installed the plugin that tells what was promised.
    order.id % 4 !== 0 &&
    !used.has(order.number) &&
    Date.parse(order.paidAt ?? order.placedAt) <= readyMs;
  let found = -1;
  for (const [index, order] of shop.orders.entries()) {
    if (fits(order) && order.placedAt > (shop.orders[found]?.placedAt ?? "")) found = index;
  }
  return found;
}

function withCourier(parcel: FakeParcel, handedOverMs: number, promisedAt: string | null): FakeParcel {
  const isSameday = parcel.carrier === "Sameday";
  const trackingNumber = isSameday ? parcel.trackingNumber : `1ONB29${String(parcel.id).padStart(7, "0")}`;
  const labelled = parcel.events[0];
  return {
    ...parcel,
    carrier: "Sameday",
    trackingNumber,
    trackingUrl: `https://sameday.ro/status-colet/?awb=${trackingNumber}`,
    shippedAt: new Date(handedOverMs).toISOString(),
    promisedAt,
    estimatedAt: null,
    deliveredAt: null,
    events: labelled === undefined ? [] : [{ ...labelled, at: new Date(handedOverMs - 3 * hourMs).toISOString(), status: "labelCreated" }],
  };
}

function withParcel(order: FakeOrder, before: FakeParcel, parcel: FakeParcel): FakeOrder {
  const notes = order.notes.map((note) => ({
    ...note,
    text: note.text.replace(before.carrier, parcel.carrier).replace(before.trackingNumber, parcel.trackingNumber),
  }));
  return { ...order, scenario: "inTransit", notes, parcels: [parcel] };
}
