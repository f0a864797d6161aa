import { execFile } from "node:child_process";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { sqlite } from "@askonce/sqlite";
import { Kysely } from "kysely";
import { describe, expect, it } from "vitest";
import { systemCaller } from "../caller.ts";
import { createAskonce } from "../create-askonce.ts";
import { faultyStorage } from "../testing/faulty-storage.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";
import { sqliteDialect } from "./dialects/sqlite.ts";
import { migrate } from "./migrate.ts";
import { migrations } from "./migrations/all-migrations.ts";
import type { Tables } from "./tables.ts";

function readFrom<Result>(path: string, read: (database: DatabaseSync) => Result): Result {
  const database = new DatabaseSync(path, { readOnly: true });
  try {
    return read(database);
  } finally {
    database.close();
  }
}

/** The schema in full, and which steps are recorded as applied. */
function stateOf(path: string) {
  return readFrom(path, (database) => ({
    schema: database.prepare("select type, name, tbl_name, sql from sqlite_master order by type, name").all(),
    versions: database.prepare("select version, name from schema_versions").all(),
    shops: database.prepare("select shop_id from shops").all(),
  }));
}

/** How many tables there are before the first step and after each. */
async function tablesAfterEachStep(folder: string): Promise<number[]> {
  const counts = [0];
  for (const { version } of migrations) {
    const path = join(folder, `step-${version}.db`);
    const storage = quickly(path);
    const database = new Kysely<Tables>({ dialect: storage.dialect });
    await migrate(database, sqliteDialect, migrations.slice(0, version), () => 0);
    await database.destroy();
    counts.push(readFrom(path, (one) => one.prepare(ownTables).all().length));
  }
  return counts;
}

const ownTables = "select name from sqlite_master where type = 'table' and name <> 'schema_versions'";

const quickly = (path: string) => sqlite({ path, durability: "normal" });

describe("the migration", () => {
  it("applies every step once", async () => {
    const path = join(temporaryFolder(), "shop.db");
    const first = createAskonce({ storage: quickly(path) });
    expect(await first.migrate()).toEqual({ applied: migrations.map((step) => step.name), version: migrations.at(-1)?.version });
    await first.stop();
    const second = createAskonce({ storage: quickly(path) });
    expect((await second.migrate()).applied).toEqual([]);
    await second.stop();
    expect(migrations.map((step) => step.version)).toEqual(migrations.map((_, index) => index + 1));
  });

  it.each(["the process dies", "the statement fails"])("is whole after a second try when %s at any statement", async (kind) => {
    const folder = temporaryFolder();
    const wholePath = join(folder, "whole.db");
    let total = 0;
    const counting = createAskonce({ storage: faultyStorage(quickly(wholePath), (_, number) => (total = number)) });
    await counting.migrate();
    await counting.stop();
    const whole = stateOf(wholePath);
    expect(total).toBeGreaterThan(migrations.flatMap((step) => [...step.statements, ...(step.only?.sqlite ?? [])]).length);
    const tablesAfter = await tablesAfterEachStep(folder);

    for (let failing = 1; failing <= total; failing++) {
      const path = join(folder, `${failing}.db`);
      const storage = faultyStorage(quickly(path), (_, number) => {
        if (kind === "the process dies" ? number >= failing : number === failing) throw new Error(`statement ${failing}`);
      });
      const cut = createAskonce({ storage });
      // The first statement looks whether there is anything, the second is repeated: when only one of them fails, nothing is lost.
      const isRepeated = failing <= 2 && kind === "the statement fails";
      if (!isRepeated) await expect(cut.migrate(), `statement ${failing}`).rejects.toThrow();
      // The same instance tries again when it can.
      if (kind === "the statement fails") await cut.migrate();
      await cut.stop();
      const tables = readFrom(path, (database) => database.prepare(ownTables).all());
      const versions = tables.length === 0 ? [] : stateOf(path).versions;
      // A step is there with all its tables and its record, or it is not there.
      expect(tables.length, `nothing half after statement ${failing}`).toBe(tablesAfter[versions.length]);
      const again = createAskonce({ storage: quickly(path) });
      await again.migrate();
      await again.stop();
      expect(stateOf(path), `statement ${failing}`).toEqual(whole);
    }
  });

  it("is done once by several processes at once", async () => {
    const folder = temporaryFolder();
    const path = join(folder, "shop.db");
    const program = `
      import { createAskonce } from "@askonce/core";
      import { sqlite } from "@askonce/sqlite";
      const askonce = createAskonce({ storage: sqlite({ path: ${JSON.stringify(path)}, durability: "normal" }) });
      const { applied } = await askonce.migrate();
      await askonce.stop();
      process.stdout.write(JSON.stringify(applied));
    `;
    const run = () =>
      promisify(execFile)(process.execPath, ["--conditions=@askonce/source", "--no-warnings", "--input-type=module", "--eval", program], {
        cwd: fileURLToPath(new URL("../..", import.meta.url)),
      });
    const outputs = (await Promise.all([run(), run(), run()])).map(({ stdout }) => JSON.parse(stdout) as string[]);
    expect(outputs.flat()).toEqual(migrations.map((step) => step.name));
    expect(stateOf(path).versions).toHaveLength(migrations.length);
  });

  it("goes on with a schema that a newer version has only added to", async () => {
    const path = join(temporaryFolder(), "shop.db");
    const first = createAskonce({ storage: quickly(path) });
    await first.migrate();
    await first.stop();
    const known = migrations.at(-1)?.version ?? 0;
    const database = new DatabaseSync(path);
    database.exec("create table something_new (shop_id text not null primary key)");
    database.exec(`insert into schema_versions values (998, 'from the future', ${known}, 0), (999, 'further on', 1, 0)`);
    database.close();
    const older = createAskonce({ storage: quickly(path) });
    expect(await older.migrate()).toEqual({ applied: [], version: 999 });
    expect((await older.tickets.create({ subject: "x" }, systemCaller)).number).toBe(1);
    await older.stop();
  });

  it("refuses a storage from which a newer version has taken something, and changes nothing in it", async () => {
    const path = join(temporaryFolder(), "shop.db");
    const first = createAskonce({ storage: quickly(path) });
    await first.migrate();
    await first.stop();
    const database = new DatabaseSync(path);
    database.exec("insert into schema_versions values (998, 'from the future', 998, 0), (999, 'further on', 1, 0)");
    database.close();
    const older = createAskonce({ storage: quickly(path), shop: { id: "another" } });
    const refusal = expect.objectContaining({
      code: "STORAGE_NEWER",
      details: { current: 999, needed: 998, known: migrations.at(-1)?.version },
    });
    await expect(older.migrate()).rejects.toEqual(refusal);
    await expect(older.tickets.create({ subject: "x" }, systemCaller)).rejects.toEqual(refusal);
    const answer = await older.handler(new Request("http://shop.example.test/api/v1/health"));
    expect([answer.status, (await answer.json()).code]).toEqual([500, "STORAGE_NEWER"]);
    await older.stop();
    expect(stateOf(path).shops).toEqual([{ shop_id: "default" }]);
  });
});

describe("the schema", () => {
  it("has the shop first in every primary key, unique constraint, index and foreign key", async () => {
    const path = join(temporaryFolder(), "shop.db");
    const askonce = createAskonce({ storage: quickly(path) });
    await askonce.migrate();
    await askonce.stop();
    const breaches: string[] = [];
    const tables = readFrom(path, (database) => {
      // The index of words is FTS5's: its tables have one number for shop, kind and place, of which `search_shops` keeps the first part.
      const names = database
        .prepare(`${ownTables} and name not like 'sqlite_%' and name not like 'search_index%' and name <> 'search_words'`)
        .all()
        .map((row) => String(row.name));
      for (const table of names) {
        const columns = database.prepare('select name, pk, "notnull" from pragma_table_info(?)').all(table);
        if (!columns.some((column) => column.name === "shop_id" && column.pk === 1 && column.notnull === 1))
          breaches.push(`${table}: primary key`);
        for (const index of database.prepare("select name from pragma_index_list(?)").all(table)) {
          const [first] = database.prepare("select name from pragma_index_info(?) order by seqno").all(String(index.name));
          if (first?.name !== "shop_id") breaches.push(`${table}: ${index.name}`);
        }
        const keys = database.prepare('select id, "from", "to" from pragma_foreign_key_list(?) order by id, seq').all(table);
        for (const id of new Set(keys.map((key) => key.id))) {
          const [first] = keys.filter((key) => key.id === id);
          if (first?.from !== "shop_id" || first.to !== "shop_id") breaches.push(`${table}: foreign key ${id}`);
        }
      }
      return names;
    });
    expect(tables.length).toBeGreaterThan(15);
    expect(breaches).toEqual([]);
  });
});
