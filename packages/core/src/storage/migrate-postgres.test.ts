import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { postgres } from "@askonce/postgres";
import { postgresUnavailable, testDatabase } from "@askonce/testkit/postgres";
import { type CompiledQuery, type DatabaseConnection, type Dialect, Kysely, sql } from "kysely";
import { afterAll, describe, expect, it, onTestFinished } from "vitest";
import { postgresDialect } from "./dialects/postgres.ts";
import { migrate } from "./migrate.ts";
import { migrations } from "./migrations/all-migrations.ts";
import type { Tables } from "./tables.ts";

// The core's suite comes by a second time with PostgreSQL in the place of SQLite, where there is nothing new to see here.
const reason = process.env.ASKONCE_TEST_STORAGE === "postgres" ? "it runs with the packages already" : await postgresUnavailable();

/** One database for the file; each test has schemas of its own in it, which are made sooner. */
const databaseUrl = reason === null ? ((await testDatabase()) ?? "") : "";
const operator = postgres({ url: databaseUrl || "postgres://127.0.0.1:1/none", jobs: "built-in" });
const operatorDatabase = new Kysely<Record<string, never>>({ dialect: operator.dialect });
afterAll(async () => {
  await operatorDatabase.destroy();
  await operator.close();
});

let count = 0;

/** The url of an empty schema, which looks like an empty database from inside. */
async function emptySchema(): Promise<{ schema: string; url: string }> {
  const schema = `migrated_${++count}`;
  await sql.raw(`create schema ${schema}`).execute(operatorDatabase);
  const url = new URL(databaseUrl);
  url.searchParams.set("options", `-c search_path=${schema}`);
  return { schema, url: url.href };
}

type Execute = DatabaseConnection["executeQuery"];
type BeforeStatement = (execute: Execute) => unknown;
type AfterStatement = () => void;

/** The dialect, with something done before and after each statement, transaction control included. */
function watched(dialect: Dialect, before: BeforeStatement, after: AfterStatement): Dialect {
  const seen = new WeakSet<DatabaseConnection>();
  return {
    createAdapter: () => dialect.createAdapter(),
    createQueryCompiler: () => dialect.createQueryCompiler(),
    createIntrospector: (database) => dialect.createIntrospector(database),
    createDriver() {
      const driver = dialect.createDriver();
      const acquire = driver.acquireConnection.bind(driver);
      driver.acquireConnection = async () => {
        const connection = await acquire();
        if (seen.has(connection)) return connection;
        seen.add(connection);
        const execute = connection.executeQuery.bind(connection);
        connection.executeQuery = async <Row>(query: CompiledQuery) => {
          await before(execute);
          const result = await execute<Row>(query);
          after();
          return result;
        };
        return connection;
      };
      return driver;
    },
  };
}

/** A process's connection to a schema. */
function connected(url: string, before: BeforeStatement = () => {}, after: AfterStatement = () => {}, statementTimeoutMs = 30_000) {
  const storage = postgres({ url, connections: 2, jobs: "built-in", statementTimeoutMs });
  const database = new Kysely<Tables>({ dialect: watched(storage.dialect, before, after) });
  return {
    database,
    migrate: (to: number = migrations.length) => migrate(database, postgresDialect, migrations.slice(0, to), () => 0),
    async end() {
      await database.destroy();
      await storage.close();
    },
  };
}

/** Everything that is in a schema, in the catalog's words, and which steps are recorded. */
async function stateOf(schema: string): Promise<{ objects: string[]; versions: string[] }> {
  const { rows } = await sql<{ object: string }>`
    with relations as (select c.* from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = ${schema})
    select format('relation %s %s', relname, relkind) as object from relations
    union all select format('column %s.%s %s %s collate %s not null %s default %s', r.relname, a.attnum, a.attname,
        format_type(a.atttypid, a.atttypmod), l.collname, a.attnotnull, pg_get_expr(d.adbin, d.adrelid))
      from relations r join pg_attribute a on a.attrelid = r.oid and a.attnum > 0 and r.relkind = 'r'
      left join pg_collation l on l.oid = a.attcollation left join pg_attrdef d on d.adrelid = r.oid and d.adnum = a.attnum
    union all select format('constraint %s %s', c.conname, pg_get_constraintdef(c.oid)) from pg_constraint c join relations r on r.oid = c.conrelid
    union all select pg_get_indexdef(oid) from relations where relkind = 'i'
    union all select pg_get_triggerdef(t.oid) from pg_trigger t join relations r on r.oid = t.tgrelid where not t.tgisinternal
    union all select format('function %s', p.proname) from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = ${schema}
    union all select format('type %s', t.typname) from pg_type t join pg_namespace n on n.oid = t.typnamespace where n.nspname = ${schema}
    order by 1`.execute(operatorDatabase);
  const objects = rows.map((row) => row.object.replaceAll(`${schema}.`, ""));
  if (!objects.includes("relation schema_versions r")) return { objects, versions: [] };
  const { rows: versions } = await sql<{ name: string }>`
    select name from ${sql.raw(schema)}.schema_versions order by version`.execute(operatorDatabase);
  return { objects, versions: versions.map((row) => row.name) };
}

/** Ends a connection from outside, and waits until it is gone. */
async function terminate(execute: Execute): Promise<void> {
  const { rows } = await execute<{ pid: number }>(sql`select pg_backend_pid() as pid`.compile(operatorDatabase));
  await sql`select pg_terminate_backend(${rows[0]?.pid ?? 0}, 5000)`.execute(operatorDatabase);
}

/** The ways a migration ends too early at its statement `failing`. */
const cuts = {
  "the statement fails": (failing: number, url: string) => {
    let number = 0;
    return connected(url, () => {
      if (++number === failing) throw new Error("on purpose");
    });
  },
  "the connection is cut": (failing: number, url: string) => {
    let number = 0;
    return connected(url, async (execute) => {
      if (++number === failing) await terminate(execute);
    });
  },
  "the process dies": (failing: number, url: string) => {
    let number = 0;
    return connected(url, () => {
      if (++number >= failing) throw new Error("on purpose");
    });
  },
  "the answer is lost": (failing: number, url: string) => {
    let number = 0;
    return connected(
      url,
      () => {},
      () => {
        if (++number === failing) throw new Error("on purpose");
      },
    );
  },
};

describe.skipIf(reason !== null)(`the migration of PostgreSQL${reason === null ? "" : ` (skipped: ${reason})`}`, () => {
  /** After each step, the first being none. */
  async function statesAfterEachStep() {
    const { schema, url } = await emptySchema();
    const states = [await stateOf(schema)];
    for (let to = 1; to <= migrations.length; to++) {
      const process = connected(url);
      await process.migrate(to);
      await process.end();
      states.push(await stateOf(schema));
    }
    return states;
  }

  it.each(Object.keys(cuts) as (keyof typeof cuts)[])(
    "is whole or not there, step by step, when %s at any statement",
    async (kind) => {
      const states = await statesAfterEachStep();
      expect(states.map((state) => state.versions.length)).toEqual(states.map((_, index) => index));
      expect(states.at(-1)?.objects.length).toBeGreaterThan(300);
      const { schema, url } = await emptySchema();
      let tried = 0;
      // From each step the next one is cut at its first statement, its second and so on, until it comes through: nothing of a cut one may
      // stay, so that each try begins where the first one did.
      for (let to = 1; to <= migrations.length; to++) {
        // When only the first look or the creation of the list fails, they are made up for, and the migration comes through.
        const first = kind === "the process dies" ? 1 : to === 1 ? 3 : 2;
        for (let failing = first; ; failing++) {
          const cut = cuts[kind](failing, url);
          const outcome = await cut.migrate(to).then(
            () => "done",
            () => "cut",
          );
          await cut.end();
          tried++;
          const state = await stateOf(schema);
          const isDone = state.versions.length === to;
          const expected = states[isDone ? to : to - 1];
          // Before the first step the list of steps is made by itself.
          const onlyList = state.versions.length === 0 && state.objects.every((object) => object.includes("schema_versions"));
          if (!onlyList) expect(state, `step ${to}, statement ${failing}, ${outcome}`).toEqual(expected);
          if (outcome === "done") expect(isDone).toBe(true);
          if (isDone) break;
        }
      }
      const statements = migrations.flatMap((step) => [...step.statements, ...(step.only?.postgres ?? [])]).length;
      expect(tried).toBeGreaterThan(statements);
      expect(await stateOf(schema)).toEqual(states.at(-1));
      const again = connected(url);
      onTestFinished(again.end);
      expect(await again.migrate()).toEqual({ applied: [], version: migrations.length });
    },
    120_000,
  );

  it("is gone on with by the same instance after its connection was cut", async () => {
    const { schema, url } = await emptySchema();
    const process = cuts["the connection is cut"](40, url);
    onTestFinished(process.end);
    await expect(process.migrate()).rejects.toMatchObject({ code: "STORAGE_FAILED", retryable: true });
    await process.migrate();
    expect((await stateOf(schema)).versions).toHaveLength(migrations.length);
  });

  /** Migrates in a process of its own, which kills itself before its statement `failing`. */
  function migrateInProcess(url: string, failing: number) {
    const program = `
      import { createAskonce } from "@askonce/core";
      import { postgres } from "@askonce/postgres";
      import pg from "pg";
      const query = pg.Client.prototype.query;
      let number = 0;
      pg.Client.prototype.query = function (...parameters) {
        if (++number === ${failing}) process.kill(process.pid, "SIGKILL");
        return query.apply(this, parameters);
      };
      const askonce = createAskonce({ storage: postgres({ url: ${JSON.stringify(url)}, jobs: "built-in" }) });
      const { applied } = await askonce.migrate();
      await askonce.stop();
      process.stdout.write(JSON.stringify({ applied, statements: number }));
    `;
    const flags = ["--conditions=@askonce/source", "--no-warnings", "--input-type=module", "--eval", program];
    // The driver is resolved from the package that brings it.
    const folder = fileURLToPath(new URL("../../../../test", import.meta.url));
    return promisify(execFile)(process.execPath, flags, { cwd: folder });
  }

  it("is whole after the next start when the process is killed", async () => {
    const states = await statesAfterEachStep();
    const { stdout } = await migrateInProcess((await emptySchema()).url, 0);
    const { statements } = JSON.parse(stdout) as { statements: number };
    expect(statements).toBeGreaterThan(60);
    for (const part of [0.1, 0.45, 0.8, 0.95]) {
      const { schema, url } = await emptySchema();
      await expect(migrateInProcess(url, Math.round(statements * part))).rejects.toMatchObject({ signal: "SIGKILL" });
      const state = await stateOf(schema);
      expect(state.versions.length).toBeLessThan(migrations.length);
      if (state.versions.length > 0) expect(state).toEqual(states[state.versions.length]);
      const next = connected(url);
      await next.migrate();
      await next.end();
      expect(await stateOf(schema)).toEqual(states.at(-1));
    }
  }, 60_000);

  it("is done once by three processes at once", async () => {
    const { schema, url } = await emptySchema();
    const outputs = await Promise.all([1, 2, 3].map(() => migrateInProcess(url, 0)));
    const applied = outputs.flatMap(({ stdout }) => (JSON.parse(stdout) as { applied: string[] }).applied);
    expect(applied.toSorted()).toEqual(migrations.map((step) => step.name).toSorted());
    expect(await stateOf(schema)).toEqual((await statesAfterEachStep()).at(-1));
  }, 60_000);

  it("waits for a reader who takes long only for moments, lets others through meanwhile, and goes on when the reader is gone", async () => {
    const { schema, url } = await emptySchema();
    const first = connected(url);
    await first.migrate(1);
    const reader = connected(url);
    const writer = connected(url, undefined, undefined, 5000);
    const migrating = connected(url);
    onTestFinished(async () => {
      for (const each of [first, reader, writer, migrating]) await each.end();
    });
    let leave = () => {};
    const left = new Promise<void>((resolve) => {
      leave = resolve;
    });
    let isReading = () => {};
    const reads = new Promise<void>((resolve) => {
      isReading = resolve;
    });
    const reading = reader.database.transaction().execute(async (transaction) => {
      await transaction.selectFrom("ticket_tags").select("tag").execute();
      isReading();
      await left;
    });
    await reads;
    let isDone = false;
    const migrated = migrating.migrate().finally(() => {
      isDone = true;
    });
    let longestMs = 0;
    const until = performance.now() + 2500;
    while (performance.now() < until) {
      const startedAt = performance.now();
      await writer.database.selectFrom("ticket_tags").select("tag").execute();
      longestMs = Math.max(longestMs, performance.now() - startedAt);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    expect(isDone, "the reader is in the way").toBe(false);
    expect((await stateOf(schema)).versions).toHaveLength(1);
    // With the server's own patience a look at the table would have taken as long as the reader.
    expect(longestMs).toBeLessThan(1800);
    leave();
    await reading;
    await migrated;
    expect((await stateOf(schema)).versions).toHaveLength(migrations.length);
  }, 30_000);
});
