import type { ContextOrder, Fact, FactKey } from "@askonce/spec";

/**
 * What the problems that are known of an order answer: what happened, and since when. Made anew each time, because an incident ends by itself
 * when the parcel arrives.
 */
export function factsFromIncidents({ delivery }: ContextOrder, ticketId: string, customerId: string | null): Fact[] {
  return delivery.incidents
    .filter((incident) => incident.closedAt === null && incident.state !== "suspected")
    .flatMap((incident) => {
      const fact = (key: FactKey, value: string): Fact => ({
        id: `${incident.id}_${key}`.slice(0, 64),
        ticketId,
        customerId,
        key,
        value,
        source: { kind: "incident", ref: incident.id, excerpt: null },
        at: incident.openedAt,
        assurance: "orderMatched",
        freshUntil: null,
        supersededById: null,
      });
      return [fact("problem", incident.kind.replaceAll("_", " ")), fact("since", incident.openedAt)];
    });
}
