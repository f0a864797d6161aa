import { sameday } from "@askonce/sameday";
import type { AdapterContext } from "@askonce/spec";
import { expect, test } from "vitest";
import { runCli, startCli } from "../__fixtures__/run-cli.ts";
import { createMovableClock } from "../simulation/movable-clock.ts";
import { courierNames } from "./courier-names.ts";

interface Listing {
  now: string;
  scripts: string[];
  parcels: { trackingNumber: string; script: string; latest: { kind: string; at: string } | null }[];
}

async function startFake(commandLine: string[]) {
  const fake = startCli(["fake", ...commandLine]);
  const output = await fake.until(/ready http:\/\/127\.0\.0\.1:\d+/);
  const url = /ready (\S+)/.exec(output)?.[1] ?? "";
  const list = async () => (await (await fetch(`${url}/_parcels`)).json()) as Listing;
  const post = (path: string, body: unknown) => fetch(`${url}${path}`, { method: "POST", body: JSON.stringify(body) });
  return { output, url, list, post };
}

const silent = { debug() {}, info() {}, warn() {}, error() {} };
const context = (): AdapterContext => ({
  signal: AbortSignal.timeout(10_000),
  logger: silent,
  clock: createMovableClock(),
  fetch: (input, init) => fetch(input, init),
  idempotencyKey: "once",
  priority: "agent",
});

test("what fake sameday prints connects the adapter, and its parcels move with its clock", async () => {
  const { output, url, list, post } = await startFake(["sameday"]);
  const [, username = "", password = ""] = /configure: sameday\(\{ .*username: "(.+?)", password: "(.+?)"/.exec(output) ?? [];
  const carrier = sameday({ baseUrl: url, username, password });
  expect((await carrier.check(context())).ok).toBe(true);
  const { scripts, parcels } = await list();
  expect(scripts.length).toBeGreaterThanOrEqual(14);
  expect(new Set(parcels.map(({ script }) => script))).toEqual(new Set(scripts));

  expect((await post("/_parcels", { trackingNumber: "1ONB20000042", script: "on_time" })).status).toBe(200);
  expect((await carrier.track("1ONB20000042", context()))?.status).toBe("handed_over");
  expect((await post("/_clock", { advanceMs: 30 * 3_600_000 })).status).toBe(200);
  expect((await carrier.track("1ONB20000042", context()))?.status).toBe("delivered");
  for (const wrong of [{ trackingNumber: "1ONB20000042", script: "on_time" }, { trackingNumber: "1ONB2", script: "teleported" }, null])
    expect((await post("/_parcels", wrong)).status).toBe(400);
  expect((await post("/_clock", { advanceMs: -1 })).status).toBe(400);
});

test("with --speed the parcels move by themselves", async () => {
  const { list } = await startFake(["sameday", "--speed", "600"]);
  const fresh = async () => (await list()).parcels.filter(({ script }) => script === "on_time")[0]?.latest?.kind;
  expect(await fresh()).not.toBe("delivered");
  await expect.poll(fresh, { timeout: 20_000 }).toBe("delivered");
});

test.each(courierNames.filter((name) => name !== "sameday"))("fake %s says how to connect and what it has", async (name) => {
  const { output, url, list } = await startFake([name]);
  expect(output).toContain(`configure: ${name}({ baseUrl: "${url}`);
  expect((await list()).parcels.length).toBeGreaterThanOrEqual(28);
  // Nobody is let in without what was printed.
  expect((await fetch(`${url}/elsewhere`)).ok).toBe(false);
});

test("somebody else cannot be faked", async () => {
  const { exitCode, stderr } = await runCli(["fake", "pigeon"]);
  expect(exitCode).toBe(2);
  expect(stderr).toContain("seventeentrack");
});
