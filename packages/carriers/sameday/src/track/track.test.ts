import { describe, expect, it } from "vitest";
import { fixture, scriptedCourier } from "../../test-support/scripted-courier.ts";
import { sameday } from "../sameday.ts";

const account = { username: "demo", password: "correct horse", baseUrl: "https://sameday.example.test" };
const number = "1ASK260000001";

type Row = Record<string, unknown>;
interface Shipment {
  expeditionSummary: Row;
  expeditionStatus: Row | null;
  parcelsStatus: Row[];
  expeditionHistory: Row[];
}

/** Tracks the fixture's shipment after `change`. */
async function track(change: (shipment: Shipment) => void = () => {}) {
  const shipment = fixture("awbStatus") as unknown as Shipment;
  change(shipment);
  const courier = scriptedCourier(({ path }) => (path.endsWith("/status") ? shipment : undefined));
  const tracked = await sameday(account).track(number, courier.context);
  if (tracked === null) throw new Error("not found");
  return { ...tracked, courier };
}

/** A row at that minute of 20 November 2026, 12 o'clock in Bucharest. */
const row = (statusId: number, minute: number, more: Row = {}): Row => ({
  statusId,
  status: "",
  statusDate: `2026-11-20T12:${String(minute).padStart(2, "0")}:00+0200`,
  ...more,
});

describe("track", () => {
  it("reads a shipment of one box", async () => {
    const { courier: _, ...tracked } = await track();
    expect(tracked).toMatchObject({
      trackingNumber: number,
      status: "out_for_delivery",
      leg: "forward",
      exceptions: [],
      rawStatus: "33",
      statusAt: "2026-11-20T06:12:00Z",
      deliveredAt: null,
      pieces: [],
      estimates: [],
      pickupPoint: null,
      pickupUntil: null,
      unknownCodes: [],
    });
    expect(tracked.checkpoints.map(({ at, status, text, city }) => [at, status, text, city])).toEqual([
      ["2026-11-20T06:12:00Z", "out_for_delivery", "In livrare la curier", "Cluj"],
      ["2026-11-19T21:40:00Z", "in_transit", "Iesire din hub", "Ilfov"],
      ["2026-11-19T09:02:00Z", "label_created", "AWB Emis", "Bucuresti"],
    ]);
    expect(tracked.checkpoints[0]).toMatchObject({ zone: "+02:00", rawStatus: "33", by: "carrier" });
  });

  it("is canceled before everything else", async () => {
    const tracked = await track((shipment) => Object.assign(shipment.expeditionSummary, { canceled: true, delivered: true }));
    expect(tracked).toMatchObject({ status: "cancelled", deliveredAt: null });
  });

  it("is delivered when the summary says so, whatever the newest code", async () => {
    const tracked = await track((shipment) => {
      Object.assign(shipment.expeditionSummary, { delivered: true, deliveredAt: "2026-11-20 14:05:00" });
      shipment.expeditionStatus = row(4711, 50, { status: "Etapa noua" });
    });
    expect(tracked).toMatchObject({ status: "delivered", deliveredAt: "2026-11-20T12:05:00Z", unknownCodes: ["statusId:4711"] });
    expect(tracked.courier.logs.map(({ fields }) => fields)).toEqual([{ carrier: "sameday", code: "statusId:4711" }]);
  });

  it("calls what was handed back to the shop returned", async () => {
    const tracked = await track((shipment) => {
      Object.assign(shipment.expeditionSummary, { delivered: true, deliveredAt: "2026-11-20T12:30:00+0200" });
      shipment.parcelsStatus = [row(9, 30, { parcelAwbNumber: `${number}001`, inReturn: true })];
      shipment.expeditionStatus = row(9, 30, { status: "Livrata cu succes" });
    });
    expect(tracked).toMatchObject({ status: "returned", leg: "return", deliveredAt: null });
    expect(tracked.checkpoints.every(({ status }) => status !== "delivered")).toBe(true);
  });

  it("shows no delivery after the way back began, even where the rows do not tell it", async () => {
    const tracked = await track((shipment) => {
      shipment.parcelsStatus = [];
      shipment.expeditionStatus = row(9, 30);
      shipment.expeditionHistory = [row(9, 30), row(4711, 20, { status: "Retur initiat" }), row(9, 10)];
    });
    expect(tracked.checkpoints.map(({ status }) => status)).toEqual(["returned", "returning", "delivered"]);
    expect(tracked).toMatchObject({ status: "returned", deliveredAt: null });
  });

  it("is not delivered while one of several boxes is under way", async () => {
    const tracked = await track((shipment) => {
      Object.assign(shipment.expeditionSummary, { delivered: true });
      shipment.expeditionStatus = row(9, 30);
      shipment.parcelsStatus = [row(9, 30, { parcelAwbNumber: `${number}001` }), row(56, 20, { parcelAwbNumber: `${number}002` })];
    });
    expect(tracked).toMatchObject({ status: "in_transit", deliveredAt: null });
    expect(tracked.pieces.map(({ trackingNumber, status, deliveredAt }) => [trackingNumber, status, deliveredAt])).toEqual([
      [`${number}001`, "delivered", "2026-11-20T10:30:00Z"],
      [`${number}002`, "in_transit", null],
    ]);
  });

  it("is delivered with its last box", async () => {
    const tracked = await track((shipment) => {
      shipment.parcelsStatus = [row(9, 30, { parcelAwbNumber: `${number}001` }), row(9, 40, { parcelAwbNumber: `${number}002` })];
    });
    expect(tracked).toMatchObject({ status: "delivered", deliveredAt: "2026-11-20T10:40:00Z" });
  });

  it("does not close a shipment because of a box whose code is not known", async () => {
    const tracked = await track((shipment) => {
      Object.assign(shipment.expeditionSummary, { delivered: true });
      shipment.expeditionHistory = [row(9, 30)];
      shipment.expeditionStatus = null;
      shipment.parcelsStatus = [row(9, 30, { parcelAwbNumber: `${number}001` }), row(4711, 40, { parcelAwbNumber: `${number}002` })];
    });
    expect(tracked).toMatchObject({ status: "unknown", deliveredAt: null, unknownCodes: ["statusId:4711"] });
  });

  it("keeps an unknown code, which changes no status, and logs it once", async () => {
    const shipment = fixture("awbStatus") as unknown as Shipment;
    shipment.expeditionStatus = row(7777, 10, { status: "Etapa nemaivazuta" });
    const courier = scriptedCourier(({ path }) => (path.endsWith("/status") ? shipment : undefined));
    const adapter = sameday(account);
    await adapter.track(number, courier.context);
    const tracked = await adapter.track(number, courier.context);
    expect(tracked).toMatchObject({ status: "out_for_delivery", rawStatus: "33", unknownCodes: ["statusId:7777"] });
    expect(tracked?.checkpoints[0]).toMatchObject({ status: "unknown", rawStatus: "7777", text: "Etapa nemaivazuta" });
    expect(courier.logs).toHaveLength(1);
  });

  it("says where it waits, and never until when", async () => {
    const tracked = await track((shipment) => {
      shipment.parcelsStatus = [];
      shipment.expeditionStatus = row(78, 30, { transitLocation: "easybox Demo", status: "Incarcat in easybox" });
    });
    expect(tracked).toMatchObject({
      status: "ready_for_pickup",
      exceptions: ["locker_ready"],
      pickupPoint: { id: null, name: "easybox Demo" },
      pickupUntil: null,
    });
  });

  it("bears rows without dates, ids and words", async () => {
    const tracked = await track((shipment) => {
      shipment.expeditionHistory = [{}, { statusId: {}, statusDate: [] }, 7 as unknown as Row, ...shipment.expeditionHistory];
      shipment.expeditionStatus = null;
      shipment.parcelsStatus = [];
    });
    expect(tracked.checkpoints).toHaveLength(3);
  });

  it("asks for a box when there is no such shipment", async () => {
    const box = `${number}002`;
    const courier = scriptedCourier(({ path }) =>
      path === `/api/client/parcel/${box}/status-history`
        ? { parcelSummary: { delivered: true, deliveredAt: "2026-11-20T12:30:00+0200" }, parcelHistory: [row(9, 30), row(33, 10)] }
        : undefined,
    );
    expect(await sameday(account).track(box, courier.context)).toMatchObject({ trackingNumber: box, status: "delivered", pieces: [] });
  });

  it.each(["../authenticate", "1ASK/../x", "", "a@b.test", "x".repeat(200)])("asks nothing for %j", async (text) => {
    const courier = scriptedCourier(() => undefined);
    expect(await sameday(account).track(text, courier.context)).toBeNull();
    expect(courier.asked).toEqual([]);
  });

  it("leaves the tracking page's interface alone unless it is told to use it", async () => {
    const courier = scriptedCourier(() => undefined);
    expect(await sameday(account).track(number, courier.context)).toBeNull();
    expect(courier.paths().some((path) => path.includes("public"))).toBe(false);
  });
});

describe("public tracking", () => {
  it("needs no account", async () => {
    const courier = scriptedCourier(({ path }) => (path.includes("public") ? fixture("publicHistory") : undefined));
    const tracked = await sameday({ publicTracking: true, baseUrl: account.baseUrl }).track(number, courier.context);
    expect(tracked).toMatchObject({ status: "ready_for_pickup", rawStatus: "78", pickupPoint: { name: "easybox Demo" } });
    expect(tracked?.checkpoints[0]).toMatchObject({ countryCode: "RO", at: "2026-11-20T07:30:00Z" });
    expect(courier.signIns()).toBe(0);
    expect(courier.asked[0]?.query.get("_locale")).toBe("ro");
  });

  it("comes after the account, and does not know what the courier does not know", async () => {
    const courier = scriptedCourier(() => undefined);
    expect(await sameday({ ...account, publicTracking: true }).track(number, courier.context)).toBeNull();
    expect(courier.paths()).toEqual([
      `/api/client/awb/${number}/status`,
      `/api/client/parcel/${number}/status-history`,
      `/api/public/awb/${number}/awb-history`,
    ]);
  });
});
