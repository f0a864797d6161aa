import type { MatchableOrder } from "./match-order.ts";

const dayMs = 86_400_000;
/** From order to door when nobody says when it was delivered. */
const usualDeliveryDays = 4;
/** For so long an order that the shop calls done may still be on its way. */
const underWayDays = 14;

/** Where an order is in its life, at the moment of a message. */
export interface OrderLife {
  stage: "unpaid" | "open" | "maybeUnderWay" | "delivered" | "cancelled" | "refunded" | "unknown";
  ageDays: number;
  /** Since the delivery, known or usual; `null` while it is not delivered. */
  deliveredDays: number | null;
  hasParcel: boolean;
}

const stages: Readonly<Record<string, OrderLife["stage"]>> = {
  pending: "unpaid",
  onhold: "unpaid",
  authorized: "unpaid",
  open: "open",
  processing: "open",
  shipped: "open",
  completed: "delivered",
  delivered: "delivered",
  closed: "delivered",
  fulfilled: "delivered",
  cancelled: "cancelled",
  canceled: "cancelled",
  failed: "cancelled",
  refunded: "refunded",
};

/** @param now milliseconds */
export function lifeOf(order: MatchableOrder, now: number): OrderLife {
  const ageDays = (now - Date.parse(order.placedAt)) / dayMs;
  const hasParcel = order.trackingNumbers.length > 0;
  const named = stages[order.status.toLowerCase().replace(/[^a-z]/g, "")] ?? "unknown";
  const isOver = named === "cancelled" || named === "refunded";
  if (order.deliveredAt && !isOver)
    return { stage: "delivered", ageDays, deliveredDays: (now - Date.parse(order.deliveredAt)) / dayMs, hasParcel };
  if (named !== "delivered") return { stage: named, ageDays, deliveredDays: null, hasParcel };
  const stage = ageDays <= underWayDays ? "maybeUnderWay" : "delivered";
  return { stage, ageDays, deliveredDays: Math.max(0, ageDays - usualDeliveryDays), hasParcel };
}
