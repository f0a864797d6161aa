import assert from "node:assert/strict";
import type { AdapterContext, CarrierAdapterV1, TrackedParcel } from "@askonce/spec";
import type { CourierEvent } from "../courier/courier-event.ts";
import type { CourierParcel } from "../courier/courier-parcel.ts";
import type { CourierScript } from "../courier/courier-scripts.ts";
import { type CourierWorld, createCourierWorld } from "../courier/courier-world.ts";
import { type ConformanceClock, conformanceClock } from "../storefront/conformance-clock.ts";
import { type LogEntry, recordingLogger } from "../storefront/recording-logger.ts";
import { conformanceNow, echoedEmail } from "../storefront/session.ts";
import type { CarrierDescriptor, CarrierHarness, CarrierSetup } from "./carrier-descriptor.ts";
import { type CarrierNetwork, carrierNetwork } from "./carrier-network.ts";

const hourMs = 3_600_000;

/** Signs for every parcel of the suite; a courier's answer may hold it, errors and logs may not. */
export const recipientName = "Ileana Canary-Recipient";

/** One harness at work: what a case needs. */
export interface CarrierSession {
  descriptor: CarrierDescriptor;
  harness: CarrierHarness;
  adapter: CarrierAdapterV1;
  world: CourierWorld;
  clock: ConformanceClock;
  network: CarrierNetwork;
  logs: readonly LogEntry[];
  context(overrides?: Partial<AdapterContext>): AdapterContext;
  /** A new parcel that was handed over that many hours ago (or will be, when negative). */
  add(script: CourierScript, hoursAgo: number): CourierParcel;
  /** A number of the right shape that nobody has. */
  unusedNumber(): string;
  /** Tracks a parcel that has to be found. */
  track(parcel: CourierParcel): Promise<TrackedParcel>;
  /** What the courier says of the parcel by now and has words for, oldest first. */
  audible(parcel: CourierParcel): CourierEvent[];
}

/** Makes a world and a harness, lets `use` work with them and closes in every case. */
export async function withCarrierSession(
  descriptor: CarrierDescriptor,
  setup: Partial<Pick<CarrierSetup, "credentials" | "timeoutMs">>,
  use: (session: CarrierSession) => Promise<void>,
): Promise<void> {
  const clock = conformanceClock(Date.parse(conformanceNow));
  const world = createCourierWorld({ clock, country: descriptor.country ?? "RO" });
  const { credentials = "valid", timeoutMs = null } = setup;
  const harness = await descriptor.create({ world, clock, credentials, timeoutMs });
  try {
    await use(openSession(descriptor, harness, world, clock));
  } finally {
    clock.stop();
    await harness.close?.();
  }
}

function openSession(descriptor: CarrierDescriptor, harness: CarrierHarness, world: CourierWorld, clock: ConformanceClock): CarrierSession {
  const logger = recordingLogger();
  const network = carrierNetwork(harness.fetch, () => clock.hold(), [echoedEmail, ...harness.secrets].join(" "));
  let calls = 0;
  let numbers = 0;
  const unusedNumber = (): string => descriptor.trackingNumber(numbers++);
  const context = (overrides: Partial<AdapterContext> = {}): AdapterContext => ({
    signal: new AbortController().signal,
    logger,
    clock,
    fetch: network.fetch,
    idempotencyKey: `conformance-${++calls}`,
    priority: "agent",
    ...overrides,
  });
  return {
    descriptor,
    harness,
    adapter: harness.adapter,
    world,
    clock,
    network,
    logs: logger.entries,
    context,
    unusedNumber,
    add: (script, hoursAgo) =>
      world.add({
        trackingNumber: unusedNumber(),
        script,
        handedOverAt: new Date(clock.now() - hoursAgo * hourMs).toISOString(),
        recipient: recipientName,
      }),
    track: async ({ trackingNumber, script }) => {
      const tracked = await harness.adapter.track(trackingNumber, context());
      assert.ok(tracked, `track() answered null for a parcel that exists (${script})`);
      return tracked;
    },
    audible: ({ trackingNumber }) =>
      world
        .shown(trackingNumber)
        .filter((event) => !harness.silentKinds.includes(event.kind))
        .toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at)),
  };
}
