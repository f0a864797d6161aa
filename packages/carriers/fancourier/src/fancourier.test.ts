import { failureOf, testContext } from "@askonce/testkit/carrier";
import { serveRequestHandler } from "@askonce/testkit/server";
import { describe, expect, it } from "vitest";
import { fanDouble, parcels, token } from "../test-support/fan-double.ts";
import { fancourier } from "./fancourier.ts";
import { statusRows } from "./status-rows.ts";

const options = { username: "shop@example.test", password: "canary-password", clientId: "7032158" };
const number = "2000000000082";

const event = (id: string, date: string, location = "București", name = `name of ${id}`) => ({ id, name, location, date });
const parcel = (events: unknown[], more: object = {}) => ({
  awbNumber: number,
  date: "2026-11-19 00:00:00",
  returnAwbNumber: null,
  events,
  ...more,
});

async function trackOne(events: unknown[], more: object = {}) {
  const fan = fanDouble({ tracking: [() => parcels(parcel(events, more))] });
  return await fancourier(options).track(number, testContext(fan.fetch));
}

describe("track", () => {
  it("asks with the account's token and client, and reads the events as Bucharest time", async () => {
    const fan = fanDouble({
      tracking: [
        () =>
          parcels(
            parcel([
              event("C0", "2026-11-19 18:58:00"),
              event("H4", "2026-11-19 23:10:00", "Otopeni"),
              event("S1", "2026-11-20 09:17:00", "Târgu Frumos", "Expeditie in livrare"),
            ]),
          ),
      ],
    });
    const tracked = await fancourier(options).track("2000 0000 00082", testContext(fan.fetch));
    expect(tracked).toMatchObject({
      trackingNumber: number,
      status: "out_for_delivery",
      leg: "forward",
      rawStatus: "S1",
      statusAt: "2026-11-20T07:17:00Z",
      deliveredAt: null,
      unknownCodes: [],
    });
    expect(tracked?.checkpoints.map(({ at, status, city }) => [at, status, city])).toEqual([
      ["2026-11-20T07:17:00Z", "out_for_delivery", "Târgu Frumos"],
      ["2026-11-19T21:10:00Z", "in_transit", "Otopeni"],
      ["2026-11-19T16:58:00Z", "handed_over", "București"],
    ]);
    expect(tracked?.checkpoints[0]).toMatchObject({ zone: "Europe/Bucharest", assumed: ["zone"], atOriginal: "2026-11-20 09:17:00" });
    const [login, tracking] = fan.asked;
    expect(login).toMatchObject({ method: "POST", body: { username: options.username, password: options.password } });
    expect(login?.url.search).toBe("");
    expect(tracking?.url.searchParams.getAll("awb[]")).toEqual([number]);
    expect(tracking?.url.searchParams.get("clientId")).toBe("7032158");
    expect(tracking?.headers.get("authorization")).toBe("Bearer token-1");
  });

  it("takes the first of the two hours when the clock goes back", async () => {
    const tracked = await trackOne([event("H1", "2026-10-25 03:30:00")]);
    expect(tracked?.checkpoints[0]).toMatchObject({ at: "2026-10-25T00:30:00Z", assumed: ["zone", "ambiguous_hour"] });
  });

  it("says when it was delivered, and names nobody who took it", async () => {
    const tracked = await trackOne([event("S2", "2026-11-20 14:00:00")], { confirmation: { name: "canary-name", date: "2026-11-20" } });
    expect(tracked).toMatchObject({ status: "delivered", deliveredAt: "2026-11-20T12:00:00Z" });
    expect(JSON.stringify(tracked)).not.toContain("canary-name");
  });

  it("keeps a code that it does not know beside the last known status", async () => {
    const tracked = await trackOne([event("S1", "2026-11-20 09:00:00"), event("Z9", "2026-11-20 10:00:00", "Iași", "Ceva nou")]);
    expect(tracked).toMatchObject({ status: "out_for_delivery", rawStatus: "S1", unknownCodes: ["event:Z9"] });
    expect(tracked?.checkpoints[0]).toMatchObject({ status: "unknown", rawStatus: "Z9", text: "Ceva nou" });
  });

  it.each([
    ["refused", ["S6"], { status: "returning", leg: "return", exceptions: ["refused"], deliveredAt: null }],
    ["handed back to the sender", ["S43", "H4", "S2"], { status: "returned", leg: "return", deliveredAt: null }],
    ["refused, sent out again and delivered", ["S6", "S35", "S2"], { status: "delivered", leg: "forward", exceptions: [] }],
    ["compensated", ["H4", "S37"], { status: "failed", exceptions: ["compensated"] }],
    ["in a locker", ["S46"], { status: "ready_for_pickup", exceptions: ["locker_ready"] }],
    ["no money for it", ["S22"], { status: "delivery_attempted", exceptions: ["cod_unpaid"] }],
  ])("%s", async (_title, codes, expected) => {
    const events = codes.map((code, index) => event(code, `2026-11-1${index} 12:00:00`));
    expect(await trackOne(events)).toMatchObject(expected);
  });

  it("puts an unordered list with a repeated event into order", async () => {
    const delivered = event("S2", "2026-11-20 14:00:00");
    const tracked = await trackOne([delivered, event("C0", "2026-11-19 10:00:00"), delivered]);
    expect(tracked?.status).toBe("delivered");
    expect(tracked?.checkpoints.map(({ rawStatus }) => rawStatus)).toEqual(["S2", "C0"]);
    const again = await trackOne([event("C0", "2026-11-19 10:00:00"), { ...delivered, name: "worded otherwise" }]);
    expect(again?.checkpoints.map(({ id }) => id)).toEqual(tracked?.checkpoints.map(({ id }) => id));
  });

  it("knows a label without a scan, and the number of the way back", async () => {
    expect(await trackOne([], { returnAwbNumber: "2000000000099" })).toMatchObject({
      status: "label_created",
      checkpoints: [],
      returnTrackingNumber: "2000000000099",
    });
  });

  it.each([
    ["an empty list", () => parcels()],
    ["another number", () => parcels({ awbNumber: "2000000000999", date: "2026-11-19 00:00:00", events: [] })],
    ["a refusal in Romanian", () => Response.json({ status: "fail", message: "AWB-ul nu a fost găsit" })],
    ["status 404", () => Response.json({ message: "Not found" }, { status: 404 })],
  ])("is null for %s", async (_title, answer) => {
    expect(await fancourier(options).track(number, testContext(fanDouble({ tracking: [answer] }).fetch))).toBeNull();
  });

  it("does not ask for what cannot be a number", async () => {
    const fan = fanDouble({ tracking: [() => parcels()] });
    expect(await fancourier(options).track("../login?x=1", testContext(fan.fetch))).toBeNull();
    expect(fan.asked).toEqual([]);
  });
});

describe("batches", () => {
  it("asks for several numbers at once, each of them once, and leaves out what is not known", async () => {
    const fan = fanDouble({
      tracking: [
        () =>
          Response.json({
            status: "success",
            data: {
              one: parcel([event("S2", "2026-11-20 14:00:00")]),
              two: { awbNumber: "2000000000090", events: [event("C0", "2026-11-20 10:00:00")] },
            },
          }),
      ],
    });
    const tracked = await fancourier(options).batches?.track([number, "2000000000090", number, "2000000000091"], testContext(fan.fetch));
    expect(tracked?.map(({ trackingNumber, status }) => [trackingNumber, status])).toEqual([
      [number, "delivered"],
      ["2000000000090", "handed_over"],
    ]);
    expect(fan.asked[1]?.url.searchParams.getAll("awb[]")).toEqual([number, "2000000000090", "2000000000091"]);
  });

  it("asks one by one when FAN refuses all of them because of one", async () => {
    const fan = fanDouble({
      tracking: [
        () => Response.json({ status: "error", message: "AWB not found" }),
        () => Response.json({ status: "error", message: "AWB not found" }),
        () => parcels(parcel([event("S2", "2026-11-20 14:00:00")])),
      ],
    });
    const tracked = await fancourier(options).batches?.track(["2000000000091", number], testContext(fan.fetch));
    expect(tracked?.map(({ trackingNumber }) => trackingNumber)).toEqual([number]);
  });
});

describe("access", () => {
  it("signs in once for many calls, again when the token is refused, and before it ends", async () => {
    const fan = fanDouble({
      signIn: [() => token("old", "2026-11-22 12:00:00"), () => token("new", "2026-11-21 12:30:00"), () => token("newest")],
      tracking: [() => parcels(), () => parcels(), () => Response.json({ message: "Unauthenticated." }, { status: 401 }), () => parcels()],
    });
    const adapter = fancourier(options);
    const context = testContext(fan.fetch);
    await Promise.all([adapter.track(number, context), adapter.track(number, context)]);
    expect(fan.signIns()).toBe(1);
    await adapter.track(number, context);
    expect(fan.signIns()).toBe(2);
    expect(fan.asked.at(-1)?.headers.get("authorization")).toBe("Bearer new");
    // 12:30 in Bucharest is 10:30 UTC; it is renewed ten minutes before.
    await context.clock.sleep(21 * 60_000);
    await adapter.track(number, context);
    expect(fan.asked.at(-1)?.headers.get("authorization")).toBe("Bearer newest");
  });

  it.each([
    [
      "a refused sign-in with status 200",
      { signIn: [() => Response.json({ status: "fail", message: "canary-password is wrong" })] },
      "ADAPTER_UNAUTHORIZED",
    ],
    ["a refused sign-in with status 401", { signIn: [() => Response.json({ message: "no" }, { status: 401 })] }, "ADAPTER_UNAUTHORIZED"],
    [
      "a web page",
      { tracking: [() => new Response("<html>Just a moment</html>", { headers: { "content-type": "text/html" } })] },
      "ADAPTER_UNAVAILABLE",
    ],
    ["an error of the server", { tracking: [() => Response.json({}, { status: 503 })] }, "ADAPTER_UNAVAILABLE"],
    ["a refusal", { tracking: [() => Response.json({ status: "fail", message: "clientId canary" })] }, "ADAPTER_REJECTED"],
    ["another shape", { tracking: [() => Response.json({ status: "success", data: [{ events: "canary" }] })] }, "ADAPTER_BAD_RESPONSE"],
  ])("%s is a failure", async (_title, answers, code) => {
    const fan = fanDouble({ tracking: [() => parcels()], ...answers });
    const error = await failureOf(fancourier(options).track(number, testContext(fan.fetch)));
    expect(error.code).toBe(code);
    expect(JSON.stringify([error.message, error.details])).not.toContain("canary");
  });

  it("waits as long as it is asked to, and fails when it is too long", async () => {
    const limited = () => new Response("{}", { status: 429, headers: { "retry-after": "7" } });
    const fan = fanDouble({ tracking: [limited, () => parcels(parcel([event("S2", "2026-11-20 14:00:00")]))] });
    const context = testContext(fan.fetch);
    const before = context.clock.now();
    expect((await fancourier(options).track(number, context))?.status).toBe("delivered");
    expect(context.clock.now() - before).toBeGreaterThanOrEqual(7000);
    const long = fanDouble({ tracking: [() => new Response("{}", { status: 429, headers: { "retry-after": "3600" } })] });
    const error = await failureOf(fancourier(options).track(number, testContext(long.fetch)));
    expect(error).toMatchObject({ code: "ADAPTER_RATE_LIMITED", retryAfterMs: 3_600_000 });
  });

  it("check tells whether the account works, and what to do", async () => {
    const good = await fancourier(options).check(testContext(fanDouble({ tracking: [() => parcels()] }).fetch));
    expect(good).toMatchObject({ ok: true, checks: [{ id: "credentials", state: "ok", remedy: null }] });
    const bad = await fancourier(options).check(
      testContext(fanDouble({ signIn: [() => Response.json({ status: "fail" })], tracking: [] }).fetch),
    );
    expect(bad).toMatchObject({ ok: false, checks: [{ state: "failed", remedy: expect.stringContaining("selfAWB") }] });
    const down = await fancourier(options).check(testContext(fanDouble({ tracking: [() => Response.json({}, { status: 502 })] }).fetch));
    expect(down).toMatchObject({ ok: false, checks: [{ remedy: expect.stringContaining("Try again") }] });
  });

  it("works over the network", async () => {
    const fan = fanDouble({ tracking: [() => parcels(parcel([event("S2", "2026-11-20 14:00:00")]))] });
    const server = await serveRequestHandler((request) => fan.fetch(request));
    try {
      const tracked = await fancourier({ ...options, baseUrl: server.url }).track(number, testContext(globalThis.fetch));
      expect(tracked?.status).toBe("delivered");
    } finally {
      await server.close();
    }
  });
});

describe("fancourier", () => {
  it("refuses options that it does not know or that are wrong, without their values", () => {
    expect(() => fancourier({ ...options, pasword: "x" } as never)).toThrow(/unrecognized_keys \(pasword\)/);
    expect(() => fancourier({ ...options, clientId: "canary" })).toThrow(/^(?!.*canary).*clientId/);
  });

  it("recognizes the shape of a number at best", () => {
    const { detect } = fancourier(options);
    expect(detect?.(number)).toBeGreaterThan(0);
    expect(detect?.(number)).toBeLessThanOrEqual(0.4);
    for (const other of ["0040722123456", "+40 722 123 456", "buyer@example.test", "1042", ""]) expect(detect?.(other)).toBe(0);
  });

  it("has each code once, and marks what is unproven", () => {
    expect(new Set(statusRows.map(({ code }) => code)).size).toBe(52);
    expect(statusRows.filter(({ evidence }) => evidence === "C" || evidence === "K")).toHaveLength(23);
  });
});
