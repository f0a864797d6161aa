import { type AdapterContext, AskonceError } from "@askonce/spec";
import { describe, expect, it } from "vitest";
import { createVendorClient } from "./vendor-client.ts";

function setup(...answers: (() => Response)[]) {
  const requests: Request[] = [];
  let now = 0;
  const context: AdapterContext = {
    signal: new AbortController().signal,
    logger: { debug() {}, info() {}, warn() {}, error() {} },
    clock: {
      now: () => now,
      async sleep(durationMs) {
        now += durationMs;
      },
    },
    fetch: async (input, init) => {
      const answer = answers[Math.min(requests.length, answers.length - 1)];
      requests.push(new Request(input, init));
      return answer ? answer() : Response.error();
    },
    idempotencyKey: "test-1",
    priority: "agent",
  };
  return { requests, context, elapsedMs: () => now };
}

const client = (ratePerSecond = 10) => createVendorClient({ baseUrl: "https://courier.example.test/api", timeoutMs: 1000, ratePerSecond });
const json =
  (body: unknown, status = 200, headers = {}) =>
  () =>
    new Response(JSON.stringify(body), { status, headers });

describe("createVendorClient", () => {
  it("asks below its base, with a query in order and a name several times", async () => {
    const { requests, context } = setup(json({ ok: true }));
    const query = [
      ["id", "1"],
      ["awb[]", "a b"],
      ["awb[]", "c"],
    ] as const;
    expect(await client().json({ path: "track", query, headers: { "x-key": "k" } }, context)).toEqual({ ok: true });
    expect(requests[0]?.url).toBe("https://courier.example.test/api/track?id=1&awb%5B%5D=a+b&awb%5B%5D=c");
    expect(requests[0]?.headers.get("x-key")).toBe("k");
  });

  it("posts JSON", async () => {
    const { requests, context } = setup(json({}));
    await client().json({ path: "track", json: { number: 1 } }, context);
    expect(requests[0]?.method).toBe("POST");
    expect(await requests[0]?.json()).toEqual({ number: 1 });
  });

  it("repeats what may help, and not what was refused", async () => {
    const down = setup(json({}, 503), json({}, 503), json({ ok: true }));
    expect(await client().json({ path: "track" }, down.context)).toEqual({ ok: true });
    const refused = setup(json({}, 400));
    await expect(client().json({ path: "track" }, refused.context)).rejects.toMatchObject({ code: "ADAPTER_REJECTED" });
    expect(refused.requests).toHaveLength(1);
  });

  it("spends from its budget, and takes a rate limit for an empty one", async () => {
    const { context, elapsedMs } = setup(json({}));
    const slow = client(1);
    for (let call = 0; call < 4; call++) await slow.json({ path: "track" }, context);
    expect(elapsedMs()).toBeGreaterThanOrEqual(2000);
    const limited = setup(json({}, 429, { "retry-after": "0" }), json({}));
    await client(1).json({ path: "track" }, limited.context);
    expect(limited.elapsedMs()).toBeGreaterThanOrEqual(1000);
  });

  it("reads with another reader, with the same failures", async () => {
    const { context } = setup(() => new Response("<a/>"));
    expect(await client().read({ path: "list" }, context, (response) => response.text())).toBe("<a/>");
    const refused = setup(json({}, 401));
    await expect(client().read({ path: "list" }, refused.context, async () => 1)).rejects.toMatchObject({ code: "ADAPTER_UNAUTHORIZED" });
    const odd = setup(json({}), () => new Response("fine"));
    const reader = async (response: Response) => {
      const text = await response.text();
      if (text !== "fine") throw new AskonceError("ADAPTER_UNAVAILABLE");
      return text;
    };
    expect(await client().read({ path: "list" }, odd.context, reader)).toBe("fine");
  });

  it("sends what every request needs, which a request may say otherwise", async () => {
    const { requests, context } = setup(json({}));
    const keyed = createVendorClient({
      baseUrl: "https://courier.example.test",
      timeoutMs: 1000,
      ratePerSecond: 10,
      headers: { "x-key": "k", accept: "a" },
    });
    await keyed.json({ path: "track", headers: { accept: "b" } }, context);
    expect(["x-key", "accept"].map((name) => requests[0]?.headers.get(name))).toEqual(["k", "b"]);
  });

  it("lets the adapter say what a refusal means, from status, headers and body, and repeats by that", async () => {
    const seen: unknown[] = [];
    const own = createVendorClient({
      baseUrl: "https://courier.example.test",
      timeoutMs: 1000,
      ratePerSecond: 10,
      errorForRefusal: ({ status, headers, body, now }) => {
        seen.push([status, headers.get("x-left"), body, now]);
        return new AskonceError(status === 400 ? "ADAPTER_UNAVAILABLE" : "ADAPTER_FORBIDDEN", { details: { vendorCode: 7 } });
      },
    });
    const busy = setup(json({ code: 7 }, 400, { "x-left": "3" }), json({ ok: true }));
    expect(await own.json({ path: "track" }, busy.context)).toEqual({ ok: true });
    expect(seen).toEqual([[400, "3", { code: 7 }, 0]]);
    for (const read of [own.json, (...[request, context]: Parameters<typeof own.json>) => own.read(request, context, async () => 1)]) {
      const refused = setup(() => new Response("<p>No", { status: 500 }));
      await expect(read({ path: "track" }, refused.context)).rejects.toMatchObject({
        code: "ADAPTER_FORBIDDEN",
        details: { vendorCode: 7 },
      });
      expect(refused.requests).toHaveLength(1);
    }
    expect(seen.slice(1).map((one) => Array.isArray(one) && one[2])).toEqual([null, null]);
    const unknown = setup(json({ code: 7 }, 404));
    expect(await own.json({ path: "track" }, unknown.context, { nullOn: [404] })).toBeNull();
  });

  it("hangs up with the caller's reason", async () => {
    const { context } = setup(json({}));
    const reason = new Error("enough");
    await expect(client().json({ path: "track" }, { ...context, signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    await expect(client().read({ path: "track" }, { ...context, signal: AbortSignal.abort(reason) }, async () => 1)).rejects.toBe(reason);
  });
});
