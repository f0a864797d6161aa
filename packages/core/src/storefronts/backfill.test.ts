import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { systemCaller } from "../caller.ts";
import { ownerToken, storefrontInstance } from "../testing/storefront-instance.ts";

describe("a back-fill", () => {
  it("reads everything, page by page, and says how far it is", async () => {
    const { askonce, calls } = storefrontInstance({ orders: 45 });
    const progress: string[] = [];
    const result = await askonce.sync.backfill("memory", { onProgress: (one) => progress.push(`${one.done}/${one.total} ${one.state}`) });
    expect(result).toEqual({ adapterId: "memory", done: 45, total: 45, state: "complete" });
    expect(progress).toEqual(["10/45 running", "20/45 running", "30/45 running", "40/45 running", "45/45 complete"]);
    expect((await askonce.sync.list(systemCaller))[0]).toMatchObject({
      ordersCount: 45,
      backfill: { state: "complete", done: 45, total: 45, problem: null },
    });
    expect(calls.list).toHaveLength(5);
  });

  it("goes on after its last page when it was cut off, in another process too", async () => {
    const directory = mkdtempSync(join(tmpdir(), "askonce-backfill-"));
    onTestFinished(() => rmSync(directory, { recursive: true }));
    const path = join(directory, "askonce.db");
    const cut = new AbortController();
    const first = storefrontInstance({ orders: 45, path });
    const cutOff = first.askonce.sync.backfill("memory", {
      signal: cut.signal,
      onProgress: (one) => {
        if (one.done === 20) cut.abort(new Error("the power went"));
      },
    });
    await expect(cutOff).rejects.toThrow("the power went");
    await first.askonce.stop();

    const second = storefrontInstance({ orders: 45, path });
    expect((await second.askonce.sync.list(systemCaller))[0]?.backfill).toMatchObject({ state: "running", done: 20 });
    const result = await second.askonce.sync.backfill("memory");
    expect(result).toMatchObject({ done: 45, state: "complete" });
    expect(second.calls.list).toHaveLength(3);
    expect((await second.askonce.sync.list(systemCaller))[0]?.ordersCount).toBe(45);
  });

  it("keeps its place when the storefront fails, and shows the reason", async () => {
    let failAt = 2;
    const { askonce } = storefrontInstance({
      orders: 45,
      wrap: (adapter) => ({
        ...adapter,
        changes: {
          overlapMs: 0,
          list: (request, context) => {
            if (failAt-- === 0) throw new TypeError("broken");
            if (!adapter.changes) throw new Error("no changes");
            return adapter.changes.list(request, context);
          },
        },
      }),
    });
    await expect(askonce.sync.backfill("memory")).rejects.toThrow("broken");
    expect((await askonce.sync.list(systemCaller))[0]?.backfill).toMatchObject({ state: "failed", done: 20, problem: "TypeError" });
    expect(await askonce.sync.backfill("memory")).toMatchObject({ done: 45, state: "complete" });
    expect((await askonce.sync.list(systemCaller))[0]?.backfill.problem).toBeNull();
  });

  it("takes pages of any size", async () => {
    const { askonce } = storefrontInstance({ orders: 4000, pageSize: 4000 });
    expect(await askonce.sync.backfill("memory")).toMatchObject({ done: 4000, state: "complete" });
    expect((await askonce.sync.list(systemCaller))[0]?.ordersCount).toBe(4000);
  }, 60_000);

  it("is not run twice, unless it is restarted", async () => {
    const { askonce, calls } = storefrontInstance({ orders: 12 });
    await askonce.sync.backfill("memory");
    await askonce.sync.backfill("memory");
    expect(calls.list).toHaveLength(2);
    expect(await askonce.sync.backfill("memory", { restart: true })).toMatchObject({ done: 12, state: "complete" });
    expect(calls.list).toHaveLength(4);
  });

  it("is started by an owner over HTTP, runs in the background, and is refused to an agent", async () => {
    const { askonce, request } = storefrontInstance({ orders: 25 });
    const { token } = await ownerToken(askonce);
    const agent = await askonce.agents.create({ name: "Ana", role: "agent" }, systemCaller);
    const { token: agentToken } = await askonce.agents.createToken(agent.id, { label: "x" }, systemCaller);
    expect((await request("POST", "/storefronts/memory/backfill", {}, agentToken)).status).toBe(403);
    expect((await request("POST", "/storefronts/none/backfill", {}, token)).status).toBe(404);
    await askonce.start();
    const started = await request("POST", "/storefronts/memory/backfill", {}, token);
    expect(started.status).toBe(202);
    await expect
      .poll(async () => (await (await request("GET", "/storefronts", undefined, token)).json()).items[0].backfill, { timeout: 10_000 })
      .toMatchObject({ state: "complete", done: 25, total: 25 });
  });
});

describe("reconciliation", () => {
  it("finds what no webhook told, reading only what changed since the watermark and the overlap", async () => {
    const { askonce, shop, memory, calls, clock } = storefrontInstance({ orders: 30 });
    await askonce.sync.backfill("memory");
    clock.advance(3_600_000);
    const order = shop.orders[3];
    if (!order) throw new Error("the shop has no orders");
    memory.updateOrder(order.id, { status: "cancelled", updatedAt: new Date(clock.now()).toISOString() });
    const before = calls.list.length;
    expect((await askonce.sync.reconcile("memory")).changed).toBe(1);
    expect(JSON.parse(calls.list[before] ?? "{}").since <= "2026-11-20T09:00:00.000Z").toBe(true);
    expect((await askonce.orders.get(memory.ref(order.id), systemCaller)).order.status).toBe("cancelled");
    expect((await askonce.sync.reconcile("memory")).changed).toBe(0);
  });

  it("waits for the back-fill, without which there is no beginning", async () => {
    const { askonce, calls } = storefrontInstance();
    expect(await askonce.sync.reconcile("memory")).toEqual({ changed: 0 });
    expect(calls.list).toEqual([]);
  });

  it("does not move its watermark past a page that failed", async () => {
    let failing = false;
    const { askonce, clock, calls } = storefrontInstance({
      orders: 15,
      wrap: (adapter) => ({
        ...adapter,
        changes: {
          overlapMs: 60_000,
          list: (request, context) => {
            if (failing) throw new TypeError("broken");
            if (!adapter.changes) throw new Error("no changes");
            return adapter.changes.list(request, context);
          },
        },
      }),
    });
    await askonce.sync.backfill("memory");
    clock.advance(600_000);
    failing = true;
    await expect(askonce.sync.reconcile("memory")).rejects.toThrow("broken");
    failing = false;
    clock.advance(600_000);
    const before = calls.list.length;
    await askonce.sync.reconcile("memory");
    expect(JSON.parse(calls.list[before] ?? "{}").since).toBe("2026-11-20T08:59:00.000Z");
  });
});
