import { normalizeOrderNumber, normalizeTrackingNumber, type OrderEvidence, type SourceRef } from "@askonce/spec";
import type { StoredOrder } from "../orders/orders.sql.ts";
import { toInstant } from "../platform/instants.ts";
import type { Candidate } from "./choose-order.ts";
import type { ContextRows } from "./context.sql.ts";

/** Every order with evidence that the ticket is about it, except those an agent ruled out. */
export function collectCandidates(rows: ContextRows): Candidate[] {
  const removed = new Set(rows.links.filter((link) => link.removed_at !== null).map((link) => link.order_ref));
  const candidates = new Map<SourceRef, Candidate>();
  const orders = new Map<SourceRef, StoredOrder & { own: number }>();
  for (const stored of rows.named) orders.set(stored.ref, stored);
  for (const stored of rows.own) orders.set(stored.ref, { ...stored, own: 1 });

  const add = (ref: SourceRef, evidence: OrderEvidence) => {
    const stored = orders.get(ref);
    if (!stored || removed.has(ref)) return;
    const candidate = candidates.get(ref) ?? { ref, belongsToCustomer: stored.own === 1, evidence: [] };
    candidate.evidence.push(evidence);
    candidates.set(ref, candidate);
  };

  // What was chosen or read among their own orders says nothing once the order is not theirs: the link to another customer was taken back.
  const isTheirs = (link: Link) => (link.kind !== "customer" && link.kind !== "words") || orders.get(link.order_ref)?.own === 1;
  const standing = rows.links.filter((link) => !removed.has(link.order_ref) && isTheirs(link));
  for (const link of withNewestWords(standing)) {
    add(link.order_ref, { kind: link.kind, detail: link.detail, messageId: link.message_id, at: toInstant(link.at) });
  }
  for (const fact of rows.facts) {
    if (fact.key !== "orderNumber" && fact.key !== "trackingNumber") continue;
    for (const stored of orders.values()) {
      if (!namesOrder(stored, fact)) continue;
      const messageId = fact.source_kind === "message" ? fact.source_ref : null;
      add(stored.ref, { kind: fact.key, detail: fact.source_excerpt ?? fact.value, messageId, at: toInstant(fact.at) });
    }
  }
  const only = onlyOpenOrder(rows, removed);
  if (only) add(only.ref, { kind: "onlyOpenOrder", detail: only.body.number, messageId: null, at: only.body.placedAt });
  return [...candidates.values()];
}

type Link = ContextRows["links"][number];

/** Of what each ticket's messages pointed to by their words, the newest. */
export function withNewestWords(links: readonly Link[]): Link[] {
  const isNewer = (one: Link, other: Link) =>
    one.at > other.at || (one.at === other.at && (one.message_id ?? "") > (other.message_id ?? ""));
  const words = links.filter((link) => link.kind === "words");
  return links.filter(
    (link) => link.kind !== "words" || !words.some((other) => other.ticket_id === link.ticket_id && isNewer(other, link)),
  );
}

/** The digits after the shop's prefix, `null` when there is none or when the digits alone are too few to be a number by themselves. */
function withoutPrefix(number: string): string | null {
  return /^\D+(\d{3,})$/.exec(number)?.[1] ?? null;
}

/** Whether a fact names an order by its number or by one of its parcels'. */
export function namesOrder(stored: StoredOrder & { own: number }, fact: ContextRows["facts"][number]): boolean {
  if (fact.key === "orderNumber") {
    const number = normalizeOrderNumber(stored.body.number);
    // Customers leave out the shop's own prefix: "10042" for RO-10042. Among their own orders that is no guess.
    return number === fact.value_normalized || (stored.own === 1 && number !== null && withoutPrefix(number) === fact.value_normalized);
  }
  if (fact.key !== "trackingNumber") return false;
  return stored.parcels.some(
    (parcel) => parcel.trackingNumber !== null && normalizeTrackingNumber(parcel.trackingNumber) === fact.value_normalized,
  );
}

/** Counted over all of the customer's orders, not over the page of them that is shown. */
function onlyOpenOrder(rows: ContextRows, removed: ReadonlySet<string>): StoredOrder | null {
  const active = rows.totals.reduce((sum, total) => sum + total.activeRecent, 0);
  const refs = rows.totals.map((total) => total.onlyActiveRef).filter((ref) => ref !== "");
  const ref = refs[0];
  if (active !== 1 || ref === undefined || removed.has(ref)) return null;
  return rows.own.find((stored) => stored.ref === ref) ?? null;
}
