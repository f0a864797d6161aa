import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { isThere } from "./__fixtures__/is-there.ts";
import { connect, query } from "./__fixtures__/query.ts";
import { findPostgres } from "./find-postgres.ts";
import { type PostgresServer, type StartPostgresOptions, startPostgres } from "./postgres-server.ts";

const flavors = await Promise.all((["embedded", "system"] as const).map(async (flavor) => ({ flavor, found: await findPostgres(flavor) })));

/** Real processes on a machine that may be busy with other things. */
vi.setConfig({ testTimeout: 60_000 });
const someMoment = { timeout: 20_000, interval: 20 };

const started: PostgresServer[] = [];
const folders: string[] = [];

async function start(options: StartPostgresOptions): Promise<PostgresServer> {
  const server = await startPostgres(options);
  started.push(server);
  return server;
}

/** A directory that the server's user can enter but not change. */
function folderOfOurOwn(): string {
  const folder = mkdtempSync(join(tmpdir(), "askonce-kept-"));
  chmodSync(folder, 0o755);
  folders.push(folder);
  return folder;
}

afterEach(async () => {
  vi.unstubAllEnvs();
  await Promise.all(started.splice(0).map((server) => server.dispose()));
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

for (const { flavor, found } of flavors) {
  const reason = found.available ? "" : ` (skipped: ${found.reason})`;
  describe.skipIf(!found.available)(`the ${flavor} PostgreSQL${reason}`, () => {
    describe("one server for looking", () => {
      let server: PostgresServer;
      beforeAll(async () => {
        server = await startPostgres({ flavor, settings: { shared_preload_libraries: "pg_stat_statements", work_mem: "7MB" } });
      });
      afterAll(() => server.dispose());

      it("is the one that was found, in UTF-8, with an order that no locale changes", async () => {
        const [row] = await query(
          server.url(),
          `SELECT current_setting('server_version') AS version, current_setting('server_encoding') AS encoding, current_setting('work_mem') AS memory,
                  lower('ȘTIRĂ') AS lower, array_to_string(array(SELECT x FROM unnest(array['b','Ä','a','B']) AS x ORDER BY x), '') AS sorted`,
        );
        expect(row).toEqual({ version: expect.any(String), encoding: "UTF8", memory: "7MB", lower: "știră", sorted: "BabÄ" });
        expect(String(row?.version).split(" ")[0]).toBe(server.version);
        expect(found).toMatchObject({ version: server.version });
      });

      it("listens on loopback only, and not on a socket that other users could use", async () => {
        const [row] = await query(
          server.url(),
          "SELECT current_setting('listen_addresses') AS listen, current_setting('unix_socket_directories') AS socket",
        );
        expect(row).toEqual({ listen: "127.0.0.1", socket: "" });
        expect(new URL(server.url("a/b"))).toMatchObject({ hostname: "127.0.0.1", port: String(server.port), pathname: "/a%2Fb" });
      });

      it("lets nobody in without the password", async () => {
        const url = new URL(server.url());
        url.password = "guess";
        await expect(query(url.href, "SELECT 1")).rejects.toThrow("password authentication failed");
        url.password = "";
        await expect(query(url.href, "SELECT 1")).rejects.toThrow("password");
      });

      it("makes empty databases, also several at once, and refuses a name that is taken", async () => {
        const urls = await Promise.all([server.createDatabase(), server.createDatabase(), server.createDatabase('odd "name"')]);
        expect(new Set(urls).size).toBe(3);
        const names = await Promise.all(urls.map((url) => query(url, "SELECT current_database() AS name")));
        expect(names[2]).toEqual([{ name: 'odd "name"' }]);
        for (const url of urls) {
          expect(await query(url, "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace")).toEqual([]);
        }
        await expect(server.createDatabase('odd "name"')).rejects.toThrow("already exists");
      });

      it("has the extensions that search and measuring need", async () => {
        const url = await server.createDatabase();
        for (const name of ["pg_stat_statements", "pg_trgm", "btree_gin", "unaccent"]) await query(url, `CREATE EXTENSION ${name}`);
        expect(await query(url, "SELECT 'parcel' % 'parcels' AS similar, unaccent('știră') AS plain")).toEqual([
          { similar: true, plain: "stira" },
        ]);
        expect(await query(url, "SELECT calls::int FROM pg_stat_statements WHERE query LIKE '%unaccent(%' LIMIT 1")).toEqual([
          { calls: 1 },
        ]);
      });
    });

    it("keeps its data over stop and start, on the same port", async () => {
      const server = await start({ flavor });
      const url = await server.createDatabase();
      await query(url, "CREATE TABLE kept AS SELECT 42 AS value");
      const firstPid = server.pid;
      await server.start();
      expect(server.pid).toBe(firstPid);
      await server.stop();
      expect(server.pid).toBeNull();
      await server.stop();
      await expect(query(url, "SELECT 1")).rejects.toMatchObject({ code: "ECONNREFUSED" });
      await server.start();
      expect(server.pid).not.toBe(firstPid);
      expect(await query(url, "SELECT value FROM kept")).toEqual([{ value: 42 }]);
    });

    it("loses nothing that it acknowledged when it is killed", async () => {
      const server = await start({ flavor, durable: true });
      const url = await server.createDatabase();
      await query(url, "CREATE TABLE written (number int PRIMARY KEY)");
      const client = await connect(url);
      let acknowledged = 0;
      let enough: () => void = () => {};
      const written = new Promise<void>((resolve) => {
        enough = resolve;
      });
      const writing = (async () => {
        for (;;) {
          await client.query("INSERT INTO written VALUES ($1)", [acknowledged + 1]);
          acknowledged += 1;
          if (acknowledged === 50) enough();
        }
      })();
      await Promise.race([written, writing]);
      await server.kill();
      await expect(writing).rejects.toThrow();
      expect(server.pid).toBeNull();
      expect(existsSync(join(server.dataDirectory, "postmaster.pid"))).toBe(true);

      await server.start();
      const [row] = await query(url, "SELECT count(*)::int AS count, max(number) AS last FROM written");
      // The one under way may have been written without an answer.
      expect([acknowledged, acknowledged + 1]).toContain(row?.count);
      expect(row?.last).toBe(row?.count);
      expect(acknowledged).toBeGreaterThanOrEqual(50);
    });

    it("comes back from one kill after the other", async () => {
      const server = await start({ flavor });
      for (let round = 0; round < 3; round += 1) {
        const client = await connect(server.url());
        const sleeping = client.query("SELECT pg_sleep(60)").then(
          () => "slept",
          () => "cut",
        );
        const [backend] = (await query(server.url(), "SELECT array_agg(pid) AS pids FROM pg_stat_activity")) as [{ pids: number[] }];
        expect(backend.pids.filter(isThere).length).toBeGreaterThan(1);
        await server.kill();
        expect(await sleeping).toBe("cut");
        expect(backend.pids.filter(isThere)).toEqual([]);
        await server.start();
      }
      expect(await query(server.url(), "SELECT 1 AS one")).toEqual([{ one: 1 }]);
    });

    it("comes back when somebody else killed it", async () => {
      const server = await start({ flavor });
      const client = await connect(server.url());
      const cut = new Promise((resolve) => client.once("end", resolve));
      process.kill(server.pid ?? Number.NaN, "SIGKILL");
      await cut;
      await expect.poll(() => server.pid, someMoment).toBeNull();
      await server.start();
      expect(await query(server.url(), "SELECT 1 AS one")).toEqual([{ one: 1 }]);
    });
  });
}

const embedded = flavors[0]?.found;
describe.skipIf(embedded?.available !== true)("a server", () => {
  it("waits for its clients when it is stopped smartly, and for nobody when it is stopped fast", async () => {
    const server = await start({});
    const client = await connect(server.url());
    const ended: string[] = [];
    const smart = server.stop("smart").then(() => ended.push("smart"));
    await expect.poll(() => query(server.url(), "SELECT 1").catch((error: Error) => error.message), someMoment).toMatch(/shutting down/);
    expect((await client.query("SELECT 1 AS one")).rows).toEqual([{ one: 1 }]);
    expect(ended).toEqual([]);
    await client.end();
    await smart;
    expect(server.pid).toBeNull();

    await server.start();
    const another = await connect(server.url());
    const slow = server.stop("smart");
    await server.stop("fast");
    await slow;
    await expect(another.query("SELECT 1")).rejects.toThrow();
  });

  it("starts again after a stop that is still under way", async () => {
    const server = await start({});
    const firstPid = server.pid;
    const stopped = server.stop();
    await server.start();
    await stopped;
    expect(server.pid).not.toBe(firstPid);
    expect(await query(server.url(), "SELECT 1 AS one")).toEqual([{ one: 1 }]);
  });

  it("writes safely only when it is asked to", async () => {
    const [fast, safe] = await Promise.all([start({}), start({ durable: true, settings: { synchronous_commit: "local" } })]);
    const asked =
      "SELECT current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS commit, current_setting('full_page_writes') AS pages";
    expect(await query(fast.url(), asked)).toEqual([{ fsync: "off", commit: "off", pages: "off" }]);
    expect(await query(safe.url(), asked)).toEqual([{ fsync: "on", commit: "local", pages: "on" }]);
    expect(fast.port).not.toBe(safe.port);
  });

  it("deletes its data when it is disposed of, running, stopped or killed", async () => {
    const server = await start({});
    expect(statSync(server.dataDirectory).mode & 0o077).toBe(0);
    await Promise.all([server.dispose(), server.dispose()]);
    expect(existsSync(join(server.dataDirectory, ".."))).toBe(false);
    await expect(server.start()).rejects.toThrow("disposed of");

    const killed = await start({});
    await killed.kill();
    const isSegmentThere = process.platform === "linux" ? segmentOf(killed) : () => false;
    await killed.dispose();
    expect(existsSync(killed.dataDirectory)).toBe(false);
    expect(isSegmentThere()).toBe(false);
  });

  it("keeps the data of a directory that held a cluster before", async () => {
    const dataDirectory = join(folderOfOurOwn(), "data");
    const first = await startPostgres({ dataDirectory, port: 20_000 - 1 });
    expect(first.port).toBe(19_999);
    const url = await first.createDatabase("shop");
    await query(url, "CREATE TABLE kept AS SELECT 42 AS value");
    await first.stop();

    const second = await startPostgres({ dataDirectory });
    expect(second.dataDirectory).toBe(dataDirectory);
    expect(await query(second.url("shop"), "SELECT value FROM kept")).toEqual([{ value: 42 }]);
    await second.dispose();
    expect(readdirSync(dataDirectory)).toContain("PG_VERSION");

    await first.dispose();
    expect(existsSync(dataDirectory)).toBe(false);
  });

  it("says in the server's own words why it does not start, and leaves nothing", async () => {
    const temporary = folderOfOurOwn();
    vi.stubEnv("TMPDIR", temporary);
    await expect(startPostgres({ settings: { shared_buffers: "plenty" } })).rejects.toThrow(/invalid value for parameter "shared_buffers"/);
    const port = await taken();
    await expect(startPostgres({ port: port.number })).rejects.toThrow("Address already in use");
    await port.close();
    const folder = folderOfOurOwn();
    mkdtempSync(join(folder, "something-"));
    await expect(startPostgres({ dataDirectory: folder })).rejects.toThrow("is not empty and holds no PostgreSQL cluster");
    const unreachable = join(mkdtempSync(join(folderOfOurOwn(), "closed-")), "data");
    if (process.geteuid?.() === 0) await expect(startPostgres({ dataDirectory: unreachable })).rejects.toThrow("cannot be entered");
    expect(readdirSync(temporary)).toEqual([expect.stringContaining("askonce-kept-"), expect.stringContaining("askonce-kept-")]);
  });
});

/** Whether the small shared memory segment is still there by which a server finds out about another one on its data. */
function segmentOf(server: PostgresServer): () => boolean {
  const id = readFileSync(join(server.dataDirectory, "postmaster.pid"), "utf8").split("\n")[6]?.trim().split(/\s+/)[1];
  if (id === undefined) throw new Error("the server has no segment");
  const isThere = () =>
    readFileSync("/proc/sysvipc/shm", "utf8")
      .split("\n")
      .some((line) => line.trim().split(/\s+/)[1] === id);
  if (!isThere()) throw new Error("the segment is not where this test looks for it");
  return isThere;
}

async function taken(): Promise<{ number: number; close(): Promise<void> }> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return { number: address.port, close: () => new Promise((resolve) => server.close(() => resolve())) };
}
