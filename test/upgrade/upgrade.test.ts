import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { postgres } from "@askonce/postgres";
import { postgresUnavailable, testDatabase } from "@askonce/testkit/postgres";
import { Kysely, sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { checkOutOldCode, oldCodeUnavailable, repository } from "./old-code.ts";
import type { Location, Written } from "./process-settings.ts";
import { type MigrationEnd, migrateInProcess, startWriting } from "./run-process.ts";
import { expectWhole, look, startToday } from "./upgraded-shop.ts";

const noOldCode = await oldCodeUnavailable();
const noPostgres = await postgresUnavailable();
const allSteps = ["foundation", "search-and-counts", "jobs-and-webhooks", "delivery", "asked-once"];

let old = { folder: "", remove: () => {} };
beforeAll(async () => {
  if (noOldCode === null) old = await checkOutOldCode();
});
afterAll(() => old.remove());

const kinds = [
  { kind: "sqlite" as const, label: "SQLite", reason: noOldCode },
  { kind: "postgres" as const, label: "PostgreSQL", reason: noOldCode ?? noPostgres },
];

async function emptyPlace(kind: Location["kind"]): Promise<Location> {
  if (kind === "postgres") return { kind, at: (await testDatabase()) ?? "" };
  const folder = mkdtempSync(join(tmpdir(), "askonce-upgrade-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return { kind, at: join(folder, `${randomUUID()}.db`) };
}

const writeOld = (location: Location, name: string) => startWriting({ folder: old.folder, location, name }, onTestFinished);
const writeNew = (location: Location, name: string) => startWriting({ folder: repository, location, name }, onTestFinished);
const migrateNew = (location: Location, diesAtStatement?: number): Promise<MigrationEnd> =>
  migrateInProcess({ folder: repository, location, name: "migration", ...(diesAtStatement === undefined ? {} : { diesAtStatement }) });
const versionsIn = async (location: Location) =>
  (await look<{ name: string }>(location, "select name from schema_versions order by version")).map((row) => row.name);

/** Today's code makes up for all of it, and then everything is right. */
async function expectRepaired(location: Location, written: readonly Written[]): Promise<void> {
  const failures = written.flatMap((each) => each.failures);
  expect(failures, "nothing but what may be tried again").toEqual([]);
  const askonce = await startToday(location);
  onTestFinished(() => askonce.stop());
  await expectWhole(location, askonce, written);
}

for (const { kind, label, reason } of kinds) {
  describe.skipIf(reason !== null)(`an upgrade on ${label}${reason === null ? "" : ` (skipped: ${reason})`}`, () => {
    it("goes on under the old version's feet, which write all the while, and today's code makes up for what they do not know", async () => {
      const location = await emptyPlace(kind);
      const processes = [await writeOld(location, "amber")];
      if (kind === "postgres") processes.push(await writeOld(location, "birch"));
      await Promise.all(processes.map((each) => each.writes(10)));
      expect(await versionsIn(location), "the old code knows one step").toEqual(["foundation"]);
      expect(await migrateNew(location)).toMatchObject({ applied: allSteps.slice(1) });
      await Promise.all(processes.map((each) => each.writes(10)));
      // Both versions at once, as in a roll-out.
      const next = await writeNew(location, "cedar");
      await Promise.all([...processes, next].map((each) => each.writes(8)));
      const written = await Promise.all([...processes, next].map((each) => each.stop()));
      expect(await versionsIn(location)).toEqual(allSteps);
      await expectRepaired(location, written);
    });

    it("can be taken back: the old version works on the new schema, and the new one once more after it", async () => {
      const location = await emptyPlace(kind);
      const written: Written[] = [];
      for (const [write, name] of [
        [writeOld, "first"],
        [writeNew, "second"],
        [writeOld, "third"],
        [writeNew, "fourth"],
      ] as const) {
        const running = await write(location, name);
        await running.writes(10);
        written.push(await running.stop());
        expect(await versionsIn(location)).toEqual(name === "first" ? ["foundation"] : allSteps);
      }
      await expectRepaired(location, written);
    });

    it("is killed in the middle: the old version does not notice, and the next start does the rest", async () => {
      const location = await emptyPlace(kind);
      const running = await writeOld(location, "ash");
      await running.writes(5);
      // Three places in the second step: of its first statements, in its midst, and among its last.
      for (const statement of [5, 12, 18]) {
        expect(await migrateNew(location, statement)).toEqual({ signal: "SIGKILL" });
        expect(await versionsIn(location)).toEqual(["foundation"]);
        await running.writes(3);
      }
      expect(await migrateNew(location)).toMatchObject({ applied: allSteps.slice(1) });
      await running.writes(5);
      const written = [await running.stop()];
      expect(await versionsIn(location)).toEqual(allSteps);
      await expectRepaired(location, written);
    });
  });
}

describe.skipIf((noOldCode ?? noPostgres) !== null)("statements that a version before keeps prepared on PostgreSQL", () => {
  it("are prepared anew when the upgrade adds a column, and a transaction that was in the middle is to be begun anew", async () => {
    const location = await emptyPlace("postgres");
    const running = await writeOld(location, "elm");
    await running.writes(3);
    await running.stop();
    const storage = postgres({ url: location.at, connections: 1, jobs: "built-in" });
    const database = new Kysely<Record<string, never>>({ dialect: storage.dialect });
    onTestFinished(async () => {
      await database.destroy();
      await storage.close();
    });
    const read = async (on = database) =>
      (await sql<object>`select * from ticket_tags order by ticket_id, tag limit 1`.execute(on)).rows[0];
    for (let times = 0; times < 10; times++) expect(Object.keys((await read()) ?? {})).toHaveLength(3);
    const prepared = await sql<{
      n: number;
    }>`select count(*) as n from pg_prepared_statements where statement like '%ticket_tags%'`.execute(database);
    expect(prepared.rows[0]?.n, "it is kept prepared").toBe(1);
    await migrateNew(location);
    // Within a transaction the server gives the whole of it up.
    const inTransaction = database.transaction().execute((transaction) => read(transaction));
    await expect(inTransaction).rejects.toMatchObject({ code: "STORAGE_FAILED", retryable: true, details: { undone: true } });
    expect(Object.keys((await database.transaction().execute((transaction) => read(transaction))) ?? {})).toHaveLength(4);
    expect(Object.keys((await read()) ?? {})).toHaveLength(4);
  });
});
