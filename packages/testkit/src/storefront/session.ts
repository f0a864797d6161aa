import assert from "node:assert/strict";
import type { AdapterContext, Order, SourceRef, StorefrontAdapterV1 } from "@askonce/spec";
import { type ConformanceClock, conformanceClock } from "./conformance-clock.ts";
import type { StorefrontDescriptor, StorefrontHarness, StorefrontScenario, StorefrontScenarios, StorefrontSetup } from "./descriptor.ts";
import type { StorefrontFaults } from "./faults.ts";
import { faultyFetch } from "./faulty-fetch.ts";
import type { StorefrontField } from "./limits.ts";
import { type LogEntry, recordingLogger } from "./recording-logger.ts";

/** The time at which every case begins, ISO UTC. The orders of `conformanceShop` are made for it. */
export const conformanceNow = "2026-11-21T10:00:00.000Z";

/** No page of changes may have more orders than this while the suite runs. */
export const conformancePageSize = 3;

/** An e-mail that only faulty answers contain: whatever repeats it has put a vendor's answer into an error or a log. */
export const echoedEmail = "echoed.by.vendor@example.test";

/** One harness at work: what a case needs. */
export interface Session {
  harness: StorefrontHarness;
  adapter: StorefrontAdapterV1;
  clock: ConformanceClock;
  faults: StorefrontFaults;
  logs: readonly LogEntry[];
  limits: ReadonlySet<StorefrontField>;
  context(overrides?: Partial<AdapterContext>): AdapterContext;
  /** The scenario's fixture; fails the case when the harness has none. */
  scenario<Name extends StorefrontScenario>(name: Name): NonNullable<StorefrontScenarios[Name]>;
  /** Reads an order that has to be there. */
  read(ref: SourceRef): Promise<Order>;
}

/** Makes a harness, lets `use` work with it and closes it in every case. */
export async function withSession<Result>(
  descriptor: StorefrontDescriptor,
  setup: Partial<Pick<StorefrontSetup, "credentials" | "timeoutMs">>,
  use: (session: Session) => Promise<Result>,
): Promise<Result> {
  const clock = conformanceClock(Date.parse(conformanceNow));
  const harness = await descriptor.create({
    credentials: setup.credentials ?? "valid",
    timeoutMs: setup.timeoutMs ?? null,
    clock,
    changesPageSize: conformancePageSize,
  });
  try {
    return await use(openSession(descriptor, harness, clock));
  } finally {
    clock.stop();
    await harness.close();
  }
}

function openSession(descriptor: StorefrontDescriptor, harness: StorefrontHarness, clock: ConformanceClock): Session {
  const logger = recordingLogger();
  const network = faultyFetch(harness.fetch, {
    onRequest: () => clock.hold(),
    echo: [echoedEmail, ...harness.secrets].join(" "),
  });
  let calls = 0;
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
    harness,
    adapter: harness.adapter,
    clock,
    faults: harness.faults ?? network,
    logs: logger.entries,
    limits: new Set((descriptor.limits ?? []).map((limit) => limit.field)),
    context,
    scenario: (name) => {
      const fixture = harness.scenarios[name];
      assert.ok(fixture, `The harness has no fixture for "${name}". Give it one, or skip the case with a reason.`);
      return fixture;
    },
    read: async (ref) => {
      const order = await harness.adapter.getOrder(ref, context());
      assert.ok(order, `getOrder("${ref}") answered null for an order that exists`);
      return order;
    },
  };
}
