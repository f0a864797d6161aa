import assert from "node:assert/strict";
import { type Order, orderSchema, parseSourceRef } from "@askonce/spec";

/** What holds for every order, whatever it is about: the schema, and what a schema cannot say. */
export function assertSoundOrder(order: Order, adapterId: string): void {
  const parsed = orderSchema.safeParse(order);
  if (!parsed.success) {
    const issues = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
    assert.fail(`The order does not fit orderSchema: ${issues.join("; ")}`);
  }
  assert.equal(parseSourceRef(order.ref)?.adapterId, adapterId, "ref begins with the adapter's id");
  assert.ok(!order.number.startsWith("#"), "number has no leading #");
  assertItemReferences(order);
  assertParcels(order);
  for (const refund of order.refunds) assert.ok(refund.amount.shop.amountMinor > 0, "amount of a refund is positive");
  assert.ok(order.refundedTotal.shop.amountMinor >= 0, "refundedTotal is not negative");
  assert.ok(order.discountTotal.shop.amountMinor >= 0, "discountTotal is not negative");
}

function assertItemReferences(order: Order): void {
  const ids = order.items.map((item) => item.id);
  assert.equal(new Set(ids).size, ids.length, "ids of items are unique");
  const parts = [...order.parcels, ...order.fulfillments, ...order.refunds];
  for (const { lineItemId } of parts.flatMap((part) => part.items)) {
    assert.ok(ids.includes(lineItemId), `lineItemId "${lineItemId}" is one of the order's items`);
  }
}

function assertParcels(order: Order): void {
  const ids = order.parcels.map((parcel) => parcel.id);
  assert.equal(new Set(ids).size, ids.length, "ids of parcels are unique");
  for (const parcel of order.parcels) {
    if (parcel.deliveredAt !== null) assert.ok(["delivered", "returned"].includes(parcel.status), "deliveredAt is only set once delivered");
    const times = parcel.checkpoints.map((checkpoint) => Date.parse(checkpoint.at));
    assert.deepEqual(
      times,
      [...times].sort((a, b) => b - a),
      "checkpoints are newest first",
    );
    const checkpointIds = parcel.checkpoints.map((checkpoint) => checkpoint.id);
    assert.equal(new Set(checkpointIds).size, checkpointIds.length, "ids of checkpoints are unique");
  }
}
