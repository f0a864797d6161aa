import { join } from "node:path";
import type { StorageV1 } from "@askonce/spec/storage";
import { CompiledQuery, type DatabaseConnection, Kysely, sql } from "kysely";
import { describe, expect, it, onTestFinished } from "vitest";
import { systemCaller } from "../caller.ts";
import { agentWithToken, instance } from "../testing/instance.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";
import { testStorage, testStorageFlavor } from "../testing/test-storage.ts";

/** A storage that remembers what was asked, with its values. */
function recordingStorage(place: string): { storage: StorageV1; statements: { sql: string; parameters: readonly unknown[] }[] } {
  const statements: { sql: string; parameters: readonly unknown[] }[] = [];
  const inner = testStorage(place);
  const { dialect } = inner;
  const record = (connection: DatabaseConnection): DatabaseConnection => ({
    executeQuery: (query) => {
      statements.push({ sql: query.sql, parameters: query.parameters });
      return connection.executeQuery(query);
    },
    streamQuery: (query, chunkSize) => connection.streamQuery(query, chunkSize),
  });
  const recorded = {
    ...inner,
    dialect: {
      createAdapter: () => dialect.createAdapter(),
      createQueryCompiler: () => dialect.createQueryCompiler(),
      createIntrospector: (database: Kysely<unknown>) => dialect.createIntrospector(database),
      createDriver: () => {
        const driver = dialect.createDriver();
        const connections = new WeakMap<DatabaseConnection, DatabaseConnection>();
        const own = (connection: DatabaseConnection) => connections.get(connection) ?? connection;
        return {
          init: () => driver.init(),
          acquireConnection: async () => {
            const connection = await driver.acquireConnection();
            const wrapped = record(connection);
            connections.set(wrapped, connection);
            return wrapped;
          },
          beginTransaction: (connection: DatabaseConnection) => driver.beginTransaction(own(connection), {}),
          commitTransaction: (connection: DatabaseConnection) => driver.commitTransaction(own(connection)),
          rollbackTransaction: (connection: DatabaseConnection) => driver.rollbackTransaction(own(connection)),
          releaseConnection: (connection: DatabaseConnection) => driver.releaseConnection(own(connection)),
          destroy: () => driver.destroy(),
        };
      },
    },
  };
  return { storage: recorded, statements };
}

/** What holds ever more rows, by the names that statements give it. */
const growing =
  /^(SCAN|SEARCH) (tickets?|tagged|ticket_tags|listed|documents?|search_documents|customers?|contact_points|threads?|messages?|facts|orders|events|[cdgmoptk])\b/;
/** In the order of their index, all tickets or all customers of a shop are a list of which the first page is read. */
const isFirstPage = / using (index )?(tickets_by_update|customers_pkey|sqlite_autoindex_customers_1) /i;

/** The lines of a plan that read a table from end to end, or all of a shop's rows in it. */
async function fullReads(place: string, statement: { sql: string; parameters: readonly unknown[] }): Promise<string[]> {
  const storage = testStorage(place);
  const database = new Kysely<unknown>({ dialect: storage.dialect });
  onTestFinished(async () => {
    await database.destroy();
    await storage.close();
  });
  if (testStorageFlavor === "sqlite") {
    const { rows } = await database.executeQuery<{ detail: string }>(
      CompiledQuery.raw(`explain query plan ${statement.sql}`, [...statement.parameters]),
    );
    return rows
      .map((row) => row.detail)
      .filter(
        (detail) => growing.test(detail) && (detail.startsWith("SCAN") || (detail.endsWith("(shop_id=?)") && !isFirstPage.test(detail))),
      );
  }
  const { rows } = await database.executeQuery<Record<string, string>>(
    CompiledQuery.raw(`explain (costs off) ${statement.sql}`, [...statement.parameters]),
  );
  const lines = rows.map((row) => Object.values(row)[0] ?? "");
  return lines.filter((line, index) => {
    if (/Seq Scan on/.test(line)) return multiplied.test(line);
    const scan = lines[index - 1] ?? "";
    return /Index Cond: \(shop_id = \S+\)$/.test(line) && multiplied.test(scan) && !isFirstPage.test(scan);
  });
}

/** PostgreSQL reads a small table from end to end whatever indexes it has: only what is multiplied says something. */
const multiplied = / on (tickets|ticket_tags|customers|contact_points|search_documents)\b/;
/** Nor does a page of many tickets at once: of some thousand, a hundred are better not looked up one by one. */
const fewParameters = 30;

/** PostgreSQL plans by size: what is there, many times. */
async function multiply(place: string): Promise<void> {
  const storage = testStorage(place);
  const database = new Kysely<unknown>({ dialect: storage.dialect });
  const copies = async (table: string, changes: string, times = 150) =>
    sql`insert into ${sql.table(table)} select (jsonb_populate_record(null::${sql.table(table)}, to_jsonb(one) || jsonb_build_object(${sql.raw(changes)}))).*
      from ${sql.table(table)} one, generate_series(1, ${sql.lit(times)}) n where one.shop_id = 'default'`.execute(database);
  await copies("customers", "'id', one.id || n", 3000);
  await copies("contact_points", "'id', one.id || n, 'customer_id', one.customer_id || n", 3000);
  await copies("tickets", "'id', one.id || n, 'number', one.number + 1000 * n, 'updated_at', one.updated_at - 10000 * n");
  await copies("ticket_tags", "'ticket_id', one.ticket_id || n, 'updated_at', one.updated_at - 10000 * n");
  await copies("search_documents", "'id', one.id || n, 'position', one.position + 1000 * n");
  await sql`analyze`.execute(database);
  await database.destroy();
  await storage.close();
}

async function prepared() {
  const place = join(temporaryFolder(), "askonce.db");
  const { storage, statements } = recordingStorage(place);
  const { askonce } = instance({ storage });
  const { id: agentId } = await agentWithToken(askonce, "agent");
  for (let index = 0; index < 30; index++) {
    const customer = { name: "Ana", email: `ana${index % 5}@example.com` };
    const { id } = await askonce.tickets.create(
      { subject: `Ticket ${index}`, tags: ["gift"], customer, message: { text: "hello there" } },
      systemCaller,
    );
    if (index % 2) await askonce.tickets.update(id, { assigneeId: agentId }, systemCaller);
  }
  const [customer] = (await askonce.customers.list({ limit: 1 }, systemCaller)).items;
  statements.length = 0;
  return { askonce, place, statements, agentId, customerId: customer?.id ?? "" };
}

describe("the lists", () => {
  it("take one statement for a page with everything on it, and a search at most two", async () => {
    const { askonce, statements, agentId, customerId } = await prepared();
    const taken = async (work: () => Promise<unknown>) => {
      statements.length = 0;
      await work();
      return statements.length;
    };
    for (const request of [{}, { status: "open" }, { assignee: agentId }, { assignee: "none" }, { tag: "gift" }, { customerId }] as const)
      expect([request, await taken(() => askonce.tickets.list({ ...request, limit: 5 }, systemCaller))]).toEqual([request, 1]);
    const search = testStorageFlavor === "sqlite" ? 1 : 2;
    for (const q of ["hello", "ana gift", "nothing like it", "12", "#12", "ticket 7", "0722 123 456"])
      expect(await taken(() => askonce.tickets.list({ q, limit: 5 }, systemCaller)), q).toBeLessThanOrEqual(search);
    expect(await taken(() => askonce.tickets.list({ q: "hello", limit: 5 }, systemCaller)), "what the newest hold").toBe(1);
    expect(await taken(() => askonce.tickets.list({ q: "%", limit: 5 }, systemCaller)), "nothing is asked").toBe(0);
    expect(await taken(() => askonce.tickets.counts(systemCaller))).toBe(1);
  });

  it("never read a table or a shop from end to end, nor do the commands", async () => {
    const { askonce, place, statements, agentId, customerId } = await prepared();
    if (testStorageFlavor === "postgres") await multiply(place);
    for (const request of [
      {},
      { status: "open" },
      { assignee: agentId },
      { assignee: "none" },
      { assignee: agentId, status: "open" },
      { assignee: "none", status: "waiting" },
      { tag: "gift" },
      { tag: "gift", status: "open" },
      { customerId },
      { q: "hello" },
      { q: "nothing" },
      { q: "hello ana", status: "open", assignee: agentId, tag: "gift" },
      { q: "12", customerId },
    ] as const) {
      const first = await askonce.tickets.list({ ...request, limit: 2 }, systemCaller);
      if (first.nextCursor) await askonce.tickets.list({ ...request, limit: 2, cursor: first.nextCursor }, systemCaller);
    }
    await askonce.tickets.counts(systemCaller);
    const agent = { kind: "agent", agentId, name: "Somebody", role: "agent" } as const;
    const [one, other] = (await askonce.tickets.list({ customerId, limit: 2 }, systemCaller)).items.map((ticket) => ticket.id);
    await askonce.tickets.reply(one ?? "", { text: "order 1042, 0722 123 456" }, agent);
    await askonce.tickets.receive(one ?? "", { text: "order 1042, 0722 123 456" }, agent);
    await askonce.tickets.note(one ?? "", { text: "hello" }, agent);
    await askonce.tickets.update(one ?? "", { subject: "Other", tags: ["a", "b"], status: "waiting" }, agent);
    await askonce.tickets.merge(one ?? "", other ?? "", agent);
    await askonce.customers.addContactPoint(
      customerId,
      { kind: "phone", value: "0722 123 456", assurance: "claimed", evidence: "x" },
      agent,
    );
    await askonce.tickets.create(
      { subject: "x", customer: { phone: "0722 123 456" }, tags: ["a"], message: { text: "order 1042" } },
      agent,
    );
    for (const q of [undefined, "ana", "nobody"]) await askonce.customers.list({ q, limit: 2 }, systemCaller);
    const planned = statements
      .filter((statement) => /^\s*(select|with|update|delete)\b/i.test(statement.sql))
      // What puts together a context or an order scans what it has just read; `query-plans.test.ts` looks at how it reads.
      .filter((statement) => !statement.sql.includes("row_json"))
      .filter((statement) => testStorageFlavor === "sqlite" || statement.parameters.length <= fewParameters);
    const distinct = new Map(planned.map((statement) => [statement.sql, statement]));
    expect(distinct.size).toBeGreaterThan(40);
    const bad: string[] = [];
    for (const statement of distinct.values()) {
      for (const line of await fullReads(place, statement)) bad.push(`${line.trim()} in ${statement.sql.replace(/\s+/g, " ").slice(-400)}`);
    }
    expect(bad).toEqual([]);
  });
});
