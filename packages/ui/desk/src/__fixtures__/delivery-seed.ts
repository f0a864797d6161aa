import type { Incident, IncidentDigest, IncidentGroup, OrderDelivery, Photo } from "@askonce/spec";
import type { CarrierState } from "@askonce/spec/contract";

const hour = 3_600_000;
const day = 24 * hour;

/** Incidents, one storm and three couriers of the fake shop; the first order's parcel is late, with a broken promise. */
export interface DeliverySeed {
  incidents: Incident[];
  groups: IncidentGroup[];
  carriers: CarrierState[];
  /** Of the first order; the last one's link is over. */
  photos: Photo[];
  digests: IncidentDigest[];
}

export function createDeliverySeed(at: (agoMs: number) => string): DeliverySeed {
  const incident = (id: string, kind: Incident["kind"], agoMs: number, part: Partial<Incident> = {}): Incident => ({
    id,
    kind,
    state: "open",
    severity: 2,
    orderRef: null,
    orderNumber: null,
    parcelId: null,
    carrier: "Sameday",
    trackingNumber: null,
    evidence: [],
    ticketIds: [],
    ownerId: null,
    groupId: null,
    openedAt: at(agoMs),
    closedAt: null,
    closedBecause: null,
    version: 1,
    ...part,
  });
  const incidents = [
    incident("inc_late", "late", 2 * day, {
      orderRef: "woocommerce:10482",
      orderNumber: "10482",
      parcelId: "f1:2XT771204",
      trackingNumber: "2XT771204",
      ticketIds: ["tkt_1042"],
      groupId: "grp_cluj",
      evidence: [
        { by: "derived", at: at(2 * day), code: "due_passed", values: { promiseId: "prm_1", dueAt: at(2 * day) }, text: null },
        { by: "customer", at: at(2 * day), code: "customer_report", values: { exception: "late", since: at(2 * day) }, text: null },
      ],
    }),
    incident("inc_damaged", "damaged", 5 * hour, {
      severity: 3,
      orderNumber: "10477",
      carrier: "BRT",
      ticketIds: ["tkt_1041"],
      ownerId: "agt_marco",
    }),
    incident("inc_quiet", "stalled", 9 * hour, { state: "suspected", severity: 1, orderNumber: "10469", trackingNumber: "2XT771190" }),
    incident("inc_done", "failed_attempt", 4 * day, {
      state: "resolved",
      orderNumber: "10401",
      closedAt: at(3 * day),
      closedBecause: "delivered",
    }),
  ];
  const photo = (id: string, shows: Photo["shows"]): Photo => ({
    id,
    shows,
    parcelId: null,
    width: 1200,
    height: 900,
    addedAt: at(hour),
    url: `/files/${id}?expires=1&signature=x`,
  });
  return {
    incidents,
    photos: [photo("pho_item", "item"), photo("pho_label", "label"), photo("pho_over", "packaging")],
    digests: createDigests(),
    groups: [
      {
        id: "grp_cluj",
        kind: "late",
        cause: "depot",
        causeName: "Cluj-Napoca, Sameday",
        state: "open",
        incidentCount: 14,
        expectedCount: 1.3,
        falseAlarmsPerYear: 0.21,
        beganAt: at(3 * day),
        lastIncidentAt: at(hour),
      },
      {
        id: "grp_old",
        kind: "damaged",
        cause: "product",
        causeName: "CEA-1L",
        state: "over",
        incidentCount: 5,
        expectedCount: 0.4,
        falseAlarmsPerYear: 0.5,
        beganAt: at(40 * day),
        lastIncidentAt: at(33 * day),
      },
    ],
    carriers: [
      { ...carrier("sameday", "Sameday", 212), lastAnswerAt: at(4 * 60_000) },
      {
        ...carrier("brt", "BRT", 31),
        lastAnswerAt: at(7 * hour),
        problem: "ADAPTER_UNAUTHORIZED",
        overdueMs: 6 * hour,
        unknownCodes: { "709": 3, "711": 1 },
      },
      {
        ...carrier("poste", "Poste Italiane", 9),
        standing: "unofficial",
        lastAnswerAt: at(20 * 60_000),
        pausedUntil: at(-hour),
        problem: "ADAPTER_RATE_LIMITED",
      },
    ],
  };
}

/** Twelve weeks, the newest first, always the same ones. */
function createDigests(): IncidentDigest[] {
  const counts = [21, 8, 6, 0, 9, 5, 7, 12, 4, 6, 5, 3];
  return counts.map((incidents, index) => ({
    week: new Date(Date.UTC(2026, 10, 16) - index * 7 * day).toISOString().slice(0, 10),
    incidents,
    incidentsBefore: counts[index + 1] ?? 4,
    causes:
      index > 0
        ? []
        : [
            { cause: "depot", causeName: "Cluj-Napoca, Sameday", kind: "late", count: 14, countBefore: 2 },
            { cause: "product", causeName: "CEA-1L", kind: "damaged", count: 4, countBefore: 5 },
            { cause: "carrier", causeName: "BRT", kind: "failed_attempt", count: 2, countBefore: 2 },
          ],
  }));
}

function carrier(carrierId: string, displayName: string, trackedCount: number): CarrierState {
  return {
    carrierId,
    displayName,
    standing: "official",
    trackedCount,
    overdueMs: 0,
    lastAnswerAt: null,
    pausedUntil: null,
    problem: null,
    unknownCodes: {},
  };
}

/** What the server knows of the first order's delivery. */
export function createDelivery(seed: DeliverySeed, orderRef: string, dueAt: string, nowMs: number): OrderDelivery {
  const incidents = seed.incidents.filter((each) => each.orderRef === orderRef);
  return {
    status: "in_transit",
    parcels: [
      {
        parcelId: "f1:2XT771204",
        exceptions: [{ kind: "late", by: "derived", since: dueAt, clearedAt: null }],
        lateness: {
          state: "late",
          promiseId: "prm_1",
          dueAt,
          lateByMs: Math.max(0, nowMs - Date.parse(dueAt)),
          risk: null,
          stoppedAt: null,
          stalledSince: null,
          legalOverdue: false,
        },
        sources: [
          {
            source: "sameday",
            by: "carrier",
            status: "in_transit",
            rawStatus: "18",
            at: dueAt,
            fetchedAt: new Date(nowMs - 60_000).toISOString(),
            problem: null,
          },
        ],
        contradictory: false,
        pieces: [],
        uncounted: [],
        pickup: null,
        nextCheckAt: null,
      },
    ],
    promises: [
      {
        id: "prm_1",
        ticketId: null,
        orderRef,
        parcelId: null,
        kind: "delivery",
        source: "checkout",
        madeBy: "woocommerce",
        madeAt: new Date(nowMs - 8 * day).toISOString(),
        dueAt,
        dueDate: null,
        zone: null,
        shownToBuyer: true,
        state: "broken",
        settledAt: dueAt,
      },
    ],
    incidents,
    storms: seed.groups.filter((group) => group.state === "open" && incidents.some((each) => each.groupId === group.id)),
  };
}
