import { AskonceError, type CarrierAdapterV1, type Checkpoint, type DeliveryStatus, type TrackedParcel } from "@askonce/spec";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

export interface CourierSettings {
  /** Requests a minute; one more is refused until the minute is over. */
  requestsPerMinute: number;
  /** Numbers in one request. */
  batchSize: number;
  /** When tracking begins: most parcels were scanned before it. */
  startMs: number;
  /** When the measured hour begins: some are scanned in it. */
  hourMs: number;
}

export interface CourierCounts {
  answers: number;
  /** By the minute since 1970. */
  requests: Map<number, number>;
  refused: number;
}

interface Scan {
  at: number;
  status: DeliveryStatus;
}

/** A courier that answers from a script and counts what it is asked. Only its own limit ever refuses. */
export function scriptedCourier(settings: CourierSettings): { adapter: CarrierAdapterV1; counts: CourierCounts } {
  const counts: CourierCounts = { answers: 0, requests: new Map(), refused: 0 };
  const request = (now: number): void => {
    const minute = Math.floor(now / minuteMs);
    const made = counts.requests.get(minute) ?? 0;
    if (made >= settings.requestsPerMinute) {
      counts.refused += 1;
      throw new AskonceError("ADAPTER_RATE_LIMITED", { retryAfterMs: (minute + 1) * minuteMs - now });
    }
    counts.requests.set(minute, made + 1);
  };
  const answer = (trackingNumber: string, now: number) => {
    counts.answers += 1;
    return tracked(trackingNumber, scansOf(Number(trackingNumber.slice(1)), settings), now);
  };
  return {
    counts,
    adapter: {
      specVersion: "v1",
      kind: "carrier",
      id: "scripted",
      displayName: "Scripted",
      carrierNames: ["scripted"],
      timeZone: "Europe/Bucharest",
      pollEveryMs: 15 * minuteMs,
      async track(trackingNumber, { clock }) {
        request(clock.now());
        return answer(trackingNumber, clock.now());
      },
      batches: {
        size: settings.batchSize,
        async track(trackingNumbers, { clock }) {
          request(clock.now());
          return trackingNumbers.flatMap((one) => answer(one, clock.now()) ?? []);
        },
      },
      async check() {
        return { ok: true, checks: [] };
      },
    },
  };
}

/** Of a hundred: 60 on the road (6 of them scanned in the hour), 15 on the van (half of them delivered in it), 5 to be collected, 5 handed over, 15 not scanned. */
function scansOf(index: number, { startMs, hourMs: beginsMs }: CourierSettings): Scan[] {
  const kind = index % 100;
  const inTheHour = beginsMs + ((index * 7919) % 3600) * 1000;
  const before = (hours: number, status: DeliveryStatus): Scan => ({ at: startMs - hours * hourMs, status });
  if (kind < 60) {
    const scans = [before(30, "handed_over"), before(5, "in_transit")];
    return kind < 6 ? [...scans, { at: inTheHour, status: "in_transit" }] : scans;
  }
  if (kind < 75) {
    const scans = [before(30, "handed_over"), before(20, "in_transit"), before(2, "out_for_delivery")];
    return index % 2 === 0 ? [...scans, { at: inTheHour, status: "delivered" }] : scans;
  }
  if (kind < 80) return [before(40, "handed_over"), before(6, "ready_for_pickup")];
  return kind < 85 ? [before(3, "handed_over")] : [];
}

function tracked(trackingNumber: string, scans: readonly Scan[], now: number): TrackedParcel | null {
  const checkpoints = scans
    .filter(({ at }) => at <= now)
    .map(checkpointOf)
    .reverse();
  const [newest] = checkpoints;
  if (!newest) return null;
  return {
    trackingNumber,
    status: newest.status,
    leg: "forward",
    exceptions: [],
    rawStatus: newest.rawStatus,
    statusAt: newest.at,
    deliveredAt: newest.status === "delivered" ? newest.at : null,
    checkpoints,
    estimates: [],
    pieces: [],
    pickupPoint: null,
    pickupUntil: null,
    returnTrackingNumber: null,
    unknownCodes: [],
  };
}

function checkpointOf({ at, status }: Scan): Checkpoint {
  return {
    id: `${status}-${at}`,
    at: new Date(at).toISOString(),
    zone: "Europe/Bucharest",
    status,
    leg: "forward",
    exceptions: [],
    rawStatus: status.toUpperCase(),
    text: null,
    city: "Cluj-Napoca",
    countryCode: "RO",
    by: "carrier",
  };
}
