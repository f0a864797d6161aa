import type { Incident } from "@askonce/spec";
import { changeIncident, openIncident } from "../apply-change.ts";
import { decideIncidents, type IncidentChange } from "../incident.ts";
import type { ParcelSituation } from "../situation.ts";
import { dayMs, deliveryOf, hourMs, orderOf, parcelOf, start } from "./parcels.ts";

const workingDaysBetween = (from: number, until: number) => Math.floor(((until - from) / dayMs) * (5 / 7));

/** A parcel in transit, so many hours after the start. */
export function situation(given: Partial<ParcelSituation> & { hours: number }): ParcelSituation {
  const parcel = given.parcel ?? parcelOf("in_transit");
  return {
    parcel,
    delivery: deliveryOf(),
    order: orderOf([parcel]),
    known: [],
    workingDaysBetween,
    ...given,
    now: start + given.hours * hourMs,
  };
}

/** Decides and does it, as the service will. */
export function run(given: ParcelSituation): { changes: IncidentChange[]; known: Incident[] } {
  const changes = decideIncidents(given);
  let known = [...given.known];
  for (const change of changes) {
    if (change.change === "open") {
      const id = `incident${known.length + 1}`;
      known.push(openIncident(change, { id, orderRef: "shop:1", orderNumber: given.order.number, parcel: given.parcel }));
    } else known = known.map((incident) => (incident.id === change.incidentId ? changeIncident(incident, change) : incident));
  }
  return { changes, known };
}

/** The changes in words: kind, change, state, reason and codes. */
export const brief = (changes: IncidentChange[]) =>
  changes.map((change) => {
    const codes = change.evidence.map((entry) => entry.code).join(" ");
    return `${change.kind}: ${change.change} ${change.state}${change.change === "resolve" ? ` ${change.because}` : ""} (${codes})`;
  });
