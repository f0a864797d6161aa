import { answering, failureOf, jsonAnswer, testContext, underEveryZone } from "@askonce/testkit/carrier";
import { describe, expect, it } from "vitest";
import { pigeon } from "./pigeon.ts";
import { readParcel } from "./read-parcel.ts";

const number = "PP123456789";
const move = (code: string, at: string) => ({ code, at, says: `words of ${code}`, town: "Cluj" });
const parcel = (moves: unknown[], booked: string | null = null) => ({ problem: null, parcel: { booked, moves } });
const track = (answer: () => Response) => pigeon({ key: "pigeon-key-1" }).track(number, testContext(answering(answer).fetch));

describe("pigeon", () => {
  it("reads the courier's clocks, wherever this machine stands", () => {
    const moves = [move("TAKEN", "2026-07-01 09:00"), move("LOFT", "2026-11-20 09:00")];
    const read = underEveryZone(() => readParcel({ booked: null, moves }, number, Date.parse("2026-11-21T00:00:00Z")));
    for (const { checkpoints } of read) expect(checkpoints.map(({ at }) => at)).toEqual(["2026-11-20T07:00:00Z", "2026-07-01T06:00:00Z"]);
  });

  it("says returned when it is delivered on the way back", async () => {
    const tracked = await track(
      jsonAnswer(parcel([move("NO", "2026-11-18 10:00"), move("HOME", "2026-11-18 12:00"), move("DONE", "2026-11-20 09:00")])),
    );
    expect(tracked).toMatchObject({ status: "returned", leg: "return", deliveredAt: null });
  });

  it("gives the booked day as a day", async () => {
    const tracked = await track(jsonAnswer(parcel([move("NEW", "2026-11-20 09:00")], "2026-11-22")));
    expect(tracked?.estimates).toEqual([
      { kind: "booked", date: "2026-11-22", from: null, until: null, statedAt: null, original: "2026-11-22" },
    ]);
  });

  it("reads the rest when one move cannot be read, and keeps a code it does not know", async () => {
    const tracked = await track(jsonAnswer(parcel([move("LOFT", "2026-11-20 09:00"), "nonsense", move("MOULTING", "2026-11-20 10:00")])));
    expect(tracked).toMatchObject({ status: "in_transit", unknownCodes: ["code:MOULTING"] });
    expect(tracked?.checkpoints.map(({ rawStatus, status }) => [rawStatus, status])).toEqual([
      ["MOULTING", "unknown"],
      ["LOFT", "in_transit"],
    ]);
  });

  it.each([
    ["a problem of the courier's", jsonAnswer({ problem: "BIRD_FLU" }), "ADAPTER_REJECTED"],
    ["a wrong key", jsonAnswer({ problem: "WHO_ARE_YOU" }, 418), "ADAPTER_UNAUTHORIZED"],
    ["nothing inside", jsonAnswer({ problem: null }), "ADAPTER_BAD_RESPONSE"],
  ])("fails at once for %s", async (_title, answer, code) => {
    const { fetch, asked } = answering(answer);
    const error = await failureOf(pigeon({ key: "pigeon-key-1" }).track(number, testContext(fetch)));
    expect(error.code).toBe(code);
    expect(asked).toHaveLength(1);
  });

  it("asks for nothing that is none of its numbers", async () => {
    const { fetch, asked } = answering();
    for (const text of ["", "../keys", "0712 345 678", "PP12"]) {
      expect(await pigeon({ key: "pigeon-key-1" }).track(text, testContext(fetch))).toBeNull();
    }
    expect(asked).toEqual([]);
  });
});
