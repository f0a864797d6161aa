import type { StorageV1 } from "@askonce/spec/storage";
import { Kysely, sql } from "kysely";

type Row = Readonly<Record<string, unknown>>;

/** What lies in the tables of a shop, where the library has no way to read it whole: the log from its beginning, counters, threads, links. */
export interface Tables {
  events(shopId: string, after: number): Promise<Row[]>;
  counters(shopId: string): Promise<Readonly<Record<string, number>>>;
  threads(shopId: string): Promise<Row[]>;
  facts(shopId: string): Promise<Row[]>;
  orderLinks(shopId: string): Promise<{ ticketId: string; orderRef: string; kind: string; removed: boolean }[]>;
}

export function tablesOf(storage: StorageV1): Tables {
  const database = new Kysely<Record<string, never>>({ dialect: storage.dialect });
  const byId = (rows: Row[]) => rows.sort((one, other) => (String(one.id) < String(other.id) ? -1 : 1));
  return {
    async events(shopId, after) {
      const { rows } = await sql<Record<string, unknown>>`
        select id, sequence, type, version, occurred_at, actor_kind, actor_id, subject_kind, subject_id, data
        from events where shop_id = ${shopId} and sequence > ${after} order by sequence`.execute(database);
      return rows.map((row) => ({
        id: row.id,
        sequence: Number(row.sequence),
        shopId,
        type: row.type,
        version: row.version,
        occurredAt: new Date(Number(row.occurred_at)).toISOString(),
        actor: { kind: row.actor_kind, id: row.actor_id },
        subject: { kind: row.subject_kind, id: row.subject_id },
        data: typeof row.data === "string" ? JSON.parse(row.data) : row.data,
      }));
    },
    async counters(shopId) {
      const { rows } = await sql<{ name: string; value: unknown }>`select name, value from shop_counters where shop_id = ${shopId}`.execute(
        database,
      );
      return Object.fromEntries(rows.map((row) => [row.name, Number(row.value)]));
    },
    async threads(shopId) {
      const { rows } = await sql<Row>`select id, ticket_id, origin_ticket_id, channel from threads where shop_id = ${shopId}`.execute(
        database,
      );
      return byId(rows.map((row) => ({ id: row.id, ticket: row.ticket_id, origin: row.origin_ticket_id, channel: row.channel })));
    },
    async facts(shopId) {
      const { rows } = await sql<Row>`
        select id, ticket_id, customer_id, key, value, source_kind, source_ref, assurance, at from facts where shop_id = ${shopId}`.execute(
        database,
      );
      return byId(
        rows.map((row) => ({
          id: row.id,
          ticket: row.ticket_id,
          customer: row.customer_id,
          key: row.key,
          value: row.value,
          source: { kind: row.source_kind, ref: row.source_ref },
          assurance: row.assurance,
          at: Number(row.at),
        })),
      );
    },
    async orderLinks(shopId) {
      const { rows } = await sql<{ ticket_id: string; order_ref: string; kind: string; removed_at: unknown }>`
        select ticket_id, order_ref, kind, removed_at from ticket_orders where shop_id = ${shopId}`.execute(database);
      return rows.map((row) => ({ ticketId: row.ticket_id, orderRef: row.order_ref, kind: row.kind, removed: row.removed_at !== null }));
    },
  };
}
