import { describe, expect, it } from "vitest";
import { statusRowSchema } from "../schemas/status-row.ts";
import { readStateId, readStatusId } from "./read-code.ts";
import { readRow } from "./read-row.ts";
import { stateIdSchema, statusIdSchema } from "./status-id.ts";
import { samedayStatusRows } from "./status-rows.ts";

const read = (row: Record<string, unknown>) => readRow(statusRowSchema.parse(row), "Europe/Bucharest");

describe("the two counts of ids", () => {
  it("calls state 5 delivered and status 5 a border", () => {
    expect(readStatusId(statusIdSchema.parse(5))?.status).toBe("in_transit");
    expect(readStateId(stateIdSchema.parse(5))?.status).toBe("delivered");
    // @ts-expect-error an id of the one count is not one of the other
    readStatusId(stateIdSchema.parse(5));
    // @ts-expect-error neither is it the other way round
    readStateId(statusIdSchema.parse(5));
    // @ts-expect-error nor is a plain number
    readStatusId("5");
  });

  it("believes the fine id where both are told", () => {
    expect(read({ statusId: 5, statusStateId: 5 }).reading?.status).toBe("in_transit");
    expect(read({ statusId: 999, statusStateId: 18 })).toMatchObject({
      reading: { status: "ready_for_pickup", exceptions: ["locker_ready"] },
      rawStatus: "999",
      unknownCodes: ["statusId:999"],
    });
    expect(read({ statusStateId: 5 })).toMatchObject({ reading: { status: "delivered" }, rawStatus: "statusStateId:5" });
  });

  it("has 39 rows, of which 5 are proven", () => {
    expect(samedayStatusRows).toHaveLength(39);
    const proven = samedayStatusRows.filter(({ evidence }) => evidence !== "C" && evidence !== "K");
    expect(proven.map(({ space, code }) => `${space}:${code}`)).toEqual([
      "statusId:1",
      "statusId:5",
      "statusId:9",
      "statusId:33",
      "statusId:56",
    ]);
  });
});

describe("readRow", () => {
  it("reads the words of an id that is not known, and keeps the id", () => {
    const row = read({ statusId: 4711, status: "Livrare refuzată de destinatar", statusDate: "2026-11-20T08:12:00+0200" });
    expect(row).toMatchObject({
      reading: { status: "returning", exceptions: ["refused"], leg: "return" },
      rawStatus: "4711",
      unknownCodes: ["statusId:4711"],
      time: { at: "2026-11-20T06:12:00Z", assumed: [] },
    });
  });

  it("says nothing where neither id nor words are known", () => {
    expect(read({ statusId: 4711, status: "Etapa noua" }).reading).toBeNull();
    expect(read({}).reading).toBeNull();
    expect(read({ statusId: null, statusDate: "yesterday" })).toMatchObject({ unknownCodes: [], time: null, rawStatus: null });
  });

  it.each([
    [{ statusId: 9, inReturn: true }, "returned"],
    [{ statusId: 9, statusLabel: "Colet returnat la expeditor" }, "returned"],
    [{ statusId: 33, inReturn: true }, "returning"],
    [{ statusId: 4711, inReturn: 1 }, "returning"],
    [{ statusId: 9, statusStateId: 14 }, "returned"],
    [{ statusId: 84, statusState: "Coletul este in retur" }, "returning"],
    [{ statusStateId: 8 }, "returned"],
  ])("puts the way back before everything: %j is %s", (row, status) => {
    expect(read(row).reading).toMatchObject({ status, leg: "return" });
  });

  it("adds what the reason says, and lets it change nothing else", () => {
    expect(read({ statusId: 84, status: "In depozit", reason: "Adresă greșită" }).reading).toEqual({
      status: "in_transit",
      exceptions: ["address_issue"],
      leg: "forward",
    });
  });

  it("does not close a parcel of which a part was delivered", () => {
    expect(read({ statusStateId: 23 }).reading).toMatchObject({ status: "unknown", exceptions: ["partial_delivery"] });
  });
});
