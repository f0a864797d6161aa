import type { OrderEvidence } from "@askonce/spec";
import { describe, expect, it } from "vitest";
import { type Candidate, chooseOrder } from "./choose-order.ts";

const candidate = (ref: string, kinds: OrderEvidence["kind"][], belongsToCustomer = true): Candidate => ({
  ref,
  belongsToCustomer,
  evidence: kinds.map((kind) => ({ kind, detail: "", messageId: null, at: "2026-11-20T09:00:00.000Z" })),
});

describe("chooseOrder", () => {
  it.each([
    ["nothing", [], null],
    ["one number", [candidate("m:1", ["orderNumber"])], "m:1"],
    ["two numbers: it does not guess", [candidate("m:1", ["orderNumber"]), candidate("m:2", ["orderNumber"])], null],
    ["a number before the only open one", [candidate("m:1", ["onlyOpenOrder"]), candidate("m:2", ["orderNumber"])], "m:2"],
    ["an agent's word before everything", [candidate("m:1", ["orderNumber", "trackingNumber"]), candidate("m:2", ["agent"])], "m:2"],
    ["a number before a tracking number", [candidate("m:1", ["trackingNumber"]), candidate("m:2", ["orderNumber"])], "m:2"],
    ["somebody else's number", [candidate("m:1", ["orderNumber"], false)], null],
    ["somebody else's number beside an own one", [candidate("m:1", ["orderNumber"], false), candidate("m:2", ["trackingNumber"])], "m:2"],
    ["somebody else's order that an agent chose", [candidate("m:1", ["agent"], false)], "m:1"],
  ])("%s", (_, candidates, chosen) => {
    expect(chooseOrder(candidates)?.ref ?? null).toBe(chosen);
  });
});
