import type { InboundWebhook } from "@askonce/spec";
import { type CourierEventKind, courierEventKinds } from "./courier-event.ts";
import type { CourierServer } from "./courier-server.ts";

/** What all fake couriers have in common. */
export interface FakeCourier extends CourierServer {
  /** Kinds of events that the courier has no word for; they are left out of its answers. */
  readonly silentKinds: readonly CourierEventKind[];
  /** Credentials and everything made of them that must not come out of an adapter. */
  readonly secrets: readonly string[];
}

/** A fake whose client signs in first. */
export interface FakeCourierWithSignIn extends FakeCourier {
  /** Forgets every token that was given out. */
  expireTokens(): void;
}

/** A fake that sends webhooks. */
export interface FakeCourierWithWebhooks extends FakeCourier {
  /** Signs the webhooks. */
  readonly webhookSecret: string;
  /** What would be sent about the parcel as it is now; the same bytes as long as it does not move. */
  webhookBody(trackingNumber: string): Uint8Array;
  /** A webhook with these bytes; signed with another secret when one is given, not at all for `null`. */
  signWebhook(body: Uint8Array, secret?: string | null): InboundWebhook;
}

/** The kinds without an entry in a courier's table of words; what nobody has heard of is always said. */
export function silentKindsOf(words: Partial<Record<CourierEventKind, unknown>>): CourierEventKind[] {
  return courierEventKinds.filter((kind) => kind !== "unheard_of" && words[kind] === undefined);
}
