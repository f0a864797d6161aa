import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { StorageV1 } from "@askonce/spec/storage";
import type { ProcessMessage, ProcessSettings, Written, WrittenTicket } from "./process-settings.ts";

/** A process of old or of new code. The types are those of today: of what is used here both have the same. */
const settings = JSON.parse(process.argv[2] ?? "null") as ProcessSettings;
const { folder, location, name } = settings;

const load = (path: string) => import(pathToFileURL(join(folder, "packages", path, "index.ts")).href);
const core: typeof import("@askonce/core") = await load("core/src");
const { memoryStorefront }: typeof import("@askonce/testkit") = await load("testkit/src");
const { generateShop }: typeof import("@askonce/testkit/shop-data") = await load("testkit/src/shop-data");

async function openStorage(): Promise<StorageV1> {
  if (location.kind === "sqlite") {
    const { sqlite }: typeof import("@askonce/sqlite") = await load("storage/sqlite/src");
    return sqlite({ path: location.at, durability: "normal" });
  }
  const { postgres }: typeof import("@askonce/postgres") = await load("storage/postgres/src");
  return postgres({ url: location.at, connections: 5, jobs: "built-in" });
}

let statements = 0;

/** Counts the statements, and ends the process where it is told to. */
function counted(storage: StorageV1): StorageV1 {
  const { dialect } = storage;
  const seen = new WeakSet<object>();
  const createDriver: typeof dialect.createDriver = () => {
    const driver = dialect.createDriver();
    const acquire = driver.acquireConnection.bind(driver);
    driver.acquireConnection = async (...options) => {
      const connection = await acquire(...options);
      if (seen.has(connection)) return connection;
      seen.add(connection);
      const execute = connection.executeQuery.bind(connection);
      connection.executeQuery = (...parameters) => {
        if (++statements === settings.diesAtStatement) process.kill(process.pid, "SIGKILL");
        return execute(...parameters);
      };
      return connection;
    };
    return driver;
  };
  const { createAdapter, createQueryCompiler, createIntrospector } = dialect;
  return {
    ...storage,
    dialect: {
      createAdapter: createAdapter.bind(dialect),
      createQueryCompiler: createQueryCompiler.bind(dialect),
      createIntrospector: createIntrospector.bind(dialect),
      createDriver,
    },
  };
}

const shop = generateShop({ seed: 11, orders: 20, now: "2026-11-20T09:00:00.000Z" });
const storefront = memoryStorefront(shop);
const askonce = core.createAskonce({
  storage: counted(await openStorage()),
  storefronts: [storefront.adapter],
  shop: { countryCode: "RO", timeZone: "Europe/Bucharest" },
});
const tell = (message: ProcessMessage) => process.send?.(message);
const written: Written = { tickets: [], webhooks: 0, repeated: 0, failures: [] };
let isStopping = false;

/** Does a command as a client does it: what says that it may be tried again is tried again. */
async function insist<Result>(command: () => Promise<Result>): Promise<Result | null> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await command();
    } catch (error) {
      const { code = "UNKNOWN", retryable = false } = error as { code?: string; retryable?: boolean };
      if (retryable && attempt < 20) {
        written.repeated++;
        await new Promise((resolve) => setTimeout(resolve, 50));
        continue;
      }
      written.failures.push(`${code}: ${error instanceof Error ? error.message : ""}`);
      return null;
    }
  }
}

const caller = core.systemCaller;

async function writeTickets(lane: number): Promise<void> {
  let before: WrittenTicket | null = null;
  for (let count = 0; !isStopping; count++) {
    // Every fifth belongs to nobody, and can be merged into another one.
    const isForMerge = before !== null && count % 5 === 4;
    // Of one length each, so that none is the beginning of another one.
    const word = `${name}lane${lane}word${String(count).padStart(4, "0")}`;
    const made = await insist(() =>
      askonce.tickets.create(
        {
          subject: `Parcel ${word}`,
          tags: ["upgrade", `lane${lane}`],
          ...(isForMerge ? {} : { customer: { name: `Ana ${word}`, email: `${word}@example.com` } }),
          message: { text: "Where is it?" },
        },
        caller,
      ),
    );
    if (!made) continue;
    const ticket: WrittenTicket = { id: made.id, word, status: "open", messages: 1, mergedInto: null };
    written.tickets.push(ticket);
    if (await insist(() => askonce.tickets.reply(made.id, { text: `We look after it: ${word}` }, caller))) ticket.messages++;
    if (count % 2 === 0) {
      const changed = await insist(() => askonce.tickets.update(made.id, { status: "resolved", tags: ["upgrade", "done"] }, caller));
      if (changed) ticket.status = "resolved";
    } else {
      ticket.status = (await insist(() => askonce.tickets.get(made.id, caller)))?.status ?? ticket.status;
    }
    if (before && isForMerge) {
      const into: WrittenTicket = before;
      if (await insist(() => askonce.tickets.merge(made.id, into.id, caller))) {
        ticket.mergedInto = into.id;
        into.status = (await insist(() => askonce.tickets.get(into.id, caller)))?.status ?? into.status;
      }
    } else {
      before = ticket;
    }
    tell({ progress: written.tickets.length });
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

async function sendWebhooks(): Promise<void> {
  // Orders of its own beside up to two others whose names begin with neighboring letters: a key is made of the order and its time.
  const own = shop.orders.filter((_, index) => index % 3 === name.charCodeAt(0) % 3);
  for (let count = 0; !isStopping; count++) {
    const order = own[count % own.length];
    if (!order) return;
    storefront.updateOrder(order.id, { updatedAt: new Date(Date.now() + count).toISOString() });
    const { headers, body } = storefront.webhook("order.changed", order.id);
    const address = "http://shop.example.test/api/v1/webhooks/memory";
    await insist(async () => {
      const answer = await askonce.handler(new Request(address, { method: "POST", headers, body: body as Uint8Array<ArrayBuffer> }));
      if (answer.ok) written.webhooks++;
      else throw Object.assign(new Error(`webhook ${answer.status}`), { code: "WEBHOOK", retryable: answer.status === 503 });
    });
    await new Promise((resolve) => setTimeout(resolve, 15));
  }
}

if (settings.mode === "migrate") {
  const report = await askonce.migrate();
  await askonce.stop();
  tell({ migrated: { ...report, statements } });
  process.disconnect();
} else {
  const stopped = new Promise<void>((resolve) => {
    process.once("message", () => {
      isStopping = true;
      resolve();
    });
  });
  await askonce.start();
  tell({ ready: true });
  await Promise.all([stopped, writeTickets(1), writeTickets(2), sendWebhooks()]);
  await askonce.stop();
  tell({ written });
  process.disconnect();
}
