import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { claimPacketPdf } from "@askonce/claim-packet";
import { type Askonce, type AskonceOptions, createAskonce, systemCaller } from "@askonce/core";
import { localFiles } from "@askonce/core/node";
import { sameday } from "@askonce/sameday";
import type { Clock, ContextOrder } from "@askonce/spec";
import { sqlite } from "@askonce/sqlite";
import { type CourierScript, createCourierWorld, createFakeSameday } from "@askonce/testkit/courier";
import { serveRequestHandler } from "@askonce/testkit/server";
import { type FakeOrder, type FakeShop, generateShop } from "@askonce/testkit/shop-data";
import { createFakeWooCommerce } from "@askonce/testkit/woocommerce";
import { woocommerce } from "@askonce/woocommerce";
import { describe, expect, it, onTestFinished } from "vitest";

/** A Tuesday, ten o'clock in Bucharest; no holiday is near. */
const beganAt = Date.parse("2026-11-17T08:00:00Z");
const hourMs = 3_600_000;
const trackingNumber = "1ASK260000001";

/** The time of the whole world: it runs as ours does, from a morning in November on, and can be moved. */
function worldClock(): Clock & { pass(durationMs: number): void } {
  const startedAt = Date.now();
  let passedMs = 0;
  return {
    now: () => beganAt + passedMs + (Date.now() - startedAt),
    sleep: (durationMs, signal) => delay(durationMs, undefined, signal ? { signal } : {}),
    pass(durationMs) {
      passedMs += durationMs;
    },
  };
}

/** An order of this morning, handed to the courier two hours later. */
function shopWithOrder(): { shop: FakeShop; order: FakeOrder } {
  const shop = generateShop({ seed: 21, orders: 40, now: new Date(beganAt).toISOString() });
  const order = shop.orders.find(
    (one) => one.parcels.length === 1 && one.status !== "cancelled" && one.shippingAddress.countryCode === "RO",
  );
  const [parcel] = order?.parcels ?? [];
  if (!order || !parcel) throw new Error("the generated shop has no order with a parcel");
  const at = (ms: number) => new Date(beganAt + ms).toISOString();
  order.placedAt = at(-hourMs);
  order.updatedAt = at(-hourMs / 2);
  order.parcels = [
    {
      ...parcel,
      carrier: "Sameday",
      trackingNumber,
      shippedAt: at(-hourMs / 2),
      deliveredAt: null,
      promisedAt: null,
      estimatedAt: null,
      events: [],
    },
  ];
  return { shop, order };
}

async function journey(script: CourierScript, more: Partial<AskonceOptions> = {}) {
  const clock = worldClock();
  const { shop, order } = shopWithOrder();
  const woo = createFakeWooCommerce({ shop, orderCurrency: "shop" });
  const wooServer = await serveRequestHandler(woo.handle, { port: 0 });
  woo.setBaseUrl(wooServer.url);
  const world = createCourierWorld({ clock, seed: 3 });
  world.add({ trackingNumber, script, handedOverAt: new Date(beganAt + 2 * hourMs).toISOString() });
  const courier = createFakeSameday({ world });
  const courierServer = await serveRequestHandler(courier.handle, { port: 0 });
  const askonce: Askonce = createAskonce({
    storage: sqlite(":memory:"),
    shop: { name: "Magazin", countryCode: "RO", timeZone: "Europe/Bucharest", language: "ro" },
    storefronts: [
      woocommerce({ url: wooServer.url, consumerKey: woo.consumerKey, consumerSecret: woo.consumerSecret, ratePerSecond: 500 }),
    ],
    carriers: [sameday({ baseUrl: courierServer.url, username: courier.username, password: courier.password })],
    delivery: { services: [{ carrier: "sameday", originCountry: "RO", handlingDays: 0, transitDays: 1, cutOff: "16:00" }] },
    outreach: { policy: { holdOutShare: 0 } },
    clock,
    ...more,
  });
  onTestFinished(async () => {
    await askonce.stop();
    await wooServer.close();
    await courierServer.close();
  });
  const owner = await askonce.agents.create({ name: "Olga", role: "owner" }, systemCaller);
  const { token } = await askonce.agents.createToken(owner.id, { label: "journey" }, systemCaller);
  const request = (method: string, path: string, body?: unknown, authorized = true) =>
    askonce.handler(
      new Request(`http://askonce.example.test/api/v1${path}`, {
        method,
        headers: authorized ? { authorization: `Bearer ${token}` } : {},
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    );
  const json = async (method: string, path: string, body?: unknown, authorized = true) =>
    (await request(method, path, body, authorized)).json();
  await askonce.sync.backfill("woocommerce");
  const [found] = (await json("GET", `/orders?number=${encodeURIComponent(order.number)}`)).items as ContextOrder[];
  if (!found) throw new Error("the order was not read");
  const { ref } = found.order;
  const pass = async (ms: number): Promise<ContextOrder> => {
    clock.pass(ms);
    await askonce.drain();
    await askonce.drain();
    return json("GET", `/orders/by-ref?ref=${encodeURIComponent(ref)}`);
  };
  return { askonce, clock, order, ref, request, json, pass, courier, world };
}

describe("late", () => {
  it("goes from the order over silence, incident and message to the delivery, and every promise is settled", async () => {
    const { json, pass, ref, order, askonce, courier } = await journey("late");
    let entry = await pass(0);
    expect(entry.delivery.promises).toEqual([expect.objectContaining({ source: "service_table", dueAt: "2026-11-18T21:59:59.000Z" })]);
    expect(entry.delivery.parcels[0]?.lateness.state).toBe("on_time");
    entry = await pass(4 * hourMs);
    expect(entry.order.parcels[0]?.status).toBe("handed_over");

    // Thursday at ten: the promise ended last night.
    entry = await pass(44 * hourMs);
    expect(entry.delivery.parcels[0]?.lateness).toMatchObject({ state: "late" });
    const late = entry.delivery.incidents.find((incident) => incident.kind === "late");
    expect(late).toMatchObject({ state: "open", orderNumber: order.number, evidence: [expect.objectContaining({ by: "derived" })] });
    const told = async () => (await json("GET", `/tickets?tag=outreach&q=${order.number}`)).items;
    expect(late?.ticketIds).toEqual([(await told())[0].id]);
    const [message, ...more] = (await json("GET", `/tickets/${late?.ticketIds[0]}/messages`)).items;
    expect(more).toEqual([]);
    expect(message).toMatchObject({ direction: "outbound", author: { kind: "system" } });
    expect(message.text).toContain(order.number);

    // The customer writes all the same, and the answer is there.
    const ticket = await json("POST", "/tickets", {
      subject: "Comanda mea",
      customer: { email: order.email },
      message: { text: `Bună ziua, unde este comanda ${order.number}?` },
    });
    const context = await json("GET", `/tickets/${ticket.id}/context`);
    expect(context.order).toMatchObject({ order: { number: order.number }, belongsToCustomer: true });
    expect(context.order.delivery.incidents[0]).toMatchObject({ kind: "late", state: "open" });
    const answer = await json("GET", `/deliveries/where-is?orderRef=${encodeURIComponent(ref)}&language=ro`);
    expect(answer).toMatchObject({ language: "ro", key: expect.stringContaining("late"), nextStep: { by: expect.any(String) } });
    expect(answer.text).not.toMatch(/[{}]|undefined|a fost livrat/i);
    const guest = await json("POST", "/order-lookup/where-is", { number: order.number, email: order.email, language: "ro" }, false);
    expect(guest.text).toBe(answer.text);

    // It arrives six days late.
    entry = await pass(130 * hourMs);
    expect(entry.order.parcels[0]?.status).toBe("delivered");
    expect(entry.delivery.parcels[0]?.lateness).toMatchObject({ state: "delivered_late" });
    expect(entry.delivery.incidents.filter((incident) => incident.closedAt === null)).toEqual([]);
    expect(entry.delivery.incidents.find((incident) => incident.kind === "late")).toMatchObject({
      state: "resolved",
      closedBecause: "delivered",
    });
    expect(entry.delivery.promises.filter((promise) => promise.kind === "delivery" && promise.state === "open")).toEqual([]);
    expect(entry.delivery.promises[0]).toMatchObject({ state: "broken" });
    expect((await json("GET", `/deliveries/where-is?orderRef=${encodeURIComponent(ref)}&language=en`)).key).toContain("delivered");
    expect(await told()).toHaveLength(1);
    // The courier is asked for the number now and then; the rest comes with the list of changes, in windows of two hours.
    expect(courier.countFor(trackingNumber)).toBeLessThan(20);
    expect((await json("GET", "/carriers")).items).toEqual([expect.objectContaining({ carrierId: "sameday", problem: null })]);
    await askonce.stop();
  });
});

describe("damaged", () => {
  it("goes from the guest's report with photos to the ticket, the claim and the agent's decision, and nothing is asked twice", async () => {
    const directory = mkdtempSync(join(tmpdir(), "askonce-photos-"));
    onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
    const files = localFiles({ directory, secret: "journey-secret-of-more-than-32-characters", baseUrl: "/api/v1/files" });
    const { askonce, json, request, pass, order, ref } = await journey("on_time", { files, claimDocument: claimPacketPdf });
    await pass(4 * hourMs);
    let entry = await pass(30 * hourMs);
    expect(entry.order.parcels[0]?.status).toBe("delivered");

    const report = {
      number: order.number,
      email: order.email,
      kind: "damaged",
      language: "ro",
      details: {
        extent: "unusable",
        packagingDamaged: true,
        wantedOutcome: "replacement",
        text: "Cana a ajuns spartă, cutia era ruptă într-un colț.",
      },
    };
    const receipt = await json("POST", "/order-lookup/problems", report, false);
    expect(receipt).toMatchObject({ known: false, ticketNumber: expect.any(Number) });
    const jpeg = Buffer.from(
      "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAgGBgcGBQgHBwcJCQgKDBQNDAsLDBkSEw8UHRofHh0aHBwgJC4nICIsIxwcKDcpLDAxNDQ0Hyc5PTgyPC4zNDL/wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAACf/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AVN//2Q==",
      "base64",
    );
    for (const shows of ["item", "packaging", "label"]) {
      const body = Buffer.concat([
        jpeg.subarray(0, 2),
        Buffer.from([0xff, 0xfe, 0, 2 + shows.length]),
        Buffer.from(shows),
        jpeg.subarray(2),
      ]);
      const sent = await askonce.handler(
        new Request(`http://askonce.example.test/api/v1/problem-photos/${receipt.photoUpload.token}?shows=${shows}`, {
          method: "POST",
          body,
        }),
      );
      expect(sent.status, await sent.clone().text()).toBe(201);
    }

    entry = await pass(0);
    const damaged = entry.delivery.incidents.find((incident) => incident.kind === "damaged");
    expect(damaged).toMatchObject({ state: "open", severity: 3, ticketIds: [expect.any(String)] });
    // Order, parcel, words and photos are beside the ticket.
    const context = await json("GET", `/tickets/${damaged?.ticketIds[0]}/context`);
    expect(context.order.order).toMatchObject({ number: order.number, parcels: [expect.objectContaining({ trackingNumber })] });
    expect((await json("GET", `/deliveries/photos?orderRef=${encodeURIComponent(ref)}`)).items.length).toBeGreaterThan(0);
    // A second report is the same one.
    expect(await json("POST", "/order-lookup/problems", report, false)).toMatchObject({ known: true, reportId: receipt.reportId });

    const claim = await json("GET", `/incidents/${damaged?.id}/claim?language=ro`);
    expect(claim).toMatchObject({
      orderNumber: order.number,
      parcel: { trackingNumber, carrier: "Sameday" },
      statement: { text: report.details.text },
      deadline: null,
    });
    const pdf = await request("GET", `/incidents/${damaged?.id}/claim.pdf?language=ro`);
    expect(pdf.headers.get("content-type")).toBe("application/pdf");
    expect(
      Buffer.from(await pdf.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe("%PDF-");
    expect((await request("GET", `/incidents/${damaged?.id}/claim.pdf`, undefined, false)).status).toBe(401);

    const closed = await json("POST", `/incidents/${damaged?.id}/close`, { because: "remedied", note: "Trimitem o cană nouă." });
    expect(closed).toMatchObject({ state: "resolved", closedBecause: "remedied" });
    expect((await json("POST", `/incidents/${damaged?.id}/close`, { because: "remedied" })).code).toBe("INCIDENT_CLOSED");
    entry = await pass(24 * hourMs);
    expect(entry.delivery.incidents.filter((incident) => incident.kind === "damaged" && incident.closedAt === null)).toEqual([]);
  });
});
