import { AskonceError } from "@askonce/spec";
import { answering, jsonAnswer, testContext } from "@askonce/testkit/carrier";
import { describe, expect, test } from "vitest";
import { list, number, refusal, scan, tracker } from "../test-support/tracker.ts";
import { easypost } from "./easypost.ts";
import type { EasypostOptions } from "./options.ts";

const apiKey = "canary-api-key";
const moving = tracker([scan("2026-11-19T06:02:17Z", "in_transit", "departed_facility")]);
const fresh = tracker([]);
const create = (options: Partial<EasypostOptions> = {}) => easypost({ apiKey, ...options });
const errorOf = (call: Promise<unknown> | undefined): Promise<AskonceError> =>
  (call ?? Promise.resolve()).then(
    () => Promise.reject(new Error("did not fail")),
    (error) => error,
  );

describe("options", () => {
  test.each([
    ["an unknown key", { key: "x" }, "key"],
    ["no key", { apiKey: "" }, "apiKey"],
    ["a zone that is none", { timeZone: "New York" }, "timeZone"],
    ["a courier that is none", { defaultCarrier: "Fed Ex" }, "defaultCarrier"],
  ])("%s is refused by name, without the key", (_name, change, field) => {
    let error: unknown;
    try {
      easypost({ apiKey, ...change } as EasypostOptions);
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
      id: "easypost",
      carrierNames: [],
      standing: "official",
      timeZone: "UTC",
    });
  });
});

describe("tracking", () => {
  test("a number with a tracker takes one question and makes none", async () => {
    const { fetch, asked } = answering(jsonAnswer(list(moving)));
    expect(await create().track(number, testContext(fetch))).toMatchObject({ trackingNumber: number, status: "in_transit" });
    expect(asked.map(({ method, address }) => `${method} ${address}`)).toEqual([`GET /v2/trackers?tracking_code=${number}`]);
    expect(asked[0]?.headers.get("authorization")).toBe(`Basic ${Buffer.from(`${apiKey}:`).toString("base64")}`);
  });

  test("for an unknown one a tracker is made, whose answer is the answer", async () => {
    const { fetch, asked } = answering(jsonAnswer(list()), jsonAnswer(moving, 201));
    expect((await create({ defaultCarrier: "FedEx" }).track(number, testContext(fetch)))?.status).toBe("in_transit");
    expect(asked.map(({ method, address }) => `${method} ${address}`)).toEqual([
      `GET /v2/trackers?tracking_code=${number}`,
      "POST /v2/trackers",
    ]);
    expect(asked[1]?.body).toEqual({ tracker: { tracking_code: number, carrier: "FedEx" } });
  });

  test("one that was made just now knows nothing, and is not made again", async () => {
    const { fetch, asked } = answering(jsonAnswer(list()), jsonAnswer(fresh, 201), jsonAnswer(list(fresh)));
    const adapter = create();
    const context = testContext(fetch);
    expect(await adapter.track(number, context)).toBeNull();
    expect(await adapter.track(number, context)).toBeNull();
    expect(asked.map(({ method }) => method)).toEqual(["GET", "POST", "GET"]);
  });

  test("a number that fits no courier is null, and is not logged", async () => {
    const { fetch } = answering(jsonAnswer(list()), jsonAnswer(refusal("TRACKER.INVALID"), 422));
    const context = testContext(fetch);
    expect(await create().track(number, context)).toBeNull();
    expect(context.logged()).toContain("TRACKER.INVALID");
    expect(context.logged()).not.toContain(number);
  });

  test("no tracker is made when that is not wanted", async () => {
    const { fetch, asked } = answering(jsonAnswer(list()));
    expect(await create({ registerWhenAsked: false }).track(number, testContext(fetch))).toBeNull();
    expect(asked).toHaveLength(1);
  });

  test("of several trackers the one that moved last is taken, and no other number's", async () => {
    const older = tracker([scan("2024-01-01T00:00:00Z", "delivered", "arrived_at_destination")], { updated_at: "2024-01-01T00:00:00Z" });
    const stranger = { ...moving, tracking_code: `${number}9` };
    const { fetch } = answering(jsonAnswer(list(stranger, older, { ...fresh, updated_at: "2026-11-21T17:00:00Z" }, moving)));
    expect((await create().track(number, testContext(fetch)))?.status).toBe("in_transit");
    const { fetch: onlyStranger } = answering(jsonAnswer(list(stranger)));
    expect(await create({ registerWhenAsked: false }).track(number, testContext(onlyStranger))).toBeNull();
  });
});

describe("registering", () => {
  const adapter = create({ webhookSecrets: ["secret"], carriers: { "FedEx Economy": "FedEx" } });

  test.each([
    ["the shop's name for it", "fedex  ECONOMY", { tracking_code: number, carrier: "FedEx" }],
    ["a name that is not in the options", "Cargus", { tracking_code: number }],
  ])("with %s", async (_name, carrier, expected) => {
    const { fetch, asked } = answering(jsonAnswer(list()), jsonAnswer(fresh, 201));
    await adapter.webhooks?.register?.(number, carrier, testContext(fetch));
    expect(asked[1]?.body).toEqual({ tracker: expected });
  });

  test("twice is once, and a refusal is an error with EasyPost's code", async () => {
    const { fetch: again, asked } = answering(jsonAnswer(list(fresh)));
    await adapter.webhooks?.register?.(number, null, testContext(again));
    expect(asked).toHaveLength(1);
    const { fetch: refused } = answering(jsonAnswer(list()), jsonAnswer(refusal("TRACKER.INVALID"), 422));
    const error = await errorOf(adapter.webhooks?.register?.(number, null, testContext(refused)));
    expect(error).toMatchObject({ code: "ADAPTER_REJECTED", details: { status: 422, vendorCode: "TRACKER.INVALID" } });
  });
});

describe("failures", () => {
  const failing: [string, () => Response | Promise<Response>, string, boolean][] = [
    ["401", jsonAnswer(refusal("APIKEY.INACTIVE"), 401), "ADAPTER_UNAUTHORIZED", false],
    ["402", jsonAnswer(refusal("PAYMENT_REQUIRED"), 402), "ADAPTER_REJECTED", false],
    ["403", jsonAnswer(refusal("FORBIDDEN"), 403), "ADAPTER_FORBIDDEN", false],
    ["503", jsonAnswer(refusal("UNAVAILABLE"), 503), "ADAPTER_UNAVAILABLE", true],
    ["a web page", () => new Response("<html>canary@example.test", { status: 200 }), "ADAPTER_UNAVAILABLE", true],
    ["another shape", jsonAnswer({ trackers: "canary@example.test" }), "ADAPTER_BAD_RESPONSE", false],
    ["no connection", () => Promise.reject(new TypeError(`failed for ${apiKey}`)), "ADAPTER_UNREACHABLE", true],
  ];

  test.each(failing)("%s, with nothing of it in the error", async (_name, answer, code, retryable) => {
    const { fetch, asked } = answering(answer);
    const context = testContext(fetch);
    const error = await errorOf(create().track(number, context));
    expect(error).toMatchObject({ code, retryable });
    expect(asked).toHaveLength(retryable ? 3 : 1);
    const said = `${error.stack} ${JSON.stringify(error)} ${JSON.stringify(error.details)} ${context.logged()}`;
    for (const canary of [apiKey, btoa(`${apiKey}:`), number, "canary@example.test"]) expect(said).not.toContain(canary);
  });

  test("a rate limit waits as long as EasyPost says", async () => {
    const { fetch } = answering(jsonAnswer(refusal("RATE_LIMITED"), 429, { "retry-after": "2" }), jsonAnswer(list(moving)));
    const context = testContext(fetch);
    expect((await create().track(number, context))?.status).toBe("in_transit");
    expect(context.slept).toContain(2000);
  });
});

describe("check", () => {
  const secrets = { webhookSecrets: ["secret"] };
  const states = async (...answers: (() => Response)[]) => {
    const { fetch } = answering(...answers);
    const report = await create(secrets).check(testContext(fetch));
    expect(JSON.stringify(report)).not.toMatch(/canary|hunter2/);
    return { ok: report.ok, states: report.checks.map(({ id, state }) => `${id} ${state}`) };
  };

  test("the key and the webhooks work", async () => {
    const webhooks = {
      webhooks: [
        { url: "https://user:hunter2@desk.example.test", disabled_at: null },
        { url: "x", disabled_at: "2026-11-01T00:00:00Z" },
      ],
    };
    expect(await states(jsonAnswer(list(moving)), jsonAnswer(webhooks))).toEqual({ ok: true, states: ["credentials ok", "webhooks ok"] });
  });

  test("a test key and webhooks that EasyPost has switched off are warnings", async () => {
    const off = jsonAnswer({ webhooks: [{ url: "x", disabled_at: "2026-11-01T00:00:00Z" }] });
    expect(await states(jsonAnswer(list({ ...moving, mode: "test" })), off)).toEqual({
      ok: true,
      states: ["credentials warning", "webhooks warning"],
    });
  });

  test("a refused key is reported with what to do, and not thrown", async () => {
    expect(await states(jsonAnswer(refusal("APIKEY.INACTIVE"), 401))).toEqual({
      ok: false,
      states: ["credentials failed", "webhooks skipped"],
    });
  });

  test("without a secret webhooks are not asked about", async () => {
    const { fetch, asked } = answering(jsonAnswer(list()));
    const report = await create().check(testContext(fetch));
    expect(report.checks.map(({ state }) => state)).toEqual(["ok", "warning"]);
    expect(asked).toHaveLength(1);
  });
});
