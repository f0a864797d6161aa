import { hourMs, toInstant } from "./instants.ts";
import { agents } from "./names.ts";
import { orderWords } from "./order-words.ts";
import type { Random } from "./random.ts";
import type { FakeOrder, FakeOrderNote } from "./shop.ts";

/** The notes that a shop's software and its people leave on an order, oldest first, none of them after `now`. */
export function orderNotes(random: Random, order: FakeOrder, now: number, nextId: () => number): FakeOrderNote[] {
  const words = orderWords[order.language];
  const notes: Omit<FakeOrderNote, "id">[] = [];
  const bySystem = (at: string, text: string, visibleToCustomer = false) => notes.push({ at, author: "system", text, visibleToCustomer });
  const byAgent = (at: string, text: string, visibleToCustomer = false) =>
    notes.push({ at, author: agents[order.language], text, visibleToCustomer });

  if (order.status === "onHold") bySystem(order.placedAt, words.awaitingTransfer);
  if (order.status === "failed") bySystem(order.placedAt, words.cardRefused);
  if (order.paidAt !== null) bySystem(order.paidAt, words.paid);
  if (order.scenario === "processing" && random.chance(0.4)) {
    const paidAt = Date.parse(order.paidAt ?? order.placedAt);
    byAgent(toInstant(paidAt + Math.min(3 * hourMs, (now - paidAt) * 0.5)), random.pick(words.packing));
  }
  for (const parcel of order.parcels) {
    bySystem(parcel.shippedAt, words.shipped.replace("{carrier}", parcel.carrier).replace("{tracking}", parcel.trackingNumber), true);
  }
  if (order.scenario === "partlyShipped" && order.parcels[0] !== undefined) byAgent(order.parcels[0].shippedAt, words.remainderLater, true);
  if (order.cancelledAt !== null && order.cancelReason !== null) {
    byAgent(order.cancelledAt, words.cancelled[order.cancelReason], order.cancelReason !== "fraud");
  }
  for (const refund of order.refunds) byAgent(refund.at, refund.reason);
  return notes.sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0)).map((note) => ({ id: nextId(), ...note }));
}
