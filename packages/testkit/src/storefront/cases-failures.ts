import assert from "node:assert/strict";
import type { CaseDefinition } from "./case.ts";
import { assertRejects, rejectionOf, withinRealTime } from "./case-errors.ts";
import type { Session } from "./session.ts";

/** The longest a call may wait for its vendor before it gives up, in milliseconds of the adapter's clock. */
const patienceMs = 5 * 60_000;
/** In milliseconds of real time. */
const guardMs = 15_000;

const always = Number.POSITIVE_INFINITY;

function deliveredRef(session: Session): string {
  return session.scenario("order-delivered").ref;
}

function readDelivered(session: Session): Promise<unknown> {
  return withinRealTime(session.adapter.getOrder(deliveredRef(session), session.context()), guardMs, "getOrder");
}

function searchByEmail(session: Session): Promise<unknown> {
  const { query } = session.scenario("two-orders-same-email");
  return withinRealTime(session.adapter.findOrders(query, session.context()), guardMs, "findOrders");
}

/** Reads before and during the fault, and demands the same order; answers how long the adapter's clock ran. */
async function readThrough(session: Session, start: () => void): Promise<number> {
  const undisturbed = await readDelivered(session);
  const startedAt = session.clock.now();
  const requestsBefore = session.faults.requestCount();
  start();
  assert.deepEqual(await readDelivered(session), undisturbed, "the order is complete after the fault");
  assert.ok(session.faults.requestCount() - requestsBefore >= 2, "the request was tried again");
  return session.clock.now() - startedAt;
}

export const failureCases: readonly CaseDefinition[] = [
  {
    name: "http-401",
    group: "failures",
    title: "Refused credentials are ADAPTER_UNAUTHORIZED and are not tried over and over",
    check: async (session) => {
      session.faults.next({ kind: "unauthorized" }, always);
      const error = await assertRejects(readDelivered(session), "ADAPTER_UNAUTHORIZED");
      assert.equal(error.retryable, false);
      assert.ok(session.faults.requestCount() <= 4, `${session.faults.requestCount()} requests were made`);
      await assertRejects(searchByEmail(session), "ADAPTER_UNAUTHORIZED");
    },
  },
  {
    name: "http-429-retry-after",
    group: "failures",
    title: "The vendor's Retry-After is waited for, and the call succeeds",
    check: async (session) => {
      const waitedMs = await readThrough(session, () => session.faults.next({ kind: "rateLimited", retryAfterSeconds: 3 }, 1));
      assert.ok(waitedMs >= 3_000, `waited ${waitedMs} ms of the 3000 the vendor asked for`);
      assert.ok(waitedMs <= 60_000, `waited ${waitedMs} ms, far more than the vendor asked for`);
    },
  },
  {
    name: "http-429-for-an-hour",
    group: "failures",
    title: "When the vendor asks for an hour, the call fails at once and says when to come back",
    check: async (session) => {
      const startedAt = session.clock.now();
      session.faults.next({ kind: "rateLimited", retryAfterSeconds: 3_600 }, always);
      const error = await assertRejects(readDelivered(session), "ADAPTER_RATE_LIMITED");
      assert.equal(error.retryable, true);
      assert.ok((error.retryAfterMs ?? 0) >= 3_500_000, `retryAfterMs is ${error.retryAfterMs}`);
      assert.ok(session.clock.now() - startedAt <= patienceMs, "an agent does not wait for an hour");
    },
  },
  {
    name: "http-500-then-ok",
    group: "failures",
    title: "A read that met a 500 is tried again after a pause",
    check: async (session) => {
      const waitedMs = await readThrough(session, () => session.faults.next({ kind: "serverError", status: 500 }, 1));
      assert.ok(waitedMs > 0 && waitedMs <= 60_000, `paused ${waitedMs} ms`);
    },
  },
  {
    name: "http-5xx-persistent",
    group: "failures",
    title: "A vendor that stays broken is ADAPTER_UNAVAILABLE, retryable, after a bounded number of tries",
    check: async (session) => {
      const startedAt = session.clock.now();
      session.faults.next({ kind: "serverError", status: 503 }, always);
      const error = await assertRejects(readDelivered(session), "ADAPTER_UNAVAILABLE");
      assert.equal(error.retryable, true);
      assert.ok(session.clock.now() - startedAt <= patienceMs, "it gives up in time");
      assert.ok(session.faults.requestCount() <= 20, `${session.faults.requestCount()} requests were made`);
    },
  },
  {
    name: "failed-search-is-not-empty",
    group: "failures",
    title: "A search that failed throws; it never answers that nothing was found",
    check: async (session) => {
      session.faults.next({ kind: "serverError", status: 502 }, always);
      await assertRejects(searchByEmail(session), "ADAPTER_UNAVAILABLE");
    },
  },
  {
    name: "timeout",
    group: "failures",
    title: "A vendor that never answers is ADAPTER_TIMEOUT",
    setup: { timeoutMs: 60 },
    check: async (session) => {
      session.faults.next({ kind: "hang" }, always);
      const error = await assertRejects(readDelivered(session), "ADAPTER_TIMEOUT");
      assert.equal(error.retryable, true);
    },
  },
  {
    name: "unreachable",
    group: "failures",
    title: "A vendor that cannot be reached is ADAPTER_UNREACHABLE",
    check: async (session) => {
      session.faults.next({ kind: "refused" }, always);
      const error = await assertRejects(readDelivered(session), "ADAPTER_UNREACHABLE");
      assert.equal(error.retryable, true);
    },
  },
  {
    name: "html-instead-of-json",
    group: "failures",
    title: "A page for people with status 200 is ADAPTER_BAD_RESPONSE",
    check: async (session) => {
      session.faults.next({ kind: "htmlInsteadOfJson" }, always);
      await assertRejects(readDelivered(session), "ADAPTER_BAD_RESPONSE");
      await assertRejects(searchByEmail(session), "ADAPTER_BAD_RESPONSE");
    },
  },
  {
    name: "truncated-json",
    group: "failures",
    title: "An answer that ends in the middle is ADAPTER_BAD_RESPONSE, or a lost connection",
    check: async (session) => {
      session.faults.next({ kind: "truncatedJson" }, always);
      await assertRejects(readDelivered(session), "ADAPTER_BAD_RESPONSE", "ADAPTER_UNREACHABLE");
    },
  },
  {
    name: "abort-while-waiting",
    group: "failures",
    title: "An aborted signal ends a call that hangs, at once and without another request",
    check: async (session) => {
      const controller = new AbortController();
      session.faults.next({ kind: "hang" }, always);
      const call = session.adapter.getOrder(deliveredRef(session), session.context({ signal: controller.signal }));
      // Marks the promise as handled: it rejects before anybody awaits it.
      call.catch(() => {});
      await untilRequested(session);
      const requests = session.faults.requestCount();
      controller.abort();
      await withinRealTime(rejectionOf(call), 1_000, "giving up after the abort");
      assert.equal(session.faults.requestCount(), requests, "no request follows the abort");
    },
  },
  {
    name: "abort-before-start",
    group: "failures",
    title: "With a signal that is already aborted nothing is asked",
    check: async (session) => {
      const context = session.context({ signal: AbortSignal.abort() });
      await withinRealTime(rejectionOf(session.adapter.getOrder(deliveredRef(session), context)), 1_000, "giving up");
      assert.equal(session.faults.requestCount(), 0, "no request is made");
    },
  },
];

/** Turns of the event loop, so that a request is under way; a call that never makes one fails. */
async function untilRequested(session: Session): Promise<void> {
  const before = Date.now();
  while (session.faults.requestCount() === 0) {
    assert.ok(Date.now() - before < guardMs, "the call makes a request");
    await new Promise((resolve) => setImmediate(resolve));
  }
}
