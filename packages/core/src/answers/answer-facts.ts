import type { AnswerKey } from "./answer-plan.ts";
import type { Sentence } from "./sentence.ts";

/** What an answer was made from, for those who check it and for the record. */
const answerFacts = [
  "orderNumber",
  "orderStatus",
  "deliveryStatus",
  "incident",
  "promisedDay",
  "estimatedDay",
  "lastScan",
  "attemptedAt",
  "deliveredAt",
  "cancelledAt",
  "pickupPoint",
  "pickupUntil",
  "parcelCount",
  "trackingLink",
] as const;
export type AnswerFact = (typeof answerFacts)[number];

const factsOfPlaces: Readonly<Record<string, AnswerFact>> = {
  order: "orderNumber",
  due: "promisedDay",
  estimate: "estimatedDay",
  scannedDay: "lastScan",
  city: "lastScan",
  attemptedDay: "attemptedAt",
  deliveredDay: "deliveredAt",
  deliveredTime: "deliveredAt",
  cancelledDay: "cancelledAt",
  point: "pickupPoint",
  until: "pickupUntil",
  parcels: "parcelCount",
  delivered: "parcelCount",
  link: "trackingLink",
};

const ofTheOrder: ReadonlySet<AnswerKey> = new Set([
  "cancelled",
  "not_completed",
  "not_shipped",
  "not_shipped_late",
  "partly_shipped",
  "shipped_untracked",
]);
const ofAnIncident: ReadonlySet<AnswerKey> = new Set([
  "delivered_not_received",
  "lost",
  "damaged",
  "missing_items",
  "wrong_item",
  "pickup_expiring",
]);

/** The facts behind an answer, each once, in the order of {@link answerFacts}. */
export function factsOf(sentences: readonly Sentence[], key: AnswerKey): AnswerFact[] {
  const used = new Set<AnswerFact>();
  if (ofTheOrder.has(key)) used.add("orderStatus");
  else if (key !== "order_unknown") used.add("deliveryStatus");
  if (ofAnIncident.has(key)) used.add("incident");
  for (const { values } of sentences) {
    for (const place of Object.keys(values)) {
      const fact = factsOfPlaces[place];
      if (fact) used.add(fact);
    }
  }
  return answerFacts.filter((fact) => used.has(fact));
}
