import { createHash } from "node:crypto";
import { type Kysely, sql } from "kysely";
import type { Delivery } from "./deliveries.ts";
import { bossQueue } from "./subjects/pg-boss-subject.ts";
import type { SubjectName } from "./subjects/subject.ts";

/** What was found when what is stored was compared with what was sent. */
export interface StoredFindings {
  stored: number;
  /** Changes that were answered with 2xx and are not there, or not as they were sent. */
  lost: number;
  /** Rows beyond the first of a change, and raw bodies that no row points to. */
  double: number;
  /** Rows of changes that nobody has sent. */
  unknown: number;
}

interface StoredRow {
  key: string;
  body: Uint8Array;
}

/** @param acknowledged by delivery, whether it was answered with 2xx */
export async function checkStored(
  database: Kysely<unknown>,
  subject: SubjectName,
  deliveries: readonly Delivery[],
  acknowledged: readonly boolean[],
): Promise<StoredFindings> {
  const sent = new Map(deliveries.map(({ key, body }) => [key, digestOf(body)]));
  const found = new Set<string>();
  const findings: StoredFindings = { stored: 0, lost: 0, double: 0, unknown: 0 };
  for await (const { key, body } of subject === "pgBossSend" ? jobsOf(database) : inboxOf(database)) {
    findings.stored++;
    // The planted defect adds to the key what makes it another one.
    const [change = ""] = key.split("#");
    if (found.has(change)) findings.double++;
    else if (!sent.has(change)) findings.unknown++;
    else if (sent.get(change) === digestOf(body)) found.add(change);
  }
  if (subject !== "pgBossSend")
    findings.double += await countOf(
      database,
      sql`select count(*) as count from inbox_raw raw where not exists (
    select 1 from inbox where inbox.shop_id = raw.shop_id and inbox.raw_id = raw.id)`,
    );
  const promised = new Set(deliveries.filter((_, index) => acknowledged[index]).map(({ key }) => key));
  for (const key of promised) if (!found.has(key)) findings.lost++;
  return findings;
}

const pageSize = 2000;

async function* inboxOf(database: Kysely<unknown>): AsyncGenerator<StoredRow> {
  for (let after = ""; ; ) {
    const { rows } = await sql<StoredRow>`select inbox.key, raw.body from inbox
      join inbox_raw raw on raw.shop_id = inbox.shop_id and raw.id = inbox.raw_id
      where inbox.shop_id = 'default' and inbox.source = 'memory' and inbox.key > ${after} order by inbox.key limit ${sql.lit(pageSize)}`.execute(
      database,
    );
    yield* rows;
    const last = rows.at(-1);
    if (!last) return;
    after = last.key;
  }
}

async function* jobsOf(database: Kysely<unknown>): AsyncGenerator<StoredRow> {
  const { rows } = await sql<{
    key: string;
    body: string;
  }>`select data ->> 'key' as key, data ->> 'body' as body from pgboss.job where name = ${bossQueue}`.execute(database);
  for (const { key, body } of rows) yield { key, body: Buffer.from(body) };
}

export async function countOf(database: Kysely<unknown>, query: ReturnType<typeof sql>): Promise<number> {
  const { rows } = await query.execute(database);
  return Number((rows[0] as { count: number | string } | undefined)?.count ?? 0);
}

function digestOf(body: Uint8Array): string {
  return createHash("sha1").update(body).digest("base64");
}
