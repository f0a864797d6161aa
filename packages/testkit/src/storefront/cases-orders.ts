import assert from "node:assert/strict";
import { parseSourceRef, sourceRef } from "@askonce/spec";
import type { CaseDefinition, ConformanceGroup } from "./case.ts";
import type { OrderScenario, StorefrontScenario, StorefrontScenarios } from "./descriptor.ts";
import type { ExpectedOrder } from "./expected-order.ts";
import { assertSoundOrder } from "./invariants.ts";
import { matchOrder } from "./match-order.ts";
import type { Session } from "./session.ts";

type OrderScenarioName = {
  [Name in StorefrontScenario]: NonNullable<StorefrontScenarios[Name]> extends OrderScenario ? Name : never;
}[StorefrontScenario];

/** A case that reads one scenario's order and compares it with what is expected, after looking that the fixture says enough. */
export function orderCase(
  group: ConformanceGroup,
  name: OrderScenarioName,
  title: string,
  demands: (expected: ExpectedOrder) => boolean,
  further?: (session: Session, fixture: OrderScenario) => Promise<void>,
): CaseDefinition {
  return {
    name,
    group,
    title,
    check: async (session) => {
      const fixture: OrderScenario = session.scenario(name);
      assert.ok(demands(fixture.expect), `The fixture of "${name}" expects too little: ${title}`);
      const order = await session.read(fixture.ref);
      assertSoundOrder(order, session.adapter.id);
      assert.equal(order.ref, fixture.ref, "ref");
      matchOrder(order, fixture.expect, session.limits);
      await further?.(session, fixture);
    },
  };
}

export const orderCases: readonly CaseDefinition[] = [
  orderCase(
    "orders",
    "order-cancelled",
    "A cancelled order says so, and why where the shop knows it",
    (expected) => expected.status === "cancelled" && expected.cancelReason !== undefined,
    async (session, fixture) => {
      const order = await session.read(fixture.ref);
      assert.ok(order.cancelledAt, "cancelledAt is known");
    },
  ),
  orderCase("orders", "unicode-and-diacritics", "Letters beyond ASCII survive in names, streets and notes", (expected) =>
    /[^\p{ASCII}]/u.test(JSON.stringify(expected.shippingAddress ?? "")),
  ),
  orderCase(
    "orders",
    "unknown-status",
    "A state nobody has heard of becomes unknown, keeps its word and throws nothing",
    (expected) => expected.rawStatus !== undefined,
    async (session, fixture) => {
      const order = await session.read(fixture.ref);
      const states = [order.status, order.paymentStatus, order.fulfillmentStatus, ...order.parcels.map((parcel) => parcel.status)];
      assert.ok(states.includes("unknown"), `one of the states is unknown; they are ${states.join(", ")}`);
    },
  ),
  orderCase("orders", "extra-fields", "Fields nobody has heard of are ignored", (expected) => (expected.items?.length ?? 0) > 0),
  orderCase("orders", "missing-optional-fields", "What the platform leaves out is null or empty", (expected) => expected.isGuest === true),
  orderCase(
    "orders",
    "ids-beyond-2-53",
    "Ids greater than 2^53 come back digit by digit",
    () => true,
    async (_session, fixture) => {
      const digits = /(\d+)\D*$/.exec(parseSourceRef(fixture.ref)?.vendorId ?? "")?.[1] ?? "0";
      assert.ok(BigInt(digits) > 2n ** 53n, "the fixture's id is greater than 2^53");
      assert.notEqual(String(Number(digits)), digits, "the fixture's id is one that a JavaScript number would change");
    },
  ),
  {
    name: "order-not-found",
    group: "orders",
    title: "An order that does not exist is null, not an error",
    check: async (session) => {
      const { ref } = session.scenario("order-not-found");
      assert.equal(await session.adapter.getOrder(ref, session.context()), null);
    },
  },
  {
    name: "foreign-reference-is-refused",
    group: "orders",
    title: "A reference of another adapter never leads to an order",
    check: async (session) => {
      const vendorId = parseSourceRef(session.scenario("order-delivered").ref)?.vendorId ?? "";
      const foreign = sourceRef(`not-${session.adapter.id}`, vendorId);
      // Null and an error are both right; an order would be somebody else's.
      const order = await session.adapter.getOrder(foreign, session.context()).catch(() => null);
      assert.equal(order, null);
    },
  },
  {
    name: "same-read-twice",
    group: "orders",
    title: "The same order read twice is deep-equal",
    check: async (session) => {
      const { ref } = session.scenario("order-delivered");
      const first = await session.read(ref);
      session.clock.advance(90_000);
      assert.deepEqual(await session.read(ref), first);
    },
  },
  {
    name: "every-order-is-sound",
    group: "orders",
    title: "Every scenario's order fits the schema, refers only to its own items and has its lists in order",
    check: async (session) => {
      let count = 0;
      for (const fixture of Object.values(session.harness.scenarios)) {
        if (!("expect" in fixture)) continue;
        const order = await session.read(fixture.ref);
        assertSoundOrder(order, session.adapter.id);
        assert.equal(order.ref, fixture.ref, "ref");
        count++;
      }
      assert.ok(count >= 5, "the harness has at least five orders");
    },
  },
];
