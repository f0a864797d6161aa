import assert from "node:assert/strict";
import { AskonceError, parseSourceRef, sourceRef } from "@askonce/spec";
import type { CaseDefinition } from "./case.ts";
import { assertFreeOf, assertRejects, everythingIn } from "./case-errors.ts";

const kebabCase = /^[a-z0-9]+(-[a-z0-9]+)*$/;

export const identityCases: readonly CaseDefinition[] = [
  {
    name: "identity",
    group: "identity",
    title: "specVersion, kind, id and displayName have their form",
    check: async ({ adapter }) => {
      assert.equal(adapter.specVersion, "v1", "specVersion");
      assert.equal(adapter.kind, "storefront", "kind");
      assert.match(adapter.id, kebabCase, "id is kebab-case");
      assert.ok(adapter.displayName.trim().length > 0, "displayName is not empty");
      if (adapter.freshForMs !== undefined) assert.ok(adapter.freshForMs > 0, "freshForMs is positive");
    },
  },
  {
    name: "references-round-trip",
    group: "identity",
    title: "The reference of every order begins with the adapter's id and leads back to the order",
    check: async (session) => {
      const found = await session.adapter.findOrders(session.scenario("two-orders-same-email").query, session.context());
      assert.ok(found.orders.length > 0, "orders are found");
      for (const order of found.orders) {
        const parts = parseSourceRef(order.ref);
        assert.equal(parts?.adapterId, session.adapter.id, "adapterId of the reference");
        assert.equal(sourceRef(parts.adapterId, parts.vendorId), order.ref, "the reference is put together again");
        const again = await session.read(order.ref);
        assert.deepEqual([again.ref, again.number], [order.ref, order.number], "the reference leads back to the order");
      }
    },
  },
  {
    name: "check-ok",
    group: "identity",
    title: "check() says that everything works, item by item",
    check: async (session) => {
      const report = await session.adapter.check(session.context());
      assert.ok(report.checks.length > 0, "there is at least one item");
      const ids = report.checks.map((item) => item.id);
      assert.equal(new Set(ids).size, ids.length, "ids of the items are unique");
      for (const item of report.checks) {
        assert.match(item.id, kebabCase, "id of an item");
        assert.ok(item.title.length > 0, `title of ${item.id}`);
        assert.notEqual(item.state, "failed", `${item.id}: ${item.detail}`);
      }
      assert.equal(report.ok, true, "ok");
    },
  },
  {
    name: "check-wrong-credentials",
    group: "identity",
    title: "With wrong credentials check() reports what failed and what to do, and does not throw",
    setup: { credentials: "wrong" },
    check: async (session) => {
      const report = await session.adapter.check(session.context());
      assert.equal(report.ok, false, "ok");
      const failed = report.checks.filter((item) => item.state === "failed");
      assert.ok(failed.length > 0, "at least one item failed");
      for (const item of failed) assert.ok((item.remedy ?? "").length > 0, `${item.id} says what to do`);
      assertFreeOf(everythingIn([report, session.logs]), session.harness.secrets, "the report of check()");
    },
  },
  {
    name: "check-unreachable",
    group: "identity",
    title: "When the vendor cannot be reached check() reports it and does not throw",
    check: async (session) => {
      session.faults.next({ kind: "refused" }, Number.POSITIVE_INFINITY);
      const report = await session.adapter.check(session.context());
      assert.equal(report.ok, false, "ok");
      assert.ok(
        report.checks.some((item) => item.state === "failed" && (item.remedy ?? "") !== ""),
        "a failed item says what to do",
      );
    },
  },
  {
    name: "wrong-credentials-are-refused",
    group: "identity",
    title: "With wrong credentials a read is ADAPTER_UNAUTHORIZED, not an empty answer",
    setup: { credentials: "wrong" },
    check: async (session) => {
      await assertRejects(session.adapter.getOrder(session.scenario("order-delivered").ref, session.context()), "ADAPTER_UNAUTHORIZED");
      const { query } = session.scenario("two-orders-same-email");
      await assertRejects(session.adapter.findOrders(query, session.context()), "ADAPTER_UNAUTHORIZED");
    },
  },
];

/** Bound to the descriptor, because it makes its own adapter. */
export function checkUnknownOption(unknownOption: { field: string; create(): unknown }): void {
  let error: unknown = null;
  try {
    unknownOption.create();
  } catch (thrown) {
    error = thrown;
  }
  assert.ok(AskonceError.is(error, "CONFIGURATION_INVALID"), "an unknown option is CONFIGURATION_INVALID");
  const said = `${error.message} ${JSON.stringify(error.details)}`;
  assert.ok(said.includes(unknownOption.field), `the error names the field "${unknownOption.field}"`);
}
