import type { ContextFact, ContextOrder, Fact } from "@askonce/spec";
import { toContactPoint, toCustomer } from "../customers/customers.sql.ts";
import { toFact } from "../facts/facts.sql.ts";
import { factsFromIncidents } from "../facts/facts-from-incidents.ts";
import { factsFromOrder } from "../facts/facts-from-order.ts";
import { factsFromReports } from "../facts/facts-from-reports.ts";
import { factsFromCustomer, personKeys } from "../facts/facts-of-person.ts";
import { withStanding } from "../facts/standing.ts";
import type { ContextRows } from "./context.sql.ts";
import { namesOrder, withNewestWords } from "./evidence.ts";

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
          ...factsFromIncidents(order, ticket.id, ticket.customer_id),
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
 * From the person's other tickets: what is about the person, and everything of a ticket that names the same order or is kept as being about it.
 * What was said about another matter is not known of this one.
 */
function fromOtherTickets(rows: ContextRows, order: ContextOrder | null): Fact[] {
  const sameMatter = order === null ? new Set<string>() : ticketsAbout(rows, order);
  return rows.otherFacts
    .map((row) => toFact({ ...row, shop_id: "" }))
    .filter((fact) => personKeys.includes(fact.key) || (fact.ticketId !== null && sameMatter.has(fact.ticketId)));
}

function ticketsAbout(rows: ContextRows, { order, belongsToCustomer }: ContextOrder): Set<string> {
  const own = belongsToCustomer ? 1 : 0;
  const stored = [...rows.own, ...rows.named].find((one) => one.ref === order.ref);
  const naming = stored ? rows.otherFacts.filter((row) => namesOrder({ ...stored, own }, row)).flatMap((row) => row.ticket_id ?? []) : [];
  const about = withNewestWords(rows.otherLinks).filter((link) => link.order_ref === order.ref);
  const ruledOut = new Set(about.filter((link) => link.removed_at !== null).map((link) => link.ticket_id));
  return new Set([...naming, ...about.map((link) => link.ticket_id)].filter((id) => !ruledOut.has(id)));
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
