import { describe, expect, it } from "vitest";
import { createStatusTable } from "./status-table.ts";

const table = createStatusTable([
  { space: "state", code: "5", status: "delivered", evidence: "C" },
  { space: "status", code: "5", status: "in_transit", exceptions: ["customs_hold"], evidence: "P" },
  { space: "state", code: "14", status: "returning", leg: "return", evidence: "C" },
]);

describe("createStatusTable", () => {
  it("keeps the id spaces apart", () => {
    expect(table.read("state", 5)).toEqual({ status: "delivered", exceptions: [], leg: "forward" });
    expect(table.read("status", " 5 ")).toEqual({ status: "in_transit", exceptions: ["customs_hold"], leg: "forward" });
    expect(table.read("state", "14")?.leg).toBe("return");
  });

  it.each(["6", "", "constructor", "05"])("does not know %j", (code) => {
    expect(table.read("state", code)).toBeNull();
  });

  it("gives a copy each time, so that a caller's change stays theirs", () => {
    table.read("status", 5)?.exceptions.push("lost");
    expect(table.read("status", 5)?.exceptions).toEqual(["customs_hold"]);
  });

  it("refuses a code twice in one space", () => {
    const row = { space: "state", code: "1", status: "delivered", evidence: "K" } as const;
    expect(() => createStatusTable([row, row])).toThrow("state:1");
  });
});
