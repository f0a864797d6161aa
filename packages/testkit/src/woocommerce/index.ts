export type { OrderAccess, ShopControls } from "./controls.ts";
export { createFakeWooCommerce, type FakeWooCommerce } from "./fake.ts";
export type { Faults } from "./faults.ts";
export { wooCommerceHandlers } from "./handlers.ts";
export type {
  AskonceField,
  AskonceShipment,
  WooAddress,
  WooCustomer,
  WooFulfillment,
  WooLineItem,
  WooLineTax,
  WooMeta,
  WooNote,
  WooOrder,
  WooRefund,
  WooRefundSummary,
  WooShippingLine,
} from "./model.ts";
export type { FakeWooCommerceOptions } from "./options.ts";
export {
  recordedWebhookSecret,
  type WooCommerceWebhookRecording,
  wooCommerceRecording,
  wooCommerceRecordingsDirectory,
  wooCommerceWebhookRecordings,
} from "./recordings.ts";
export type { LoggedRequest } from "./request-log.ts";
export { recordedBaseUrl, recordedTimeZone } from "./store-from-recordings.ts";
export { type TrackingChoice, type TrackingSource, trackingSources } from "./tracking/tracking-source.ts";
export { type DeliverWebhooksOptions, signWebhook, type WebhookDelivery } from "./webhook-delivery.ts";
export type { PendingWebhook } from "./webhook-queue.ts";
export type { WebhookRecord } from "./webhook-registry.ts";
