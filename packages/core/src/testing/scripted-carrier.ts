import { AskonceError, type CarrierAdapterV1, type Checkpoint, type DeliveryStatus, type TrackedParcel } from "@askonce/spec";

/** A courier whose every word the test writes. */
export interface ScriptedCarrier {
  adapter: CarrierAdapterV1;
  /** How often each number was asked for. */
  asked: string[];
  /** The parcel is scanned. */
  scan(trackingNumber: string, at: number, status: DeliveryStatus, more?: Partial<Checkpoint> & { booked?: string }): void;
  /** From now on it breaks its contract about a parcel, or keeps it again. */
  breakContract(trackingNumber: string, broken: boolean): void;
  /** Every asking fails with this code until it is `null` again. */
  fail(code: "ADAPTER_RATE_LIMITED" | "ADAPTER_UNAVAILABLE" | null, retryAfterMs?: number): void;
}

export function scriptedCarrier(options: { id?: string; names?: readonly string[]; pollEveryMs?: number } = {}): ScriptedCarrier {
  const parcels = new Map<string, TrackedParcel>();
  const asked: string[] = [];
  const lawless = new Set<string>();
  let failure: (() => AskonceError) | null = null;
  return {
    asked,
    adapter: {
      specVersion: "v1",
      kind: "carrier",
      id: options.id ?? "scripted",
      displayName: "Scripted",
      carrierNames: options.names ?? ["scripted", "sameday", "fan courier", "cargus", "gls", "dpd"],
      timeZone: "Europe/Bucharest",
      pollEveryMs: options.pollEveryMs ?? 900_000,
      async track(trackingNumber) {
        asked.push(trackingNumber);
        if (failure) throw failure();
        const known = structuredClone(parcels.get(trackingNumber) ?? null);
        return known && lawless.has(trackingNumber) ? { ...known, checkpoints: null as never } : known;
      },
      async check() {
        return { ok: true, checks: [] };
      },
    },
    scan(trackingNumber, at, status, { booked, ...more } = {}) {
      const known = parcels.get(trackingNumber);
      const instant = new Date(at).toISOString();
      const checkpoint: Checkpoint = {
        id: `${status}-${at}`,
        at: instant,
        zone: "Europe/Bucharest",
        status,
        leg: "forward",
        exceptions: [],
        rawStatus: status.toUpperCase(),
        text: null,
        city: "Cluj-Napoca",
        countryCode: "RO",
        by: "carrier",
        ...more,
      };
      parcels.set(trackingNumber, {
        trackingNumber,
        status,
        leg: checkpoint.leg,
        exceptions: checkpoint.exceptions,
        rawStatus: checkpoint.rawStatus,
        statusAt: instant,
        deliveredAt: status === "delivered" ? instant : null,
        checkpoints: [checkpoint, ...(known?.checkpoints ?? [])],
        estimates: booked
          ? [{ kind: "booked", date: booked, from: null, until: null, statedAt: instant, original: booked }]
          : (known?.estimates ?? []),
        pieces: [],
        pickupPoint: null,
        pickupUntil: null,
        returnTrackingNumber: null,
        unknownCodes: [],
      });
    },
    breakContract(trackingNumber, broken) {
      if (broken) lawless.add(trackingNumber);
      else lawless.delete(trackingNumber);
    },
    fail(code, retryAfterMs) {
      failure = code === null ? null : () => new AskonceError(code, retryAfterMs === undefined ? {} : { retryAfterMs });
    },
  };
}
