import type { Incident, Parcel } from "@askonce/spec";
import type { IncidentChange } from "./incident.ts";

type Opening = Extract<IncidentChange, { change: "open" }>;

/** A new incident, version 1, without tickets, owner or group. */
export function openIncident(
  opening: Opening,
  about: { id: string; orderRef: string; orderNumber: string; parcel: Pick<Parcel, "id" | "carrier" | "trackingNumber"> },
): Incident {
  return {
    id: about.id,
    kind: opening.kind,
    state: opening.state,
    severity: opening.severity,
    orderRef: about.orderRef,
    orderNumber: about.orderNumber,
    parcelId: about.parcel.id,
    carrier: about.parcel.carrier,
    trackingNumber: about.parcel.trackingNumber,
    evidence: opening.evidence,
    ticketIds: [],
    ownerId: null,
    groupId: null,
    openedAt: opening.at,
    closedAt: null,
    closedBecause: null,
    version: 1,
  };
}

/** An incident after a change that was decided for it. The given one stays as it is. */
export function changeIncident(incident: Incident, change: Exclude<IncidentChange, Opening>): Incident {
  const evidence = [...incident.evidence, ...change.evidence];
  const version = incident.version + 1;
  if (change.change === "strengthen") return { ...incident, state: change.state, severity: change.severity, evidence, version };
  return { ...incident, state: change.state, evidence, closedAt: change.at, closedBecause: change.because, version };
}
