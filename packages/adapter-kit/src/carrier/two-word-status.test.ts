import { describe, expect, it } from "vitest";
import { createStatusTable } from "./status-table.ts";
import { readTwoWords } from "./two-word-status.ts";

const table = createStatusTable<"tag" | "subtag">([
  { space: "tag", code: "Moving", status: "in_transit", evidence: "D" },
  { space: "tag", code: "Trouble", status: "on_hold", evidence: "D" },
  { space: "subtag", code: "Moving_1", status: "handed_over", evidence: "D" },
]);
const read = (coarse: string | null, fine: string | null) =>
  readTwoWords(table, { coarse: { space: "tag", code: coarse }, fine: { space: "subtag", code: fine }, vague: "Trouble" });

describe("readTwoWords", () => {
  it.each([
    ["Moving", "Moving_1", "handed_over", "Moving_1", []],
    ["Moving", "Moving_9", "in_transit", "Moving_9", ["subtag:Moving_9"]],
    ["Moving", null, "in_transit", "Moving", []],
    ["Trouble", null, "on_hold", "Trouble", []],
    ["Trouble", "Trouble_9", undefined, "Trouble_9", ["subtag:Trouble_9"]],
    ["New", "New_1", undefined, "New_1", ["subtag:New_1", "tag:New"]],
    [null, null, undefined, null, []],
  ])("%s with %s", (coarse, fine, status, rawStatus, unknownCodes) => {
    const { reading, ...rest } = read(coarse, fine);
    expect(reading?.status).toBe(status);
    expect(rest).toEqual({ rawStatus, unknownCodes });
  });

  it("repeats nothing that does not look like a code", () => {
    expect(read(null, "given to Ileana").unknownCodes).toEqual(["subtag:(no code)"]);
  });
});
