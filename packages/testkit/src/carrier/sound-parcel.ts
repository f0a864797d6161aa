import assert from "node:assert/strict";
import {
  checkpointSchema,
  deliveryExceptionSchema,
  deliveryLegSchema,
  deliveryStatusSchema,
  instantSchema,
  type TrackedParcel,
  type TrackedPiece,
} from "@askonce/spec";
import * as z from "zod";

const pieceSchema = z.strictObject({
  trackingNumber: z.string().min(1),
  status: deliveryStatusSchema,
  leg: deliveryLegSchema,
  exceptions: z.array(deliveryExceptionSchema),
  rawStatus: z.string().nullable(),
  statusAt: instantSchema.nullable(),
  deliveredAt: instantSchema.nullable(),
  checkpoints: z.array(checkpointSchema),
});

const parcelSchema = pieceSchema.extend({
  estimates: z.array(
    z.strictObject({
      kind: z.enum(["booked", "estimated"]),
      date: z.iso.date().nullable(),
      from: instantSchema.nullable(),
      until: instantSchema.nullable(),
      statedAt: instantSchema.nullable(),
      original: z.string().min(1),
      assumed: z.array(z.string()).optional(),
    }),
  ),
  pieces: z.array(pieceSchema),
  pickupPoint: z.strictObject({ id: z.string().nullable(), name: z.string().nullable() }).nullable(),
  pickupUntil: instantSchema.nullable(),
  returnTrackingNumber: z.string().nullable(),
  unknownCodes: z.array(z.string().regex(/^[^:\s]+:.+$/s)),
});

/** Fails when the answer does not fit the port, or contradicts itself. */
export function assertSoundParcel(parcel: TrackedParcel): void {
  const parsed = parcelSchema.safeParse(parcel);
  // Paths only: the values are a customer's.
  assert.ok(parsed.success, `the answer fits the port; not: ${parsed.error?.issues.map((issue) => issue.path.join(".")).join(", ")}`);
  assertSoundPiece(parcel);
  for (const piece of parcel.pieces) assertSoundPiece(piece);
  assertUnique(parcel.unknownCodes, "unknownCodes");
  for (const estimate of parcel.estimates) assert.ok(estimate.date ?? estimate.until, "an estimate has a day or an end");
  assertUnique(
    parcel.estimates.map((estimate) => JSON.stringify(estimate)),
    "estimates",
  );
}

function assertSoundPiece(piece: TrackedPiece): void {
  const { status, leg, checkpoints } = piece;
  assertUnique(
    checkpoints.map((checkpoint) => checkpoint.id),
    "ids of the checkpoints",
  );
  const times = checkpoints.map((checkpoint) => Date.parse(checkpoint.at));
  assert.deepEqual(
    times,
    times.toSorted((one, other) => other - one),
    "checkpoints are newest first",
  );
  for (const checkpoint of checkpoints) assert.equal(checkpoint.by, "carrier", "a checkpoint is said by the carrier");
  for (const each of [{ status, leg }, ...checkpoints]) {
    if (each.status === "returning" || each.status === "returned") assert.equal(each.leg, "return", `${each.status} is on the way back`);
    if (each.status === "delivered") assert.equal(each.leg, "forward", "delivered on the way back is returned");
  }
  if (status === "delivered") assert.ok(piece.deliveredAt, "a delivered parcel has its deliveredAt");
}

function assertUnique(values: readonly string[], what: string): void {
  assert.equal(new Set(values).size, values.length, `${what} are there once each`);
}
