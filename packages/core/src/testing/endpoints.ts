import { contract } from "@askonce/spec/contract";

export interface Endpoint {
  /** As in the contract, for example `tickets.get`. */
  name: string;
  method: string;
  /** With its parameters, for example `/tickets/{ticketId}`. */
  path: string;
  for: "agents" | "customers" | "everybody";
}

/** Who an endpoint is for follows from the errors its contract names. */
function audienceOf(group: string, errors: Readonly<Record<string, unknown>>): Endpoint["for"] {
  if (!("UNAUTHENTICATED" in errors)) return "everybody";
  return group === "mine" || group === "ownDeliveries" ? "customers" : "agents";
}

/** Every endpoint of the contract. */
export const endpoints: readonly Endpoint[] = Object.entries(contract).flatMap(([group, procedures]) =>
  Object.entries(procedures).map(([name, procedure]): Endpoint => {
    const { route, errorMap } = procedure["~orpc"];
    return { name: `${group}.${name}`, method: route.method ?? "POST", path: route.path ?? "", for: audienceOf(group, errorMap) };
  }),
);

/** Bodies and queries that pass validation, for the endpoints that need one. */
export const validInputs: Readonly<Record<string, { body?: Record<string, unknown>; query?: string }>> = {
  "tickets.create": { body: { subject: "A" } },
  "tickets.update": { body: { subject: "B" } },
  "tickets.merge": { body: { intoTicketId: "tkt_none" } },
  "tickets.receive": { body: { text: "A" } },
  "tickets.reply": { body: { text: "A" } },
  "tickets.note": { body: { text: "A" } },
  "tickets.linkOrder": { body: { orderRef: "memory:none" } },
  "tickets.unlinkOrder": { query: "?orderRef=memory:none", body: { orderRef: "memory:none" } },
  "tickets.recordFact": { body: { key: "size", value: "42" } },
  "customers.create": { body: { name: "Ana" } },
  "customers.addContactPoint": { body: { kind: "email", value: "ana@example.com" } },
  "orders.search": { query: "?number=1042" },
  "orders.get": { query: "?ref=memory:none" },
  "orders.refresh": { body: { ref: "memory:none" } },
  "incidents.update": { body: { ownerId: null } },
  "incidents.close": { body: { because: "remedied" } },
  "deliveries.track": { body: { orderRef: "memory:none" } },
  "deliveries.addParcel": { body: { orderRef: "memory:none", carrier: "Post", trackingNumber: "AB123456" } },
  "deliveries.promise": { body: { orderRef: "memory:none", kind: "reply", dueAt: "2026-11-21T10:00:00Z" } },
  "deliveries.settlePromise": { body: { state: "kept" } },
  "deliveries.whereIs": { query: "?orderRef=memory:none" },
  "deliveries.photos": { query: "?orderRef=memory:none" },
  "deliveries.report": { body: { orderRef: "memory:none", kind: "damaged" } },
  "guestDeliveries.whereIs": { body: { number: "1042", email: "ana@example.com" } },
  "guestDeliveries.report": { body: { number: "1042", email: "ana@example.com", kind: "damaged" } },
  "ownDeliveries.whereIs": { query: "?number=1042" },
  "ownDeliveries.report": { body: { number: "1042", kind: "damaged" } },
  "agents.create": { body: { name: "Somebody", role: "agent" } },
  "agents.update": { body: { name: "Somebody" } },
  "agents.createToken": { body: { label: "laptop" } },
  "storefronts.backfill": { body: {} },
  "webhooks.create": { body: { url: "https://hooks.example.com/askonce" } },
  "webhooks.update": { body: { description: "Warehouse" } },
  "webhooks.rotateSecret": { body: {} },
  "webhooks.test": { body: {} },
  "webhooks.retry": { body: {} },
  "webhooks.replay": { body: { from: "2026-11-20T08:00:00.000Z" } },
  "lookup.order": { body: { number: "1042", email: "ana@example.com" } },
  "tickets.checkDraft": { body: { text: "What is your order number?" } },
  "tickets.handOver": { body: {} },
  "customers.link": { body: { otherCustomerId: "cus_none" } },
  "customers.decideLink": { body: { decision: "reject" } },
  "verifications.start": { body: { email: "ana@example.com" } },
  "verifications.confirm": { body: { email: "ana@example.com", code: "000000" } },
  "packets.make": { body: {} },
  "packets.read": { body: { token: "not.a.packet.that.anybody.signed" } },
  "mine.chooseOrder": { body: { number: "1042" } },
  "mine.open": { body: { subject: "A", text: "A" } },
  "mine.write": { body: { text: "A" } },
};

/** The path with its parameters filled in. */
export function fillPath(path: string, values: Readonly<Record<string, string>>): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? (name === "purpose" ? "chat" : "none"));
}
