import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createAskonce, systemCaller } from "@askonce/core";
import { postgres } from "@askonce/postgres";
import type { StorageV1 } from "@askonce/spec/storage";
import { sqlite } from "@askonce/sqlite";
import { startPostgres } from "@askonce/testkit/postgres";
import { Kysely, sql } from "kysely";
import { Client } from "pg";
import { countedStorage } from "../counted-storage.ts";
import { seededRandom } from "../measure.ts";
import { countersOf } from "../request-tracker/counters.ts";
import { sampleTickets } from "../request-tracker/ticket-source.ts";
import { type GeneratedStorage, generateTickets } from "./generate.ts";
import { agentIdOf, tagOf, ticketIdOf } from "./generated-rows.ts";
import { limits } from "./limits.ts";
import { measureOperation, type OperationResult } from "./measure-operation.ts";
import { comparePeer } from "./peer.ts";
import { searchTerms } from "./search-terms.ts";

export interface TicketsBenchOptions {
  /** Default 1000000. */
  tickets: number;
  storage: "postgres" | "sqlite";
  /** Times that each operation is measured. Default 200. */
  operations: number;
  seed: number;
  /** A PostgreSQL server whose user may create databases. Default: one of its own, started and removed. */
  url?: string | undefined;
  /** A database that `generateTickets` filled before with as many tickets of the seed: its URL or file. It is used as it was left, and kept. */
  filled?: string | undefined;
  /** Whether Request Tracker is measured beside it on the same server, where it is installed. */
  peer: boolean;
}

const database = "askonce_bench_tickets";
const pageSize = 50;

/**
 * B3: lists, search, opening, answering and creating among many tickets, by one agent after the other.
 *
 * Fails when an operation takes more statements or looks at more pages of the database than `limits` allows; never because of the time it took.
 */
export async function benchTickets(options: TicketsBenchOptions) {
  const needsServer = options.storage === "postgres" && options.url === undefined && options.filled === undefined;
  const server = needsServer ? await startPostgres() : null;
  const directory = mkdtempSync(join(tmpdir(), "askonce-bench-"));
  const serverUrl = options.url ?? server?.url() ?? options.filled ?? "";
  try {
    const place = await placeOf(options, serverUrl, directory);
    const { source, milliseconds } = options.filled
      ? { source: sampleTickets({ tickets: options.tickets, seed: options.seed }), milliseconds: null }
      : await generateTickets({
          storage: place,
          tickets: options.tickets,
          seed: options.seed,
          onTable: (table, rows, ms) => console.error(`… ${table}: ${rows} rows, ${ms} ms`),
        });
    const inner =
      place.flavor === "sqlite" ? sqlite({ path: place.path, durability: "normal" }) : postgres({ url: place.url, connections: 1 });
    const { storage, statements } = countedStorage(inner);
    const askonce = createAskonce({ storage });
    await askonce.migrate();
    const meter = { statements, counters: await countersFor(place, serverUrl, inner) };
    const random = seededRandom(options.seed);
    const anyTicket = () => Math.floor(random() * options.tickets);
    const agent = { kind: "agent", agentId: agentIdOf(0), name: "Agent 0", role: "agent" } as const;
    const measured = (work: (turn: number) => Promise<number>, operations = options.operations) =>
      measureOperation(meter, operations, work);
    const listed = async (request: object) => (await askonce.tickets.list({ ...request, limit: pageSize }, agent)).items.length;
    const terms = searchTerms(source, options.tickets, options.seed);
    const searched = (kind: keyof typeof terms, request: object = {}) =>
      measured((turn) => listed({ q: terms[kind][turn % terms[kind].length] ?? "", ...request }));

    const operations: Record<string, OperationResult> = {
      list: await measured(() => listed({ status: "open" })),
      listMine: await measured(() => listed({ assignee: "me", status: "open" })),
      listOfTag: await measured((turn) => listed({ tag: tagOf(turn % source.queues), status: "open" })),
      counts: await measured(async () => Object.keys(await askonce.tickets.counts(agent)).length),
      searchCommonWord: await searched("common"),
      searchTwoCommonWords: await searched("twoCommon"),
      searchMiddlingWord: await searched("middling"),
      searchRareWord: await searched("rare"),
      searchCommonAndRareWord: await searched("commonAndRare"),
      searchBeginning: await searched("beginning"),
      searchNumber: await searched("number"),
      searchCustomer: await searched("customer"),
      searchOpenOnly: await searched("middling", { status: "open" }),
      searchMixed: await searched("mixed"),
      open: await measured(async () => {
        const id = ticketIdOf(source, anyTicket());
        const [, messages] = [
          await askonce.tickets.get(id, agent),
          await askonce.tickets.messages(id, { limit: pageSize }, agent),
          await askonce.context.read(id, agent),
        ];
        return messages.items.length;
      }),
      reply: await measured(async (turn) => {
        await askonce.tickets.reply(ticketIdOf(source, anyTicket()), { text: source.textOf(turn, 1) }, agent);
        return 1;
      }),
      create: await measured(async (turn) => {
        const index = anyTicket();
        const { customer, queue, subject } = source.ticketOf(index);
        const email = source.emailOf(customer);
        await askonce.tickets.create(
          { subject, customer: { email }, tags: [tagOf(queue)], message: { text: source.textOf(turn, 0) } },
          systemCaller,
        );
        return 1;
      }),
    };
    const sizes = place.flavor === "postgres" ? await sizesOf(place.url) : {};
    await askonce.stop();
    await meter.counters?.close();
    const exceeded = limits(options.storage).flatMap((limit) => limit(operations));
    return {
      bench: "tickets",
      storage: options.storage,
      tickets: options.tickets,
      seed: options.seed,
      generateMs: milliseconds,
      sizes,
      operations,
      peer: options.peer && options.storage === "postgres" ? await comparePeer(serverUrl, options, source, operations) : null,
      exceeded,
      ok: exceeded.length === 0,
    };
  } finally {
    rmSync(directory, { recursive: true, force: true });
    if (options.url !== undefined && options.storage === "postgres" && !options.filled) await dropDatabase(options.url);
    await server?.stop();
  }
}

async function placeOf(options: TicketsBenchOptions, serverUrl: string, directory: string): Promise<GeneratedStorage> {
  const { storage, filled } = options;
  if (storage === "sqlite") return { flavor: storage, path: filled ?? join(directory, "askonce.db") };
  return filled ? { flavor: storage, url: filled } : inDatabase(serverUrl);
}

async function onServer(url: string, statements: readonly string[]): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

async function inDatabase(serverUrl: string): Promise<GeneratedStorage> {
  await onServer(serverUrl, [`drop database if exists ${database} with (force)`, `create database ${database}`]);
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  return { flavor: "postgres", url: url.href };
}

const dropDatabase = (serverUrl: string) => onServer(serverUrl, [`drop database if exists ${database} with (force)`]);

/** The database's own count of its work. The one measured connection is made to hand in what it holds back. */
async function countersFor(place: GeneratedStorage, serverUrl: string, storage: StorageV1) {
  if (place.flavor === "sqlite") return null;
  const connection = new Kysely<unknown>({ dialect: storage.dialect });
  const { rows } = await sql<{ backend: number }>`select pg_backend_pid() as backend`.execute(connection);
  return countersOf(serverUrl, new URL(place.url).pathname.slice(1), rows[0]?.backend ?? 0, () =>
    sql`select pg_stat_force_next_flush()`.execute(connection),
  );
}

async function sizesOf(url: string): Promise<Record<string, number>> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string; bytes: string }>(
      `select relname as name, pg_total_relation_size(oid) as bytes from pg_class
        where relkind = 'r' and relnamespace = 'public'::regnamespace and pg_total_relation_size(oid) > 1e6
        union all select relname, pg_relation_size(oid) from pg_class where relname = 'search_documents_by_words' order by 2 desc`,
    );
    return Object.fromEntries(rows.map((row) => [row.name, Number(row.bytes)]));
  } finally {
    await client.end();
  }
}
