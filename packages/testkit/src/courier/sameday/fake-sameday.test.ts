import { describe, expect, it } from "vitest";
import { serveRequestHandler } from "../../server.ts";
import { ask, testNow, testWorld } from "../__fixtures__/test-world.ts";
import { createFakeSameday, type FakeSamedayOptions } from "./fake-sameday.ts";

const hourMs = 3_600_000;
const awb = "1ASK260000001";

function setUp(options: Partial<FakeSamedayOptions> = {}) {
  const test = testWorld();
  const fake = createFakeSameday({ world: test.world, ...options });
  const signIn = async (password = fake.password) =>
    ask(fake, "/api/authenticate", {
      method: "POST",
      headers: { "x-auth-username": fake.username, "x-auth-password": password },
      body: new URLSearchParams({ remember_me: "1" }),
    });
  const get = async (path: string) => {
    const { body } = await signIn();
    return ask(fake, path, { headers: { "x-auth-token": (body as { token: string }).token } });
  };
  const status = async (number = awb) => (await get(`/api/client/awb/${number}/status`)) as { status: number; body: Status };
  return { ...test, fake, signIn, get, status };
}

interface Status {
  expeditionSummary: Record<string, unknown>;
  expeditionStatus: { statusId: number; statusDate: string };
  parcelsStatus: { parcelAwbNumber: string; statusId: number; inReturn: boolean }[];
  expeditionHistory: { statusId: number }[];
}

const seconds = (iso: string): number => Date.parse(iso) / 1000;
const syncPath = (start: number, end: number, page = 1, perPage = 500): string =>
  `/api/client/status-sync?startTimestamp=${start}&endTimestamp=${end}&page=${page}&countPerPage=${perPage}`;

describe("signing in", () => {
  it("gives a token with its end in Bucharest's time, to the minute and without an offset", async () => {
    const { signIn } = setUp();
    expect(await signIn()).toEqual({ status: 200, body: { token: "sameday-token-1", expire_at: "2026-11-22 00:00" } });
  });

  it("refuses a wrong password, a missing token, an old one and one that was forgotten", async () => {
    const { fake, clock, signIn } = setUp();
    expect((await signIn("wrong")).status).toBe(401);
    expect((await ask(fake, `/api/client/awb/${awb}/status`)).status).toBe(401);
    const headers = { "x-auth-token": ((await signIn()).body as { token: string }).token };
    expect((await ask(fake, "/api/client/lockers", { headers })).status).toBe(200);
    clock.advance(13 * hourMs);
    expect((await ask(fake, "/api/client/lockers", { headers })).status).toBe(401);
    const fresh = { "x-auth-token": ((await signIn()).body as { token: string }).token };
    fake.expireTokens();
    expect((await ask(fake, "/api/client/lockers", { headers: fresh })).status).toBe(401);
  });
});

describe("the status of a shipment", () => {
  it("has its summary, status, parcels and history, with offsets without a colon", async () => {
    const { add, status } = setUp();
    add(awb, "on_time", 25);
    const { body } = await status();
    expect(body.expeditionSummary).toMatchObject({ awbNumber: awb, delivered: false, canceled: false, deliveredAt: "" });
    expect(body.expeditionStatus.statusId).toBe(33);
    expect(body.expeditionStatus.statusDate).toMatch(/^2026-11-21T\d\d:\d\d:00\+0200$/);
    expect(body.expeditionHistory.map((row) => row.statusId)).toEqual([33, 56, 84, 4, 1]);
    expect(body.parcelsStatus).toMatchObject([{ parcelAwbNumber: `${awb}001`, statusId: 33, inReturn: false }]);
  });

  it("calls a parcel at a border 5, which is a delivery in the other count of ids", async () => {
    const { add, fake, status } = setUp();
    add(awb, "customs_hold", 13);
    expect((await status()).body.expeditionStatus.statusId).toBe(5);
    const { body } = await ask(fake, `/api/public/awb/${awb}/awb-history?_locale=ro`);
    expect(body).toMatchObject({ awbHistory: [{ statusId: 5, statusStateId: 19 }, {}, {}, {}, { statusId: 1, statusStateId: 1 }] });
  });

  it("says delivered of what was handed back, and that it is a return", async () => {
    const { add, status } = setUp();
    add(awb, "returned_refused", 100);
    const { body } = await status();
    expect([body.expeditionSummary.delivered, body.parcelsStatus[0]?.inReturn]).toEqual([true, true]);
  });

  it("has a parcel for each piece, and is delivered when all are", async () => {
    const { add, status, get } = setUp();
    add(awb, "split_in_two", 40);
    const { body } = await status();
    expect(body.parcelsStatus.map((parcel) => [parcel.parcelAwbNumber, parcel.statusId])).toEqual([
      [`${awb}001`, 9],
      [`${awb}002`, 84],
    ]);
    expect(body.expeditionSummary).toMatchObject({ delivered: false, deliveredAt: "" });
    const piece = await get(`/api/client/parcel/${awb}002/status-history`);
    expect(piece.body).toMatchObject({ parcelSummary: { parcelAwbNumber: `${awb}002`, delivered: false, isPickedUp: true } });
  });

  it("is 404 for a number nobody has, in two shapes", async () => {
    const { fake, status } = setUp();
    expect(await status("1ASK999")).toEqual({ status: 404, body: { code: 404, message: "Not Found" } });
    const open = await ask(fake, "/api/public/awb/1ASK999/awb-history");
    expect(open).toEqual({ status: 404, body: { error: { code: 404, message: "Awb-ul nu a fost gasit!" } } });
  });
});

describe("the changes of the account", () => {
  it("refuses a window of more than 7200 seconds, and numbers that are none, as a form does", async () => {
    const { get } = setUp();
    const now = seconds(testNow);
    const refused = await get(syncPath(now - 7201, now));
    expect(refused).toMatchObject({
      status: 400,
      body: { code: 400, errors: { children: { endTimestamp: { errors: [expect.any(String)] } } } },
    });
    for (const path of [syncPath(Number.NaN, now), syncPath(now, now - 1), syncPath(now - 10, now, 0), "/api/client/status-sync"]) {
      expect((await get(path)).status).toBe(400);
    }
  });

  it("gives pages, with totals on some answers only, and each row on one of them", async () => {
    const { add, get } = setUp();
    for (let index = 0; index < 5; index++) add(`1ASK${index}`, "on_time", 1);
    const now = seconds(testNow);
    const pages = [];
    for (const page of [1, 2, 3])
      pages.push((await get(syncPath(now - 7200, now, page, 2))).body as { data: { parcelAwbNumber: string }[] });
    expect(pages.map((page) => "total" in page)).toEqual([false, true, false]);
    expect(pages[1]).toMatchObject({ total: 5, pages: 3, currentPage: 2, perPage: 2 });
    const numbers = pages.flatMap((page) => page.data.map((row) => row.parcelAwbNumber));
    expect(numbers.toSorted()).toEqual([0, 1, 2, 3, 4].map((index) => `1ASK${index}001`));
  });

  it("has a body for an empty window only sometimes, and lists an event after its lag", async () => {
    const { add, get, clock } = setUp({ syncLagMs: 600_000, totals: "never" });
    const start = seconds(testNow) - 3600;
    expect((await get(syncPath(start, start + 10))).body).toEqual({ currentPage: 1, perPage: 500, data: [] });
    expect((await get(syncPath(start, start + 10))).body).toBeNull();
    add(awb, "on_time", 0);
    const rows = async () => ((await get(syncPath(start, start + 7200))).body as { data: unknown[] } | null)?.data.length ?? 0;
    expect(await rows()).toBe(0);
    clock.advance(600_000);
    expect(await rows()).toBe(1);
  });
});

describe("lockers and points", () => {
  it("are listed, and one by its id", async () => {
    const { get } = setUp();
    const { body } = await get("/api/client/lockers?lockersList=1002");
    expect(body).toMatchObject({ total: 1, pages: 1, data: [{ lockerId: 1002, availableBoxes: [{ size: "S" }, { size: "M" }] }] });
    const ooh = (await get("/api/client/ooh-locations?page=1&countPerPage=500")).body as { data: { oohType: number }[] };
    expect(ooh.data.map((row) => row.oohType)).toEqual([0, 0, 1]);
    expect(ooh.data.every((row) => !("availableBoxes" in row))).toBe(true);
  });
});

describe("what was asked", () => {
  it("is counted by route and by number, with its time, and without the credentials", async () => {
    const { fake, add, status, clock } = setUp();
    add(awb, "on_time", 25);
    await status();
    clock.advance(900_000);
    await status();
    expect([fake.countOf("authenticate"), fake.countOf("awb-status"), fake.countFor(awb), fake.countOf()]).toEqual([2, 2, 2, 4]);
    const [first, second] = fake.requests().filter((request) => request.route === "awb-status");
    expect(Date.parse(second?.at ?? "") - Date.parse(first?.at ?? "")).toBe(900_000);
    expect(JSON.stringify(fake.requests())).not.toContain(fake.password);
    fake.clearRequests();
    expect(fake.countOf()).toBe(0);
  });

  it("meets the world's faults, and is served on a port", async () => {
    const { fake, world } = setUp();
    const server = await serveRequestHandler(fake.handle);
    try {
      const get = () => fetch(`${server.url}/api/public/awb/${awb}/awb-history`);
      world.faults.next({ kind: "html" });
      expect((await get()).headers.get("content-type")).toContain("text/html");
      world.faults.next({ kind: "rateLimited", retryAfterSeconds: 7 }, 2);
      expect([(await get()).status, (await get()).headers.get("retry-after"), (await get()).status]).toEqual([429, "7", 404]);
      world.faults.next({ kind: "refused" });
      await expect(get()).rejects.toThrow("fetch failed");
      world.faults.next({ kind: "slow", durationMs: 60_000 });
      const before = world.clock.now();
      expect((await get()).status).toBe(404);
      expect(world.clock.now() - before).toBe(60_000);
    } finally {
      await server.close();
    }
  });
});
