import type { OrderSearch } from "@askonce/core";
import type { ContextOrder, Gap, Order } from "@askonce/spec";
import type { CommandTools } from "../command.ts";
import { fill, type Messages } from "../language/messages.ts";
import { createFormats, type Formats } from "./format.ts";
import { renderParcel } from "./render-parcel.ts";
import { matchesEmail, matchesPhone } from "./with-evidence.ts";

/** An order for a person: what an agent needs first comes first. */
export function renderOrder(entry: ContextOrder, search: OrderSearch, { terminal, messages }: CommandTools): string[] {
  const say = messages.lookup;
  const { order, provenance } = entry;
  const formats = createFormats(messages.language);
  const label = (text: string, value: string) => `  ${terminal.style("dim", text)}: ${value}`;
  const headline = [
    messages.words.order[order.status],
    messages.words.payment[order.paymentStatus],
    messages.words.fulfillment[order.fulfillmentStatus],
  ];
  const lines = [
    `${terminal.style("bold", `#${order.number}`)}  ${headline.join(", ")}${order.raw.status === null ? "" : ` (${order.raw.status})`}${order.test ? `  [${say.test}]` : ""}`,
    `  ${[fill(say.placed, { when: formats.moment(order.placedAt) }), ...(order.paymentMethod === null ? [] : [fill(say.paidWith, { method: order.paymentMethod })])].join(", ")}`,
    label(say.customer, customerOf(order, say)),
    label(
      say.items,
      order.items.map((item) => `${item.currentQuantity} × ${item.title}${item.variant === null ? "" : ` (${item.variant})`}`).join("; "),
    ),
    label(say.total, totalOf(order, formats, say)),
  ];
  if (order.shippingAddress !== null) lines.push(label(say.address, addressOf(order.shippingAddress)));
  if (order.parcels.length === 0) lines.push(`  ${say.noParcels}`);
  for (const parcel of order.parcels) lines.push(...renderParcel(parcel, formats, { terminal, messages }));
  for (const note of order.notes) {
    lines.push(`  ${terminal.style("dim", formats.moment(note.at))} ${note.visibleToCustomer ? "" : `[${say.internal}] `}${note.text}`);
  }
  lines.push(label(say.matched, matchedBy(entry, search, say).join(", ")));
  if (!entry.belongsToCustomer) lines.push(`  ${terminal.style("yellow", say.unverified)}`);
  lines.push(
    `  ${fill(say.source, { source: provenance.source, age: formats.age(provenance.ageMs) })}${provenance.stale ? ` (${say.stale})` : ""}`,
  );
  if (order.gaps.length > 0) lines.push(label(say.gaps, ""), ...renderGaps(order.gaps, messages).map((line) => `    ${line}`));
  return lines;
}

/** Why something is not known, and what would close the gap. */
export function renderGaps(gaps: readonly (Gap & { adapterId?: string })[], messages: Messages): string[] {
  return gaps.map((gap) => {
    const where = gap.adapterId === undefined ? "" : `${gap.adapterId}: `;
    return `${where}${gap.field}: ${messages.words.gap[gap.reason]}${gap.remedy === null ? "" : ` → ${gap.remedy}`}`;
  });
}

function customerOf(order: Order, say: Messages["lookup"]): string {
  const name = order.customer?.name ?? order.shippingAddress?.name ?? order.billingAddress?.name;
  return [name, order.email, order.phone, order.customer === null ? say.guest : null].filter(Boolean).join(", ");
}

function totalOf(order: Order, formats: Formats, say: Messages["lookup"]): string {
  const refunded = order.refundedTotal.shop.amountMinor > 0 ? `, ${fill(say.refunded, { amount: formats.dual(order.refundedTotal) })}` : "";
  return `${formats.dual(order.total)}${refunded}`;
}

function addressOf(address: NonNullable<Order["shippingAddress"]>): string {
  const { name, line1, line2, postcode, city, countryCode } = address;
  return [name, line1, line2, [postcode, city].filter(Boolean).join(" "), countryCode].filter(Boolean).join(", ");
}

function matchedBy(entry: ContextOrder, search: OrderSearch, say: Messages["lookup"]): string[] {
  const kinds = new Set(entry.evidence.map((one) => one.kind));
  return [
    ...(kinds.has("orderNumber") ? [say.matchNumber] : []),
    ...(kinds.has("trackingNumber") ? [say.matchTracking] : []),
    ...(matchesEmail(entry, search) ? [say.matchEmail] : []),
    ...(matchesPhone(entry, search) ? [say.matchPhone] : []),
  ];
}
