import { type Checkpoint, checkpointSchema } from "@askonce/spec";
import { describe, expect, it } from "vitest";
import { checkpointId, createCheckpoint, sortCheckpoints } from "./checkpoint.ts";

const time = { at: "2026-11-20T06:12:00Z", zone: "+02:00", assumed: [], original: "2026-11-20T08:12:00+0200" };

const at = (id: string, instant: string): Checkpoint => ({
  ...createCheckpoint({ idParts: [id], time: { ...time, at: instant }, reading: null, rawStatus: null }),
  id,
});

describe("createCheckpoint", () => {
  it("keeps the source's words and drops what is empty", () => {
    const checkpoint = createCheckpoint({
      idParts: ["x", 33],
      time,
      reading: { status: "out_for_delivery", exceptions: ["late", "late"], leg: "forward" },
      rawStatus: "33",
      text: "In livrare la curier ",
      city: "",
      countryCode: "ro",
    });
    expect(checkpoint).toEqual({
      id: checkpointId(["x", 33]),
      at: "2026-11-20T06:12:00Z",
      zone: "+02:00",
      status: "out_for_delivery",
      leg: "forward",
      exceptions: ["late"],
      rawStatus: "33",
      text: "In livrare la curier",
      city: null,
      countryCode: "RO",
      by: "carrier",
    });
    expect(checkpointSchema.parse(checkpoint)).toEqual(checkpoint);
  });

  it("notes what was assumed, and calls an unread code unknown", () => {
    const assumed = { ...time, assumed: ["zone" as const], original: "x".repeat(80) };
    const checkpoint = createCheckpoint({ idParts: [1], time: assumed, reading: null, rawStatus: "999", countryCode: "Romania" });
    expect(checkpoint).toMatchObject({ status: "unknown", assumed: ["zone"], atOriginal: "x".repeat(60), countryCode: null });
    expect(checkpointSchema.safeParse(checkpoint).success).toBe(true);
  });
});

describe("checkpointId", () => {
  it("is the same for the same content, in every process", () => {
    expect(checkpointId(["1ASK260000001001", 33, "2026-11-20T06:12:00Z"])).toBe(
      checkpointId(["1ASK260000001001", "33", "2026-11-20T06:12:00Z"]),
    );
    expect(checkpointId(["1ASK260000001001", 33, "2026-11-20T06:12:00Z"])).toMatchInlineSnapshot(`"2f551a2e8a329964"`);
  });

  it("tells parts apart", () => {
    const ids = [["a", "b"], ["ab"], ["a", "b", null], ["a", "b", ""], ["a", "b", "null"], ["b", "a"], []].map(checkpointId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("has no collision among 50000 similar events", () => {
    const ids = new Set<string>();
    for (let parcel = 0; parcel < 500; parcel++) {
      for (let event = 0; event < 100; event++) ids.add(checkpointId([`1ASK26${parcel}`, event % 40, `2026-11-20T${event}`]));
    }
    expect(ids.size).toBe(50_000);
  });
});

describe("sortCheckpoints", () => {
  const events = [
    at("c", "2026-11-20T10:00:00.500Z"),
    at("a", "2026-11-20T10:00:00Z"),
    at("b", "2026-11-20T10:00:00Z"),
    at("d", "2026-11-21T10:00:00Z"),
  ];

  it("puts the newest first and keeps the vendor's order within a moment", () => {
    expect(sortCheckpoints(events).map(({ id }) => id)).toEqual(["d", "c", "a", "b"]);
    expect(sortCheckpoints(events, "oldest_first").map(({ id }) => id)).toEqual(["d", "c", "b", "a"]);
  });

  it("keeps an event that is told twice once", () => {
    expect(sortCheckpoints([...events, ...events])).toHaveLength(4);
  });
});
