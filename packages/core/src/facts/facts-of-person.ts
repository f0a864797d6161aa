import type { Customer, Fact, FactKey } from "@askonce/spec";

/** What is about the person and not about the matter: known once, it is known for all of their tickets. */
export const personKeys: readonly FactKey[] = [
  "email",
  "phone",
  "name",
  "shippingAddress",
  "postcode",
  "invoiceData",
  "paymentMethod",
  "language",
  "pickupPoint",
];

/** What the customer's own record answers. */
export function factsFromCustomer(customer: Customer, ticketId: string): Fact[] {
  const facts: Fact[] = [];
  const add = (key: FactKey, value: string, at: Fact["at"], assurance: Fact["assurance"], ref: string) =>
    facts.push({
      id: `per_${key}_${ref}`.slice(0, 64),
      ticketId,
      customerId: customer.id,
      key,
      value,
      source: { kind: "identity", ref, excerpt: null },
      at,
      assurance,
      freshUntil: null,
      supersededById: null,
    });
  for (const contact of customer.contactPoints) {
    if (contact.kind === "email" || contact.kind === "phone")
      add(contact.kind, contact.value, contact.createdAt, contact.assurance, contact.id);
  }
  if (customer.name) add("name", customer.name, customer.createdAt, "claimed", customer.id);
  if (customer.language) add("language", customer.language, customer.createdAt, "claimed", customer.id);
  return facts;
}
