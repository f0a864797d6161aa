import { type ExecutionContext, isVisible } from "../context.ts";
import { gid } from "../ids.ts";
import { shopifyInstant, shopifyInstantOrNull } from "../instant.ts";
import type { AddressRecord, OrderRecord } from "../records.ts";
import { fulfillmentByGid, orderByGid } from "../store.ts";
import { type UserError, userError } from "../user-error.ts";
import type { FieldArguments } from "./field-resolvers.ts";
import { fulfillmentEvent } from "./fulfillment.ts";

/** The order of a mutation; `undefined` also when the token may not see it. */
export function findOrder(context: ExecutionContext, id: unknown): OrderRecord | undefined {
  const order = orderByGid(context.store, String(id));
  return order && isVisible(context, order) ? order : undefined;
}

/** How long an asynchronous job stays unfinished. */
const jobMs = 1_000;

export function cancelOrder(given: FieldArguments, context: ExecutionContext): unknown {
  const fail = (field: string[], message: string, code: string): unknown => ({
    job: null,
    orderCancelUserErrors: [userError(field, message, code)],
  });
  const order = findOrder(context, given.orderId);
  if (!order) return fail(["orderId"], "Order does not exist", "NOT_FOUND");
  if (order.cancelledAt !== null) return fail(["orderId"], "Cannot cancel an order that has already been canceled", "INVALID");
  if (given.refund != null && given.refundMethod != null) {
    return fail(["refund"], "Refund and refundMethod cannot both be present.", "INVALID");
  }
  if (String(given.staffNote ?? "").length > 255)
    return fail(["staffNote"], "Staff note is too long (maximum is 255 characters)", "INVALID");

  const method = given.refundMethod as { originalPaymentMethodsRefund?: boolean | null } | null | undefined;
  context.changes.cancelOrder(order, {
    reason: String(given.reason),
    staffNote: (given.staffNote as string | null | undefined) ?? null,
    refund: given.refund === true || method?.originalPaymentMethodsRefund === true,
  });
  const jobId = context.store.ids.next("Job");
  context.store.jobs.set(jobId, context.now + jobMs);
  return { job: { id: gid("Job", jobId), done: false, query: null }, orderCancelUserErrors: [] };
}

export function updateOrder(given: FieldArguments, context: ExecutionContext): unknown {
  const input = given.input as Readonly<Record<string, unknown>>;
  const order = findOrder(context, input.id);
  if (!order) return { order: null, userErrors: [userError(["id"], "Order does not exist")] };
  const change: Partial<OrderRecord> = {};
  for (const name of ["email", "phone", "note", "poNumber"] as const) {
    if (name in input) change[name] = (input[name] as string | null) ?? null;
  }
  if (Array.isArray(input.tags)) change.tags = [...(input.tags as string[])];
  if (input.shippingAddress != null)
    change.shippingAddress = readdressed(order, input.shippingAddress as Readonly<Record<string, unknown>>);
  context.changes.updateOrder(order, change);
  return { order, userErrors: [] };
}

function readdressed(order: OrderRecord, input: Readonly<Record<string, unknown>>): AddressRecord {
  const before = order.shippingAddress ?? emptyAddress(order);
  const pick = (name: keyof AddressRecord, given: string = name): string => (given in input ? String(input[given] ?? "") : before[name]);
  return {
    id: before.id,
    firstName: pick("firstName"),
    lastName: pick("lastName"),
    company: pick("company"),
    address1: pick("address1"),
    address2: pick("address2"),
    city: pick("city"),
    province: pick("province", "provinceCode"),
    zip: pick("zip"),
    countryCode: pick("countryCode"),
    phone: pick("phone"),
  };
}

function emptyAddress(order: OrderRecord): AddressRecord {
  const empty = { firstName: "", lastName: "", company: "", address1: "", address2: "", city: "", province: "", zip: "", phone: "" };
  return { id: order.id, ...empty, countryCode: "" };
}

export function createFulfillmentEvent(given: FieldArguments, context: ExecutionContext): unknown {
  const input = given.fulfillmentEvent as Readonly<Record<string, string | null | undefined>>;
  const found = fulfillmentByGid(context.store, String(input.fulfillmentId));
  if (!found || !isVisible(context, found.order)) {
    const userErrors: UserError[] = [userError(["fulfillmentEvent", "fulfillmentId"], "Fulfillment does not exist.")];
    return { fulfillmentEvent: null, userErrors };
  }
  const event = context.changes.addFulfillmentEvent(found.order, found.fulfillment, {
    status: String(input.status),
    happenedAt: shopifyInstant(input.happenedAt ?? context.now),
    message: input.message ?? null,
    city: input.city ?? null,
    province: input.province ?? null,
    country: input.country ?? null,
    zip: input.zip ?? null,
    address1: input.address1 ?? null,
    estimatedDeliveryAt: shopifyInstantOrNull(input.estimatedDeliveryAt ?? null),
  });
  return { fulfillmentEvent: fulfillmentEvent(event), userErrors: [] };
}
