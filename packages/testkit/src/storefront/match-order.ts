import assert from "node:assert/strict";
import type { Order } from "@askonce/spec";
import type { ExpectedItem, ExpectedOrder, ExpectedRefund, OneOf } from "./expected-order.ts";
import type { StorefrontField } from "./limits.ts";
import { matchParcels } from "./match-parcel.ts";

/** Fails when the order does not say what is expected of it, or says something in a field the storefront declared it does not know. */
export function matchOrder(order: Order, expected: ExpectedOrder, limits: ReadonlySet<StorefrontField>): void {
  assert.equal(order.number, expected.number, "number");
  matchOneOf(order.status, expected.status, "status");
  matchOneOf(order.paymentStatus, expected.paymentStatus, "paymentStatus");
  matchOneOf(order.fulfillmentStatus, expected.fulfillmentStatus, "fulfillmentStatus");
  if (expected.rawStatus !== undefined) matchRawStatus(order, expected.rawStatus);
  matchInstant(order.placedAt, expected.placedAt, "placedAt");
  if (expected.email !== undefined) assert.equal(order.email?.toLowerCase() ?? null, expected.email?.toLowerCase() ?? null, "email");
  if (expected.isGuest !== undefined) assert.equal(order.customer === null, expected.isGuest, "customer is null for a guest and only then");
  if (limits.has("order.cancelReason")) assert.equal(order.cancelReason, null, "cancelReason is declared as not known");
  else if (expected.cancelReason !== undefined)
    assert.equal(order.cancelReason?.toLowerCase(), expected.cancelReason.toLowerCase(), "cancelReason");
  matchTotals(order, expected, limits);
  if (expected.items) matchItems(order, expected.items);
  if (expected.parcels) matchParcels(order, expected.parcels, limits);
  if (expected.refunds) matchRefunds(order, expected.refunds, limits);
  matchTexts(order, expected, limits);
}

function matchTotals(order: Order, expected: ExpectedOrder, limits: ReadonlySet<StorefrontField>): void {
  for (const field of ["total", "shippingTotal", "discountTotal", "refundedTotal"] as const) {
    const amount = expected[field];
    if (amount !== undefined) assert.deepEqual(order[field].shop, amount, `${field}.shop`);
  }
  if (limits.has("order.presentment")) {
    assert.equal(order.total.presentment, null, "total.presentment is declared as not known");
  } else if (expected.presentmentTotal !== undefined) {
    // Some storefronts repeat the shop's amount as the buyer's when both are of one currency.
    const presentment = order.total.presentment;
    const isRepeated = expected.presentmentTotal === null && presentment?.currency === order.total.shop.currency;
    assert.deepEqual(isRepeated ? null : presentment, expected.presentmentTotal, "total.presentment");
  }
}

function matchItems(order: Order, expected: readonly ExpectedItem[]): void {
  assert.equal(order.items.length, expected.length, "number of items");
  for (const item of expected) {
    const actual = order.items.find((candidate) =>
      item.sku === null ? candidate.title.startsWith(item.title) : candidate.sku === item.sku,
    );
    assert.ok(actual, `an item "${item.sku ?? item.title}"`);
    assert.ok(actual.title.startsWith(item.title), `title of "${item.sku}": "${actual.title}" is not "${item.title}"`);
    assert.equal(actual.quantity, item.quantity, `quantity of "${item.sku ?? item.title}"`);
    if (item.unitPrice) assert.deepEqual(actual.unitPrice.shop, item.unitPrice, `unitPrice of "${item.sku ?? item.title}"`);
  }
}

function matchRefunds(order: Order, expected: readonly ExpectedRefund[], limits: ReadonlySet<StorefrontField>): void {
  assert.equal(order.refunds.length, expected.length, "number of refunds");
  for (const refund of expected) {
    const actual = order.refunds.find((candidate) => candidate.amount.shop.amountMinor === refund.amount.amountMinor);
    assert.ok(actual, `a refund of ${refund.amount.amountMinor}; there are ${order.refunds.map((each) => each.amount.shop.amountMinor)}`);
    assert.deepEqual(actual.amount.shop, refund.amount, "refund amount");
    if (limits.has("refund.reason")) assert.equal(actual.reason, null, "refund reason is declared as not known");
    else if (refund.reason !== undefined) assert.equal(actual.reason, refund.reason, "refund reason");
    if (limits.has("refund.items")) assert.deepEqual(actual.items, [], "refund items are declared as not known");
    else if (refund.items) assert.deepEqual(quantitiesBySku(order, actual.items), sortedBySku(refund.items), "refund items");
  }
}

function matchTexts(order: Order, expected: ExpectedOrder, limits: ReadonlySet<StorefrontField>): void {
  if (expected.customerNote !== undefined) assert.equal(order.customerNote, expected.customerNote, "customerNote");
  if (limits.has("order.notes")) assert.deepEqual(order.notes, [], "notes are declared as not known");
  else {
    for (const note of expected.notes ?? []) {
      const actual = order.notes.find((candidate) => candidate.text === note.text);
      assert.ok(actual, `a note that reads "${note.text}"`);
      assert.equal(actual.visibleToCustomer, note.visibleToCustomer, `visibleToCustomer of the note "${note.text}"`);
    }
  }
  const address = expected.shippingAddress;
  if (!address) return;
  assert.ok(order.shippingAddress, "shippingAddress");
  for (const field of ["name", "city", "postcode", "countryCode"] as const) {
    if (address[field] !== undefined) assert.equal(order.shippingAddress[field], address[field], `shippingAddress.${field}`);
  }
  const lines = [order.shippingAddress.line1, order.shippingAddress.line2].filter((line) => line !== null && line !== "");
  if (address.lines) assert.deepEqual(lines, address.lines, "lines of the shippingAddress");
}

function matchRawStatus(order: Order, word: string): void {
  const words = [
    ...Object.values(order.raw),
    ...order.fulfillments.map((each) => each.rawStatus),
    ...order.parcels.map((each) => each.rawStatus),
  ];
  assert.ok(words.includes(word), `the source's own word "${word}" is kept; there are ${JSON.stringify(words)}`);
}

export function matchOneOf<Value>(actual: Value, expected: OneOf<Value> | undefined, field: string): void {
  if (expected === undefined) return;
  const allowed: readonly unknown[] = Array.isArray(expected) ? expected : [expected];
  assert.ok(
    allowed.includes(actual),
    `${field} is "${String(actual)}", expected ${allowed.map((each) => `"${String(each)}"`).join(" or ")}`,
  );
}

/** Compared to the second: many storefronts keep no finer time. */
export function matchInstant(actual: string | null, expected: string | null | undefined, field: string): void {
  if (expected === undefined) return;
  assert.equal(toSecond(actual), toSecond(expected), field);
}

function toSecond(instant: string | null): string | null {
  return instant === null ? null : new Date(Math.floor(Date.parse(instant) / 1000) * 1000).toISOString();
}

export function quantitiesBySku(
  order: Order,
  quantities: readonly { lineItemId: string; quantity: number }[],
): { sku: string; quantity: number }[] {
  return sortedBySku(
    quantities.map(({ lineItemId, quantity }) => {
      const item = order.items.find((candidate) => candidate.id === lineItemId);
      assert.ok(item, `lineItemId "${lineItemId}" is one of the order's items`);
      return { sku: item.sku ?? item.title, quantity };
    }),
  );
}

export function sortedBySku(quantities: readonly { sku: string; quantity: number }[]): { sku: string; quantity: number }[] {
  return quantities.map(({ sku, quantity }) => ({ sku, quantity })).sort((a, b) => (a.sku < b.sku ? -1 : 1));
}
