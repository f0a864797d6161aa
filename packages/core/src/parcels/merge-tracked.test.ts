import { expect, it } from "vitest";
import { checkpoint, piece, tracked } from "./__fixtures__/parcels.ts";
import { mergeTracked } from "./merge-tracked.ts";

const label = checkpoint("label_created", "2026-11-16T10:00:00Z");
const moving = checkpoint("in_transit", "2026-11-18T02:00:00Z");
const delivered = checkpoint("delivered", "2026-11-19T10:00:00Z");

it("adds a part and takes nothing away", () => {
  const known = tracked([moving, label], { pickupUntil: "2026-11-20T20:00:00Z", unknownCodes: ["a:1"], returnTrackingNumber: "R1" });
  const merged = mergeTracked(known, tracked([delivered], { unknownCodes: ["a:2"] }));
  expect(merged).toMatchObject({
    status: "delivered",
    deliveredAt: delivered.at,
    checkpoints: [delivered, moving, label],
    pickupUntil: "2026-11-20T20:00:00Z",
    returnTrackingNumber: "R1",
    unknownCodes: ["a:1", "a:2"],
  });
  expect(mergeTracked(null, known)).toBe(known);
});

it("keeps the newer status when an older part comes late", () => {
  expect(mergeTracked(tracked([delivered]), tracked([moving]))).toMatchObject({ status: "delivered", checkpoints: [delivered, moving] });
});

it("keeps what it understood when the new word is unknown, and takes the newer telling of a checkpoint", () => {
  const odd = checkpoint("unknown", "2026-11-19T12:00:00Z");
  const corrected = { ...moving, city: "Cluj-Napoca" };
  const merged = mergeTracked(tracked([moving]), tracked([odd, corrected]));
  expect(merged.status).toBe("in_transit");
  expect(merged.checkpoints).toEqual([odd, corrected]);
});

it("puts what came later first among equal times", () => {
  const later = checkpoint("out_for_delivery", moving.at);
  expect(mergeTracked(tracked([moving]), tracked([later])).checkpoints).toEqual([later, moving]);
  // A page that repeats what is known moves nothing.
  expect(mergeTracked(tracked([later, moving]), tracked([moving])).checkpoints).toEqual([later, moving]);
});

it("joins boxes by their numbers", () => {
  const known = tracked([], { pieces: [piece("1", [moving]), piece("2", [moving])] });
  const merged = mergeTracked(known, tracked([], { pieces: [piece("2", [delivered])] }));
  expect(merged.pieces.map((one) => [one.trackingNumber, one.status, one.checkpoints.length])).toEqual([
    ["1", "in_transit", 1],
    ["2", "delivered", 2],
  ]);
});

it("takes a delivery that a part tells after the parcel turned around for the sender's door", () => {
  const turned = { ...checkpoint("returning", "2026-11-18T12:00:00Z"), leg: "return" as const };
  const known = { ...tracked([turned, moving]), leg: "return" as const };
  const merged = mergeTracked(known, tracked([delivered]));
  expect(merged).toMatchObject({ status: "returned", leg: "return", checkpoints: [{ status: "returned", leg: "return" }, turned, moving] });
  // What is older than the turn went forward.
  const earlier = checkpoint("delivered", "2026-11-18T06:00:00Z");
  expect(mergeTracked(known, tracked([earlier])).checkpoints[1]).toMatchObject({ status: "delivered", leg: "forward" });
});
