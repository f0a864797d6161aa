import type { CustomerPromise, Incident, IncidentGroup, Lateness, OrderDelivery, ParcelDelivery } from "@askonce/spec";

export function lateness(state: Lateness["state"], extra: Partial<Lateness> = {}): Lateness {
  return {
    state,
    promiseId: null,
    dueAt: null,
    lateByMs: 0,
    risk: null,
    stoppedAt: null,
    stalledSince: null,
    legalOverdue: false,
    ...extra,
  };
}

export function parcelDelivery(parcelId: string, extra: Partial<ParcelDelivery> = {}): ParcelDelivery {
  return {
    parcelId,
    exceptions: [],
    lateness: lateness("unknown_promise"),
    sources: [],
    contradictory: false,
    pieces: [],
    uncounted: [],
    pickup: null,
    nextCheckAt: null,
    ...extra,
  };
}

export function source(name: string, status: ParcelDelivery["sources"][number]["status"], extra: Partial<ParcelDelivery["sources"][number]> = {}) {
  return { source: name, by: "carrier" as const, status, rawStatus: null, at: null, fetchedAt: "2026-11-21T09:40:00Z", problem: null, ...extra };
}

export function promise(id: string, extra: Partial<CustomerPromise> = {}): CustomerPromise {
  return {
    id,
    ticketId: null,
    orderRef: "woocommerce:10482",
    parcelId: null,
    kind: "delivery",
    source: "checkout",
    madeBy: "woocommerce",
    madeAt: "2026-11-12T08:14:00Z",
    dueAt: "2026-11-18T21:59:59Z",
    dueDate: "2026-11-18",
    zone: "Europe/Bucharest",
    shownToBuyer: true,
    state: "open",
    settledAt: null,
    ...extra,
  };
}

export function incident(id: string, kind: Incident["kind"], extra: Partial<Incident> = {}): Incident {
  return {
    id,
    kind,
    state: "open",
    severity: 2,
    orderRef: "woocommerce:10482",
    orderNumber: "10482",
    parcelId: "p_2",
    carrier: "Sameday",
    trackingNumber: "1ONBLN207683519",
    evidence: [],
    ticketIds: ["tkt_318"],
    ownerId: null,
    groupId: null,
    openedAt: "2026-11-18T22:00:00Z",
    closedAt: null,
    closedBecause: null,
    version: 1,
    ...extra,
  };
}

export const storm: IncidentGroup = {
  id: "grp_1",
  kind: "late",
  cause: "depot",
  causeName: "Sibiu, Sameday",
  state: "open",
  incidentCount: 14,
  expectedCount: 1.3,
  falseAlarmsPerYear: 0.21,
  beganAt: "2026-11-17T06:00:00Z",
  lastIncidentAt: "2026-11-21T08:00:00Z",
};

/** One parcel delivered in time; one late, silent, with the promise broken, an incident in a storm, and an agent's promise running. */
export const lateSplitDelivery: OrderDelivery = {
  status: "in_transit",
  parcels: [
    parcelDelivery("p_1", {
      lateness: lateness("on_time", { promiseId: "prm_1", dueAt: "2026-11-18T21:59:59Z", stoppedAt: "2026-11-17T11:26:00Z" }),
      sources: [source("sameday", "delivered", { rawStatus: "9", at: "2026-11-17T11:26:00Z" })],
    }),
    parcelDelivery("p_2", {
      exceptions: [
        { kind: "late", by: "derived", since: "2026-11-18T21:59:59Z", clearedAt: null },
        { kind: "stalled", by: "derived", since: "2026-11-18T03:40:00Z", clearedAt: null },
        { kind: "missorted", by: "carrier", since: "2026-11-15T01:00:00Z", clearedAt: "2026-11-15T03:40:00Z" },
      ],
      lateness: lateness("very_late", {
        promiseId: "prm_1",
        dueAt: "2026-11-18T21:59:59Z",
        lateByMs: 216_001_000,
        stalledSince: "2026-11-18T03:40:00Z",
      }),
      sources: [source("sameday", "in_transit", { rawStatus: "84", at: "2026-11-15T03:40:00Z" })],
      nextCheckAt: "2026-11-21T10:20:00Z",
    }),
  ],
  promises: [
    promise("prm_1", { state: "broken", settledAt: "2026-11-18T22:00:00Z" }),
    promise("prm_2", {
      source: "carrier",
      madeBy: "sameday",
      madeAt: "2026-11-19T07:00:00Z",
      dueAt: "2026-11-24T15:00:00Z",
      dueDate: null,
      zone: null,
      shownToBuyer: false,
    }),
    promise("prm_3", {
      kind: "reply",
      source: "agent",
      madeBy: "Elena Popescu",
      madeAt: "2026-11-21T09:50:00Z",
      dueAt: "2026-11-21T14:00:00Z",
      dueDate: null,
      zone: null,
      ticketId: "tkt_318",
    }),
    promise("prm_4", { kind: "refund", source: "agent", madeBy: "Elena Popescu", state: "kept", settledAt: "2026-11-14T09:30:00Z", dueDate: null }),
  ],
  incidents: [
    incident("inc_1", "late", {
      groupId: "grp_1",
      evidence: [
        {
          by: "derived",
          at: "2026-11-18T21:59:59Z",
          code: "due_passed",
          values: { promiseId: "prm_1", dueAt: "2026-11-18T21:59:59Z" },
          text: null,
        },
        { by: "customer", at: "2026-11-21T09:48:00Z", code: "customer_report", values: { exception: "late", since: "2026-11-21T09:48:00Z" }, text: null },
      ],
    }),
    incident("inc_2", "stalled", {
      state: "suspected",
      severity: 1,
      openedAt: "2026-11-18T03:40:00Z",
      evidence: [
        { by: "derived", at: "2026-11-18T03:40:00Z", code: "no_scan", values: { lastScanAt: "2026-11-15T03:40:00Z" }, text: null },
        { by: "carrier", at: "2026-11-19T03:40:00Z", code: "depot_silent", values: { depot: "Sibiu" }, text: "Depozit fără curent" },
      ],
    }),
    incident("inc_3", "address_problem", {
      state: "resolved",
      openedAt: "2026-11-14T18:00:00Z",
      closedAt: "2026-11-15T03:40:00Z",
      closedBecause: "moved_again",
      evidence: [
        {
          by: "carrier",
          at: "2026-11-14T18:00:00Z",
          code: "carrier_exception",
          values: { exception: "address_issue", since: "2026-11-14T18:00:00Z" },
          text: "S4",
        },
      ],
    }),
  ],
  storms: [storm],
};
