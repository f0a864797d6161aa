import { gid } from "./ids.ts";
import type { CustomerRecord, FulfillmentEventRecord, FulfillmentRecord, OrderRecord, RefundRecord } from "./records.ts";
import { customerPayload } from "./rest-customer.ts";
import { at, type PayloadSettings, type RestObject } from "./rest-format.ts";
import { eventPayload, fulfillmentPayload } from "./rest-fulfillment.ts";
import { orderPayload } from "./rest-order.ts";
import { refundPayload } from "./rest-refund.ts";
import type { SimulatorStore } from "./store.ts";

/** What a webhook is about; which of them are there depends on the topic. */
export interface WebhookSubject {
  order?: OrderRecord;
  fulfillment?: FulfillmentRecord;
  event?: FulfillmentEventRecord;
  refund?: RefundRecord;
  customer?: CustomerRecord;
  deletedOrderId?: string;
  shop?: SimulatorStore["shop"];
  bulkOperation?: { id: string; status: string; errorCode: string | null; createdAt: string; completedAt: string | null };
}

/** The body of a webhook in the REST shape of Shopify's published examples. */
export function webhookPayload(subject: WebhookSubject, settings: PayloadSettings): RestObject {
  const { order, fulfillment, event, refund, customer } = subject;
  if (subject.deletedOrderId !== undefined) return { id: BigInt(subject.deletedOrderId) };
  if (subject.shop) return shopPayload(subject.shop);
  if (subject.bulkOperation) return bulkPayload(subject.bulkOperation, settings);
  if (order && fulfillment && event) return eventPayload(order, fulfillment, event, settings);
  if (order && fulfillment) return fulfillmentPayload(order, fulfillment, settings);
  if (order && refund) return refundPayload(order, refund, settings);
  if (order) return orderPayload(order, settings);
  if (customer) return customerPayload(customer, settings);
  return {};
}

function shopPayload(shop: SimulatorStore["shop"]): RestObject {
  return {
    id: BigInt(shop.id),
    name: shop.name,
    email: shop.email,
    domain: shop.domain,
    currency: shop.currency,
    iana_timezone: shop.timeZone,
    myshopify_domain: shop.domain,
    plan_name: "basic",
  };
}

function bulkPayload(operation: NonNullable<WebhookSubject["bulkOperation"]>, settings: PayloadSettings): RestObject {
  return {
    admin_graphql_api_id: gid("BulkOperation", operation.id),
    completed_at: at(operation.completedAt, settings),
    created_at: at(operation.createdAt, settings),
    error_code: operation.errorCode,
    status: operation.status.toLowerCase(),
    type: "query",
  };
}
