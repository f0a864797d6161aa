import { join } from "node:path";
import type { StorageV1 } from "@askonce/spec/storage";
import { sqlite } from "@askonce/sqlite";
import { Kysely, sql } from "kysely";
import { describe, expect, it, onTestFinished } from "vitest";
import type { Askonce } from "../askonce.ts";
import { systemCaller } from "../caller.ts";
import { identitySecret } from "../testing/instance.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";
import { testStorage, testStorageFlavor } from "../testing/test-storage.ts";
import { shopTables, stayingTables } from "./shop-tables.ts";
import { createShops, type Shops, type ShopsOptions } from "./shops.ts";

interface Place {
  shops: Shops;
  /** Another process on the same databases. */
  another(options?: Partial<ShopsOptions>): Shops;
  storages: Record<string, () => StorageV1>;
}

function threePlaces(storages?: Record<string, () => StorageV1>): Place {
  const folder = temporaryFolder();
  const made = storages ?? {
    directory: () => testStorage(join(folder, "directory.db")),
    one: () => testStorage(join(folder, "one.db")),
    two: () => testStorage(join(folder, "two.db")),
  };
  const another = (options: Partial<ShopsOptions> = {}) => {
    const { directory, ...databases } = Object.fromEntries(Object.entries(made).map(([name, make]) => [name, make()]));
    if (!directory) throw new Error("There is no directory");
    const shops = createShops({
      directory,
      databases: databases as Record<string, StorageV1>,
      options: () => ({ identity: { secrets: [identitySecret] } }),
      shopOf: (request) => request.headers.get("x-shop"),
      ...options,
    });
    onTestFinished(() => shops.stop());
    return shops;
  };
  return { shops: another(), another, storages: made };
}

/** Everything of a shop that a reader can see. */
async function readAll(askonce: Askonce) {
  const { items } = await askonce.tickets.list({ limit: 100 }, systemCaller);
  const messages = await Promise.all(items.map((ticket) => askonce.tickets.messages(ticket.id, { limit: 100 }, systemCaller)));
  const events = await Promise.all(items.map((ticket) => askonce.tickets.events(ticket.id, { limit: 100 }, systemCaller)));
  return { items, messages, events, customers: await askonce.customers.list({ limit: 100 }, systemCaller) };
}

async function fill(askonce: Askonce, tickets: number) {
  for (let index = 0; index < tickets; index++) {
    const ticket = await askonce.tickets.create(
      {
        subject: `Where is parcel ${index}?`,
        tags: ["late"],
        customer: { email: `c${index % 7}@example.com` },
        message: { text: `Order #${1000 + index}` },
      },
      systemCaller,
    );
    await askonce.tickets.reply(ticket.id, { text: "On its way" }, systemCaller);
  }
}

describe("shops in several databases", () => {
  it("each live in one, the next in the one with the fewest", async () => {
    const { shops, another } = threePlaces();
    await fill(await shops.add("ana"), 2);
    await fill(await shops.add("bea"), 1);
    await shops.add("cleo", { databaseId: "two" });
    const other = another();
    expect((await readAll(await other.get("ana"))).items).toHaveLength(2);
    expect((await readAll(await other.get("bea"))).items).toHaveLength(1);
    await expect(other.get("nobody")).rejects.toMatchObject({ code: "SHOP_NOT_FOUND" });
    await expect(other.add("ana")).rejects.toMatchObject({ code: "VERSION_CONFLICT" });
    await expect(other.add("dora", { databaseId: "three" })).rejects.toMatchObject({ code: "CONFIGURATION_INVALID" });
  });

  it("answer requests by the shop they are for", async () => {
    const { shops } = threePlaces();
    await shops.add("ana");
    const ask = (shop: string | null) =>
      shops.handler(new Request("http://shops.example.test/api/v1/health", { headers: shop === null ? {} : { "x-shop": shop } }));
    expect((await ask("ana")).status).toBe(200);
    for (const shop of ["nobody", null]) {
      const answer = await ask(shop);
      expect([answer.status, (await answer.json()).code]).toEqual([404, "SHOP_NOT_FOUND"]);
    }
  });

  it("keep no more instances open than allowed", async () => {
    const { another } = threePlaces();
    const shops = another({ mostOpen: 2 });
    for (const id of ["a", "b", "c", "d"]) await fill(await shops.add(id), 1);
    for (const id of ["a", "b", "c", "d"]) expect((await readAll(await shops.get(id))).items).toHaveLength(1);
  });

  it("are worked for by any process, wherever they live", async () => {
    const { shops, another } = threePlaces();
    const done: string[] = [];
    const work = another({
      options: () => ({}),
    });
    const ids = ["a", "b", "c"];
    for (const id of ids) {
      const askonce = await shops.add(id);
      await askonce.jobs.enqueue({ name: "test.note", data: { id } });
      (await work.get(id)).jobs.handle("test.note", async (job) => void done.push(String(job.data.id)));
    }
    await work.start();
    const deadline = performance.now() + 15_000;
    while (done.length < ids.length && performance.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 50));
    expect(done.sort()).toEqual(ids);
  });
});

describe("moving a shop", () => {
  it("takes everything along, leaves the others where they are, and closes the old place", async () => {
    const { shops, another } = threePlaces();
    const before = await shops.add("ana", { databaseId: "one" });
    await fill(before, 30);
    await fill(await shops.add("bea", { databaseId: "one" }), 3);
    await before.jobs.enqueue({ name: "test.later", data: { at: "dawn" }, delayMs: 3_600_000 });
    const known = await readAll(before);
    const stale = await another().get("ana");
    await stale.migrate();
    const states: string[] = [];
    const result = await shops.move("ana", "two", { onProgress: ({ state }) => void states.push(state) });
    expect(result).toMatchObject({ state: "moved", changed: expect.any(Number) });
    expect(result.copied).toBeGreaterThan(150);
    expect(new Set(states)).toEqual(new Set(["copying", "catchingUp", "moved"]));
    const after = await shops.get("ana");
    expect(await readAll(after)).toEqual(known);
    expect((await after.tickets.create({ subject: "The next" }, systemCaller)).number).toBe(31);
    expect((await readAll(await shops.get("bea"))).items).toHaveLength(3);
    await expect(stale.tickets.create({ subject: "Too late" }, systemCaller)).rejects.toMatchObject({
      code: "SHOP_MOVED",
      details: { databaseId: "two" },
    });
    expect(await shops.move("ana", "two"), "again is nothing").toMatchObject({ copied: 0, state: "moved" });
  });

  it("loses no write and doubles none while agents go on working, and stops them for two seconds at most", async () => {
    const { shops } = threePlaces();
    await fill(await shops.add("ana", { databaseId: "one" }), 60);
    let moving = true;
    let longestMs = 0;
    const acknowledged: string[] = [];
    const agent = async (name: string) => {
      for (let index = 0; moving; index++) {
        const subject = `${name} ${index}`;
        const startedAt = performance.now();
        const response = await shops.handler(
          new Request("http://shops.example.test/api/v1/tickets", {
            method: "POST",
            headers: { "x-shop": "ana", authorization: `Bearer ${token}` },
            body: JSON.stringify({ subject, message: { text: subject } }),
          }),
        );
        longestMs = Math.max(longestMs, performance.now() - startedAt);
        expect(response.status, await response.clone().text()).toBe(201);
        acknowledged.push(subject);
      }
    };
    const owner = await (await shops.get("ana")).agents.create({ name: "Olga", role: "owner" }, systemCaller);
    const { token } = await (await shops.get("ana")).agents.createToken(owner.id, { label: "test" }, systemCaller);
    const agents = ["one", "two", "three"].map(agent);
    const result = await shops.move("ana", "two");
    await new Promise((resolve) => setTimeout(resolve, 200));
    moving = false;
    await Promise.all(agents);
    const after = await shops.get("ana");
    const subjects: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await after.tickets.list({ limit: 100, cursor }, systemCaller);
      subjects.push(...page.items.map((ticket) => ticket.subject));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(acknowledged.length).toBeGreaterThan(3);
    expect(subjects.filter((subject) => !subject.startsWith("Where is")).sort()).toEqual([...acknowledged].sort());
    expect(result.writeStopMs).toBeLessThanOrEqual(2000);
    expect(longestMs).toBeLessThan(4000);
  }, 60_000);

  it("that was cut off is ended by running it again", async () => {
    const { shops, another } = threePlaces();
    await fill(await shops.add("ana", { databaseId: "one" }), 40);
    const known = await readAll(await shops.get("ana"));
    for (let pages = 1; pages <= 4; pages++) {
      const cut = new AbortController();
      let seen = 0;
      const attempt = another().move("ana", "two", {
        signal: cut.signal,
        onProgress: () => {
          seen++;
          if (seen === pages) cut.abort(new Error("cut off"));
        },
      });
      await expect(attempt).rejects.toThrow("cut off");
      expect((await readAll(await shops.get("ana"))).items).toHaveLength(40);
    }
    await shops.move("ana", "two");
    expect(await readAll(await shops.get("ana"))).toEqual(known);
  });

  it("back to where it came from works, and what was left behind can be deleted", async () => {
    const { shops, storages } = threePlaces();
    await fill(await shops.add("ana", { databaseId: "one" }), 5);
    await expect(shops.purge("ana", "one")).rejects.toMatchObject({ code: "VERSION_CONFLICT" });
    await shops.move("ana", "two");
    await (await shops.get("ana")).tickets.create({ subject: "In the second place" }, systemCaller);
    await shops.move("ana", "one");
    await (await shops.get("ana")).tickets.create({ subject: "Home again" }, systemCaller);
    expect((await readAll(await shops.get("ana"))).items).toHaveLength(7);
    await shops.purge("ana", "two");
    const database = new Kysely<never>({ dialect: storages.two?.().dialect as never });
    for (const { name } of shopTables) {
      const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.table(name)} where shop_id = 'ana'`.execute(
        database,
      );
      expect([name, rows[0]?.count]).toEqual([name, 0]);
    }
    await database.destroy();
  });

  it.skipIf(testStorageFlavor !== "postgres")("goes from SQLite to PostgreSQL for a shop that has grown, and back", async () => {
    const folder = temporaryFolder();
    const { shops } = threePlaces({
      directory: () => sqlite(join(folder, "directory.db")),
      small: () => sqlite(join(folder, "small.db")),
      large: () => testStorage(join(folder, "large")),
    });
    await fill(await shops.add("ana", { databaseId: "small" }), 25);
    const known = await readAll(await shops.get("ana"));
    await shops.move("ana", "large");
    expect(await readAll(await shops.get("ana"))).toEqual(known);
    expect(
      (await (await shops.get("ana")).tickets.list({ q: "parcel 7", limit: 5 }, systemCaller)).items.map((ticket) => ticket.subject),
    ).toContain("Where is parcel 7?");
    await shops.move("ana", "small");
    expect(await readAll(await shops.get("ana"))).toEqual(known);
  });
});

describe("the list of a shop's tables", () => {
  it("is that of the schema, with its keys", async () => {
    const storage = sqlite(":memory:");
    const { createAskonce } = await import("../create-askonce.ts");
    const path = join(temporaryFolder(), "schema.db");
    const askonce = createAskonce({ storage: sqlite(path) });
    await askonce.migrate();
    await askonce.stop();
    await storage.close();
    const { DatabaseSync } = await import("node:sqlite");
    const database = new DatabaseSync(path);
    const names = database
      .prepare("select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and sql not like '%virtual%'")
      .all()
      .map((row) => String(row.name))
      .filter((name) => database.prepare("select 1 from pragma_table_info(?) where name = 'shop_id'").get(name));
    expect(names.filter((name) => !stayingTables.includes(name)).sort()).toEqual(shopTables.map(({ name }) => name).sort());
    for (const { name, key } of shopTables) {
      const columns = database.prepare("select name from pragma_table_info(?) where pk > 0 order by pk").all(name);
      expect([name, columns.map((column) => column.name)]).toEqual([name, ["shop_id", ...key]]);
      const parents = database.prepare('select distinct "table" as parent from pragma_foreign_key_list(?)').all(name);
      const place = shopTables.findIndex((table) => table.name === name);
      for (const { parent } of parents) expect(shopTables.findIndex((table) => table.name === parent)).toBeLessThan(place);
    }
    database.close();
  });
});
