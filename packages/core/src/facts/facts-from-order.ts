import type { ContextOrder, Fact, FactKey, FactSource, Instant } from "@askonce/spec";
import { fromInstant, toInstant } from "../platform/instants.ts";

/** How long what the storefront says counts as fresh; the courier's date moves faster than an address. */
const freshForMs = { order: 24 * 3_600_000, parcel: 6 * 3_600_000 } as const;

/**
 * What the order already answers, so that nobody asks for it. Made anew from the projection each time rather than stored, because the
 * order is the source and a copy would age.
 */
export function factsFromOrder(entry: ContextOrder, ticketId: string, customerId: string | null): Fact[] {
  const { order, provenance } = entry;
  const facts: Fact[] = [];
  const add = (key: FactKey, value: string | null | undefined, source: { kind: "order" | "parcel"; ref: string }, at: Instant) => {
    if (!value) return;
    const kept: FactSource = { ...source, excerpt: null };
    facts.push({
      id: `ord_${facts.length}_${hashText(`${source.ref} ${key} ${value}`)}`,
      ticketId,
      customerId,
      key,
      value: value.slice(0, 2000),
      source: kept,
      at,
      assurance: "orderMatched",
      freshUntil: toInstant(fromInstant(provenance.fetchedAt) + freshForMs[source.kind]),
      supersededById: null,
    });
  };
  const fromOrder = { kind: "order" as const, ref: order.ref };
  add("orderNumber", order.number, fromOrder, order.placedAt);
  for (const item of order.items) {
    const name = item.variant ? `${item.title} (${item.variant})` : item.title;
    add("item", item.currentQuantity > 1 ? `${item.currentQuantity} × ${name}` : name, fromOrder, order.placedAt);
  }
  add("name", order.shippingAddress?.name ?? order.customer?.name, fromOrder, order.placedAt);
  add("email", order.email, fromOrder, order.placedAt);
  add("phone", order.phone ?? order.shippingAddress?.phone, fromOrder, order.placedAt);
  const address = order.shippingAddress;
  if (address) {
    add(
      "shippingAddress",
      [address.line1, address.line2, address.postcode, address.city, address.countryCode].filter(Boolean).join(", "),
      fromOrder,
      order.placedAt,
    );
    add("postcode", address.postcode, fromOrder, order.placedAt);
  }
  add("paymentMethod", order.paymentMethod, fromOrder, order.placedAt);
  for (const parcel of order.parcels) {
    const fromParcel = { kind: "parcel" as const, ref: `${order.ref} ${parcel.id}` };
    const at = parcel.lastScanAt ?? parcel.shippedAt ?? order.updatedAt;
    add("carrier", parcel.carrier, fromParcel, at);
    add("trackingNumber", parcel.trackingNumber, fromParcel, at);
    add("deliveryDate", parcel.deliveredAt ?? parcel.estimatedAt ?? parcel.promisedAt, fromParcel, at);
  }
  return facts;
}

/** FNV-1a, 32 bits: a short stable name, not a secret. */
function hashText(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, "0");
}
