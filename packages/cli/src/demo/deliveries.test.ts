import { join } from "node:path";
import type { ContextOrder, Incident, LatenessState } from "@askonce/spec";
import { expect, test } from "vitest";
import { startCli, temporaryFolder } from "../__fixtures__/run-cli.ts";

const dayMs = 24 * 3_600_000;

async function startDemo(data: string) {
  const demo = startCli(["demo", "--port", "0", "--data", data]);
  const output = await demo.until(/ready http:\/\/127\.0\.0\.1:\d+\n/);
  const url = /ready (\S+)/.exec(output)?.[1] ?? "";
  const token = /agent token: (\S+)/.exec(output)?.[1] ?? "";
  const get = async <Answer>(path: string): Promise<Answer> => {
    const response = await fetch(`${url}/api/v1${path}`, { headers: { authorization: `Bearer ${token}` } });
    expect(response.status).toBe(200);
    return (await response.json()) as Answer;
  };
  return { demo, url, get };
}

type Get = Awaited<ReturnType<typeof startDemo>>["get"];

/** What is wrong with this parcel at present. */
async function incidentsOf(get: Get, trackingNumber: string): Promise<Incident[]> {
  const kinds = ["late", "stalled", "damaged"];
  const pages = await Promise.all(kinds.map((kind) => get<{ items: Incident[] }>(`/incidents?state=active&limit=100&kind=${kind}`)));
  return pages.flatMap(({ items }) => items).filter((incident) => incident.trackingNumber === trackingNumber);
}

async function latenessOf(get: Get, trackingNumber: string): Promise<LatenessState | undefined> {
  const { items } = await get<{ items: ContextOrder[] }>(`/orders?trackingNumber=${trackingNumber}`);
  const parcel = items[0]?.order.parcels.find((one) => one.trackingNumber === trackingNumber);
  return items[0]?.delivery.parcels.find((one) => one.parcelId === parcel?.id)?.lateness.state;
}

/** The number of the first parcel with this script, from the demo's own page. */
async function numberOf(url: string, script: string, latest: string): Promise<string> {
  const page = await (await fetch(`${url}/demo`)).text();
  const row = page.split("<tr>").find((one) => one.includes(`<td>${script}</td>`) && one.includes(`<td>${latest}</td>`));
  return /<td>(1ONB\w+)<\/td>/.exec(row ?? "")?.[1] ?? "";
}

test("a late, a stuck and a broken parcel at once; two days later the late one has arrived", { timeout: 120_000 }, async () => {
  const data = join(temporaryFolder(), "demo");
  const { demo, url, get } = await startDemo(data);
  const startedAt = performance.now();
  const [stuck, broken] = await Promise.all([numberOf(url, "lost", "left hub"), numberOf(url, "damaged", "delivered")]);
  const page = await (await fetch(`${url}/demo`)).text();
  // Newest event first: the last one of this script is the oldest, which is late from the start.
  const late = [...page.matchAll(/<td>(1ONB\w+)<\/td>\s*<td>late<\/td>/g)].at(-1)?.[1] ?? "";

  await expect
    .poll(async () => (await incidentsOf(get, late)).map(({ kind, state }) => [kind, state]), { timeout: 30_000 })
    .toEqual([["late", "open"]]);
  await expect.poll(async () => (await incidentsOf(get, stuck)).some(({ kind }) => kind === "stalled"), { timeout: 30_000 }).toBe(true);
  const [damage] = await incidentsOf(get, broken);
  expect(damage).toMatchObject({ kind: "damaged", state: "open", severity: 3 });
  expect(damage?.ticketIds).toHaveLength(1);
  expect(damage?.evidence[0]).toMatchObject({ by: "customer", code: "customer_report" });
  expect(performance.now() - startedAt).toBeLessThan(60_000);
  expect(await latenessOf(get, late)).toBe("late");

  const advance = (advanceMs: unknown, headers: Record<string, string> = {}) =>
    fetch(`${url}/demo/clock`, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify({ advanceMs }),
    });
  expect((await advance(2 * dayMs, { "sec-fetch-site": "cross-site" })).status).toBe(403);
  expect((await advance("tomorrow")).status).toBe(400);
  const { aheadMs } = (await (await advance(2 * dayMs)).json()) as { aheadMs: number };
  expect(aheadMs).toBe(2 * dayMs);
  await expect.poll(() => latenessOf(get, late), { timeout: 30_000 }).toBe("delivered_late");
  await expect.poll(() => incidentsOf(get, late), { timeout: 30_000 }).toEqual([]);

  demo.child.kill("SIGTERM");
  expect((await demo.ended).exitCode).toBe(0);
  expect(demo.output.stderr).not.toContain("ADAPTER_");
  // The time that was skipped stays skipped.
  const again = await startDemo(data);
  expect(await (await fetch(`${again.url}/demo`)).text()).toContain("48 hours ahead");
  await expect.poll(() => latenessOf(again.get, late), { timeout: 30_000 }).toBe("delivered_late");
});
