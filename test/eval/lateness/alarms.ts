import type { Incident } from "@askonce/spec";
import { instantText } from "../../../packages/core/src/calendars/zone-days.ts";
import type { Tellable } from "./contacts.ts";
import type { Detection } from "./detect.ts";
import type { ParcelLife } from "./life.ts";

const dayMs = 86_400_000;

/** Who calls parcels late: the product, and two rules that shops use today. */
export const watchers = ["askonce", "sevenDays", "carrierDelayed"] as const;
export type Watcher = (typeof watchers)[number];

/** When a watcher called the parcel late, oldest first. */
export function alarmsOf(watcher: Watcher, life: ParcelLife, detection: Detection): number[] {
  if (watcher === "askonce") {
    return detection.incidents.flatMap(({ kind, openedAt }) => (kind === "late" ? [Date.parse(openedAt)] : []));
  }
  if (watcher === "carrierDelayed") return detection.saidDelayedAt === null ? [] : [detection.saidDelayedAt];
  // Late is what was not delivered seven days after it was shipped, as far as its tracking tells.
  const at = life.labelMs + 7 * dayMs;
  return detection.seenDeliveredAt !== null && detection.seenDeliveredAt <= at ? [] : [at];
}

/** What a watcher could tell the customer of. A baseline's alarm is open until the parcel is seen as delivered. */
export function tellableOf(watcher: Watcher, life: ParcelLife, detection: Detection): Tellable {
  if (watcher === "askonce") return detection;
  const [at] = alarmsOf(watcher, life, detection);
  if (at === undefined) return { incidents: [], changes: [] };
  const ended = detection.seenDeliveredAt;
  const isClosed = ended !== null && ended > at;
  const incident: Incident = {
    id: `${watcher}-${life.index}`,
    kind: "late",
    state: isClosed ? "resolved" : "open",
    severity: 2,
    orderRef: null,
    orderNumber: null,
    parcelId: "1",
    carrier: life.courier.name,
    trackingNumber: null,
    evidence: [],
    ticketIds: [],
    ownerId: null,
    groupId: null,
    openedAt: instantText(at),
    closedAt: isClosed ? instantText(ended) : null,
    closedBecause: isClosed ? "delivered" : null,
    version: 1,
  };
  return { incidents: [incident], changes: [{ incidentId: incident.id, kind: "late", change: "open", at }] };
}
