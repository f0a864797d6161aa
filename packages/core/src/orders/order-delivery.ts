import type { Incident, IncidentGroup, Order, OrderDelivery, Parcel, ParcelDelivery } from "@askonce/spec";
import { toIncident, toIncidentGroup } from "../incidents/incidents.sql.ts";
import type { DeliverySettings } from "../parcels/delivery-settings.ts";
import { isTrackedParcel } from "../parcels/is-tracked.ts";
import { foldParcel } from "../parcels/parcel-state.ts";
import { rollUpStatus } from "../parcels/roll-up.ts";
import { toInstant, toInstantOrNull } from "../platform/instants.ts";
import { type LatenessInput, latenessOf } from "../promises/lateness.ts";
import { toPromise } from "../promises/promises.sql.ts";
import type { Tables } from "../storage/tables.ts";

type StoredParcelDelivery = Omit<ParcelDelivery, "lateness" | "nextCheckAt">;

/** What is stored about an order's delivery, as the statement gives it. */
export interface StoredDelivery {
  /** Of each parcel, in their order; `null` for one that nobody has looked at yet. */
  deliveries: (StoredParcelDelivery | null)[];
  /** When a courier is asked next, of each parcel; `null` when nobody is. */
  polls: (number | null)[];
  promises: Omit<Tables["promises"], "shop_id">[];
  incidents: (Omit<Tables["incidents"], "shop_id"> & { tickets: string[] })[];
  storms: Omit<Tables["incident_groups"], "shop_id">[];
}

/** The delivery of an order as of now: clocks are computed when they are read. */
export function orderDelivery(
  order: Order,
  stored: StoredDelivery,
  source: { adapterId: string; fetchedAt: number },
  settings: DeliverySettings,
  now: number,
): OrderDelivery {
  const destination = settings.calendarOf(order.shippingAddress?.countryCode ?? null);
  const promises = stored.promises.map(toPromise);
  const parcels = order.parcels.map((parcel, index): ParcelDelivery => {
    const delivery = stored.deliveries[index] ?? unfolded(parcel, order, source, destination.zone, now);
    const isTracked = isTrackedParcel(parcel, delivery.sources);
    const input: LatenessInput = { promises, isTracked, placedAt: order.placedAt, parcel, uncounted: delivery.uncounted, destination, now };
    return { ...delivery, lateness: latenessOf(input), nextCheckAt: toInstantOrNull(stored.polls[index] ?? null) };
  });
  const incidents: Incident[] = stored.incidents.map(({ tickets, ...row }) => toIncident(row, tickets));
  return {
    status: rollUpStatus(order.parcels).status,
    parcels,
    promises,
    incidents: incidents.sort(openFirst),
    storms: stored.storms.map(toIncidentGroup).filter((group: IncidentGroup) => group.state === "open"),
  };
}

/** A parcel that only its storefront has spoken of yet. */
function unfolded(
  parcel: Parcel,
  order: Order,
  source: { adapterId: string; fetchedAt: number },
  zone: string,
  now: number,
): StoredParcelDelivery {
  return foldParcel({
    reported: parcel,
    reportedBy: { source: source.adapterId, fetchedAt: toInstant(source.fetchedAt) },
    reports: [],
    claims: [],
    placedAt: order.placedAt,
    zone,
    now,
  }).delivery;
}

function openFirst(one: Incident, other: Incident): number {
  const open = Number(other.closedAt === null) - Number(one.closedAt === null);
  return open || Date.parse(other.openedAt) - Date.parse(one.openedAt);
}
