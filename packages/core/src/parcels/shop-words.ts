import { type DeliveryStatus, deliveryStatusRules, foldText } from "@askonce/spec";

/** What shops call an order they have packed. It says nothing about where the parcel is. */
const shopWords = new Set([
  "fulfilled",
  "partially fulfilled",
  "marked as fulfilled",
  "complete",
  "completed",
  "closed",
  "done",
  "processed",
  "success",
  "shipped",
  "partially shipped",
  "dispatched",
  "sent",
]);

/** A storefront's "fulfilled" or "completed" is at most a label, whatever status came with it. */
export function storefrontStatus(status: DeliveryStatus, rawStatus: string | null): DeliveryStatus {
  const isShopWord = rawStatus !== null && shopWords.has(foldText(rawStatus).replace(/[_-]+/g, " "));
  if (!isShopWord || status === "cancelled" || deliveryStatusRules[status].rank <= deliveryStatusRules.label_created.rank) return status;
  return "label_created";
}
