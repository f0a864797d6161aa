import { dayMs, hourMs } from "./instants.ts";
import type { FakeOrder, FakeScenario } from "./shop.ts";
import type { FakeTicketTopic } from "./ticket.ts";

export const topicWeights: Readonly<Record<FakeTicketTopic, number>> = {
  whereIsMyOrder: 9,
  late: 8,
  stuck: 4,
  damaged: 7,
  wrongItem: 4,
  missingItem: 4,
  cancel: 4,
  addressChange: 4,
  refundStatus: 5,
  return: 6,
  invoice: 3,
  productQuestion: 4,
  discountCode: 3,
  locker: 4,
};

export const topics = Object.keys(topicWeights) as FakeTicketTopic[];

/** Topics of people who have not ordered yet. */
export function isAboutNoOrder(topic: FakeTicketTopic): boolean {
  return topic === "productQuestion" || topic === "discountCode";
}

const waitingScenarios: readonly FakeScenario[] = ["processing", "inTransit", "splitShipment", "partlyShipped", "attemptFailed"];

/**
 * From when on a customer could write about this matter of this order, as epoch milliseconds; `null` when the order gives no reason to.
 * A broken mug can only be reported once it has arrived, a late parcel once its promised day is over.
 */
export function topicSince(topic: FakeTicketTopic, order: FakeOrder, now: number): number | null {
  const since = earliest(topic, order);
  return since === null || since > now - 10 * 60_000 ? null : since;
}

function earliest(topic: FakeTicketTopic, order: FakeOrder): number | null {
  const placedAt = Date.parse(order.placedAt);
  switch (topic) {
    case "whereIsMyOrder":
      return waitingScenarios.includes(order.scenario) ? placedAt + 30 * hourMs : null;
    case "late":
      return order.scenario === "late" ? parse(order.parcels[0]?.promisedAt) : null;
    case "stuck":
      return order.scenario === "stuck" ? later(lastScan(order), 5 * dayMs) : null;
    case "locker":
      return order.scenario === "atLocker" ? lastScan(order) : null;
    case "damaged":
    case "wrongItem":
    case "return":
      return completeSince(order);
    case "missingItem":
      return order.items.length > 1 ? completeSince(order) : null;
    case "cancel":
      return order.scenario === "new" || order.scenario === "processing" ? placedAt : null;
    case "addressChange":
      return ["new", "processing", "inTransit"].includes(order.scenario) ? placedAt : null;
    case "refundStatus":
      return later(parse(order.refunds.at(-1)?.at), dayMs);
    case "invoice":
      return order.paidAt === null || order.cancelledAt !== null ? null : Date.parse(order.paidAt);
    case "productQuestion":
    case "discountCode":
      return null;
  }
}

/** Since when the buyer has everything; refunded orders are left out, because their matter is settled. */
function completeSince(order: FakeOrder): number | null {
  if (order.refunds.length > 0 || order.parcels.length !== 1) return null;
  return order.scenario === "partlyShipped" ? null : parse(order.parcels[0]?.deliveredAt);
}

function lastScan(order: FakeOrder): number | null {
  return parse(order.parcels[0]?.events.at(-1)?.at);
}

function parse(instant: string | null | undefined): number | null {
  return instant === null || instant === undefined ? null : Date.parse(instant);
}

function later(instant: number | null, byMs: number): number | null {
  return instant === null ? null : instant + byMs;
}
