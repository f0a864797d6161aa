import { AskonceError } from "@askonce/spec";
import { answering, jsonAnswer, testContext, testNow } from "@askonce/testkit/carrier";
import { describe, expect, test } from "vitest";
import { list, number, refusal, scan, tracking } from "../test-support/tracking.ts";
import { aftership } from "./aftership.ts";
import type { AftershipOptions } from "./options.ts";

const apiKey = "canary-api-key";
const moving = tracking([scan("2026-11-19T03:00:00+02:00", "InTransit_003")]);
const pending = tracking([]);
const create = (options: Partial<AftershipOptions> = {}) => aftership({ apiKey, ...options });
const errorOf = (call: Promise<unknown> | undefined): Promise<AskonceError> =>
  (call ?? Promise.resolve()).then(
    () => Promise.reject(new Error("did not fail")),
    (error) => error,
  );

describe("options", () => {
  test.each([
    ["an unknown key", { api_key: "x" }, "api_key"],
    ["no key", { apiKey: "" }, "apiKey"],
    ["a zone that is none", { timeZone: "Bucharest" }, "timeZone"],
    ["a slug that is none", { carriers: { FAN: "FAN Courier!" } }, "carriers"],
    ["an id that is no word", { id: "After Ship" }, "id"],
    ["an empty webhook secret", { webhookSecrets: [""] }, "webhookSecrets"],
  ])("%s is refused by name, without the key", (_name, change, field) => {
    let error: unknown;
    try {
      aftership({ apiKey, ...change } as AftershipOptions);
    } catch (thrown) {
      error = thrown;
    }
    expect(AskonceError.is(error, "CONFIGURATION_INVALID")).toBe(true);
    expect(String(error)).toContain(field);
    expect(String(error)).not.toContain(apiKey);
  });

  test("it belongs to no courier's name", () => {
    expect(create({ pollEveryMs: 3_600_000 })).toMatchObject({
      specVersion: "v1",
      kind: "carrier",
      id: "aftership",
      carrierNames: [],
      standing: "official",
      timeZone: "UTC",
      pollEveryMs: 3_600_000,
    });
  });
});

describe("tracking", () => {
  test("a number that AfterShip knows takes one question and registers nothing", async () => {
    const { fetch, asked } = answering(jsonAnswer(list(moving)));
    const parcel = await create().track(number, testContext(fetch));
    expect(parcel).toMatchObject({ trackingNumber: number, status: "in_transit" });
    expect(asked.map(({ method, address }) => `${method} ${address}`)).toEqual([
      `GET /tracking/2026-07/trackings?tracking_numbers=${number}`,
    ]);
    expect(asked[0]?.headers.get("as-api-key")).toBe(apiKey);
  });

  test("an unknown one is registered and asked for again", async () => {
    const { fetch, asked } = answering(
      jsonAnswer(list()),
      jsonAnswer({ meta: { code: 201 }, data: pending }, 201),
      jsonAnswer(list(moving)),
    );
    const parcel = await create({ defaultCarrier: "fan-courier" }).track(number, testContext(fetch));
    expect(parcel?.status).toBe("in_transit");
    expect(asked.map(({ method }) => method)).toEqual(["GET", "POST", "GET"]);
    expect(asked[1]?.body).toEqual({ tracking_number: number, slug: "fan-courier" });
  });

  test("one that was registered just now is not known yet, and is not registered again", async () => {
    const { fetch, asked } = answering(
      jsonAnswer(list()),
      jsonAnswer({ meta: { code: 201 }, data: pending }, 201),
      jsonAnswer(list(pending)),
    );
    const adapter = create();
    const context = testContext(fetch);
    expect(await adapter.track(number, context)).toBeNull();
    expect(await adapter.track(number, context)).toBeNull();
    expect(asked.filter(({ method }) => method === "POST")).toHaveLength(1);
  });

  test("somebody else registered it in between", async () => {
    const { fetch } = answering(jsonAnswer(list()), jsonAnswer(refusal(4003), 400), jsonAnswer(list(moving)));
    expect((await create().track(number, testContext(fetch)))?.status).toBe("in_transit");
  });

  test.each([4005, 4012, 4017])("a number that AfterShip does not take (%i) is null, and is not logged", async (code) => {
    const { fetch } = answering(jsonAnswer(list()), jsonAnswer(refusal(code), 400));
    const context = testContext(fetch);
    expect(await create().track(number, context)).toBeNull();
    expect(context.logged()).toContain(String(code));
    expect(context.logged()).not.toContain(number);
  });

  test("nothing is registered when that is not wanted", async () => {
    const { fetch, asked } = answering(jsonAnswer(list()));
    expect(await create({ registerWhenAsked: false }).track(number, testContext(fetch))).toBeNull();
    expect(asked).toHaveLength(1);
  });

  test("of several couriers' parcels with the number the one that moved last is taken, and no other number", async () => {
    const older = { ...moving, slug: "dhl", updated_at: "2025-01-01T00:00:00+00:00" };
    const stranger = { ...moving, tracking_number: `${number}9` };
    const newest = tracking([scan("2026-11-20T10:00:00+02:00", "OutForDelivery_001")], { tracking_number: "as-0000 000001" });
    const { fetch } = answering(jsonAnswer(list(stranger, older, { ...pending, updated_at: "2026-11-21T17:00:00+00:00" }, newest)));
    expect(await create().track(number, testContext(fetch))).toMatchObject({ status: "out_for_delivery" });
    const { fetch: onlyStranger } = answering(jsonAnswer(list(stranger)));
    expect(await create({ registerWhenAsked: false }).track(number, testContext(onlyStranger))).toBeNull();
  });
});

describe("registering", () => {
  const adapter = create({ webhookSecrets: ["secret"], carriers: { "FAN Courier": "fan-courier" }, defaultCarrier: "dpd" });

  test.each([
    ["the shop's name for it", "Fan  courier", "fan-courier"],
    ["no name", null, "dpd"],
    ["another name", "Cargus", "dpd"],
  ])("with %s", async (_name, carrier, slug) => {
    const { fetch, asked } = answering(jsonAnswer({ meta: { code: 201 }, data: pending }, 201));
    await adapter.webhooks?.register?.(number, carrier, testContext(fetch));
    expect(asked.map(({ body }) => body)).toEqual([{ tracking_number: number, slug }]);
  });

  test("twice is once, and a refusal is an error with AfterShip's code", async () => {
    const { fetch: again } = answering(jsonAnswer(refusal(4003), 400));
    await expect(adapter.webhooks?.register?.(number, null, testContext(again))).resolves.toBeUndefined();
    const { fetch: refused } = answering(jsonAnswer(refusal(4005), 400));
    const error = await errorOf(adapter.webhooks?.register?.(number, null, testContext(refused)));
    expect(error).toMatchObject({ code: "ADAPTER_REJECTED", details: { status: 400, vendorCode: 4005 } });
  });

  test("without a name or a default lets AfterShip guess", async () => {
    const { fetch, asked } = answering(jsonAnswer({ meta: { code: 201 }, data: pending }, 201));
    await create({ webhookSecrets: ["secret"] }).webhooks?.register?.(number, "Cargus", testContext(fetch));
    expect(asked[0]?.body).toEqual({ tracking_number: number });
  });
});

describe("failures", () => {
  const failing: [string, () => Response | Promise<Response>, string, boolean][] = [
    ["401", jsonAnswer(refusal(401), 401), "ADAPTER_UNAUTHORIZED", false],
    ["403", jsonAnswer(refusal(403), 403), "ADAPTER_FORBIDDEN", false],
    ["500", jsonAnswer(refusal(500), 500), "ADAPTER_UNAVAILABLE", true],
    ["a web page", () => new Response("<html>Just a moment canary@example.test", { status: 200 }), "ADAPTER_UNAVAILABLE", true],
    ["nothing", () => new Response("", { status: 200 }), "ADAPTER_UNAVAILABLE", true],
    ["another shape", jsonAnswer({ meta: { code: 200 }, data: { trackings: "canary@example.test" } }), "ADAPTER_BAD_RESPONSE", false],
    ["no connection", () => Promise.reject(new TypeError(`failed for ${apiKey}`)), "ADAPTER_UNREACHABLE", true],
  ];

  test.each(failing)("%s, with nothing of it in the error", async (_name, answer, code, retryable) => {
    const { fetch, asked } = answering(answer);
    const context = testContext(fetch);
    const error = await errorOf(create().track(number, context));
    expect(error).toMatchObject({ code, retryable });
    expect(asked).toHaveLength(retryable ? 3 : 1);
    const said = `${error.stack} ${JSON.stringify(error)} ${JSON.stringify(error.details)} ${context.logged()}`;
    for (const canary of [apiKey, number, "canary@example.test"]) expect(said).not.toContain(canary);
  });

  test("a rate limit waits until AfterShip's second is over", async () => {
    const until = String(testNow / 1000 + 2);
    const { fetch } = answering(jsonAnswer(refusal(429), 429, { "x-ratelimit-reset": until }), jsonAnswer(list(moving)));
    const context = testContext(fetch);
    expect((await create().track(number, context))?.status).toBe("in_transit");
    expect(context.slept).toContain(2000);
  });

  test("a rate limit of an hour is told at once", async () => {
    const { fetch, asked } = answering(jsonAnswer(refusal(429), 429, { "retry-after": "3600" }));
    expect(await errorOf(create().track(number, testContext(fetch)))).toMatchObject({
      code: "ADAPTER_RATE_LIMITED",
      retryAfterMs: 3_600_000,
    });
    expect(asked).toHaveLength(1);
  });

  test("an aborted call asks nothing", async () => {
    const { fetch, asked } = answering(jsonAnswer(list(moving)));
    await expect(create().track(number, testContext(fetch, { signal: AbortSignal.abort() }))).rejects.toMatchObject({ name: "AbortError" });
    expect(asked).toHaveLength(0);
  });
});

describe("check", () => {
  test("the key works, webhooks are not set up", async () => {
    const { fetch, asked } = answering(jsonAnswer(list()));
    const report = await create().check(testContext(fetch));
    expect(report.ok).toBe(true);
    expect(report.checks.map(({ id, state }) => [id, state])).toEqual([
      ["credentials", "ok"],
      ["webhooks", "warning"],
    ]);
    expect(asked.map(({ method }) => method)).toEqual(["GET"]);
  });

  test("a refused key is reported with what to do, and not thrown", async () => {
    const { fetch } = answering(jsonAnswer(refusal(401), 401));
    const report = await create({ webhookSecrets: ["secret"] }).check(testContext(fetch));
    expect(report.ok).toBe(false);
    expect(report.checks[0]).toMatchObject({ state: "failed", remedy: expect.stringContaining("API keys") });
    expect(JSON.stringify(report)).not.toMatch(/canary/);
  });
});
