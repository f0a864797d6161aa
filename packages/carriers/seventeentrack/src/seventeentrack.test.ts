import { AskonceError } from "@askonce/spec";
import { answering, jsonAnswer, testContext } from "@askonce/testkit/carrier";
import { describe, expect, test } from "vitest";
import { answer, event, number, refusal, rejection, tracked } from "../test-support/number.ts";
import type { SeventeentrackOptions } from "./options.ts";
import { seventeentrack } from "./seventeentrack.ts";

const apiKey = "canary-api-key";
const moving = tracked([event("2026-11-19T03:00:00+02:00", "InTransit_Departure")]);
const registered = answer([{ origin: 1, number, carrier: 100002 }]);
const unregistered = answer([], [rejection(-18019902)]);
const create = (options: Partial<SeventeentrackOptions> = {}) => seventeentrack({ apiKey, ...options });
const errorOf = (call: Promise<unknown> | undefined): Promise<AskonceError> =>
  (call ?? Promise.resolve()).then(
    () => Promise.reject(new Error("did not fail")),
    (error) => error,
  );

describe("options", () => {
  test.each([
    ["an unknown key", { token: "x" }, "token"],
    ["no key", { apiKey: "" }, "apiKey"],
    ["a zone that is none", { timeZone: "+25:00" }, "timeZone"],
    ["a courier that is no number", { carriers: { UPS: "ups" } }, "carriers"],
  ])("%s is refused by name, without the key", (_name, change, field) => {
    let error: unknown;
    try {
      seventeentrack({ apiKey, ...change } as SeventeentrackOptions);
    } catch (thrown) {
      error = thrown;
    }
    expect(AskonceError.is(error, "CONFIGURATION_INVALID")).toBe(true);
    expect(String(error)).toContain(field);
    expect(String(error)).not.toContain(apiKey);
  });

  test("it belongs to no courier's name", () => {
    expect(create()).toMatchObject({
      specVersion: "v1",
      kind: "carrier",
      id: "seventeentrack",
      displayName: "17TRACK",
      carrierNames: [],
      standing: "official",
      timeZone: "UTC",
      batches: { size: 40 },
    });
  });
});

describe("tracking", () => {
  test("a registered number takes one question and none of the quota", async () => {
    const { fetch, asked } = answering(jsonAnswer(answer([moving])));
    expect(await create().track(number, testContext(fetch))).toMatchObject({ trackingNumber: number, status: "in_transit" });
    expect(asked.map(({ method, address, body }) => [method, address, body])).toEqual([["POST", "/track/v2.2/gettrackinfo", [{ number }]]]);
    expect(asked[0]?.headers.get("17token")).toBe(apiKey);
  });

  test("an unregistered one is registered and asked for again", async () => {
    const { fetch, asked } = answering(jsonAnswer(unregistered), jsonAnswer(registered), jsonAnswer(answer([moving])));
    expect((await create({ defaultCarrier: 100002 }).track(number, testContext(fetch)))?.status).toBe("in_transit");
    expect(asked.map(({ address }) => address.split("/").at(-1))).toEqual(["gettrackinfo", "register", "gettrackinfo"]);
    expect(asked[1]?.body).toEqual([{ number, carrier: 100002 }]);
  });

  test.each([
    ["nothing is known yet", [jsonAnswer(answer([], [rejection(-18019909)]))]],
    [
      "nothing is known yet of one registered just now",
      [jsonAnswer(unregistered), jsonAnswer(registered), jsonAnswer(answer([], [rejection(-18019909)]))],
    ],
    ["it fits no courier", [jsonAnswer(unregistered), jsonAnswer(answer([], [rejection(-18019903)]))]],
    ["it is no number", [jsonAnswer(answer([], [rejection(-18010012)]))]],
  ])("is null when %s", async (_name, answers) => {
    const { fetch } = answering(...answers);
    const context = testContext(fetch);
    expect(await create().track(number, context)).toBeNull();
    expect(context.logged()).not.toContain(number);
  });

  test("somebody else registered it in between", async () => {
    const { fetch } = answering(jsonAnswer(unregistered), jsonAnswer(answer([], [rejection(-18019901)])), jsonAnswer(answer([moving])));
    expect((await create().track(number, testContext(fetch)))?.status).toBe("in_transit");
  });

  test("nothing is registered when that is not wanted", async () => {
    const { fetch, asked } = answering(jsonAnswer(unregistered));
    expect(await create({ registerWhenAsked: false }).track(number, testContext(fetch))).toBeNull();
    expect(asked).toHaveLength(1);
  });

  test("a quota that is used up is a failure, not an unknown number", async () => {
    const { fetch } = answering(jsonAnswer(unregistered), jsonAnswer(answer([], [rejection(-18019908)])));
    const error = await errorOf(create().track(number, testContext(fetch)));
    expect(error).toMatchObject({ code: "ADAPTER_REJECTED", details: { vendorCode: -18019908 } });
    expect(error.message).toContain("quota");
  });
});

describe("several numbers", () => {
  const numbers = Array.from({ length: 85 }, (_, index) => `ST${String(index).padStart(10, "0")}`);
  const numbersIn = (body: unknown) => (body as { number: string }[]).map((entry) => entry.number);

  test("are asked for in forties", async () => {
    const asked: string[][] = [];
    const context = testContext(async (input, init) => {
      const sent = numbersIn(await new Request(input, init).json());
      asked.push(sent);
      return Response.json(answer(sent.map((each) => ({ ...moving, number: each }))));
    });
    const parcels = await create().batches?.track(numbers, context);
    expect(parcels?.map(({ trackingNumber }) => trackingNumber)).toEqual(numbers);
    expect(asked.map(({ length }) => length)).toEqual([40, 40, 5]);
  });

  test("say the same as one by one, only the unknown ones are registered, and no stranger gets in", async () => {
    const [known = "", unknown = "", nothing = ""] = numbers;
    const { fetch, asked } = answering(
      jsonAnswer(
        answer(
          [
            { ...moving, number: known },
            { ...moving, number: "STRANGER1" },
          ],
          [rejection(-18019902, unknown), rejection(-18019909, nothing)],
        ),
      ),
      jsonAnswer(answer([{ number: unknown }])),
      jsonAnswer(answer([{ ...moving, number: unknown }])),
    );
    const parcels = await create().batches?.track([known, unknown, nothing], testContext(fetch));
    expect(parcels?.map(({ trackingNumber }) => trackingNumber)).toEqual([known, unknown]);
    expect(numbersIn(asked[1]?.body)).toEqual([unknown]);
    expect(numbersIn(asked[2]?.body)).toEqual([unknown]);
    const { fetch: single } = answering(jsonAnswer(answer([{ ...moving, number: known }])));
    expect(parcels?.[0]).toEqual(await create().track(known, testContext(single)));
  });

  test("a refusal of some leaves what was found, and is logged by its code", async () => {
    const [known = "", refused = ""] = numbers;
    const { fetch } = answering(
      jsonAnswer(answer([{ ...moving, number: known }], [rejection(-18019902, refused)])),
      jsonAnswer(answer([], [rejection(-18019908, refused)])),
    );
    const context = testContext(fetch);
    expect(await create().batches?.track([known, refused], context)).toHaveLength(1);
    expect(context.logged()).toContain("-18019908");
    expect(context.logged()).not.toContain(refused);
  });

  test("of one number with several couriers the newest event decides", async () => {
    const older = { ...tracked([event("2023-01-01T10:00:00+02:00", "Delivered_Other")]), carrier: 3011 };
    const { fetch } = answering(jsonAnswer(answer([older, moving])));
    expect((await create().track(number, testContext(fetch)))?.status).toBe("in_transit");
    const { fetch: reversed } = answering(jsonAnswer(answer([moving, older])));
    expect((await create().track(number, testContext(reversed)))?.status).toBe("in_transit");
  });

  test("none takes no question", async () => {
    const { fetch, asked } = answering(jsonAnswer(answer([])));
    expect(await create().batches?.track([], testContext(fetch))).toEqual([]);
    expect(asked).toHaveLength(0);
  });
});

describe("registering", () => {
  const adapter = create({ carriers: { "UPS Standard": 100002 }, defaultCarrier: 3011 });

  test.each([
    ["the shop's name for it", "ups standard", 100002],
    ["another name", "Cargus", 3011],
  ])("with %s", async (_name, carrier, code) => {
    const { fetch, asked } = answering(jsonAnswer(registered));
    await adapter.webhooks?.register?.(number, carrier, testContext(fetch));
    expect(asked.map(({ body }) => body)).toEqual([[{ number, carrier: code }]]);
  });

  test("twice is once, and a refusal is an error with 17TRACK's code", async () => {
    const { fetch: again } = answering(jsonAnswer(answer([], [rejection(-18019901)])));
    await expect(adapter.webhooks?.register?.(number, null, testContext(again))).resolves.toBeUndefined();
    const { fetch: refused } = answering(jsonAnswer(answer([], [rejection(-18019903)])));
    const error = await errorOf(adapter.webhooks?.register?.(number, null, testContext(refused)));
    expect(error).toMatchObject({ code: "ADAPTER_REJECTED", details: { vendorCode: -18019903 } });
  });
});

describe("failures", () => {
  const failing: [string, () => Response | Promise<Response>, string, boolean][] = [
    ["a wrong key with status 200", jsonAnswer(refusal(-18010002)), "ADAPTER_UNAUTHORIZED", false],
    ["a wrong key with status 401", jsonAnswer(refusal(-18010002), 401), "ADAPTER_UNAUTHORIZED", false],
    ["an address that is not allowed", jsonAnswer(refusal(-18010001), 401), "ADAPTER_FORBIDDEN", false],
    ["401 without a code", () => new Response("canary@example.test", { status: 401 }), "ADAPTER_UNAUTHORIZED", false],
    ["an unknown code", jsonAnswer(refusal(-18099999)), "ADAPTER_REJECTED", false],
    ["500", jsonAnswer(refusal(-18010003), 500), "ADAPTER_UNAVAILABLE", true],
    ["an inner error with status 200", jsonAnswer(refusal(-18010003)), "ADAPTER_UNAVAILABLE", true],
    ["a web page", () => new Response("<html>canary@example.test", { status: 200 }), "ADAPTER_UNAVAILABLE", true],
    ["no code", jsonAnswer({ data: {} }), "ADAPTER_BAD_RESPONSE", false],
    ["another shape", jsonAnswer({ code: 0, data: { accepted: "canary@example.test" } }), "ADAPTER_BAD_RESPONSE", false],
    ["no connection", () => Promise.reject(new TypeError(`failed for ${apiKey}`)), "ADAPTER_UNREACHABLE", true],
  ];

  test.each(failing)("%s, with nothing of it in the error", async (_name, given, code, retryable) => {
    const { fetch, asked } = answering(given);
    const context = testContext(fetch);
    const error = await errorOf(create().track(number, context));
    expect(error).toMatchObject({ code, retryable });
    expect(asked).toHaveLength(retryable ? 3 : 1);
    const said = `${error.stack} ${JSON.stringify(error)} ${JSON.stringify(error.details)} ${context.logged()}`;
    for (const canary of [apiKey, number, "canary@example.test"]) expect(said).not.toContain(canary);
  });

  test("a rate limit waits as long as 17TRACK says, one of the day is told at once", async () => {
    const { fetch } = answering(jsonAnswer(refusal(-18010014), 429, { "retry-after": "2" }), jsonAnswer(answer([moving])));
    const context = testContext(fetch);
    expect((await create().track(number, context))?.status).toBe("in_transit");
    expect(context.slept).toContain(2000);
    const { fetch: daily, asked } = answering(jsonAnswer(refusal(-18019907)));
    expect(await errorOf(create().track(number, testContext(daily)))).toMatchObject({
      code: "ADAPTER_RATE_LIMITED",
      retryAfterMs: 3_600_000,
    });
    expect(asked).toHaveLength(1);
  });
});

describe("check", () => {
  const states = async (given: () => Response) => {
    const { fetch, asked } = answering(given);
    const report = await create().check(testContext(fetch));
    expect(asked.map(({ address }) => address)).toEqual(["/track/v2.2/getquota"]);
    expect(JSON.stringify(report)).not.toMatch(/canary/);
    return { ok: report.ok, states: report.checks.map(({ id, state }) => `${id} ${state}`) };
  };

  test("the key works and something is left", async () => {
    const quota = { quota_total: 200, quota_used: 50, quota_remain: 150 };
    expect(await states(jsonAnswer({ code: 0, data: quota }))).toEqual({
      ok: true,
      states: ["credentials ok", "quota ok", "webhooks skipped"],
    });
    expect(await states(jsonAnswer({ code: 0, data: { ...quota, quota_remain: 0 } }))).toEqual({
      ok: true,
      states: ["credentials ok", "quota warning", "webhooks skipped"],
    });
  });

  test("a refused key is reported with what to do, and not thrown", async () => {
    expect(await states(jsonAnswer(refusal(-18010002)))).toEqual({
      ok: false,
      states: ["credentials failed", "quota skipped", "webhooks skipped"],
    });
  });
});
