import type { ContextOrder, Fact, FactKey, FactSource, Instant } from "@askonce/spec";
import { fromInstant, toInstant, toInstantOrNull } from "../platform/instants.ts";
import { freshUntil } from "./freshness.ts";

/** How long a day of delivery to come counts as fresh after it was read, in milliseconds: it moves with every scan. */
const freshDateForMs = 6 * 3_600_000;

/**
 * What the order already answers, so that nobody asks for it. Made anew from the projection each time rather than stored, because the
 * order is the source and a copy would age. What was ordered stays what was ordered, however long ago it was read: changes of an order are
 * told or looked for, so that nothing told means nothing changed.
 */
export function factsFromOrder(entry: ContextOrder, ticketId: string, customerId: string | null): Fact[] {
  const { order, provenance } = entry;
  const facts: Fact[] = [];
  const add = (
    key: FactKey,
    value: string | null | undefined,
    source: { kind: "order" | "parcel"; ref: string },
    at: Instant,
    fresh: Instant | null = toInstantOrNull(freshUntil(key, fromInstant(at))),
  ) => {
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
      freshUntil: fresh,
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
  add("invoiceData", order.billingAddress?.company, fromOrder, order.placedAt);
  add("language", order.language, fromOrder, order.placedAt);
  const [only, ...others] = order.items.filter((item) => item.currentQuantity > 0);
  if (only && others.length === 0) {
    add("quantity", String(only.currentQuantity), fromOrder, order.placedAt);
    const { size, color } = readVariant(only);
    add("size", size, fromOrder, order.placedAt);
    add("color", color, fromOrder, order.placedAt);
  }
  for (const parcel of order.parcels) {
    const fromParcel = { kind: "parcel" as const, ref: `${order.ref} ${parcel.id}` };
    const at = parcel.lastScanAt ?? parcel.shippedAt ?? order.updatedAt;
    add("carrier", parcel.carrier, fromParcel, at);
    add("trackingNumber", parcel.trackingNumber, fromParcel, at);
    const fresh = parcel.deliveredAt === null ? toInstant(fromInstant(provenance.fetchedAt) + freshDateForMs) : null;
    add("deliveryDate", parcel.deliveredAt ?? parcel.estimatedAt ?? parcel.promisedAt, fromParcel, at, fresh);
  }
  for (const parcel of entry.delivery.parcels) {
    add("pickupPoint", parcel.pickup?.name, { kind: "parcel", ref: `${order.ref} ${parcel.parcelId}` }, order.updatedAt);
  }
  return facts;
}

const sizeWord = /^(?:(?:x{0,3}[sl]|m|[2-6]xl)|\d{1,3}(?:[.,]5)?(?:\s?(?:cm|mm|ml|l|eu|uk|us))?)$/i;
const sizeNames = /^(?:size|taglia|misura|numero|m[aă]rime[a]?)$/i;
const colorNames = /^(?:colou?r|colore|culoare[a]?)$/i;

/** Size and color of a line: as its attributes name them, else as the parts of "Blue / M" look. */
function readVariant(item: ContextOrder["order"]["items"][number]): { size: string | null; color: string | null } {
  const named = (names: RegExp) => item.attributes.find((attribute) => names.test(attribute.name.trim()))?.value ?? null;
  const parts = (item.variant ?? "").split(/\s*[/,|]\s*/).filter((part) => part !== "");
  const size = named(sizeNames) ?? parts.find((part) => sizeWord.test(part)) ?? null;
  const rest = parts.filter((part) => part !== size);
  const color = named(colorNames) ?? (size !== null && rest.length === 1 ? (rest[0] ?? null) : null);
  return { size, color };
}

/** FNV-1a, 32 bits: a short stable name, not a secret. */
function hashText(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, "0");
}
