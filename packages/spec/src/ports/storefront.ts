import type { Gap, Order, OrderCustomer, OrderNote } from "../entities/order.ts";
import type { Instant, SourceRef } from "../entities/values.ts";
import type { AdapterBase, CheckReport } from "./adapter.ts";
import type { AdapterContext } from "./adapter-context.ts";

/** What to look for. Everything given must match: a number together with an e-mail finds only an order that has both. */
export interface OrderQuery {
  /** As a customer writes it: `#1042`, `1042`, `RO-1042`. */
  orderNumber?: string;
  email?: string;
  /** As written; the adapter normalizes it. */
  phone?: string;
}

export interface FoundOrders {
  /** Each one verified against the query after the vendor's answer, newest first, at most 20. */
  orders: Order[];
  /** Why there could be more than was found: a window, a missing permission, a field that cannot be searched. */
  gaps: Gap[];
}

/** Parts of an order that a webhook or a list does not carry; what is stored of them stays as it is. */
export type OmittedField = "notes" | "refunds" | "returns" | "parcels" | "customer";

/** A snapshot of an order, as complete as its `omitted` says. */
export interface OrderSnapshot {
  order: Order;
  omitted: OmittedField[];
}

/** A webhook as it came: the bytes are untouched, because the signature is about them. */
export interface InboundWebhook {
  method: string;
  url: string;
  headers: Headers;
  body: Uint8Array;
}

/**
 * What a webhook says, in our words. `key` is unique per delivery of one change at the source and equal for its duplicates; the
 * inbox keeps one per shop, source and key.
 */
export type StorefrontEvent =
  | {
      type: "order.changed";
      key: string;
      ref: SourceRef;
      /** The version at the source; `null` when the webhook does not say. */
      version: Instant | null;
      /** `null`: a hint only, the order has to be read. */
      snapshot: OrderSnapshot | null;
    }
  | { type: "order.deleted"; key: string; ref: SourceRef }
  | { type: "customer.changed"; key: string; ref: SourceRef }
  /** The connection itself needs attention, for example `webhook_owner_lost_access` or `uninstalled`. */
  | { type: "source.problem"; key: string; code: string };

export interface WebhookReceipt {
  /** Empty for a ping or a topic that does not concern us: it is answered with 2xx and forgotten. */
  events: StorefrontEvent[];
}

export interface ChangesRequest {
  /** Only what changed at or after this instant; `null` for everything. */
  since: Instant | null;
  /** From the page before; `null` for the first page. */
  cursor: string | null;
}

export interface ChangesPage {
  /** Oldest change first, so that an interrupted run can go on from its cursor. */
  snapshots: OrderSnapshot[];
  deleted: SourceRef[];
  /** `null` when this was the last page. */
  nextCursor: string | null;
  /** How many orders the whole run has, when the source says so. */
  total: number | null;
  gaps: Gap[];
}

/**
 * A shop system. Required are three calls; every further group is present when it is supported, and absent when it is not: no flag can
 * disagree with a method. Not found is `null`, an unknown state is `unknown` with the raw word kept, a vendor's failure is an
 * `AskonceError` with an `ADAPTER_…` code.
 */
export interface StorefrontAdapterV1 extends AdapterBase<"storefront"> {
  /** How long an order counts as fresh, in milliseconds. Default 300000. */
  readonly freshForMs?: number;
  getOrder(ref: SourceRef, context: AdapterContext): Promise<Order | null>;
  findOrders(query: OrderQuery, context: AdapterContext): Promise<FoundOrders>;
  /** Credentials, permissions, webhooks, clock: what works, and what to do about what does not. */
  check(context: AdapterContext): Promise<CheckReport>;

  readonly webhooks?: {
    /**
     * Verifies the signature on the raw bytes and says what the webhook means. Pure: no request, no storage.
     *
     * @throws AskonceError `WEBHOOK_SIGNATURE_INVALID`, `WEBHOOK_UNREADABLE`
     */
    receive(webhook: InboundWebhook, context: Pick<AdapterContext, "clock" | "logger">): Promise<WebhookReceipt>;
    /**
     * Says what a webhook means that was verified when it came, and kept without its signature: a newer version of the adapter may understand
     * more of it. Without this, what was understood then is applied again.
     *
     * @throws AskonceError `WEBHOOK_UNREADABLE`
     */
    read?(webhook: InboundWebhook, context: Pick<AdapterContext, "clock" | "logger">): Promise<WebhookReceipt>;
  };
  readonly changes?: {
    list(request: ChangesRequest, context: AdapterContext): Promise<ChangesPage>;
    /** How far a reconciliation reaches back before its watermark, in milliseconds, because the source's clock and lists lag. */
    readonly overlapMs: number;
  };
  readonly customers?: {
    getCustomer(ref: SourceRef, context: AdapterContext): Promise<OrderCustomer | null>;
    findCustomers(query: { email?: string; phone?: string }, context: AdapterContext): Promise<OrderCustomer[]>;
  };
  readonly orderNotes?: {
    addNote(ref: SourceRef, note: { text: string; visibleToCustomer: boolean }, context: AdapterContext): Promise<OrderNote>;
  };
  readonly refunds?: StorefrontActionGroup;
  readonly cancellations?: StorefrontActionGroup;
  readonly replacements?: StorefrontActionGroup;
  readonly discounts?: StorefrontActionGroup;
  readonly returns?: StorefrontActionGroup;
  readonly products?: {
    getProduct(ref: SourceRef, context: AdapterContext): Promise<{ ref: SourceRef; title: string; sku: string | null } | null>;
  };
}

/**
 * An action that gives money or goods. `plan` says what would happen without doing it, `execute` does it once for an idempotency key,
 * and answers `unknown` rather than guessing when the vendor's answer was lost.
 */
export interface StorefrontActionGroup {
  plan(request: StorefrontActionRequest, context: AdapterContext): Promise<{ possible: boolean; reason: string | null }>;
  execute(
    request: StorefrontActionRequest,
    context: AdapterContext,
  ): Promise<{ state: "done" | "refused" | "unknown"; reference: string | null; reason: string | null }>;
}

export interface StorefrontActionRequest {
  ref: SourceRef;
  lines: { lineItemId: string; quantity: number }[];
  amountMinor: number | null;
  currency: string | null;
  reason: string;
  notifyCustomer: boolean;
}
