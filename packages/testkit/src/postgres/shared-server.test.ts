import { existsSync } from "node:fs";
import { HttpResponse, http } from "msw";
import { setupServer } from "msw/node";
import { afterEach, describe, expect, it, vi } from "vitest";
import { connect, query } from "./__fixtures__/query.ts";
import type { PostgresServer } from "./postgres-server.ts";
import { askSharedServer, hostSharedServer, startForTests, testFlavor } from "./shared-server.ts";
import { postgresUnavailable, testDatabase } from "./test-database.ts";

/** Real processes on a machine that may be busy with other things. */
vi.setConfig({ testTimeout: 60_000 });

const reason = await postgresUnavailable();
const skipped = reason === null ? "" : ` (skipped: ${reason})`;

afterEach(() => {
  vi.unstubAllEnvs();
  vi.useRealTimers();
});

describe("the flavor for tests", () => {
  it("is the embedded one unless the environment says otherwise", () => {
    expect(testFlavor({})).toBe("embedded");
    expect(testFlavor({ ASKONCE_TEST_POSTGRES: "" })).toBe("embedded");
    expect(testFlavor({ ASKONCE_TEST_POSTGRES: "system" })).toBe("system");
    expect(() => testFlavor({ ASKONCE_TEST_POSTGRES: "oracle" })).toThrow('"embedded" or "system", not "oracle"');
  });
});

describe.skipIf(reason !== null)(`the keeper of the shared server${skipped}`, () => {
  it("starts nothing before somebody asks, one server for all who ask, and ends it", async () => {
    const servers: PostgresServer[] = [];
    const host = await hostSharedServer(async () => {
      const server = await startForTests();
      servers.push(server);
      return server;
    });
    expect(servers).toEqual([]);
    const answers = await Promise.all([askSharedServer(host.socketPath), askSharedServer(host.socketPath)]);
    expect(servers).toHaveLength(1);
    expect(answers.map((one) => one.answer)).toEqual([{ url: servers[0]?.url() }, { url: servers[0]?.url() }]);
    await host.close();
    expect(servers[0]?.pid).toBeNull();
    expect(existsSync(host.socketPath)).toBe(false);
    await expect(askSharedServer(host.socketPath)).rejects.toMatchObject({ code: "ENOENT" });
  });

  it("drops what a process has made when that process is gone, whoever is still connected", async () => {
    const server = await startForTests();
    const host = await hostSharedServer(async () => server);
    const [leaving, staying] = await Promise.all([askSharedServer(host.socketPath), askSharedServer(host.socketPath)]);
    for (const name of ["left", "left too", "kept"]) await server.createDatabase(name);
    for (const name of ["left", "left too"]) leaving.entrust(name);
    staying.entrust("kept");
    const client = await connect(server.url("left"));
    const cut = new Promise((resolve) => client.once("end", resolve));
    leaving.close();
    await cut;
    const names = () => query(server.url(), "SELECT datname FROM pg_database WHERE NOT datistemplate ORDER BY 1");
    await expect.poll(names, { timeout: 20_000 }).toEqual([{ datname: "kept" }, { datname: "postgres" }]);
    await host.close();
  });

  it("closes without having started anything", async () => {
    const host = await hostSharedServer(() => Promise.reject(new Error("must not be called")));
    await host.close();
    expect(existsSync(host.socketPath)).toBe(false);
  });

  it("tells who asks why a server does not start", async () => {
    const host = await hostSharedServer(() => Promise.reject(new Error("no space left")));
    expect((await askSharedServer(host.socketPath)).answer).toEqual({ failure: "no space left" });
    await host.close();
  });
});

describe("without a PostgreSQL", () => {
  it("there is a reason to skip, and no database", async () => {
    vi.stubEnv("ASKONCE_TEST_POSTGRES", "system");
    vi.stubEnv("ASKONCE_TEST_POSTGRES_SOCKET", "");
    vi.resetModules();
    vi.doMock("./system-binaries.ts", () => ({ locateSystemBinaries: async () => null }));
    const { postgresUnavailable, testDatabase } = await import("./test-database.ts");
    const { askSharedServer, hostSharedServer } = await import("./shared-server.ts");
    expect(await postgresUnavailable()).toBe("no PostgreSQL server is installed on this machine");
    expect(await testDatabase()).toBeNull();
    const host = await hostSharedServer();
    expect((await askSharedServer(host.socketPath)).answer).toEqual({ unavailable: "no PostgreSQL server is installed on this machine" });
    await host.close();
    vi.doUnmock("./system-binaries.ts");
  });
});

describe.skipIf(reason !== null)(`a database for a test${skipped}`, () => {
  it("is empty, its own, and not disturbed by a test's fake network", async () => {
    const network = setupServer(http.get("http://shop.test/", () => HttpResponse.text("fake")));
    network.listen({ onUnhandledFrame: "error" });
    try {
      const [one, other] = await Promise.all([testDatabase(), testDatabase()]);
      if (one === null || other === null) throw new Error("available, but none was given");
      expect(one).not.toBe(other);
      expect(new URL(one).port).toBe(new URL(other).port);
      await query(one, "CREATE TABLE mine ()");
      expect(await query(other, "SELECT to_regclass('mine') AS found")).toEqual([{ found: null }]);
      expect(await (await fetch("http://shop.test/")).text()).toBe("fake");
    } finally {
      network.close();
    }
  });

  it("is given while a test's clock stands still", async () => {
    vi.useFakeTimers();
    const url = await testDatabase();
    expect(await query(url ?? "", "SELECT 1 AS one")).toEqual([{ one: 1 }]);
  });
});
