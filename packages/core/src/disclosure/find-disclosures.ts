import { type Assurance, type Context, type DraftDisclosure, foldText, isAtLeast } from "@askonce/spec";
import { type DisclosedField, mayShow } from "./disclosure.ts";

/** What the customer said and how sure we were that it was them. */
interface Said {
  direction: "inbound" | "outbound";
  text: string;
  assurance: Assurance;
}

/**
 * Details of a person in a draft that its reader has not proved to be theirs. What they wrote themselves, and the addresses we know them by, are
 * no news to them. Details of somebody else's order are never theirs, whatever they have proved.
 */
export function findDisclosures(draft: string, context: Context, messages: readonly Said[]): DraftDisclosure[] {
  const inbound = messages.filter((message) => message.direction === "inbound");
  const said = foldText(inbound.map((message) => message.text).join("\n"));
  const saidDigits = said.replace(/\D/g, "");
  const own = new Set(context.customer?.customer.contactPoints.map((contact) => foldText(contact.value)) ?? []);
  const proven = provenAssurance(context, inbound.at(-1)?.assurance ?? "anonymous");
  const found: DraftDisclosure[] = [];
  for (const { field, value, isTheirs } of detailsOf(context)) {
    if (isTheirs && mayShow(field, proven)) continue;
    const folded = foldText(value);
    const digits = field === "phone" ? value.replace(/\D/g, "").slice(-9) : "";
    if (own.has(folded) || said.includes(folded) || (digits !== "" && saidDigits.includes(digits))) continue;
    const place = field === "phone" ? placeOfDigits(draft, digits) : placeOfWords(draft, value);
    if (place && !found.some((one) => one.from === place.from && one.field === field)) found.push({ field, ...place });
  }
  return found.sort((one, other) => one.from - other.from);
}

/** Whoever claims an address and names an order that belongs to it has matched the order: two things about it that fit. */
function provenAssurance(context: Context, claimed: Assurance): Assurance {
  const named =
    context.order?.belongsToCustomer && context.order.evidence.some((one) => one.kind === "orderNumber" || one.kind === "trackingNumber");
  return named && isAtLeast(claimed, "claimed") && !isAtLeast(claimed, "orderMatched") ? "orderMatched" : claimed;
}

interface Detail {
  field: DisclosedField;
  value: string;
  isTheirs: boolean;
}

function detailsOf(context: Context): Detail[] {
  const entries = [...(context.order ? [context.order] : []), ...context.otherOrders];
  return entries.flatMap(({ order, belongsToCustomer }) => {
    const address = order.shippingAddress;
    const details: [DisclosedField, string | null | undefined][] = [
      ["email", order.email],
      ["phone", order.phone ?? address?.phone],
      ["shippingAddress", address?.line1],
      ["postcode", address?.postcode],
    ];
    return details.flatMap(([field, value]) => (value && value.trim().length >= 4 ? [{ field, value, isTheirs: belongsToCustomer }] : []));
  });
}

function placeOfWords(draft: string, value: string): { from: number; to: number } | null {
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}])${value
      .trim()
      .replace(/[.*+?^${}()|[\]\\]/g, "\\$&")
      .replace(/\s+/g, "\\s+")}(?![\\p{L}\\p{N}])`,
    "iu",
  );
  const match = pattern.exec(draft);
  return match ? { from: match.index, to: match.index + match[0].length } : null;
}

/** The digits of a phone number, however they are grouped. */
function placeOfDigits(draft: string, digits: string): { from: number; to: number } | null {
  if (digits.length < 7) return null;
  const match = new RegExp([...digits].join("[\\s()./-]{0,2}")).exec(draft);
  return match ? { from: match.index, to: match.index + match[0].length } : null;
}
