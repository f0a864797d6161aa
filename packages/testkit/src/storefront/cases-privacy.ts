import assert from "node:assert/strict";
import type { CaseDefinition } from "./case.ts";
import { assertFreeOf, everythingIn, rejectionOf } from "./case-errors.ts";
import { orderCase } from "./cases-orders.ts";
import type { StorefrontFault } from "./faults.ts";
import { echoedEmail, type Session } from "./session.ts";

const faults: readonly StorefrontFault[] = [
  { kind: "unauthorized" },
  { kind: "rateLimited", retryAfterSeconds: 3_600 },
  { kind: "serverError", status: 500 },
  { kind: "htmlInsteadOfJson" },
  { kind: "truncatedJson" },
  { kind: "refused" },
];

function secretsOf(session: Session): readonly string[] {
  assert.ok(session.harness.secrets.length > 0, "the harness names its secrets");
  for (const secret of session.harness.secrets) assert.ok(secret.length >= 6, "each secret has at least 6 characters");
  return session.harness.secrets;
}

/** What must be in no error and no log. */
function forbiddenIn(session: Session): string[] {
  const { personal } = session.harness;
  assert.ok(personal.length > 0, "the harness names the personal data of its fixtures");
  for (const value of personal) assert.ok(value.length >= 4, "each piece of personal data has at least 4 characters");
  return [...secretsOf(session), ...personal, echoedEmail];
}

export const privacyCases: readonly CaseDefinition[] = [
  orderCase(
    "privacy",
    "private-notes",
    "Notes that are not for the customer are marked so",
    (expected) =>
      (expected.notes?.some((note) => note.visibleToCustomer) ?? false) &&
      (expected.notes?.some((note) => !note.visibleToCustomer) ?? false),
  ),
  {
    name: "secrets-stripped",
    group: "privacy",
    title: "Keys, order keys and pay links are in nothing the adapter gives out",
    check: async (session) => {
      const secrets = secretsOf(session);
      for (const [name, fixture] of Object.entries(session.harness.scenarios)) {
        if (!("expect" in fixture)) continue;
        assertFreeOf(JSON.stringify(await session.read(fixture.ref)), secrets, `the order of ${name}`);
      }
      const found = await session.adapter.findOrders(session.scenario("two-orders-same-email").query, session.context());
      assertFreeOf(JSON.stringify(found), secrets, "what a search finds");
      assertFreeOf(JSON.stringify(await session.adapter.check(session.context())), secrets, "the report of check()");
      if (session.adapter.changes) {
        const page = await session.adapter.changes.list({ since: null, cursor: null }, session.context());
        assertFreeOf(JSON.stringify(page), secrets, "a page of changes");
      }
    },
  },
  {
    name: "errors-and-logs-are-clean",
    group: "privacy",
    title: "No secret and no personal data in errors (messages, details, causes, stacks) and logs",
    check: async (session) => {
      const forbidden = forbiddenIn(session);
      const { query } = session.scenario("guest-order-by-number-and-email");
      for (const fault of faults) {
        const read = session.scenario("order-delivered").ref;
        for (const call of [
          () => session.adapter.getOrder(read, session.context()),
          () => session.adapter.findOrders(query, session.context()),
        ]) {
          session.faults.next(fault, Number.POSITIVE_INFINITY);
          assertFreeOf(everythingIn(await rejectionOf(call())), forbidden, `the error of ${fault.kind}`);
        }
      }
      assertFreeOf(everythingIn(session.logs), forbidden, "the log");
    },
  },
  {
    name: "logs-of-reads-are-clean",
    group: "privacy",
    title: "Reading and searching writes no secret and no personal data into the log",
    check: async (session) => {
      const forbidden = forbiddenIn(session);
      for (const fixture of Object.values(session.harness.scenarios)) {
        if ("expect" in fixture) await session.read(fixture.ref);
        else if ("query" in fixture) await session.adapter.findOrders(fixture.query, session.context());
      }
      assertFreeOf(everythingIn(session.logs), forbidden, "the log");
    },
  },
];
