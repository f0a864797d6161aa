import { AskonceError } from "@askonce/spec";
import { describe, expect, it } from "vitest";
import { answering, failureOf, jsonAnswer, testContext, testNow, underEveryZone, webPage } from "./adapter-test.ts";

describe("answering", () => {
  it("answers in order, the last one for ever, and remembers what it was asked", async () => {
    const { fetch, asked } = answering(jsonAnswer({ n: 1 }), jsonAnswer({ n: 2 }, 503, { "retry-after": "2" }), webPage);
    const url = "https://courier.example.test/a?b=1";
    expect(await (await fetch(url)).json()).toEqual({ n: 1 });
    const second = await fetch(url, { method: "POST", body: '{"x":1}', headers: { "x-key": "k" } });
    expect([second.status, second.headers.get("retry-after")]).toEqual([503, "2"]);
    for (let call = 0; call < 2; call++)
      expect((await fetch(url, { method: "POST", body: "plain" })).headers.get("content-type")).toBe("text/html");
    expect(asked.map(({ method, address, body }) => [method, address, body])).toEqual([
      ["GET", "/a?b=1", null],
      ["POST", "/a?b=1", { x: 1 }],
      ["POST", "/a?b=1", "plain"],
      ["POST", "/a?b=1", "plain"],
    ]);
    expect(asked[1]?.headers.get("x-key")).toBe("k");
  });
});

describe("testContext", () => {
  it("moves its clock by sleeping only, and keeps what is logged", async () => {
    const context = testContext(answering().fetch, { priority: "background" });
    expect([context.clock.now(), context.priority]).toEqual([testNow, "background"]);
    await context.clock.sleep(1500);
    context.logger.info("something", { code: 7 });
    expect([context.clock.now() - testNow, context.slept]).toEqual([1500, [1500]]);
    expect(context.logged()).toContain('"code":7');
    await expect(context.clock.sleep(1, AbortSignal.abort(new Error("enough")))).rejects.toThrow("enough");
  });
});

describe("failureOf", () => {
  it("gives the askonce error, and nothing else for one", async () => {
    expect((await failureOf(Promise.reject(new AskonceError("ADAPTER_TIMEOUT")))).code).toBe("ADAPTER_TIMEOUT");
    await expect(failureOf(Promise.resolve(1))).rejects.toThrow("It did not fail");
    await expect(failureOf(Promise.reject(new TypeError("ours")))).rejects.toThrow(TypeError);
  });
});

describe("underEveryZone", () => {
  it("reads in several zones and leaves the process's own as it was", () => {
    const before = process.env.TZ;
    const hours = underEveryZone(() => new Date(testNow).getHours());
    expect(new Set(hours).size).toBeGreaterThan(2);
    expect(process.env.TZ).toBe(before);
  });
});
