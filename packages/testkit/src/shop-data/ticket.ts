import type { FakeLanguage } from "./shop.ts";

/** What a ticket is about. `productQuestion` and `discountCode` come before an order and name none. */
export type FakeTicketTopic =
  | "whereIsMyOrder"
  | "late"
  | "stuck"
  | "damaged"
  | "wrongItem"
  | "missingItem"
  | "cancel"
  | "addressChange"
  | "refundStatus"
  | "return"
  | "invoice"
  | "productQuestion"
  | "discountCode"
  | "locker";

export interface FakeTicketMessage {
  direction: "inbound" | "outbound" | "note";
  at: string;
  text: string;
  /** The customer's or the agent's full name. */
  author: string;
}

export interface FakeTicket {
  /** From 1 up, in the order of `createdAt`. */
  id: number;
  language: FakeLanguage;
  subject: string;
  customer: { name: string; email: string; phone: string };
  createdAt: string;
  channel: "email" | "form" | "chat";
  status: "open" | "waiting" | "resolved";
  /** Oldest first; the first one is inbound. */
  messages: FakeTicketMessage[];
  /** The order the customer means, whether or not they say its number, and the matter. */
  about: { orderNumber: string | null; topic: FakeTicketTopic };
}
