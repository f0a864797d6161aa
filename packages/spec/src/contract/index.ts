import { agentsContract } from "./agents.ts";
import { customersContract } from "./customers.ts";
import { deliveriesContract, guestDeliveriesContract, incidentsContract, ownDeliveriesContract } from "./deliveries.ts";
import { eventsContract } from "./events.ts";
import { healthContract } from "./health.ts";
import { formsContract, packetsContract, verificationsContract } from "./identity.ts";
import { lookupContract } from "./lookup.ts";
import { measuresContract } from "./measures.ts";
import { mineContract } from "./mine.ts";
import { ordersContract } from "./orders.ts";
import { storefrontsContract } from "./storefronts.ts";
import { ticketsContract } from "./tickets.ts";
import { webhooksContract } from "./webhooks.ts";

/**
 * The HTTP API as one value: methods, paths, shapes and error codes. The handler, the typed client, the OpenAPI document and its page in
 * the docs are all derived from it. Paths are relative to {@link apiPrefix}.
 */
export const contract = {
  tickets: ticketsContract,
  customers: customersContract,
  orders: ordersContract,
  incidents: incidentsContract,
  deliveries: deliveriesContract,
  guestDeliveries: guestDeliveriesContract,
  ownDeliveries: ownDeliveriesContract,
  agents: agentsContract,
  storefronts: storefrontsContract,
  webhooks: webhooksContract,
  events: eventsContract,
  lookup: lookupContract,
  mine: mineContract,
  verifications: verificationsContract,
  forms: formsContract,
  packets: packetsContract,
  measures: measuresContract,
  health: healthContract,
};
export type Contract = typeof contract;

/** Where the API is mounted below the handler's base path. */
export const apiPrefix = "/api/v1";

export { type CarrierState, carrierStateSchema } from "./deliveries.ts";
export { type DisclosedOrder, disclosedOrderSchema } from "./lookup.ts";
export { ownMessageSchema, ownTicketSchema } from "./mine.ts";
export { type StorefrontState, storefrontStateSchema } from "./storefronts.ts";
export { type WebhookTest, webhookTestSchema } from "./webhooks.ts";
