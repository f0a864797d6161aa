import assert from "node:assert/strict";
import type { ErrorCode } from "@askonce/spec";
import type { CourierFault } from "../courier/courier-faults.ts";
import { assertRejects, rejectionOf, withinRealTime } from "../storefront/case-errors.ts";
import type { CarrierCaseDefinition } from "./carrier-case.ts";
import type { CarrierSession } from "./carrier-session.ts";

/** The longest a call may wait for its courier before it gives up, in milliseconds of the adapter's clock. */
const patienceMs = 5 * 60_000;
/** In milliseconds of real time. */
const guardMs = 15_000;
const always = Number.POSITIVE_INFINITY;

/** Every way of reading that the adapter has. */
function reads(session: CarrierSession): { name: string; call: () => Promise<unknown> }[] {
  const { adapter, context, clock } = session;
  const { trackingNumber } = session.add("on_time", 10);
  const until = new Date(clock.now()).toISOString();
  const { batches, changes, pickupPoints } = adapter;
  return [
    { name: "track", call: () => adapter.track(trackingNumber, context()) },
    ...(batches ? [{ name: "batches.track", call: () => batches.track([trackingNumber], context()) }] : []),
    ...(changes
      ? [
          {
            name: "changes.list",
            call: () => {
              const since = new Date(clock.now() - Math.min(changes.windowMs, 3_600_000)).toISOString();
              return changes.list({ since, until, cursor: null }, context());
            },
          },
        ]
      : []),
    ...(pickupPoints ? [{ name: "pickupPoints.get", call: () => pickupPoints.get("404404", context()) }] : []),
  ];
}

interface Failure {
  name: string;
  title: string;
  fault: CourierFault;
  codes: readonly ErrorCode[];
  retryable: boolean | null;
  /** Of `track` alone, because nothing at all is an answer to some other questions. */
  onlyTrack?: boolean;
  timeoutMs?: number;
}

const failures: readonly Failure[] = [
  {
    name: "http-401",
    title: "Refused credentials are ADAPTER_UNAUTHORIZED, and are not tried over and over",
    fault: { kind: "unauthorized" },
    codes: ["ADAPTER_UNAUTHORIZED"],
    retryable: false,
  },
  {
    name: "http-403",
    title: "A missing permission is ADAPTER_FORBIDDEN, or unauthorized where signing in is refused so",
    fault: { kind: "forbidden" },
    codes: ["ADAPTER_FORBIDDEN", "ADAPTER_UNAUTHORIZED"],
    retryable: false,
  },
  {
    name: "http-5xx",
    title: "A courier that stays broken is ADAPTER_UNAVAILABLE, retryable, after a bounded number of tries; it is never an unknown number",
    fault: { kind: "serverError", status: 503 },
    codes: ["ADAPTER_UNAVAILABLE"],
    retryable: true,
  },
  {
    name: "html-instead-of-json",
    title: "A challenge page with status 200 is ADAPTER_UNAVAILABLE, worth trying again",
    fault: { kind: "html" },
    codes: ["ADAPTER_UNAVAILABLE"],
    retryable: true,
  },
  {
    name: "broken-json",
    title: "An answer that ends in the middle is a failure",
    fault: { kind: "brokenJson" },
    codes: ["ADAPTER_UNAVAILABLE", "ADAPTER_BAD_RESPONSE", "ADAPTER_UNREACHABLE"],
    retryable: null,
  },
  {
    name: "empty-body",
    title: "An answer without a body is a failure, not an unknown number",
    fault: { kind: "emptyBody" },
    codes: ["ADAPTER_UNAVAILABLE", "ADAPTER_BAD_RESPONSE"],
    retryable: null,
    onlyTrack: true,
  },
  {
    name: "unreachable",
    title: "A courier that cannot be reached is ADAPTER_UNREACHABLE",
    fault: { kind: "refused" },
    codes: ["ADAPTER_UNREACHABLE"],
    retryable: true,
  },
  {
    name: "timeout",
    title: "A courier that never answers is ADAPTER_TIMEOUT",
    fault: { kind: "hang" },
    codes: ["ADAPTER_TIMEOUT"],
    retryable: true,
    onlyTrack: true,
    timeoutMs: 60,
  },
];

function failureCase({ name, title, fault, codes, retryable, onlyTrack, timeoutMs }: Failure): CarrierCaseDefinition {
  return {
    name,
    group: "failures",
    title,
    ...(timeoutMs === undefined ? {} : { setup: { timeoutMs } }),
    check: async (session) => {
      for (const { name: what, call } of reads(session)) {
        if (onlyTrack === true && what !== "track") continue;
        const startedAt = session.clock.now();
        const before = session.network.requestCount();
        session.network.faults.next(fault, always);
        const error = await assertRejects(withinRealTime(call(), guardMs, what), ...codes);
        if (retryable !== null) assert.equal(error.retryable, retryable, `retryable (${what})`);
        assert.ok(session.clock.now() - startedAt <= patienceMs, `${what} gives up in time`);
        const requests = session.network.requestCount() - before;
        assert.ok(requests <= (fault.kind === "unauthorized" ? 4 : 20), `${requests} requests were made by ${what}`);
      }
    },
  };
}

export const failureCases: readonly CarrierCaseDefinition[] = [
  ...failures.map(failureCase),
  {
    name: "http-429-for-an-hour",
    group: "failures",
    title: "When the courier asks for an hour, the call fails at once and says when to come back",
    check: async (session) => {
      for (const { name, call } of reads(session)) {
        const startedAt = session.clock.now();
        session.network.faults.next({ kind: "rateLimited", retryAfterSeconds: 3_600 }, always);
        const error = await assertRejects(withinRealTime(call(), guardMs, name), "ADAPTER_RATE_LIMITED");
        assert.equal(error.retryable, true, "retryable");
        assert.ok((error.retryAfterMs ?? 0) >= 3_500_000, `retryAfterMs is ${error.retryAfterMs}`);
        assert.ok(session.clock.now() - startedAt <= patienceMs, "an agent does not wait for an hour");
      }
    },
  },
  {
    name: "expired-sign-in",
    group: "failures",
    title: "When the courier forgot what was signed in, the adapter signs in again and answers",
    check: async (session) => {
      const { expireTokens } = session.harness;
      assert.ok(expireTokens, "The harness cannot expire tokens. Skip the case with a reason when there is nothing to sign in.");
      const parcel = session.add("on_time", 10);
      const before = await session.track(parcel);
      expireTokens();
      const requests = session.network.requestCount();
      assert.deepEqual(await session.track(parcel), before);
      const needed = session.network.requestCount() - requests;
      assert.ok(needed <= 6, `${needed} requests were made`);
      session.clock.advance(3 * 86_400_000);
      await session.track(parcel);
    },
  },
  {
    name: "one-sign-in-for-all",
    group: "failures",
    title: "Several calls at once do not sign in each for itself",
    check: async (session) => {
      assert.ok(session.harness.expireTokens, "Skip the case with a reason when there is nothing to sign in.");
      const parcels = Array.from({ length: 6 }, () => session.add("on_time", 10));
      await Promise.all(parcels.map((parcel) => session.track(parcel)));
      const first = session.network.requestCount();
      await Promise.all(parcels.map((parcel) => session.track(parcel)));
      const second = session.network.requestCount() - first;
      assert.ok(first - second <= 1, `the first six calls made ${first} requests, the next six ${second}`);
    },
  },
  {
    name: "abort-while-waiting",
    group: "failures",
    title: "An aborted signal ends a call that hangs, at once and without another request",
    check: async (session) => {
      const { trackingNumber } = session.add("on_time", 10);
      const controller = new AbortController();
      session.network.faults.next({ kind: "hang" }, always);
      const call = session.adapter.track(trackingNumber, session.context({ signal: controller.signal }));
      // Marks the promise as handled: it rejects before anybody awaits it.
      call.catch(() => {});
      await untilRequested(session);
      const requests = session.network.requestCount();
      controller.abort();
      await withinRealTime(rejectionOf(call), 1_000, "giving up after the abort");
      assert.equal(session.network.requestCount(), requests, "no request follows the abort");
    },
  },
  {
    name: "abort-before-start",
    group: "failures",
    title: "With a signal that is already aborted nothing is asked",
    check: async (session) => {
      const { trackingNumber } = session.add("on_time", 10);
      const context = session.context({ signal: AbortSignal.abort() });
      await withinRealTime(rejectionOf(session.adapter.track(trackingNumber, context)), 1_000, "giving up");
      assert.equal(session.network.requestCount(), 0, "no request is made");
    },
  },
];

/** Turns of the event loop, so that a request is under way; a call that never makes one fails. */
async function untilRequested(session: CarrierSession): Promise<void> {
  const before = Date.now();
  while (session.network.requestCount() === 0) {
    assert.ok(Date.now() - before < guardMs, "the call makes a request");
    await new Promise((resolve) => setImmediate(resolve));
  }
}
