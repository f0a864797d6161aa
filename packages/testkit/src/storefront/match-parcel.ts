import assert from "node:assert/strict";
import type { DeliveryStatus, Order, Parcel } from "@askonce/spec";
import type { ExpectedParcel } from "./expected-order.ts";
import type { StorefrontField } from "./limits.ts";
import { matchInstant, matchOneOf, quantitiesBySku, sortedBySku } from "./match-order.ts";

/** What a parcel can be said to be without anybody having looked at it. */
const unwatchedStatuses: readonly DeliveryStatus[] = ["unknown", "label_created", "handed_over", "in_transit"];

const instantFields = ["shippedAt", "promisedAt", "estimatedAt", "deliveredAt", "lastScanAt"] as const;

/** Every expected parcel is there once, and no other one. */
export function matchParcels(order: Order, expected: readonly ExpectedParcel[], limits: ReadonlySet<StorefrontField>): void {
  const numbers = order.parcels.map((parcel) => parcel.trackingNumber);
  assert.deepEqual([...numbers].sort(), expected.map((parcel) => parcel.trackingNumber).sort(), "tracking numbers of the parcels");
  for (const parcel of expected) {
    const actual = order.parcels.find((candidate) => candidate.trackingNumber === parcel.trackingNumber);
    if (actual) matchParcel(order, actual, parcel, limits);
  }
}

function matchParcel(order: Order, actual: Parcel, expected: ExpectedParcel, limits: ReadonlySet<StorefrontField>): void {
  const at = `parcel ${expected.trackingNumber}`;
  matchOneOf(actual.status, limits.has("parcel.status") ? unwatchedStatuses : expected.status, `status of ${at}`);
  if (expected.carrier !== undefined) {
    assert.ok(
      actual.carrier?.toLowerCase().includes(expected.carrier.toLowerCase()),
      `carrier of ${at} is "${actual.carrier}", expected "${expected.carrier}"`,
    );
  }
  for (const field of instantFields) {
    if (limits.has(`parcel.${field}`)) assert.equal(actual[field], null, `${field} of ${at} is declared as not known`);
    else matchInstant(actual[field], expected[field], `${field} of ${at}`);
  }
  if (limits.has("parcel.items")) assert.deepEqual(actual.items, [], `items of ${at} are declared as not known`);
  else if (expected.items) assert.deepEqual(quantitiesBySku(order, actual.items), sortedBySku(expected.items), `items of ${at}`);
  if (limits.has("parcel.checkpoints")) assert.deepEqual(actual.checkpoints, [], `checkpoints of ${at} are declared as not known`);
  else if (expected.checkpointTexts) {
    assert.deepEqual(
      actual.checkpoints.map((checkpoint) => checkpoint.text),
      expected.checkpointTexts,
      `texts of the checkpoints of ${at}, newest first`,
    );
  }
}
