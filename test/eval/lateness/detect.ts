import {
  type CustomerPromise,
  type DeliveryStatus,
  deliveryStatusRules,
  type Incident,
  type IncidentKind,
  type Instant,
  type SourceRef,
  sourceRef,
} from "@askonce/spec";
import { instantText } from "../../../packages/core/src/calendars/zone-days.ts";
import { nextPollAt } from "../../../packages/core/src/carriers/poll-plan.ts";
import { changeIncident, openIncident } from "../../../packages/core/src/incidents/apply-change.ts";
import { decideIncidents } from "../../../packages/core/src/incidents/incident.ts";
import { causesOf, type StormCause } from "../../../packages/core/src/incidents/storm-causes.ts";
import { exposedAt, exposedCauses } from "../../../packages/core/src/incidents/storm-exposure.ts";
import { nextIncidentLook } from "../../../packages/core/src/incidents/update-incidents.ts";
import type { OutreachChange } from "../../../packages/core/src/outreach/outreach-policy.ts";
import { type DeliverySettings, readDeliveryOptions } from "../../../packages/core/src/parcels/delivery-settings.ts";
import type { ParcelReport } from "../../../packages/core/src/parcels/parcel-reports.ts";
import { type FoldedParcel, foldParcel, isSettled } from "../../../packages/core/src/parcels/parcel-state.ts";
import { latenessOf, nextLatenessChange } from "../../../packages/core/src/promises/lateness.ts";
import { deliveryPromises, isSamePromise } from "../../../packages/core/src/promises/order-promises.ts";
import { settleDelivery } from "../../../packages/core/src/promises/settle-promise.ts";
import { diceOf } from "./dice.ts";
import { type ParcelLife, serviceOf } from "./life.ts";
import { calendarWith, type LateDefect, latenessInputWith, trackedWith } from "./planted-defects.ts";
import { answerAt, newsUntil, reportedParcel } from "./seen.ts";
import type { World } from "./world.ts";

const dayMs = 86_400_000;
/** As in the order's own check: what is older is not looked at any more, and what is over is looked at for two more days. */
const longestCheckedMs = 120 * dayMs;
const afterTheEndMs = 2 * dayMs;

/** A change of an incident, as outreach sees it. */
export interface SeenChange {
  incidentId: string;
  kind: IncidentKind;
  change: OutreachChange;
  at: number;
}

/** What the product made of a parcel. */
export interface Detection {
  incidents: readonly Incident[];
  changes: readonly SeenChange[];
  causes: ReadonlyMap<string, readonly StormCause[]>;
  /** The status in the end. */
  status: DeliveryStatus;
  /** The courier's own "delayed", as soon as it was seen. */
  saidDelayedAt: number | null;
  /** The moments and causes by which it counts among those that could have been late. */
  exposed: readonly { at: number; causes: readonly StormCause[] }[];
  /** When it was seen as delivered. */
  seenDeliveredAt: number | null;
  /** Nobody asked the courier any more although the parcel was under way. */
  trackingEndedEarly: boolean;
  folds: number;
  looks: number;
}

export interface Detector {
  detect(life: ParcelLife): Detection;
}

/** The shop's settings, and the product's rules run over one parcel after the other. */
export function createDetector(world: World, defect: LateDefect | null): Detector {
  const services = world.couriers.flatMap((courier) => [serviceOf(courier, "RO"), serviceOf(courier, "IT")]);
  const real = readDeliveryOptions(
    { originCountry: "RO", services },
    { id: "shop", name: "Shop", timeZone: "Europe/Bucharest", language: "ro", countryCode: "RO" },
  );
  const settings: DeliverySettings = { ...real, calendarOf: (country) => calendarWith(defect, real.calendarOf(country)) };
  return { detect: (life) => detect(world, settings, defect, life) };
}

function detect(world: World, settings: DeliverySettings, defect: LateDefect | null, life: ParcelLife): Detection {
  const dice = diceOf(world.seed, life.index + 0x20000000);
  const lag = () => dice.between(0, world.parameters.workerLagMs);
  const reported = reportedParcel(life);
  const ref = sourceRef("shop", String(life.index));
  const placedAt = instantText(life.placedMs);
  const order = orderOf(life, ref, placedAt);
  const destination = settings.calendarOf(life.country);
  const began = Math.round(life.labelMs + lag());

  let promises: CustomerPromise[] = [];
  let incidents: Incident[] = [];
  let folded: FoldedParcel | null = null;
  let reports: ParcelReport[] = [];
  let news = -1;
  let misses = 0;
  let pollAt: number | null = began;
  let lookAt: number | null = began;
  const changes: SeenChange[] = [];
  const causes = new Map<string, readonly StormCause[]>();
  const exposed: { at: number; causes: readonly StormCause[] }[] = [];
  let saidDelayedAt: number | null = null;
  let seenDeliveredAt: number | null = null;
  let [folds, looks] = [0, 0];

  while (pollAt !== null || lookAt !== null) {
    const now: number = Math.ceil(Math.min(pollAt ?? Number.POSITIVE_INFINITY, lookAt ?? Number.POSITIVE_INFINITY));
    let isNews = folded === null;
    if (pollAt !== null && pollAt <= now) {
      const count = newsUntil(life, now);
      if (count !== news) {
        news = count;
        const tracked = answerAt(life, now);
        const known = tracked && trackedWith(defect, tracked);
        reports = [{ source: "courier", by: "carrier", tracked: known, fetchedAt: instantText(now), problem: null }];
        isNews = true;
        if (tracked?.checkpoints.some((checkpoint) => checkpoint.exceptions.includes("late"))) saidDelayedAt ??= now;
      }
      const tracked = reports[0]?.tracked ?? null;
      misses = tracked === null ? misses + 1 : 0;
      const next = nextPollAt(
        { pollEveryMs: 900_000 },
        {
          now,
          status: tracked?.status ?? "unknown",
          known: tracked !== null,
          beganAt: began,
          statusAt: tracked?.statusAt ? Date.parse(tracked.statusAt) : null,
          misses,
          retryAfterMs: null,
        },
      );
      pollAt = next === null ? null : next + lag();
    }
    if (!isNews && (lookAt === null || lookAt > now)) continue;

    looks += 1;
    const before = promises;
    const hasFuture = folded?.delivery.uncounted.some(({ reason }) => reason === "future") ?? false;
    const waits = folded?.delivery.pickup != null;
    if (folded === null || isNews || hasFuture || waits) {
      folds += 1;
      folded = foldParcel({
        reported,
        reportedBy: { source: "shop", fetchedAt: instantText(began) },
        reports,
        claims: [],
        placedAt,
        zone: destination.zone,
        now,
        pickupHoldMs: settings.pickupHoldMs,
        known: folded?.delivery.exceptions ?? [],
      });
      for (const draft of deliveryPromises({ order, reported, storefrontId: "shop", reports, settings, now: instantText(now) })) {
        if (promises.some((one) => isSamePromise(one, draft))) continue;
        promises.push({ ...draft, id: `p${promises.length}`, ticketId: null, state: "open", settledAt: null });
      }
      if (folded.parcel.status === "delivered") seenDeliveredAt ??= now;
    }
    const { parcel, delivery } = folded;
    const input = latenessInputWith(defect, { promises, placedAt, parcel, uncounted: delivery.uncounted, destination, now });
    const lateness = latenessOf(input);
    const held = promises;
    promises = held.map((promise) => {
      const isNewest = !held.some((other) => other.source === promise.source && Date.parse(other.madeAt) > Date.parse(promise.madeAt));
      return { ...promise, state: settleDelivery(promise, lateness, parcel, isNewest, now) };
    });
    const decided = decideIncidents({
      parcel,
      delivery: { ...delivery, lateness, nextCheckAt: null },
      order,
      known: incidents,
      now,
      workingDaysBetween: (from, until) => destination.workingDaysBetween(destination.dateOf(from), destination.dateOf(until)),
      rules: settings.incidents,
    });
    for (const change of decided) {
      if (change.change === "open") {
        const id = `${life.index}-${incidents.length}`;
        incidents = [...incidents, openIncident(change, { id, orderRef: ref, orderNumber: order.number, parcel })];
        causes.set(id, causesOf(parcel, order, settings.originCountry));
        changes.push({ incidentId: id, kind: change.kind, change: "open", at: now });
      } else {
        incidents = incidents.map((incident) => (incident.id === change.incidentId ? changeIncident(incident, change) : incident));
        changes.push({ incidentId: change.incidentId, kind: change.kind, change: change.change, at: now });
      }
    }
    const isLateNow = decided.some(({ change, kind }) => change === "open" && kind === "late");
    const at = exposedAt({ promiseId: lateness.promiseId, before, after: promises, isLateNow, now });
    if (at !== null) exposed.push({ at, causes: exposedCauses(causesOf(parcel, order, settings.originCountry)) });
    const next = nextLook(folded, incidents, nextLatenessChange(input), life.placedMs, now);
    lookAt = next === null ? null : next + lag();
  }
  const status = folded?.parcel.status ?? "unknown";
  const isUnseen = news < life.scans.length + life.bookings.length;
  const trackingEndedEarly = isUnseen && !deliveryStatusRules[status].terminal;
  return { incidents, changes, causes, status, exposed, saidDelayedAt, seenDeliveredAt, trackingEndedEarly, folds, looks };
}

/** When the order is looked at again, as the product's worker does it: at the next moment of its clock, at the latest in a day. */
function nextLook(
  folded: FoldedParcel,
  incidents: readonly Incident[],
  changeAt: number | null,
  placedMs: number,
  now: number,
): number | null {
  if (now - placedMs > longestCheckedMs) return null;
  const { parcel, delivery } = folded;
  const endedMs = Date.parse(parcel.deliveredAt ?? parcel.lastScanAt ?? instantText(placedMs));
  const hasOpen = incidents.some((incident) => incident.closedAt === null);
  if (isSettled(folded) && now - endedMs > afterTheEndMs && !hasOpen) return null;
  const until = delivery.pickup?.until ?? null;
  const pickup = until === null ? [] : [Date.parse(until) - dayMs, Date.parse(until) + 1];
  const moments = [changeAt, nextIncidentLook(incidents, now), ...pickup].filter((moment) => moment !== null && moment > now);
  return Math.min(now + dayMs, ...(moments as number[]));
}

const money = { shop: { amountMinor: 10_000, currency: "RON" }, presentment: null };

/** What the rules look at of an order. */
function orderOf(life: ParcelLife, ref: SourceRef, placedAt: Instant) {
  return {
    ref,
    number: String(life.index),
    status: "open" as const,
    placedAt,
    shippingMethod: null,
    shippingTotal: money,
    shippingAddress: {
      name: null,
      company: null,
      line1: null,
      line2: null,
      city: null,
      province: null,
      postcode: null,
      countryCode: life.country,
      phone: null,
    },
    items: [
      {
        id: "1",
        title: `Product ${life.product}`,
        variant: null,
        sku: `SKU${life.product}`,
        imageUrl: null,
        quantity: 1,
        currentQuantity: 1,
        unitPrice: money,
        total: money,
        attributes: [],
      },
    ],
  };
}
