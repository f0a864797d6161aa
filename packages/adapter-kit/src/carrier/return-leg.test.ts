import type { Checkpoint, DeliveryLeg, DeliveryStatus } from "@askonce/spec";
import { expect, it } from "vitest";
import { createCheckpoint } from "./checkpoint.ts";
import { carryReturnLeg } from "./return-leg.ts";

/** Oldest first, an hour apart; given out newest first. */
function life(...steps: [DeliveryStatus, DeliveryLeg?][]): Checkpoint[] {
  return steps
    .map(([status, leg = "forward"], index) =>
      createCheckpoint({
        idParts: [index],
        time: { at: `2026-11-20T${String(index).padStart(2, "0")}:00:00Z`, zone: null, assumed: [], original: "" },
        reading: { status, leg, exceptions: [] },
        rawStatus: null,
      }),
    )
    .toReversed();
}

const told = (checkpoints: readonly Checkpoint[]) => checkpoints.map(({ status, leg }) => `${status} ${leg}`).toReversed();

it("puts what follows the way back onto it, and nothing before", () => {
  expect(told(carryReturnLeg(life(["delivered"], ["returning", "return"], ["in_transit"], ["unknown"], ["delivered"])))).toEqual([
    "delivered forward",
    "returning return",
    "returning return",
    "unknown return",
    "returned return",
  ]);
});

it("never leaves delivered on the way back, whoever said so", () => {
  expect(told(carryReturnLeg(life(["in_transit"], ["delivered", "return"])))).toEqual(["in_transit forward", "returned return"]);
});

it("ends with a new label under the same number", () => {
  expect(told(carryReturnLeg(life(["returned", "return"], ["label_created"], ["delivered"])))).toEqual([
    "returned return",
    "label_created forward",
    "delivered forward",
  ]);
});

it("leaves alone what never turned back", () => {
  const checkpoints = life(["in_transit"], ["delivered"]);
  expect(carryReturnLeg(checkpoints)).toEqual(checkpoints);
  expect(carryReturnLeg([])).toEqual([]);
});
