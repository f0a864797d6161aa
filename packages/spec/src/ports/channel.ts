import type { Assurance } from "../entities/assurance.ts";
import type { Instant } from "../entities/values.ts";
import type { AdapterBase, CheckReport } from "./adapter.ts";
import type { AdapterContext } from "./adapter-context.ts";
import type { InboundWebhook } from "./storefront.ts";

export interface ChannelLimits {
  /** Characters. */
  messageLength: number;
  attachmentBytes: number;
  attachmentCount: number;
  /** How long after the customer's last message a reply may be sent; `null` for no limit. */
  replyWindowMs: number | null;
  /** What one message costs, in millionths of the currency's major unit; `null` when it is free. */
  cost: { perMessageMicro: number; currency: string } | null;
}

export interface InboundMessage {
  /** Unique per channel and equal for duplicates. */
  key: string;
  /** The conversation at the vendor; messages with the same one belong to one thread. */
  conversationKey: string;
  from: { kind: "email" | "phone" | "handle"; value: string; name: string | null };
  assurance: Assurance;
  subject: string | null;
  text: string;
  at: Instant;
}

export interface OutboundMessage {
  /** Stable over retries; the channel puts it into the vendor's message id where there is one. */
  messageId: string;
  conversationKey: string;
  to: { kind: "email" | "phone" | "handle"; value: string };
  subject: string | null;
  text: string;
}

/** A way to talk with customers. */
export interface ChannelAdapterV1 extends AdapterBase<"channel"> {
  readonly limits: ChannelLimits;
  receive(webhook: InboundWebhook, context: Pick<AdapterContext, "clock" | "logger">): Promise<{ messages: InboundMessage[] }>;
  /** `unknown` when the vendor's answer was lost: it is reported, not retried. */
  send(message: OutboundMessage, context: AdapterContext): Promise<{ state: "sent" | "refused" | "unknown"; reference: string | null }>;
  check(context: AdapterContext): Promise<CheckReport>;

  readonly history?: { list(conversationKey: string, context: AdapterContext): Promise<InboundMessage[]> };
  readonly typing?: { show(conversationKey: string, context: AdapterContext): Promise<void> };
  readonly receipts?: { read(messageId: string, context: AdapterContext): Promise<Instant | null> };
  readonly proactive?: { canStart(to: OutboundMessage["to"], context: AdapterContext): Promise<boolean> };
  readonly poll?: {
    list(cursor: string | null, context: AdapterContext): Promise<{ messages: InboundMessage[]; nextCursor: string | null }>;
  };
}
