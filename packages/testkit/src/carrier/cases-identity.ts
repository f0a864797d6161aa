import assert from "node:assert/strict";
import { foldText } from "@askonce/spec";
import { assertFreeOf, assertRejects, everythingIn } from "../storefront/case-errors.ts";
import type { CarrierCaseDefinition } from "./carrier-case.ts";

const kebabCase = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const always = Number.POSITIVE_INFINITY;

export const identityCases: readonly CarrierCaseDefinition[] = [
  {
    name: "identity",
    group: "identity",
    title: "specVersion, kind, id, displayName, carrierNames, timeZone and limits have their form",
    check: async ({ adapter }) => {
      assert.equal(adapter.specVersion, "v1", "specVersion");
      assert.equal(adapter.kind, "carrier", "kind");
      assert.match(adapter.id, kebabCase, "id is kebab-case");
      assert.ok(adapter.displayName.trim().length > 0, "displayName is not empty");
      for (const name of adapter.carrierNames) assert.equal(name, foldText(name), "carrierNames are folded");
      assert.equal(new Set(adapter.carrierNames).size, adapter.carrierNames.length, "carrierNames are there once each");
      assert.doesNotThrow(() => new Intl.DateTimeFormat("en", { timeZone: adapter.timeZone }), "timeZone is an IANA zone");
      if (adapter.pollEveryMs !== undefined) assert.ok(adapter.pollEveryMs > 0, "pollEveryMs is positive");
      if (adapter.batches !== undefined) assert.ok(adapter.batches.size >= 2, "a batch holds at least two");
      if (adapter.changes !== undefined) {
        const { windowMs, overlapMs } = adapter.changes;
        assert.ok(windowMs > 0 && overlapMs >= 0 && overlapMs < windowMs, "a window is longer than its overlap");
      }
    },
  },
  {
    name: "claims-have-a-source",
    group: "identity",
    title: "A deadline for claims is a number of days with the source of the rule",
    check: async ({ adapter }) => {
      if (adapter.claims === undefined) return;
      const { damaged, lost, source } = adapter.claims.deadlines;
      for (const days of [damaged, lost]) assert.ok(days === null || (Number.isInteger(days) && days > 0), "days are whole and positive");
      if (damaged !== null || lost !== null) assert.ok(source.trim().length > 0, "a deadline has a source");
    },
  },
  {
    name: "check-ok",
    group: "identity",
    title: "check() says that everything works, item by item",
    check: async (session) => {
      const report = await session.adapter.check(session.context());
      assert.ok(report.checks.length > 0, "there is at least one item");
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
    title: "When the courier cannot be reached check() reports it and does not throw",
    check: async (session) => {
      session.network.faults.next({ kind: "refused" }, always);
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
    title: "With wrong credentials a read is ADAPTER_UNAUTHORIZED, not an unknown number",
    setup: { credentials: "wrong" },
    check: async (session) => {
      const { trackingNumber } = session.add("on_time", 10);
      await assertRejects(session.adapter.track(trackingNumber, session.context()), "ADAPTER_UNAUTHORIZED");
    },
  },
];
