import type { CourierEventKind, CourierScript, CourierWorld } from "@askonce/testkit/courier";

/** A simulated parcel, for whoever wants to see what the courier knows. */
export interface ListedParcel {
  trackingNumber: string;
  script: CourierScript;
  handedOverAt: string;
  /** Its newest event; `null` before the first one. */
  latest: { kind: CourierEventKind; at: string } | null;
}

/** The parcels that have begun, in the order in which they were made. */
export function listParcels(world: CourierWorld): ListedParcel[] {
  return world.parcels().map(({ trackingNumber, script, handedOverAt }) => {
    const latest = world.latest(trackingNumber);
    return { trackingNumber, script, handedOverAt, latest: latest === null ? null : { kind: latest.kind, at: latest.at } };
  });
}
