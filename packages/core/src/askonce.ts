import type { Authenticate, CarrierAdapterV1, ClaimPacket, Clock, FilesV1, Logger, StorefrontAdapterV1 } from "@askonce/spec";
import type { StorageV1 } from "@askonce/spec/storage";
import type { Agents } from "./agents/agents.ts";
import type { ContextReader } from "./context/context.ts";
import type { Customers } from "./customers/customers.ts";
import type { BeforeHooks } from "./events/before-hooks.ts";
import type { Observers } from "./events/observers.ts";
import type { Subscription } from "./events/subscribers.ts";
import type { Forms } from "./forms/forms.ts";
import type { Handler } from "./handler/handler.ts";
import type { Health } from "./health/health.ts";
import type { CustomerIdentity } from "./identity/customer-identity.ts";
import type { IdentityLinks } from "./identity-links/identity-links.ts";
import type { Inbox } from "./inbox/replay.ts";
import type { Claims } from "./incidents/claims.ts";
import type { Incidents } from "./incidents/incidents.ts";
import type { Jobs } from "./jobs/jobs.ts";
import type { Measures } from "./measures/repeat-ask-rate.ts";
import type { Orders } from "./orders/orders.ts";
import type { OutreachOptions } from "./outreach/outreach-settings.ts";
import type { Packets } from "./packets/packets.ts";
import type { PacketKey } from "./packets/sign-packet.ts";
import type { Deliveries } from "./parcels/delivery-services.ts";
import type { DeliveryOptions } from "./parcels/delivery-settings.ts";
import type { Photos } from "./problems/photos.ts";
import type { Problems } from "./problems/problems.ts";
import type { GuardOptions } from "./questions/guard-settings.ts";
import type { Questions } from "./questions/questions.ts";
import type { Search } from "./search/search.ts";
import type { MigrationReport } from "./storage/migrate.ts";
import type { Sync } from "./storefronts/sync.ts";
import type { TelemetryOptions } from "./telemetry/signals.ts";
import type { Tickets } from "./tickets/tickets.ts";
import type { OneTimeCode, Verifications } from "./verifications/verifications.ts";
import type { WebhookOptions } from "./webhooks/webhook-options.ts";
import type { Webhooks } from "./webhooks/webhooks.ts";

export interface AskonceOptions {
  storage: StorageV1;
  storefronts?: readonly StorefrontAdapterV1[];
  /** Couriers and aggregators that are asked where parcels are. Default: only what the storefronts know is known. */
  carriers?: readonly CarrierAdapterV1[];
  /** What the shop promises, where it sends from, when a problem counts as one. */
  delivery?: DeliveryOptions;
  /** Where photos are kept; `localFiles` of `@askonce/core/node` keeps them in a directory. Default: photos are refused. */
  files?: FilesV1;
  /** Makes a PDF of a claim; `claimPacketPdf` of `@askonce/claim-packet` does. Default: claims are JSON only. */
  claimDocument?: (packet: ClaimPacket) => Promise<Uint8Array>;
  /** Tells customers of problems before they ask. Default: nobody is written to. */
  outreach?: OutreachOptions;
  shop?: {
    /** Default `default`. Every row belongs to it. */
    id?: string;
    name?: string;
    /** IANA zone. Default `UTC`. */
    timeZone?: string;
    /** BCP 47. Default `en`. */
    language?: string;
    /** ISO 3166-1 alpha-2; lets national phone numbers be completed. */
    countryCode?: string;
  };
  identity?: {
    /** For signed customer identity tokens, the signing one first, each at least 32 characters. Without any, no customer can sign in. */
    secrets: readonly string[];
    /** Sends a one-time code by e-mail or text message. Default: none is sent, and nobody can prove an address by one. */
    sendCode?: (code: OneTimeCode) => Promise<void>;
  };
  /** Watches replies for questions whose answer is known. Default: whoever writes is warned. */
  guard?: GuardOptions;
  /** Keys that packets are signed with, the signing one first; an older one stays until its packets are over. Default: none are made. */
  packets?: { keys: readonly PacketKey[] };
  /** Sends the shop's events to URLs that its owners name. Default: nothing is sent. */
  webhooks?: WebhookOptions;
  /**
   * Where metrics and traces go. Default: to the collectors that are registered with `@opentelemetry/api`, if any. What there is and what it
   * means: `docs/guides/operate.md`.
   */
  telemetry?: TelemetryOptions;
  /** Lets the embedding application vouch for its own agents. */
  authenticate?: Authenticate;
  /** Where the handler is mounted. Default: the root. */
  basePath?: string;
  /** How often changes that no webhook told are looked for, in milliseconds. Default 600000. */
  reconcileEveryMs?: number;
  /** How long raw webhooks are kept, in milliseconds. Default 30 days. */
  keepRawMs?: number;
  logger?: Logger;
  clock?: Clock;
  fetch?: typeof globalThis.fetch;
}

export interface Askonce {
  readonly version: string;
  /** One `Request` to one `Response`. */
  readonly handler: Handler;
  /** The same, under the name that Bun, Deno and workers look for. */
  readonly fetch: Handler;
  readonly tickets: Tickets;
  readonly customers: Customers;
  readonly orders: Orders;
  /** Couriers, promises, and the answer to "where is my order". */
  readonly deliveries: Deliveries;
  /** What went wrong with deliveries. */
  readonly incidents: Incidents;
  /** What couriers need to decide about claims. */
  readonly claims: Claims;
  /** What people report. */
  readonly problems: Problems;
  /** The photos that belong to it. */
  readonly photos: Photos;
  readonly agents: Agents;
  readonly context: ContextReader;
  readonly identity: CustomerIdentity;
  /** One-time codes, for those who are not signed in. */
  readonly verifications: Verifications;
  /** Who is one person with whom. */
  readonly identityLinks: IdentityLinks;
  /** What replies ask, and whether it was known. */
  readonly questions: Questions;
  /** Forms that ask only for what is not known. */
  readonly forms: Forms;
  /** What goes with a ticket from one to the next. */
  readonly packets: Packets;
  readonly measures: Measures;
  readonly sync: Sync;
  readonly inbox: Inbox;
  readonly webhooks: Webhooks;
  /** What tickets and customers are found by. It keeps itself up to date; this makes it anew. */
  readonly search: Search;
  /** Durable work of your own: handlers by name, and jobs that are asked for in a transaction. */
  readonly jobs: Pick<Jobs, "handle" | "every" | "enqueue" | "enqueueIn">;
  /** In-process listener: best effort, after the commit. Returns how to stop. */
  readonly on: Observers["on"];
  readonly onError: Observers["onError"];
  /** Awaited in the same transaction; throwing vetoes the change. */
  readonly before: BeforeHooks["before"];
  /** Durable listener: at least once, in order, after the commit, as long as the instance runs. Returns how to stop. */
  subscribe(subscription: Subscription): () => void;
  /**
   * The services inside a transaction that the embedding application has open, for a storage that can (PostgreSQL: a client of the `pg`
   * package). A ticket opened so is there if and only if the application commits. The shop's other changes wait until then: keep it short.
   *
   * @throws AskonceError `CONFIGURATION_INVALID`
   */
  within(connection: unknown): JoinedServices;
  /** Brings the schema up to date; every first use does it too. */
  migrate(): Promise<MigrationReport>;
  /**
   * Works until `stop()`. Processes on one storage share the work: give those that answer requests the role `web` and the others `worker`.
   */
  start(options?: StartOptions): Promise<void>;
  /** Applies what waits in the inbox, for hosts where nothing runs between requests. */
  drain(options?: DrainOptions): Promise<void>;
  /**
   * How this process and its storage are, within three seconds and without throwing. `GET /api/v1/health` answers the same without the
   * figures, and 503 instead of `failed`.
   */
  health(): Promise<Health>;
  /** Lets what is under way end, then closes the storage. */
  stop(): Promise<void>;
}

/** What works inside a transaction of the embedding application. */
export interface JoinedServices {
  readonly tickets: Tickets;
  readonly customers: Customers;
  /** Tells the observers of this process and wakes the others. Call it after the commit; without it they find out by polling. */
  committed(): void;
}

export interface DrainOptions {
  /** Leaves the inbox to another process that is working on it. Default `false`. */
  unlessHeld?: boolean;
}

export interface StartOptions {
  /**
   * `web`: hears at once what other processes commit, so that open event streams are live. `worker`: works on the inbox, the subscribers,
   * jobs, back-fills and reconciliation. Default: both.
   */
  roles?: readonly ("web" | "worker")[];
}
