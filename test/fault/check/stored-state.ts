import { readFileSync } from "node:fs";
import { Kysely, sql } from "kysely";
import { openStorage } from "../server/open-storage.ts";
import type { StorageSettings } from "../server/server-settings.ts";

/** What a run left in the storage, read with plain statements and not through the core, which is what is being checked. */
export interface StoredState {
  inbox: { key: string; state: string; receivedAt: number; appliedAt: number | null }[];
  events: { id: string; sequence: number; type: string; subjectId: string; version: string | null }[];
  orders: { ref: string; version: number; deleted: boolean }[];
  ticketNumbers: number[];
  messages: { ticketId: string; text: string }[];
}

export async function readStoredState(settings: StorageSettings): Promise<StoredState> {
  const storage = openStorage(settings);
  const database = new Kysely<unknown>({ dialect: storage.dialect });
  const read = async <Row>(statement: string) => (await sql.raw<Row>(statement).execute(database)).rows;
  try {
    const events = await read<{ id: string; sequence: number; type: string; subject_id: string; data: string }>(
      "select id, sequence, type, subject_id, case when type = 'order.updated' then data else null end as data from events order by sequence",
    );
    const orders = await read<{ ref: string; version: number; deleted_at: number | null }>("select ref, version, deleted_at from orders");
    const inbox = await read<{ key: string; state: string; received_at: number; applied_at: number | null }>(
      "select key, state, received_at, applied_at from inbox",
    );
    const tickets = await read<{ number: number }>("select number from tickets order by number");
    const messages = await read<{ ticket_id: string; text: string }>("select ticket_id, text from messages");
    return {
      inbox: inbox.map((row) => ({ key: row.key, state: row.state, receivedAt: row.received_at, appliedAt: row.applied_at })),
      events: events.map((row) => ({
        id: row.id,
        sequence: row.sequence,
        type: row.type,
        subjectId: row.subject_id,
        version: row.data === null ? null : String((JSON.parse(row.data) as { version: string }).version),
      })),
      orders: orders.map((row) => ({ ref: row.ref, version: row.version, deleted: row.deleted_at !== null })),
      ticketNumbers: tickets.map((row) => row.number),
      messages: messages.map((row) => ({ ticketId: row.ticket_id, text: row.text })),
    };
  } finally {
    await database.destroy();
    await storage.close();
  }
}

export interface Progress {
  /** Changes that are received and not applied yet. */
  pending: number;
  /** Orders whose delivery is to be looked at now or in a moment, which causes events. */
  unchecked: number;
  lastSequence: number;
  /** How far the subscriber is. */
  delivered: number;
  ticketsCreated: number;
}

export async function readProgress(settings: StorageSettings): Promise<Progress> {
  const storage = openStorage(settings);
  const database = new Kysely<unknown>({ dialect: storage.dialect });
  try {
    const soon = Date.now() + 5000;
    const { rows } = await sql<{
      pending: number;
      unchecked: number;
      last: number | null;
      delivered: number | null;
      created: number;
    }>`select
      (select count(*) from inbox where state = 'pending') as pending,
      (select count(*) from orders where check_at <= ${soon}) as unchecked,
      (select max(sequence) from events) as last,
      (select max(last_sequence) from subscribers where name = 'fault-ledger') as delivered,
      (select count(*) from events where type = 'ticket.created') as created`.execute(database);
    const [row] = rows;
    return {
      pending: Number(row?.pending ?? 0),
      unchecked: Number(row?.unchecked ?? 0),
      lastSequence: row?.last ?? 0,
      delivered: row?.delivered ?? 0,
      ticketsCreated: Number(row?.created ?? 0),
    };
  } finally {
    await database.destroy();
    await storage.close();
  }
}

/** How often the subscriber was given each event, by sequence number. */
export function readEffects(path: string): Map<number, number> {
  const counts = new Map<number, number>();
  for (const line of readFileSync(path, "utf8").split("\n")) {
    if (line === "") continue;
    counts.set(Number(line), (counts.get(Number(line)) ?? 0) + 1);
  }
  return counts;
}
