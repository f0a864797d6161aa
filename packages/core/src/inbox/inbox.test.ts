import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { systemCaller } from "../caller.ts";
import { storefrontInstance } from "../testing/storefront-instance.ts";

describe("a webhook", () => {
  it("is stored before it is answered, and applied afterwards", async () => {
    const { askonce, shop, memory, deliver } = storefrontInstance();
    const order = shop.orders[0];
    if (!order) throw new Error("the shop has no orders");
    const response = await deliver("order.changed", order.id);
    expect(response.status).toBe(200);
    expect((await askonce.orders.search({ number: order.number }, systemCaller)).items).toEqual([]);
    expect((await askonce.sync.list(systemCaller))[0]).toMatchObject({ inboxPending: 1, inboxFailed: 0 });
    await askonce.drain();
    const found = await askonce.orders.search({ number: order.number }, systemCaller);
    expect(found.items.map((item) => item.order.ref)).toEqual([memory.ref(order.id)]);
    expect((await askonce.sync.list(systemCaller))[0]).toMatchObject({ inboxPending: 0, ordersCount: 1 });
  });

  it.each([
    ["an altered body", (body: Uint8Array) => body.map((byte, index) => (index === 20 ? byte ^ 1 : byte))],
    ["a body cut short", (body: Uint8Array) => body.slice(0, -1)],
  ])("with %s is refused with 401 and leaves nothing", async (_, change) => {
    const { askonce, shop, deliver } = storefrontInstance();
    const response = await deliver("order.changed", shop.orders[0]?.id ?? 0, change);
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ code: "WEBHOOK_SIGNATURE_INVALID", status: 401 });
    expect((await askonce.sync.list(systemCaller))[0]).toMatchObject({ inboxPending: 0, inboxFailed: 0, lastWebhookAt: null });
  });

  it("without a signature, for an unknown storefront, or by GET is refused", async () => {
    const { request } = storefrontInstance();
    expect((await request("POST", "/webhooks/memory", "{}")).status).toBe(401);
    expect((await request("POST", "/webhooks/nobody", "{}")).status).toBe(404);
    expect((await request("GET", "/webhooks/memory")).status).toBe(405);
  });

  it("over two megabytes is refused with 413, whether the length was announced or not", async () => {
    const { askonce } = storefrontInstance();
    const chunk = new Uint8Array(64 * 1024).fill(32);
    let sent = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent++;
        controller.enqueue(chunk);
        if (sent > 1000) controller.close();
      },
    });
    const response = await askonce.handler(
      new Request("http://shop.example.test/api/v1/webhooks/memory", { method: "POST", body, duplex: "half" } as RequestInit),
    );
    expect(response.status).toBe(413);
    expect(await response.json()).toMatchObject({ code: "BODY_TOO_LARGE", details: { maxBytes: 2 * 1024 * 1024 } });
    // It stopped reading at the limit instead of taking all sixty megabytes.
    expect(sent).toBeLessThan(40);
  });

  it("that is a ping is answered and forgotten", async () => {
    const { askonce, shop, deliver } = storefrontInstance();
    expect((await deliver("ping", shop.orders[0]?.id ?? 0)).status).toBe(200);
    expect((await askonce.sync.list(systemCaller))[0]).toMatchObject({ inboxPending: 0 });
  });
});

describe("the inbox", () => {
  it("keeps one of many duplicates", async () => {
    const { askonce, shop, deliver } = storefrontInstance();
    const id = shop.orders[0]?.id ?? 0;
    const answers = await Promise.all(Array.from({ length: 20 }, () => deliver("order.changed", id)));
    expect(answers.every((answer) => answer.status === 200)).toBe(true);
    expect((await askonce.sync.list(systemCaller))[0]).toMatchObject({ inboxPending: 1 });
    await askonce.drain();
    const events: string[] = [];
    askonce.on("order.updated", (event) => void events.push(event.data.orderRef));
    await deliver("order.changed", id);
    await askonce.drain();
    expect(events).toEqual([]);
  });

  it("ends in the same state whatever the order of arrival", async () => {
    const { askonce, shop, memory } = storefrontInstance();
    const order = shop.orders[0];
    if (!order) throw new Error("the shop has no orders");
    const webhooks = [memory.webhook("order.changed", order.id)];
    for (const status of ["onHold", "processing", "cancelled", "completed"] as const) {
      memory.updateOrder(order.id, { status });
      webhooks.push(memory.webhook("order.changed", order.id));
    }
    for (const index of [3, 0, 4, 2, 1]) {
      const webhook = webhooks[index];
      if (!webhook) continue;
      await askonce.handler(
        new Request("http://shop.example.test/api/v1/webhooks/memory", {
          method: "POST",
          headers: webhook.headers,
          body: webhook.body as Uint8Array<ArrayBuffer>,
        }),
      );
      await askonce.drain();
    }
    const { order: last } = await askonce.orders.get(memory.ref(order.id), systemCaller);
    expect(last.raw.status).toBe("completed");
  });

  it("asks the storefront which of two changes of one version is the later one, and about nothing else", async () => {
    const { askonce, shop, memory, calls } = storefrontInstance({
      // A vendor whose deliveries have names and whose changes have none.
      wrap: (adapter) => ({
        ...adapter,
        webhooks: {
          async receive(webhook, context) {
            const receipt = await adapter.webhooks?.receive(webhook, context);
            const delivery = webhook.headers.get("x-memory-delivery");
            return { events: (receipt?.events ?? []).map((event) => ({ ...event, key: `${delivery}` })) };
          },
        },
      }),
    });
    const order = shop.orders[0];
    if (!order) throw new Error("the shop has no orders");
    const send = async ({ headers, body }: { headers: Headers; body: Uint8Array }) => {
      const url = "http://shop.example.test/api/v1/webhooks/memory";
      await askonce.handler(new Request(url, { method: "POST", headers, body: body as Uint8Array<ArrayBuffer> }));
      await askonce.drain();
    };
    const older = memory.webhook("order.changed", order.id);
    memory.updateOrder(order.id, { status: "completed" });
    await send(memory.webhook("order.changed", order.id));
    await send(older);
    expect(calls.getOrder, "an older one is older, whoever is asked").toEqual([]);
    await send(memory.webhook("order.changed", order.id));
    expect(calls.getOrder, "what says the same again leaves nothing open").toEqual([]);
    const { updatedAt } = memory.server.render(order.id) as { updatedAt: string };
    memory.updateOrder(order.id, { customerNote: "within the same second", updatedAt });
    await send(memory.webhook("order.changed", order.id));
    expect(calls.getOrder).toEqual([memory.ref(order.id)]);
  });

  it("does not bring back a deleted order when an older change arrives late", async () => {
    const { askonce, shop, memory, deliver } = storefrontInstance();
    const order = shop.orders[0];
    if (!order) throw new Error("the shop has no orders");
    const late = memory.webhook("order.changed", order.id);
    await deliver("order.changed", order.id);
    await askonce.drain();
    memory.deleteOrder(order.id);
    await deliver("order.deleted", order.id);
    await askonce.drain();
    expect((await askonce.orders.search({ number: order.number }, systemCaller)).items).toEqual([]);
    late.headers.set("x-memory-delivery", "another");
    await askonce.handler(
      new Request("http://shop.example.test/api/v1/webhooks/memory", {
        method: "POST",
        headers: late.headers,
        body: late.body as Uint8Array<ArrayBuffer>,
      }),
    );
    await askonce.drain();
    expect((await askonce.orders.search({ number: order.number }, systemCaller)).items).toEqual([]);
  });

  it("does not bring back a deleted order when a change from before the deletion is newer than what is known", async () => {
    const { askonce, shop, memory, deliver } = storefrontInstance();
    const order = shop.orders[0];
    if (!order) throw new Error("the shop has no orders");
    await deliver("order.changed", order.id);
    await askonce.drain();
    memory.updateOrder(order.id, { status: "completed" });
    const late = memory.webhook("order.changed", order.id);
    memory.deleteOrder(order.id);
    await deliver("order.deleted", order.id);
    await askonce.drain();
    const events: string[] = [];
    askonce.on("*", (event) => void events.push(event.type));
    await askonce.handler(
      new Request("http://shop.example.test/api/v1/webhooks/memory", {
        method: "POST",
        headers: late.headers,
        body: late.body as Uint8Array<ArrayBuffer>,
      }),
    );
    await askonce.drain();
    expect((await askonce.orders.search({ number: order.number }, systemCaller)).items).toEqual([]);
    expect(events).toEqual([]);
  });

  it("reads an order that a webhook only hints at, and tries again while the storefront fails", async () => {
    let failing = true;
    const { askonce, shop, memory, deliver, calls, clock } = storefrontInstance({
      wrap: (adapter) => ({
        ...adapter,
        webhooks: {
          async receive(webhook, context) {
            const receipt = await adapter.webhooks?.receive(webhook, context);
            return {
              events: (receipt?.events ?? []).map((event) => (event.type === "order.changed" ? { ...event, snapshot: null } : event)),
            };
          },
        },
        getOrder: (ref, context) => (failing ? Promise.reject(new Error("the line is dead")) : adapter.getOrder(ref, context)),
      }),
    });
    const order = shop.orders[0];
    if (!order) throw new Error("the shop has no orders");
    await deliver("order.changed", order.id);
    await askonce.drain();
    expect((await askonce.sync.list(systemCaller))[0]).toMatchObject({ inboxPending: 1 });
    failing = false;
    await askonce.drain();
    expect(calls.getOrder).toEqual([]);
    clock.advance(5000);
    await askonce.drain();
    expect(calls.getOrder).toEqual([memory.ref(order.id)]);
    expect((await askonce.sync.list(systemCaller))[0]).toMatchObject({ inboxPending: 0, ordersCount: 1 });
  });

  it("gives up after many tries, says so, and goes on with the others", async () => {
    const { askonce, shop, deliver, clock } = storefrontInstance({
      wrap: (adapter) => ({
        ...adapter,
        webhooks: {
          async receive(webhook, context) {
            const receipt = await adapter.webhooks?.receive(webhook, context);
            return {
              events: (receipt?.events ?? []).map((event) => (event.type === "order.changed" ? { ...event, snapshot: null } : event)),
            };
          },
        },
        getOrder: (ref, context) =>
          ref.endsWith(String(shop.orders[0]?.id)) ? Promise.reject(new Error("never")) : adapter.getOrder(ref, context),
      }),
    });
    await deliver("order.changed", shop.orders[0]?.id ?? 0);
    await deliver("order.changed", shop.orders[1]?.id ?? 0);
    for (let round = 0; round < 14; round++) {
      await askonce.drain();
      clock.advance(3_600_000);
    }
    expect((await askonce.sync.list(systemCaller))[0]).toMatchObject({ inboxPending: 0, inboxFailed: 1, ordersCount: 1 });
  });

  it("keeps the headers of a raw webhook that its vendor needs, without signatures, credentials and addresses", async () => {
    const { askonce, shop, memory } = storefrontInstance();
    const { headers, body } = memory.webhook("order.changed", shop.orders[0]?.id ?? 0);
    for (const [name, value] of [
      ["authorization", "Bearer canary"],
      ["cookie", "session=canary"],
      ["x-vendor-access-token", "canary"],
      ["x-forwarded-for", "203.0.113.7, canary"],
    ] as const) {
      headers.set(name, value);
    }
    const url = "http://shop.example.test/api/v1/webhooks/memory";
    expect((await askonce.handler(new Request(url, { method: "POST", headers, body: body as Uint8Array<ArrayBuffer> }))).status).toBe(200);
    const ticket = await askonce.tickets.create({ subject: "look" }, systemCaller);
    let kept = "";
    askonce.before("message.create", async (_payload, unit) => {
      const { rows } = await sql<{ headers: string }>`select headers from inbox_raw`.execute(unit.database);
      kept = rows[0]?.headers ?? "";
    });
    await askonce.tickets.note(ticket.id, { text: "x" }, systemCaller);
    expect(Object.keys(JSON.parse(kept)).sort()).toEqual(["content-type", "x-memory-delivery", "x-memory-topic"]);
    expect(kept).not.toContain("canary");
  });
});

describe("a snapshot that leaves parts out", () => {
  it("keeps what was known of them, and an order never read whole counts as old", async () => {
    const { askonce, shop, memory } = storefrontInstance({
      orders: 80,
      wrap: (adapter) => ({
        ...adapter,
        findOrders: async (query, context) => {
          const found = await adapter.findOrders(query, context);
          const unread = { field: "refunds", reason: "not_fetched" as const, remedy: null };
          return { ...found, orders: found.orders.map((order) => ({ ...order, refunds: [], gaps: [...order.gaps, unread] })) };
        },
      }),
    });
    const order = shop.orders.find((one) => one.refunds.length > 0);
    if (!order) throw new Error("no refunded order");
    const first = await askonce.orders.search({ number: order.number, live: true }, systemCaller);
    expect(first.items[0]).toMatchObject({
      order: { refunds: [], gaps: [{ field: "refunds", reason: "not_fetched" }] },
      provenance: { stale: true },
    });
    const whole = await askonce.orders.refresh(memory.ref(order.id), systemCaller);
    expect(whole.order.refunds).toHaveLength(order.refunds.length);
    expect(whole.order.gaps).toEqual([]);
    // Found again as a stranger's query would have it found: without its refunds, which stay.
    memory.updateOrder(order.id, { customerNote: "later" });
    const ticket = await askonce.tickets.create({ subject: "x", customer: { email: order.email } }, systemCaller);
    await askonce.tickets.recordFact(ticket.id, { key: "orderNumber", value: `0${order.number}` }, systemCaller);
    await askonce.context.read(ticket.id, systemCaller);
    await askonce.drain();
    expect((await askonce.orders.get(memory.ref(order.id), systemCaller)).order.refunds).toHaveLength(order.refunds.length);
  });
});

describe("a replay", () => {
  it("applies kept webhooks again as the adapter understands them today, and overwrites nothing newer", async () => {
    let misreads = true;
    const { askonce, shop, memory, deliver, clock } = storefrontInstance({
      wrap: (adapter) => {
        const { webhooks } = adapter;
        if (!webhooks) return adapter;
        const receive: typeof webhooks.receive = async (webhook, context) => {
          const receipt = await webhooks.receive(webhook, context);
          // The defect of an older adapter: every order had the same number.
          for (const event of receipt.events)
            if (misreads && event.type === "order.changed" && event.snapshot) event.snapshot.order.number = "wrong";
          return receipt;
        };
        return { ...adapter, webhooks: { ...webhooks, receive } };
      },
    });
    const [one, two] = shop.orders;
    if (!one || !two) throw new Error("the shop has no orders");
    await deliver("order.changed", one.id);
    await deliver("order.changed", two.id);
    await askonce.drain();
    expect((await askonce.orders.get(memory.ref(one.id), systemCaller)).order.number).toBe("wrong");
    misreads = false;
    await askonce.orders.refresh(memory.ref(two.id), systemCaller);
    clock.advance(1000);
    const seen: number[] = [];
    const done = await askonce.inbox.replay({ from: 0, onProgress: (progress) => void seen.push(progress.webhooks) }, systemCaller);
    expect(done).toMatchObject({ webhooks: 2, events: 2, unreadable: 0 });
    expect(seen).toEqual([2]);
    await askonce.drain();
    expect((await askonce.orders.get(memory.ref(one.id), systemCaller)).order.number).toBe(one.number);
    expect((await askonce.orders.get(memory.ref(two.id), systemCaller)).order.number).toBe(two.number);
    const events: string[] = [];
    askonce.on("order.updated", (event) => void events.push(event.data.orderRef));
    await askonce.inbox.replay({ from: 0 }, systemCaller);
    await askonce.drain();
    expect(events, "the second time changes nothing").toEqual([]);
  });

  it("is for owners, of a storefront that is there, and for the time that was asked for", async () => {
    const { askonce, shop, deliver, clock } = storefrontInstance();
    await deliver("order.changed", shop.orders[0]?.id ?? 0);
    const later = clock.now() + 1;
    expect(await askonce.inbox.replay({ from: later }, systemCaller)).toMatchObject({ webhooks: 0, lastReceivedAt: null });
    expect(await askonce.inbox.replay({ from: 0, to: clock.now() }, systemCaller)).toMatchObject({ webhooks: 0 });
    await expect(askonce.inbox.replay({ from: 0, adapterId: "nobody" }, systemCaller)).rejects.toMatchObject({
      code: "STOREFRONT_NOT_FOUND",
    });
    const lead = { kind: "agent", agentId: "agt_x", name: "Lea", role: "lead" } as const;
    await expect(askonce.inbox.replay({ from: 0 }, lead)).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});
