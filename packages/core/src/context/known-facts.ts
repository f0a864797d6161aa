import { type ContextFact, type ContextOrder, type Fact, normalizeOrderNumber, normalizeTrackingNumber } from "@askonce/spec";
import { toContactPoint, toCustomer } from "../customers/customers.sql.ts";
import { toFact } from "../facts/facts.sql.ts";
import { factsFromOrder } from "../facts/facts-from-order.ts";
import { factsFromReports } from "../facts/facts-from-reports.ts";
import { factsFromCustomer, personKeys } from "../facts/facts-of-person.ts";
import { withStanding } from "../facts/standing.ts";
import type { ContextRows } from "./context.sql.ts";

/**
 * What was said, newest first, then what other tickets, the order, its parcels and reports, and the customer's record answer. All stay when
 * they disagree: the difference is what an agent has to see.
 */
export function knownFacts(
  rows: ContextRows,
  order: ContextOrder | null,
  ticket: { id: string; customer_id: string | null },
  now: number,
  countryCode: string | undefined,
): ContextFact[] {
  const said = rows.facts.map((row) => toFact({ ...row, shop_id: "" }));
  const ofOrder =
    order === null
      ? []
      : [
          ...factsFromOrder(order, ticket.id, ticket.customer_id),
          ...factsFromReports(
            rows.reports.filter((report) => report.order_ref === order.order.ref),
            rows.photos.filter((photo) => photo.order_ref === order.order.ref),
            ticket.id,
            ticket.customer_id,
          ),
        ];
  const person = rows.customer
    ? factsFromCustomer(
        { ...toCustomer({ ...rows.customer, shop_id: "", search_text: "" }, []), contactPoints: rows.contacts.map(toContactPoint) },
        ticket.id,
      )
    : [];
  const all = [...said, ...fromOtherTickets(rows, order), ...ofOrder, ...person];
  return withStanding(withoutRepetition(all), now, countryCode);
}

/**
 * From the person's other tickets: what is about the person, and everything of a ticket that names the same order. What was said about
 * another matter is not known of this one.
 */
function fromOtherTickets(rows: ContextRows, order: ContextOrder | null): Fact[] {
  const facts = rows.otherFacts.map((row) => toFact({ ...row, shop_id: "" }));
  const number = order ? normalizeOrderNumber(order.order.number) : null;
  const tracking = new Set(order?.order.parcels.flatMap((parcel) => normalizeTrackingNumber(parcel.trackingNumber ?? "") ?? []));
  const names = (row: ContextRows["otherFacts"][number]) =>
    (row.key === "orderNumber" && row.value_normalized === number) || (row.key === "trackingNumber" && tracking.has(row.value_normalized));
  const sameMatter = new Set(order === null ? [] : rows.otherFacts.filter(names).map((row) => row.ticket_id));
  return facts.filter((fact) => personKeys.includes(fact.key) || sameMatter.has(fact.ticketId));
}

/** One value from one source once; the first stands. */
function withoutRepetition(facts: readonly Fact[]): Fact[] {
  const seen = new Set<string>();
  return facts.filter((fact) => {
    const name = JSON.stringify([fact.key, fact.value, fact.source.kind]);
    if (seen.has(name)) return false;
    seen.add(name);
    return true;
  });
}
