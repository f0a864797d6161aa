import assert from "node:assert/strict";
import type { CourierFault } from "../courier/courier-faults.ts";
import { courierScriptNames } from "../courier/courier-scripts.ts";
import { assertFreeOf, everythingIn, rejectionOf } from "../storefront/case-errors.ts";
import { echoedEmail } from "../storefront/session.ts";
import type { CarrierCaseDefinition } from "./carrier-case.ts";
import { type CarrierSession, recipientName } from "./carrier-session.ts";
import { watchGlobals } from "./watch-globals.ts";

const faults: readonly CourierFault[] = [
  { kind: "unauthorized" },
  { kind: "forbidden" },
  { kind: "rateLimited", retryAfterSeconds: 3_600 },
  { kind: "serverError", status: 500 },
  { kind: "html" },
  { kind: "brokenJson" },
  { kind: "refused" },
];

function secretsOf({ harness }: CarrierSession): readonly string[] {
  assert.ok(harness.secrets.length > 0, "the harness names its secrets");
  for (const secret of harness.secrets) assert.ok(secret.length >= 6, "each secret has at least 6 characters");
  return harness.secrets;
}

/** What must be in no error and no log. */
function forbiddenIn(session: CarrierSession): string[] {
  return [...secretsOf(session), echoedEmail, recipientName];
}

export const privacyCases: readonly CarrierCaseDefinition[] = [
  {
    name: "secrets-stripped",
    group: "privacy",
    title: "Passwords, keys and tokens are in nothing the adapter gives out",
    check: async (session) => {
      const secrets = secretsOf(session);
      const tracked = await session.track(session.add("on_time", 40));
      assertFreeOf(JSON.stringify(tracked), secrets, "the tracked parcel");
      assertFreeOf(JSON.stringify(await session.adapter.check(session.context())), secrets, "the report of check()");
      assertFreeOf(JSON.stringify(tracked.unknownCodes), [recipientName], "the unknown codes");
    },
  },
  {
    name: "errors-and-logs-are-clean",
    group: "privacy",
    title: "No secret and no personal data in errors (messages, details, causes, stacks) and logs",
    check: async (session) => {
      const forbidden = forbiddenIn(session);
      const { trackingNumber } = session.add("on_time", 40);
      for (const fault of faults) {
        session.network.faults.next(fault, Number.POSITIVE_INFINITY);
        const error = await rejectionOf(session.adapter.track(trackingNumber, session.context()));
        assertFreeOf(everythingIn(error), forbidden, `the error of ${fault.kind}`);
      }
      assertFreeOf(everythingIn(session.logs), forbidden, "the log");
    },
  },
  {
    name: "logs-of-reads-are-clean",
    group: "privacy",
    title: "Reading writes no secret and no personal data into the log, not even for a code nobody has heard of",
    check: async (session) => {
      const forbidden = forbiddenIn(session);
      for (const script of courierScriptNames) {
        const parcel = session.add(script, 60);
        session.world.spoil(parcel.trackingNumber, "unknown_code");
        await session.track(parcel);
      }
      assertFreeOf(everythingIn(session.logs), forbidden, "the log");
    },
  },
  {
    name: "context-only",
    group: "privacy",
    title: "Time, network and log are the context's: no Date.now(), global fetch or console",
    check: async (session) => {
      const parcel = session.add("on_time", 40);
      const watch = watchGlobals();
      try {
        await session.track(parcel);
        await session.adapter.check(session.context());
      } finally {
        watch.stop();
      }
      assert.deepEqual(watch.used(), [], "used beside the context");
    },
  },
];
