import type { Clock, InboundWebhook, OrderQuery, SourceRef, StorefrontAdapterV1 } from "@askonce/spec";
import type { ExpectedOrder } from "./expected-order.ts";
import type { StorefrontFaults } from "./faults.ts";
import type { StorefrontLimit } from "./limits.ts";

/** An order the adapter can read, and what it must say. */
export interface OrderScenario {
  ref: SourceRef;
  expect: ExpectedOrder;
}

/** A search, and exactly the orders it must find, newest first. */
export interface SearchScenario {
  query: OrderQuery;
  refs: readonly SourceRef[];
}

/**
 * The situations the suite asks for. Prepare each in the fake or in the recordings; one that is missing fails its case unless the case
 * is in {@link StorefrontDescriptor.skip} with a reason. `scenariosFromShop` fills nearly all of them from the neutral shop.
 */
export interface StorefrontScenarios {
  /** One parcel, delivered. */
  "order-delivered"?: OrderScenario;
  /** One parcel, scanned lately, past the day it was promised for, not delivered. */
  "order-late-in-transit"?: OrderScenario;
  /** Some items sent, some not. */
  "order-partly-shipped"?: OrderScenario;
  /** Two or more parcels of one order. */
  "order-split-shipments"?: OrderScenario;
  /** One parcel, waiting at a locker or a pickup point. */
  "order-at-pickup-point"?: OrderScenario;
  "order-cancelled"?: OrderScenario;
  "order-refunded-partly"?: OrderScenario;
  "order-refunded-fully"?: OrderScenario;
  /** All items sent, nothing scanned as delivered. */
  "order-fulfilled-not-delivered"?: OrderScenario;
  /** Names, streets, cities, notes with letters beyond ASCII. */
  "unicode-and-diacritics"?: OrderScenario;
  /** An order with a discount and shipping, amounts with two decimals. */
  "money-two-decimals"?: OrderScenario;
  /** In a currency without decimals (JPY), or with three (KWD). */
  "money-other-decimals"?: OrderScenario;
  /** The buyer saw another currency than the shop's. */
  "presentment-and-shop-currency"?: OrderScenario;
  /** A state that the adapter's table does not have, as a new version or a plugin of the platform would send it. */
  "unknown-status"?: OrderScenario;
  /** The platform's answer has fields nobody has heard of, at several depths. */
  "extra-fields"?: OrderScenario;
  /** Everything the platform may leave out is absent, `null` or empty: no phone, no address, no customer, no item picture. */
  "missing-optional-fields"?: OrderScenario;
  /** At least one note for the customer and one that is not. */
  "private-notes"?: OrderScenario;
  /** The vendor's id is greater than 2^53. */
  "ids-beyond-2-53"?: OrderScenario;
  /** A guest's order; the query has its number and e-mail. */
  "guest-order-by-number-and-email"?: SearchScenario;
  /** Two or more orders of one e-mail; the query has the e-mail alone. */
  "two-orders-same-email"?: SearchScenario;
  /** The query has a phone number alone, written with spaces. A storefront that cannot search for it says so in `gaps`. */
  "order-by-phone"?: SearchScenario;
  /** An id of the right form that does not exist. */
  "order-not-found"?: { ref: SourceRef };
}
export type StorefrontScenario = keyof StorefrontScenarios;

/**
 * `orderChanged`: an order was changed. `secondChange`: the same order was changed again a moment later; a vendor that reuses delivery
 * ids should reuse it here. `orderDeleted`. `ping`: what the vendor sends to try the address. `malformed`: signed rightly, but the body
 * cannot be read. `wrongSecret`: as `orderChanged`, signed with another secret. `unsigned`: as `orderChanged` without a signature.
 */
export type WebhookKind = "orderChanged" | "secondChange" | "orderDeleted" | "ping" | "malformed" | "wrongSecret" | "unsigned";

export interface WebhookFixtures {
  /** Always a new object with the same content; `null` when the vendor has no such thing (the case has to be skipped with a reason). */
  delivery(kind: WebhookKind): Promise<InboundWebhook | null> | InboundWebhook | null;
  /** `orderChanged` once more, as the vendor repeats it: the same change, with those headers new that the vendor makes new. */
  redelivery(): Promise<InboundWebhook> | InboundWebhook;
  /** The order that `orderChanged`, `secondChange` and `orderDeleted` are about. */
  ref: SourceRef;
}

export interface ChangesFixtures {
  /** Every order that a run from the beginning has to list; at least twice {@link StorefrontSetup.changesPageSize} and one. */
  refs: readonly SourceRef[];
  /** Changes an order at the source, so that its version rises. */
  touch(ref: SourceRef): Promise<void> | void;
}

/** What the suite hands to a harness. */
export interface StorefrontSetup {
  credentials: "valid" | "wrong";
  /**
   * The time of the adapter and of the fake. It stands still while a request is under way and jumps to the end of the next `sleep` when
   * nothing else happens, so that no test waits.
   */
  clock: Clock;
  /** `changes.list` must give no more orders than this on a page: set it on the adapter, or cap the fake. */
  changesPageSize: number;
  /**
   * How long one request may take, in milliseconds: give it to an adapter whose time limit runs on real time. `null`: the adapter's
   * default. It is a number in the cases about time limits only.
   */
  timeoutMs: number | null;
}

/** One adapter with a fake, a simulator or recordings behind it. Made anew for every case. */
export interface StorefrontHarness {
  adapter: StorefrontAdapterV1;
  /** Reaches the fake, and nothing else: `(input, init) => fake.handle(new Request(input, init))`. */
  fetch: typeof globalThis.fetch;
  scenarios: StorefrontScenarios;
  /**
   * How faults are made. Left out, the suite puts them in front of `fetch`, which is right for every vendor that answers with HTTP
   * statuses. Give your own when the vendor says it in another way (throttling as a 200) or when the adapter has another transport.
   */
  faults?: StorefrontFaults;
  /** Required when the adapter has `webhooks`. */
  webhooks?: WebhookFixtures;
  /** Required when the adapter has `changes`. */
  changes?: ChangesFixtures;
  /**
   * Everything that must never come out: keys, tokens, webhook secrets, and the bearer secrets inside the fixtures' orders (order keys,
   * tokens of pay links). At least 6 characters each. At least one.
   */
  secrets: readonly string[];
  /** Personal data of the fixtures (e-mails, phones, family names, streets) that must not be in errors and logs. At least 4 characters each. */
  personal: readonly string[];
  close(): Promise<void> | void;
}

/** `case` skips one, `group` all of a group the adapter does not support. Both need a reason that a reader of the table understands. */
export type StorefrontSkip = { case: string; reason: string } | { group: "webhooks" | "changes"; reason: string };

/** An adapter, presented to the suite. */
export interface StorefrontDescriptor {
  /** As it stands in the report, for example `@askonce/woocommerce`. */
  name: string;
  create(setup: StorefrontSetup): Promise<StorefrontHarness> | StorefrontHarness;
  /** Makes the adapter with an option it does not have; must throw `CONFIGURATION_INVALID` and name the field. */
  unknownOption: { field: string; create(): unknown };
  skip?: readonly StorefrontSkip[];
  limits?: readonly StorefrontLimit[];
}
