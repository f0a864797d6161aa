import { type CompiledQuery, type RawBuilder, sql } from "kysely";
import type { PhotoRow, ReportRow } from "../facts/facts-from-reports.ts";
import { orderJson, type StoredOrder } from "../orders/orders.sql.ts";
import { jsonArray, jsonObject, jsonRow } from "../storage/json-text.ts";
import type { Database, Store, UnitOfWork } from "../storage/store.ts";
import type { Tables } from "../storage/tables.ts";

type Row<Name extends keyof Tables> = Tables[Name];

/** Everything beside a conversation, as one statement gives it. */
export interface ContextRows {
  ticket: (Row<"tickets"> & { customer_name: string | null }) | null;
  tags: string[];
  customer: Row<"customers"> | null;
  contacts: Row<"contact_points">[];
  /** Orders of the customer's contact points, newest first, bounded. */
  own: StoredOrder[];
  /** Orders that somebody named or chose, whoever they belong to. */
  named: (StoredOrder & { own: number })[];
  facts: Row<"facts">[];
  /** Of the same person's other tickets, newest first, bounded. */
  otherFacts: Row<"facts">[];
  questions: Row<"questions">[];
  links: Row<"ticket_orders">[];
  /** Which orders those other tickets are about. */
  otherLinks: Row<"ticket_orders">[];
  identityLinks: (Row<"identity_links"> & { other_name: string | null; own_is_first: number })[];
  handOver: Row<"hand_overs"> | null;
  reports: ReportRow[];
  photos: PhotoRow[];
  earlier: (Row<"tickets"> & { customer_name: string | null; tags: string[] })[];
  totals: { currency: string; orders: number; spent: number; first: number; last: number; activeRecent: number; onlyActiveRef: string }[];
  storefronts: Row<"storefront_states">[];
}

const bounds = { own: 15, named: 20, facts: 200, otherFacts: 100, questions: 30, identityLinks: 10, photos: 30, earlier: 10 } as const;

/** An order that was older than this when the ticket was opened is not "the open one" any more, whatever its parcels say. */
const recentOrderMs = 45 * 24 * 3_600_000;

const ticketColumns: readonly (keyof Tables["tickets"])[] = [
  "shop_id",
  "id",
  "number",
  "subject",
  "status",
  "waiting_for",
  "customer_id",
  "assignee_id",
  "language",
  "merged_into_id",
  "message_count",
  "last_message_at",
  "last_message_preview",
  "last_message_direction",
  "created_at",
  "updated_at",
  "version",
];
const contactColumns: readonly (keyof Tables["contact_points"])[] = [
  "id",
  "customer_id",
  "kind",
  "value",
  "normalized",
  "assurance",
  "evidence",
  "created_at",
];
const factColumns: readonly (keyof Tables["facts"])[] = [
  "id",
  "ticket_id",
  "customer_id",
  "key",
  "value",
  "value_normalized",
  "source_kind",
  "source_ref",
  "source_excerpt",
  "at",
  "assurance",
  "fresh_until",
  "superseded_by_id",
];
const linkColumns: readonly (keyof Tables["ticket_orders"])[] = [
  "ticket_id",
  "order_ref",
  "kind",
  "detail",
  "message_id",
  "at",
  "removed_at",
];
const questionColumns: readonly (keyof Tables["questions"])[] = [
  "id",
  "ticket_id",
  "message_id",
  "key",
  "verdict",
  "asked_at",
  "asked_by",
  "channel",
  "sent_anyway",
  "answered_by_fact_id",
  "answered_at",
];
const identityColumns: readonly (keyof Tables["identity_links"])[] = [
  "id",
  "customer_id",
  "other_customer_id",
  "state",
  "score",
  "evidence",
  "created_at",
  "decided_at",
  "decided_by",
];
const handOverColumns: readonly (keyof Tables["hand_overs"])[] = ["id", "ticket_id", "purpose", "from_name", "to_agent_id", "note", "at"];
const reportColumns: readonly (keyof Tables["problem_reports"])[] = ["id", "order_ref", "kind", "by", "details", "assurance", "created_at"];
const photoColumns: readonly (keyof Tables["photos"])[] = ["id", "order_ref", "shows", "created_at"];
const stateColumns: readonly (keyof Tables["storefront_states"])[] = [
  "adapter_id",
  "orders_count",
  "backfill_state",
  "problem",
  "last_webhook_at",
  "last_reconciled_at",
];

/** Stand in the compiled statement for what differs from one reading to the next. */
const placeholders = { ticketId: "\u0000ticketId" } as const;

/** The statement has some two hundred nodes; put together once for each store, it is only filled in afterwards. */
const compiledStatements = new WeakMap<Store, CompiledQuery<{ context: string }>>();

export async function readContextRows(store: Store, ticketId: string, database: Database | UnitOfWork["database"]): Promise<ContextRows> {
  const compiled = compiledStatements.get(store) ?? contextStatement(store).compile(database);
  compiledStatements.set(store, compiled);
  const parameters = compiled.parameters.map((parameter) => (parameter === placeholders.ticketId ? ticketId : parameter));
  const { rows } = await database.executeQuery<{ context: string }>({ ...compiled, parameters });
  return JSON.parse(rows[0]?.context ?? "{}") as ContextRows;
}

/**
 * The statement. Each part is its own index lookup: contact points are joined with orders by e-mail, by phone and by shop customer apart and
 * united, because an OR over three columns would read the whole table. The joins are written as cross joins with a condition, which SQLite
 * runs from left to right: without statistics it takes `shop_id` for selective and would read all orders of the shop.
 */
function contextStatement({ dialect, shopId: shop }: Store): RawBuilder<{ context: string }> {
  // What never changes is written into the statement: SQLite prepares a statement anew, a millisecond for one this long, whenever a value is
  // bound that its plan might depend on. The shop's id has been checked to be letters, digits, - and _.
  const shopId = sql.lit(shop);
  const ticketId = placeholders.ticketId;
  // Open when the ticket was: nobody writes about an order that they place later, and a ticket keeps its order when the parcel arrives.
  const isOpenOne = sql`(o.ended_at is null or o.ended_at > (select t.created_at from t))
    and o.placed_at > (select t.created_at from t) - ${sql.lit(recentOrderMs)}
    and o.placed_at <= (select coalesce(t.last_message_at, t.created_at) from t)`;
  const object = (alias: string, columns: readonly string[], extra: Record<string, RawBuilder<unknown>> = {}) =>
    jsonObject({ ...Object.fromEntries(columns.map((column) => [column, dialect.jsonScalar(sql.ref(`${alias}.${column}`))])), ...extra });
  const tagsOf = (alias: string) =>
    jsonArray(
      sql`select ${dialect.jsonScalar(sql`tag`)} as row_json from ticket_tags where ticket_tags.shop_id = ${shopId} and ticket_tags.ticket_id = ${sql.ref(`${alias}.id`)} order by tag`,
    );
  const nameOf = (alias: string) =>
    dialect.jsonScalar(
      sql`(select name from customers where customers.shop_id = ${shopId} and customers.id = ${sql.ref(`${alias}.customer_id`)})`,
    );
  return sql<{ context: string }>`
    with t as (select * from tickets where shop_id = ${shopId} and id = ${ticketId}),
    persons as materialized (
      select t.customer_id as id from t where t.customer_id is not null
      union all
      select k.id from t cross join customers me cross join customers k
        where me.shop_id = ${shopId} and me.id = t.customer_id and k.shop_id = ${shopId} and k.person_id = me.person_id and k.id <> me.id),
    c as materialized (
      select contact_points.* from persons cross join contact_points
        where contact_points.shop_id = ${shopId} and contact_points.customer_id = persons.id and contact_points.unlinked_at is null),
    own_refs as materialized (
      select o.ref from c cross join orders o where c.kind = 'email' and o.shop_id = ${shopId} and o.email_normalized = c.normalized and o.deleted_at is null
      union
      select o.ref from c cross join orders o where c.kind = 'phone' and o.shop_id = ${shopId} and o.phone_normalized = c.normalized and o.deleted_at is null
      union
      select o.ref from c cross join orders o where c.kind = 'shopCustomer' and o.shop_id = ${shopId} and o.customer_ref = c.normalized and o.deleted_at is null),
    f as materialized (
      select facts.* from t cross join facts where facts.shop_id = ${shopId} and facts.ticket_id = t.id and facts.superseded_by_id is null
      order by facts.at desc, facts.id desc limit ${sql.lit(bounds.facts)}),
    of_others as materialized (
      select facts.* from persons cross join facts where facts.shop_id = ${shopId} and facts.customer_id = persons.id and facts.superseded_by_id is null
        and facts.ticket_id is not null and facts.ticket_id <> (select t.id from t)
      order by facts.at desc, facts.id desc limit ${sql.lit(bounds.otherFacts)}),
    links as (select ticket_orders.* from t cross join ticket_orders where ticket_orders.shop_id = ${shopId} and ticket_orders.ticket_id = t.id),
    named_refs as materialized (
      select o.ref from f cross join orders o where f.key = 'orderNumber' and o.shop_id = ${shopId} and o.number_normalized = f.value_normalized
      union
      select p.order_ref from f cross join parcels p where f.key = 'trackingNumber' and p.shop_id = ${shopId} and p.tracking_normalized = f.value_normalized
      union
      select links.order_ref from links),
    all_refs as materialized (select ref from own_refs union select ref from named_refs)
    select ${jsonObject({
      ticket: jsonRow(sql`select ${object("t", ticketColumns, { customer_name: nameOf("t") })} from t`),
      tags: jsonRow(sql`select ${tagsOf("t")} from t`),
      customer: jsonRow(
        sql`select ${object("k", ["id", "name", "language", "created_at"])} from t cross join customers k where k.shop_id = ${shopId} and k.id = t.customer_id`,
      ),
      contacts: jsonArray(sql`select ${object("c", contactColumns)} as row_json from c order by c.id`),
      own: jsonArray(
        sql`select ${orderJson(dialect)} as row_json from own_refs r cross join orders o where o.shop_id = ${shopId} and o.ref = r.ref order by o.placed_at desc limit ${sql.lit(bounds.own)}`,
      ),
      named: jsonArray(
        sql`select ${orderJson(dialect, { own: dialect.jsonScalar(sql`case when r.ref in (select ref from own_refs) then 1 else 0 end`) })} as row_json from named_refs r cross join orders o where o.shop_id = ${shopId} and o.ref = r.ref order by o.placed_at desc limit ${sql.lit(bounds.named)}`,
      ),
      links: jsonArray(sql`select ${object("links", linkColumns)} as row_json from links`),
      otherLinks: jsonArray(
        sql`select ${object("l", linkColumns)} as row_json from (select distinct of_others.ticket_id as id from of_others) other_tickets cross join ticket_orders l where l.shop_id = ${shopId} and l.ticket_id = other_tickets.id`,
      ),
      facts: jsonArray(sql`select ${object("f", factColumns)} as row_json from f`),
      otherFacts: jsonArray(sql`select ${object("of_others", factColumns)} as row_json from of_others`),
      questions: jsonArray(
        sql`select ${object("q", questionColumns)} as row_json from t cross join questions q where q.shop_id = ${shopId} and q.ticket_id = t.id and q.answered_at is null order by q.asked_at desc, q.id desc limit ${sql.lit(bounds.questions)}`,
      ),
      identityLinks: jsonArray(
        sql`select ${object("u", identityColumns, {
          own_is_first: dialect.jsonScalar(sql`u.own_is_first`),
          other_name: dialect.jsonScalar(
            sql`(select name from customers where customers.shop_id = ${shopId} and customers.id = case when u.own_is_first = 1 then u.other_customer_id else u.customer_id end)`,
          ),
        })} as row_json from (
          select n.*, 1 as own_is_first from t cross join identity_links n where n.shop_id = ${shopId} and n.customer_id = t.customer_id and n.state in ('suggested', 'linked')
          union all
          select n.*, 0 as own_is_first from t cross join identity_links n where n.shop_id = ${shopId} and n.other_customer_id = t.customer_id and n.state in ('suggested', 'linked')) u
          order by u.score desc limit ${sql.lit(bounds.identityLinks)}`,
      ),
      handOver: jsonRow(
        sql`select ${object("h", handOverColumns)} from t cross join hand_overs h where h.shop_id = ${shopId} and h.ticket_id = t.id order by h.at desc, h.id desc limit 1`,
      ),
      reports: jsonArray(
        sql`select ${object("r", reportColumns)} as row_json from all_refs cross join problem_reports r where r.shop_id = ${shopId} and r.order_ref = all_refs.ref and r.cleared_at is null`,
      ),
      photos: jsonArray(
        sql`select ${object("r", photoColumns)} as row_json from all_refs cross join photos r where r.shop_id = ${shopId} and r.order_ref = all_refs.ref order by r.created_at desc limit ${sql.lit(bounds.photos)}`,
      ),
      earlier: jsonArray(
        sql`select ${object("e", ticketColumns, { customer_name: nameOf("e"), tags: tagsOf("e") })} as row_json from (
          select x.id, x.updated_at from persons cross join tickets x where x.shop_id = ${shopId} and x.customer_id = persons.id
            and x.id <> (select t.id from t) and x.merged_into_id is null order by x.updated_at desc limit ${sql.lit(bounds.earlier)}) newest
          cross join tickets e where e.shop_id = ${shopId} and e.id = newest.id order by newest.updated_at desc`,
      ),
      totals: jsonArray(
        sql`select ${jsonObject({
          currency: dialect.jsonScalar(sql`o.currency`),
          orders: dialect.jsonScalar(sql`count(*)`),
          spent: dialect.jsonScalar(
            sql`sum(case when o.status in ('cancelled', 'failed', 'draft') then 0 else o.total_minor - o.refunded_minor end)`,
          ),
          first: dialect.jsonScalar(sql`min(o.placed_at)`),
          last: dialect.jsonScalar(sql`max(o.placed_at)`),
          activeRecent: dialect.jsonScalar(sql`sum(case when ${isOpenOne} then 1 else 0 end)`),
          onlyActiveRef: dialect.jsonScalar(sql`max(case when ${isOpenOne} then o.ref else '' end)`),
        })} as row_json from own_refs r cross join orders o where o.shop_id = ${shopId} and o.ref = r.ref group by o.currency`,
      ),
      storefronts: jsonArray(
        sql`select ${object("s", stateColumns)} as row_json from storefront_states s where s.shop_id = ${shopId} order by s.adapter_id`,
      ),
    })} as context`;
}
