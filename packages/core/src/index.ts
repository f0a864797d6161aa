export type { Agents, AgentToken } from "./agents/agents.ts";
export type { CalendarOverrides } from "./calendars/country-calendar.ts";
export { type Caller, systemCaller } from "./caller.ts";
export type { ContextReader } from "./context/context.ts";
export type { TicketCounts } from "./counts/ticket-counts.ts";
export {
  type Askonce,
  type AskonceOptions,
  createAskonce,
  type DrainOptions,
  type JoinedServices,
  type StartOptions,
} from "./create-askonce.ts";
export type { ContactClaim, Customers } from "./customers/customers.ts";
export type { BeforeHook, BeforeHooks, BeforePayloads } from "./events/before-hooks.ts";
export type { Observer, Observers } from "./events/observers.ts";
export type { Subscription } from "./events/subscribers.ts";
export type { Handler, RequestInfo } from "./handler/handler.ts";
export type { Health, HealthCheck, HealthCheckId } from "./health/health.ts";
export type { CustomerIdentity, IdentityClaims } from "./identity/customer-identity.ts";
export type { Inbox, ReplayProgress, ReplayRequest } from "./inbox/replay.ts";
export type { Claims } from "./incidents/claims.ts";
export type { IncidentListRequest, Incidents } from "./incidents/incidents.ts";
export type { JobContext, JobHandler } from "./jobs/job-handlers.ts";
export type { Jobs } from "./jobs/jobs.ts";
export type { OrderSearch, Orders } from "./orders/orders.ts";
export type { OutreachPolicy } from "./outreach/outreach-policy.ts";
export type { OutreachOptions } from "./outreach/outreach-settings.ts";
export type { Deliveries, NewPromise } from "./parcels/delivery-services.ts";
export type { DeliveryOptions } from "./parcels/delivery-settings.ts";
export type { ImageRefusal } from "./photos/image-refusal.ts";
export { imageRefusalAdvice } from "./photos/image-refusal-advice.ts";
export type { Photos } from "./problems/photos.ts";
export type { ProblemInput, Problems } from "./problems/problems.ts";
export type { ServiceRow } from "./promises/service-table.ts";
export type { RebuildProgress, Search } from "./search/search.ts";
export type { MoveProgress } from "./shops/move-shop.ts";
export { createShops, type Shops, type ShopsOptions } from "./shops/shops.ts";
export type { UnitOfWork } from "./storage/store.ts";
export type { BackfillOptions, BackfillProgress } from "./storefronts/backfill.ts";
export type { Sync } from "./storefronts/sync.ts";
export type { TelemetryOptions } from "./telemetry/signals.ts";
export type { NewTicket } from "./tickets/create-ticket.ts";
export type { TicketListRequest } from "./tickets/list-tickets.ts";
export type { Tickets } from "./tickets/tickets.ts";
export type { TicketChanges } from "./tickets/update-ticket.ts";
export type { DeliveryListRequest as WebhookDeliveryListRequest } from "./webhooks/deliveries.sql.ts";
export type { NewWebhookEndpoint, WebhookEndpointChanges } from "./webhooks/endpoints.ts";
export type { WebhookReplay } from "./webhooks/replay.ts";
export type { WebhookOptions } from "./webhooks/webhook-options.ts";
export type { WebhookRequest, WebhookResponse, WebhookTransport } from "./webhooks/webhook-transport.ts";
export type { Webhooks } from "./webhooks/webhooks.ts";
