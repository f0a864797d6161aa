import type { AskonceEvent } from "@askonce/spec";
import type { FakeOrder } from "@askonce/testkit/shop-data";
import { describe, expect, it } from "vitest";
import { systemCaller } from "../caller.ts";
import { baselineJpeg } from "../photos/__fixtures__/sample-photos.ts";
import { memoryFiles } from "../testing/memory-files.ts";
import { ownerToken, type StorefrontInstance, storefrontInstance } from "../testing/storefront-instance.ts";

async function shopWithParcel(): Promise<
  StorefrontInstance & { order: FakeOrder; events: AskonceEvent[]; files: ReturnType<typeof memoryFiles> }
> {
  const files = memoryFiles();
  const instance = storefrontInstance({ files });
  const events: AskonceEvent[] = [];
  instance.askonce.on("*", (event) => {
    events.push(event);
  });
  await instance.askonce.sync.backfill("memory");
  await instance.askonce.drain();
  const order =
    instance.shop.orders.find((one) => one.parcels.length === 1 && one.scenario === "delivered") ??
    instance.shop.orders.find((one) => one.parcels.length === 1);
  if (!order) throw new Error("no order with a parcel");
  return { ...instance, order, events, files };
}

const details = { items: [], extent: "unusable", packagingDamaged: true, wantedOutcome: "replacement", text: "Ana are cioburi." } as const;

describe("a problem that a guest reports", () => {
  it("is an incident on a ticket with its order, and a second report is the same one", async () => {
    const { order, request, memory, askonce } = await shopWithParcel();
    const proof = { number: order.number, email: order.email };
    const first = await request("POST", "/order-lookup/problems", { ...proof, kind: "damaged", details, language: "ro" });
    expect(first.status).toBe(201);
    const receipt = await first.json();
    expect(receipt).toMatchObject({ kind: "damaged", known: false, stillNeeded: ["photoOfItem", "photoOfPackaging", "photoOfLabel"] });
    expect(receipt.text).toContain(order.number);
    expect(receipt.text).not.toMatch(/[{}]|undefined/);
    const { delivery } = await askonce.orders.get(memory.ref(order.id), systemCaller);
    const incident = delivery.incidents.find((one) => one.kind === "damaged");
    expect(incident).toMatchObject({ state: "open", severity: 3, evidence: [expect.objectContaining({ by: "customer" })] });
    const ticket = await askonce.tickets.get(incident?.ticketIds[0] ?? "", systemCaller);
    expect(ticket).toMatchObject({ number: receipt.ticketNumber, language: "ro", status: "open", tags: ["damaged"] });
    const context = await askonce.context.read(ticket.id, systemCaller);
    expect(context.order).toMatchObject({ order: { number: order.number }, evidence: [expect.objectContaining({ kind: "signedPage" })] });

    const again = await (await request("POST", "/order-lookup/problems", { ...proof, kind: "damaged", details, language: "ro" })).json();
    expect(again).toMatchObject({ known: true, ticketNumber: receipt.ticketNumber, reportId: receipt.reportId });
    const after = await askonce.orders.get(memory.ref(order.id), systemCaller);
    expect(after.delivery.incidents.filter((one) => one.kind === "damaged")).toHaveLength(1);
  });

  it("is not taken from whoever cannot prove the order", async () => {
    const { order, request } = await shopWithParcel();
    const wrong = await request("POST", "/order-lookup/problems", {
      number: order.number,
      email: "stranger@example.test",
      kind: "damaged",
    });
    expect(wrong.status).toBe(404);
    expect((await wrong.json()).code).toBe("ORDER_NOT_FOUND");
  });

  it("refuses a parcel that the order does not have", async () => {
    const { order, request } = await shopWithParcel();
    const wrong = await request("POST", "/order-lookup/problems", {
      number: order.number,
      email: order.email,
      kind: "damaged",
      parcelId: "nope",
    });
    expect((await wrong.json()).code).toBe("PARCEL_NOT_FOUND");
  });
});

describe("photos of a problem", () => {
  it("are not asked for where there is no place for them", async () => {
    const instance = storefrontInstance();
    await instance.askonce.sync.backfill("memory");
    const order = instance.shop.orders.find((one) => one.parcels.length === 1);
    const receipt = await (
      await instance.request("POST", "/order-lookup/problems", {
        number: order?.number,
        email: order?.email,
        kind: "damaged",
        details,
        language: "en",
      })
    ).json();
    expect(receipt).toMatchObject({ photoUpload: null, stillNeeded: [] });
    expect(receipt.text).not.toMatch(/photo/i);
  });

  const send = (instance: StorefrontInstance, token: string, bytes: Uint8Array, shows = "item") =>
    instance.askonce.handler(
      new Request(`http://shop.example.test/api/v1/problem-photos/${token}?shows=${shows}`, {
        method: "POST",
        headers: { "content-type": "image/jpeg" },
        body: new Uint8Array(bytes),
      }),
    );

  it("are taken under the receipt's token, once each, and shown to agents by links that expire", async () => {
    const instance = await shopWithParcel();
    const { order, request, askonce, memory, clock, events } = instance;
    const receipt = await (
      await request("POST", "/order-lookup/problems", { number: order.number, email: order.email, kind: "damaged", details })
    ).json();
    const first = await send(instance, receipt.photoUpload.token, baselineJpeg);
    expect(first.status).toBe(201);
    const photo = await first.json();
    expect((await (await send(instance, receipt.photoUpload.token, baselineJpeg)).json()).id).toBe(photo.id);
    expect(events.filter((event) => event.type === "photo.added")).toHaveLength(1);
    const { token } = await ownerToken(askonce);
    const { items } = await (
      await request("GET", `/deliveries/photos?orderRef=${encodeURIComponent(memory.ref(order.id))}`, undefined, token)
    ).json();
    expect(items).toEqual([expect.objectContaining({ id: photo.id, shows: "item" })]);
    const open = (url: string) => askonce.handler(new Request(`http://shop.example.test${url}`));
    const shown = await open(items[0].url);
    expect(shown.headers.get("content-type")).toBe("image/jpeg");
    expect(shown.headers.get("content-security-policy")).toContain("sandbox");
    clock.advance(2 * 3_600_000);
    expect((await open(items[0].url)).status).toBe(404);
  });

  it("are refused when they are none, too late, or under a token that nobody gave out", async () => {
    const instance = await shopWithParcel();
    const { order, request, clock } = instance;
    const receipt = await (
      await request("POST", "/order-lookup/problems", { number: order.number, email: order.email, kind: "damaged", details })
    ).json();
    const svg = new TextEncoder().encode("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>");
    const refused = await (await send(instance, receipt.photoUpload.token, svg)).json();
    expect(refused).toMatchObject({ code: "PHOTO_REFUSED", details: { reason: "svg" } });
    expect((await send(instance, "AAAA", baselineJpeg)).status).toBe(404);
    clock.advance(25 * 3_600_000);
    expect((await (await send(instance, receipt.photoUpload.token, baselineJpeg)).json()).code).toBe("UPLOAD_NOT_FOUND");
  });
});
