import { type Assurance, type Context, type DraftDisclosure, foldText, isAtLeast } from "@askonce/spec";
import { type DisclosedField, mayShow } from "./disclosure.ts";
import { type FoldedText, foldWithPlaces } from "./fold-with-places.ts";

type Place = Pick<DraftDisclosure, "from" | "to">;

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
  const written = inbound.map((message) => message.text).join("\n");
  const said = foldWithPlaces(written);
  const told = foldWithPlaces(draft);
  const contacts = context.customer?.customer.contactPoints ?? [];
  const own = new Set(contacts.map((contact) => (contact.kind === "phone" ? lastDigits(contact.value) : foldText(contact.value))));
  const proven = provenAssurance(context, inbound.at(-1)?.assurance ?? "anonymous");
  const found: DraftDisclosure[] = [];
  for (const { field, value, isTheirs } of detailsOf(context)) {
    if (isTheirs && mayShow(field, proven)) continue;
    const digits = field === "phone" ? lastDigits(value) : null;
    if (own.has(digits ?? foldText(value))) continue;
    const isKnown = digits === null ? placeOfWords(said, value) : placeOfDigits(written, digits);
    if (isKnown) continue;
    const place = digits === null ? placeOfWords(told, value) : placeOfDigits(draft, digits);
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
    return details.flatMap(([field, value]) =>
      value && value.trim().length >= 4 ? [{ field, value: value.slice(0, 4 * longestDetail), isTheirs: belongsToCustomer }] : [],
    );
  });
}

/** How much of a detail is looked for: as much gives it away, and what a storefront sends may be of any length. */
const longestDetail = 120;

/** Where a detail stands as whole words, however it is spelled: capitals, diacritics and white space make no other address of it. */
function placeOfWords(text: FoldedText, value: string): Place | null {
  const whole = foldText(value);
  const wanted = whole.slice(0, longestDetail);
  if (wanted === "") return null;
  for (let at = text.folded.indexOf(wanted); at !== -1; at = text.folded.indexOf(wanted, at + 1)) {
    const end = at + wanted.length;
    const isWhole = !isWordAt(text.folded, at - 1) && (whole.length > wanted.length || !isWordAt(text.folded, end));
    if (isWhole) return { from: text.places[at] ?? 0, to: text.ends[end - 1] ?? 0 };
  }
  return null;
}

function isWordAt(text: string, index: number): boolean {
  return /[\p{L}\p{N}]/u.test(text.charAt(index));
}

/** What two spellings of one phone number have in common, with and without the country. */
function lastDigits(phone: string): string {
  return phone.replace(/\D/g, "").slice(-9);
}

/** The digits of a phone number, however they are grouped. */
function placeOfDigits(text: string, digits: string): Place | null {
  if (digits.length < 7) return null;
  const match = new RegExp([...digits].join("[\\s()./\\-–]{0,3}")).exec(text);
  return match ? { from: match.index, to: match.index + match[0].length } : null;
}
