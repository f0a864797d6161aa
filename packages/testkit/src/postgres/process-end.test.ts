import { chmodSync, existsSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { holdServer } from "./__fixtures__/hold-server-process.ts";
import { isThere } from "./__fixtures__/is-there.ts";
import { query } from "./__fixtures__/query.ts";
import { startPostgres } from "./postgres-server.ts";
import { postgresUnavailable } from "./test-database.ts";

const reason = await postgresUnavailable();
/** Real processes on a machine that may be busy with other things. */
vi.setConfig({ testTimeout: 60_000 });
const someMoment = { timeout: 20_000, interval: 20 };

describe.skipIf(reason !== null)(`when the process that started a server ends${reason === null ? "" : ` (skipped: ${reason})`}`, () => {
  it.each([
    { ending: "wait", signal: "SIGKILL", as: "SIGKILL" },
    { ending: "wait", signal: "SIGTERM", as: "SIGTERM" },
    { ending: "wait", signal: "SIGINT", as: "SIGINT" },
    { ending: "exit", signal: null, as: "3" },
    { ending: "throw", signal: null, as: "1" },
    { ending: "done", signal: null, as: "0" },
  ] as const)("by $as, the server and its files are gone", async ({ ending, signal, as }) => {
    const { program, held, ended } = await holdServer(ending);
    if (signal !== null) {
      expect(await query(held.url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
      // To the whole group, as a terminal does for Ctrl-C.
      process.kill(-(program.pid ?? Number.NaN), signal);
    }
    expect(await ended).toBe(as);
    await expect.poll(() => existsSync(held.folder), someMoment).toBe(false);
    // The server goes first: without its files it would notice by itself sooner or later, which is not what is meant.
    expect(isThere(held.pid)).toBe(false);
    await expect(query(held.url, "SELECT 1")).rejects.toMatchObject({ code: "ECONNREFUSED" });
  });

  it("its own data directory stays, closed in good order", async () => {
    const folder = mkdtempSync(join(tmpdir(), "askonce-kept-"));
    chmodSync(folder, 0o755);
    const dataDirectory = join(folder, "data");
    try {
      const { program, held } = await holdServer("wait", { dataDirectory });
      await query(held.url, "CREATE TABLE kept AS SELECT 42 AS value");
      program.kill("SIGKILL");
      await expect.poll(() => existsSync(join(dataDirectory, "postmaster.pid")), someMoment).toBe(false);
      const server = await startPostgres({ dataDirectory });
      expect(await query(server.url("held"), "SELECT value FROM kept")).toEqual([{ value: 42 }]);
      await server.dispose();
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

describe.skipIf(reason !== null)("who runs the server", () => {
  it("is never root", async () => {
    const { program, held, ended } = await holdServer("wait");

    expect(statSync(held.dataDirectory).uid).not.toBe(0);
    program.kill();
    await ended;
  });

  it("is the user who asks, when that is not root", async (context) => {
    if (process.geteuid?.() !== 0) context.skip("this run is not root's, so every other test shows it");
    const nobody = { uid: 65_534, gid: 65_534 };
    const { program, held, ended } = await holdServer("wait", nobody).catch((error: Error) => {
      // A checkout below a closed home cannot be read by anybody else.
      if (/EACCES|permission denied/i.test(error.message)) context.skip("the checkout is closed to other users");
      throw error;
    });
    expect(held.uid).toBe(nobody.uid);
    expect(await query(held.url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
    program.kill("SIGKILL");
    await ended;
    await expect.poll(() => existsSync(held.folder), someMoment).toBe(false);
  });
});
