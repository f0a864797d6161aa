import { createHash } from "node:crypto";
import { answering, failureOf, testContext, webPage } from "@askonce/testkit/carrier";
import { serveRequestHandler } from "@askonce/testkit/server";
import { describe, expect, it } from "vitest";
import { gls } from "./gls.ts";
import { statusRows } from "./status-rows.ts";

const options = { country: "ro", username: "shop@example.test", password: "canary-password" } as const;
const number = "50123456789";

const dayMs = 86_400_000;
/** 20 November 2026, 10:00 in Bucharest. */
const start = Date.parse("2026-11-15T08:00:00Z");

const scan = (code: string, afterMs: number) => ({
  StatusCode: code,
  StatusDate: `/Date(${start + afterMs}+0200)/`,
  StatusDescription: `words of ${code}`,
  StatusInfo: null,
  DepotCity: "Cluj",
  DepotNumber: "0042",
});
const parcel = (...scans: unknown[]) =>
  Response.json({ ParcelNumber: Number(number), ParcelStatusList: scans, GetParcelStatusErrors: [], POD: null });
const refused = (code: number, words: string) =>
  Response.json({ ParcelStatusList: [], GetParcelStatusErrors: [{ ErrorCode: code, ErrorDescription: words }] });

/** Codes with hours between them, oldest first; GLS lists them newest first. */
async function trackScans(...scans: [code: string, hours: number][]) {
  const list = scans.map(([code, hours]) => scan(code, hours * 3_600_000)).toReversed();
  return await gls(options).track(number, testContext(answering(() => parcel(...list)).fetch));
}

describe("track", () => {
  it("asks with the hashed password as a list of bytes, and reads the milliseconds as UTC", async () => {
    const courier = answering(() => parcel(scan("4", 2 * dayMs), scan("3", dayMs), scan("51", 0)));
    const tracked = await gls({ ...options, clientNumber: "100200" }).track("5012-3456-789", testContext(courier.fetch));
    const [request] = courier.asked;
    expect(request?.url.href).toBe("https://api.mygls.ro/ParcelService.svc/json/GetParcelStatuses");
    expect(request?.body).toEqual({
      Username: options.username,
      Password: [...createHash("sha512").update(options.password).digest()],
      ClientNumberList: [100_200],
      ParcelNumber: 50_123_456_789,
      ReturnPOD: false,
      LanguageIsoCode: "RO",
    });
    expect(tracked).toMatchObject({
      trackingNumber: number,
      status: "out_for_delivery",
      rawStatus: "4",
      statusAt: "2026-11-17T08:00:00Z",
      deliveredAt: null,
      estimates: [],
      unknownCodes: [],
    });
    expect(tracked?.checkpoints.map(({ at, zone, status, city, text }) => [at, zone, status, city, text])).toEqual([
      ["2026-11-17T08:00:00Z", "+02:00", "out_for_delivery", "Cluj", "words of 4"],
      ["2026-11-16T08:00:00Z", "+02:00", "in_transit", "Cluj", "words of 3"],
      ["2026-11-15T08:00:00Z", "+02:00", "label_created", "Cluj", "words of 51"],
    ]);
  });

  it("asks the host of the contract's country, in its language", async () => {
    const courier = answering(() => parcel(scan("1", 0)));
    await gls({ ...options, country: "hu" }).track(number, testContext(courier.fetch));
    expect(courier.asked[0]?.url.host).toBe("api.mygls.hu");
    expect(courier.asked[0]?.body).toMatchObject({ LanguageIsoCode: "HU" });
  });

  it.each<[title: string, scans: [string, number][], expected: object]>([
    [
      "delivered",
      [
        ["4", 0],
        ["5", 5],
      ],
      { status: "delivered", leg: "forward", deliveredAt: "2026-11-15T13:00:00Z" },
    ],
    [
      "nobody at home, delivered on the next round",
      [
        ["4", 0],
        ["12", 4],
        ["4", 24],
        ["5", 28],
      ],
      { status: "delivered", exceptions: [] },
    ],
    [
      "refused and handed back with code 5",
      [
        ["4", 0],
        ["17", 4],
        ["2", 20],
        ["4", 60],
        ["5", 64],
      ],
      { status: "returned", leg: "return", deliveredAt: null },
    ],
    [
      "returned with code 23, then 5",
      [
        ["23", 4],
        ["5", 64],
      ],
      { status: "returned", leg: "return" },
    ],
    [
      "returned with code 40",
      [
        ["4", 0],
        ["17", 4],
        ["40", 64],
      ],
      { status: "returned", leg: "return", exceptions: ["returned_to_sender", "refused"] },
    ],
    [
      "returned with code 90, then 5",
      [
        ["90", 4],
        ["3", 30],
        ["5", 64],
      ],
      { status: "returned", leg: "return" },
    ],
    [
      "on the way back",
      [
        ["17", 4],
        ["2", 20],
      ],
      { status: "returning", leg: "return", exceptions: ["refused"] },
    ],
    [
      "14 and delivered later that day",
      [
        ["4", 0],
        ["14", 4],
        ["5", 8],
      ],
      { status: "delivered", leg: "forward" },
    ],
    [
      "14 and delivered on another round",
      [
        ["4", 0],
        ["14", 4],
        ["4", 28],
        ["5", 33],
      ],
      { status: "delivered", leg: "forward" },
    ],
    [
      "14 and handed back days later without a round",
      [
        ["4", 0],
        ["14", 4],
        ["2", 20],
        ["5", 70],
      ],
      { status: "returned", leg: "return" },
    ],
    ["in the parcel box", [["54", 0]], { status: "ready_for_pickup", exceptions: ["locker_ready"], deliveredAt: null }],
    [
      "in the ParcelShop, then collected",
      [
        ["55", 0],
        ["5", 9],
      ],
      { status: "delivered", leg: "forward" },
    ],
    [
      "damaged on the way, moving on",
      [
        ["30", 0],
        ["4", 9],
      ],
      { status: "out_for_delivery", exceptions: ["damaged"] },
    ],
    ["completely damaged", [["31", 0]], { status: "failed", exceptions: ["damaged", "destroyed"] }],
    ["not to be found", [["43", 0]], { status: "on_hold", exceptions: ["lost"] }],
    [
      "an e-mail after the delivery",
      [
        ["5", 0],
        ["99", 1],
      ],
      { status: "delivered", rawStatus: "5", unknownCodes: [] },
    ],
    [
      "a code nobody knows",
      [
        ["4", 0],
        ["777", 1],
      ],
      { status: "out_for_delivery", unknownCodes: ["StatusCode:777"] },
    ],
    [
      "a code with a zero before it",
      [
        ["04", 0],
        ["05", 3],
      ],
      { status: "delivered", rawStatus: "05", unknownCodes: [] },
    ],
    [
      "somebody's return years ago under the same number",
      [
        ["23", -20_000],
        ["5", -19_950],
        ["51", 0],
        ["4", 20],
        ["5", 24],
      ],
      { status: "delivered", leg: "forward" },
    ],
  ])("%s", async (_title, scans, expected) => {
    expect(await trackScans(...scans)).toMatchObject(expected);
  });

  it("marks the scan itself as one of the way back", async () => {
    const tracked = await trackScans(["17", 4], ["5", 64]);
    expect(tracked?.checkpoints[0]).toMatchObject({ rawStatus: "5", status: "returned", leg: "return" });
  });

  it.each([
    ["an empty list", () => parcel()],
    ["GLS' own words", () => refused(7, "Parcel number 50123456789 was not found.")],
    ["status 404", () => Response.json({}, { status: 404 })],
  ])("is null for %s", async (_title, answer) => {
    expect(await gls(options).track(number, testContext(answering(answer).fetch))).toBeNull();
  });

  it("does not ask for what cannot be a number", async () => {
    const courier = answering(() => parcel());
    for (const text of ["", "ABC", "1234567890123456", "12 34"])
      expect(await gls(options).track(text, testContext(courier.fetch))).toBeNull();
    expect(courier.asked).toEqual([]);
  });
});

describe("failures", () => {
  it.each([
    ["a refusal by code", () => refused(-1, "Unauthorized for canary-password."), "ADAPTER_UNAUTHORIZED"],
    ["a locked account", () => refused(3, "Your account has been locked until 15:38."), "ADAPTER_UNAUTHORIZED"],
    ["status 401", () => Response.json({}, { status: 401 }), "ADAPTER_UNAUTHORIZED"],
    ["another refusal", () => refused(1004, "canary"), "ADAPTER_REJECTED"],
    ["a web page", webPage, "ADAPTER_UNAVAILABLE"],
    ["another shape", () => Response.json({ ParcelStatusList: "canary" }), "ADAPTER_BAD_RESPONSE"],
  ])("%s", async (_title, answer, code) => {
    const error = await failureOf(gls(options).track(number, testContext(answering(answer).fetch)));
    expect(error.code).toBe(code);
    expect(JSON.stringify([error.message, error.details])).not.toContain("canary");
  });

  it("asks once more when the server is down, and not when the password is wrong", async () => {
    const down = answering(
      () => Response.json({}, { status: 503 }),
      () => parcel(scan("5", 0)),
    );
    expect((await gls(options).track(number, testContext(down.fetch)))?.status).toBe("delivered");
    const wrong = answering(() => refused(-1, "Unauthorized"));
    await failureOf(gls(options).track(number, testContext(wrong.fetch)));
    expect(wrong.asked).toHaveLength(1);
  });

  it("check tells a wrong password from an interface that is down", async () => {
    const check = (answer: () => Response) => gls(options).check(testContext(answering(answer).fetch));
    expect(await check(() => refused(7, "Parcel not found"))).toMatchObject({ ok: true, checks: [{ id: "credentials", state: "ok" }] });
    expect(await check(() => refused(-1, "Unauthorized"))).toMatchObject({
      ok: false,
      checks: [{ remedy: expect.stringContaining("password") }],
    });
    expect(await check(() => Response.json({}, { status: 500 }))).toMatchObject({
      ok: false,
      checks: [{ remedy: expect.stringContaining("Try again") }],
    });
  });

  it("works over the network", async () => {
    const server = await serveRequestHandler(async () => parcel(scan("5", 0)));
    try {
      const tracked = await gls({ ...options, baseUrl: server.url }).track(number, testContext(globalThis.fetch));
      expect(tracked?.status).toBe("delivered");
    } finally {
      await server.close();
    }
  });
});

describe("gls", () => {
  it("refuses options that it does not know or that are wrong, without their values", () => {
    expect(() => gls({ ...options, customerNumber: "1" } as never)).toThrow(/unrecognized_keys \(customerNumber\)/);
    expect(() => gls({ ...options, country: "canary" } as never)).toThrow(/^(?!.*canary).*country/);
  });

  it("recognizes little more than digits", () => {
    const { detect } = gls(options);
    expect(detect?.(number)).toBe(0.2);
    for (const other of ["0722123456", "+40 722 123 456", "buyer@example.test", "1042"]) expect(detect?.(other)).toBe(0);
  });

  it("holds every code of the shop modules, and never takes the ParcelShop for the buyer", () => {
    expect(statusRows).toHaveLength(83);
    expect(statusRows.filter(({ evidence }) => evidence === "C").map(({ code }) => code)).toEqual(["10", "53", "90"]);
    expect(statusRows.filter(({ status }) => status === "delivered").map(({ code }) => code)).toEqual(["5", "58", "92", "93"]);
  });
});
