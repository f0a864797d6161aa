import type { ClaimPacket, FilesV1 } from "@askonce/spec";
import type { Agents } from "./agents/agents.ts";
import type { Carriers } from "./carriers/carriers.ts";
import type { ContextReader } from "./context/context.ts";
import type { CustomerOrders } from "./customers/customer-orders.ts";
import type { Customers } from "./customers/customers.ts";
import type { Mine } from "./customers/mine.ts";
import type { BeforeHooks } from "./events/before-hooks.ts";
import type { Wake } from "./events/wake.ts";
import type { Health } from "./health/health.ts";
import type { LoopProgress } from "./health/loop-progress.ts";
import type { CustomerIdentity } from "./identity/customer-identity.ts";
import type { WebhookReceiver } from "./inbox/receive-webhook.ts";
import type { Claims } from "./incidents/claims.ts";
import type { Incidents } from "./incidents/incidents.ts";
import type { Jobs } from "./jobs/jobs.ts";
import type { OrderLookup } from "./lookup/order-lookup.ts";
import type { LiveReads } from "./orders/live-reads.ts";
import type { Orders } from "./orders/orders.ts";
import type { DeliveryWork } from "./parcels/deliveries.ts";
import type { Deliveries } from "./parcels/delivery-services.ts";
import type { DeliverySettings } from "./parcels/delivery-settings.ts";
import type { Platform } from "./platform/platform.ts";
import type { Photos } from "./problems/photos.ts";
import type { Problems } from "./problems/problems.ts";
import type { Search } from "./search/search.ts";
import type { Store } from "./storage/store.ts";
import type { Storefronts } from "./storefronts/storefronts.ts";
import type { Sync } from "./storefronts/sync.ts";
import type { Tickets } from "./tickets/tickets.ts";
import type { Webhooks, WebhookWork } from "./webhooks/webhooks.ts";
import type { Leases } from "./work/leases.ts";

/** Everything one instance is made of. */
export interface Services {
  version: string;
  platform: Platform;
  store: Store;
  storefronts: Storefronts;
  carriers: Carriers;
  deliverySettings: DeliverySettings;
  deliveryWork: DeliveryWork;
  hooks: BeforeHooks;
  agents: Agents;
  customers: Customers;
  customerOrders: CustomerOrders;
  incidents: Incidents;
  claims: Claims;
  claimDocument: ((packet: ClaimPacket) => Promise<Uint8Array>) | null;
  problems: Problems;
  photos: Photos;
  files: FilesV1 | null;
  deliveries: Deliveries;
  tickets: Tickets;
  orders: Orders;
  live: LiveReads;
  context: ContextReader;
  identity: CustomerIdentity;
  lookup: OrderLookup;
  mine: Mine;
  sync: Sync;
  receiver: WebhookReceiver;
  leases: Leases;
  /** The signs of life of the worker's loops. */
  progress: LoopProgress;
  health: () => Promise<Health>;
  jobs: Jobs;
  search: Search;
  webhooks: Webhooks;
  webhookWork: WebhookWork;
  /** Wakes those who follow events. */
  wake: Wake;
  /** Wakes those who work on the inbox and the back-fills. */
  inboxWake: Wake;
  /** Resolves when schema and storefront rows are there. */
  prepared(): Promise<void>;
  stopSignal: AbortSignal;
}
