import type { CustomerPromise, Instant, Order, Parcel } from "@askonce/spec";
import type { DeliverySettings } from "../parcels/delivery-settings.ts";
import { estimateInstant } from "../parcels/parcel-estimate.ts";
import type { ParcelReport } from "../parcels/parcel-reports.ts";
import { dueDate } from "./due-date.ts";

/** A promise before it is stored. */
export type PromiseDraft = Omit<CustomerPromise, "id" | "ticketId" | "state" | "settledAt">;

export interface PromiseSources {
  order: Pick<Order, "ref" | "placedAt" | "shippingMethod" | "shippingAddress" | "shippingTotal">;
  /** As the storefront reports it. */
  reported: Parcel;
  /** The storefront's adapter. */
  storefrontId: string;
  reports: readonly ParcelReport[];
  settings: DeliverySettings;
  now: Instant;
}

/**
 * What was promised about a parcel's delivery by those who are not agents: the checkout, couriers, the shop's own table. Each date once; the
 * same sources give the same drafts.
 */
export function deliveryPromises({ order, reported, storefrontId, reports, settings, now }: PromiseSources): PromiseDraft[] {
  const country = order.shippingAddress?.countryCode ?? null;
  const destination = settings.calendarOf(country);
  const drafts: PromiseDraft[] = [];
  const add = (draft: Pick<PromiseDraft, "source" | "madeBy" | "madeAt" | "dueAt"> & Partial<PromiseDraft>) =>
    drafts.push({
      orderRef: order.ref,
      parcelId: reported.id,
      kind: "delivery",
      dueDate: null,
      zone: null,
      shownToBuyer: false,
      ...draft,
      madeBy: draft.madeBy.slice(0, 120),
    });
  if (reported.promisedAt !== null)
    add({ source: "checkout", madeBy: storefrontId, madeAt: order.placedAt, dueAt: reported.promisedAt, shownToBuyer: true });
  if (reported.estimatedAt !== null) add({ source: "carrier", madeBy: storefrontId, madeAt: now, dueAt: reported.estimatedAt });
  for (const { source, tracked, fetchedAt } of reports) {
    for (const estimate of tracked?.estimates ?? []) {
      const dueAt = estimateInstant(estimate, destination.zone);
      if (dueAt === null) continue;
      const day = estimate.until === null ? { dueDate: estimate.date, zone: destination.zone } : {};
      add({ source: "carrier", madeBy: source, madeAt: estimate.statedAt ?? fetchedAt, dueAt, ...day });
    }
  }
  const service = settings.services.serviceFor({
    carrier: reported.carrier,
    shippingMethod: order.shippingMethod,
    storefront: storefrontId,
    destinationCountry: country,
  });
  if (service) {
    const due = dueDate({ placedAt: order.placedAt, service, origin: settings.calendarOf(service.originCountry), destination });
    const madeBy = [service.carrier, service.shippingMethod].filter(Boolean).join(", ") || "service table";
    add({ source: "service_table", madeBy, madeAt: order.placedAt, dueAt: due.dueAt, dueDate: due.dueDate, zone: destination.zone });
  }
  return drafts;
}

/** Whether a promise is about the same date by the same source, whenever it was said again. */
export function isSamePromise(one: PromiseDraft, other: PromiseDraft): boolean {
  return (
    one.kind === other.kind &&
    one.source === other.source &&
    one.parcelId === other.parcelId &&
    one.madeBy === other.madeBy &&
    Date.parse(one.dueAt) === Date.parse(other.dueAt)
  );
}
