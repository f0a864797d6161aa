import { describe, expect, it } from "vitest";
import { faultyFetch } from "./faulty-fetch.ts";

const url = "https://shop.example.test/orders/1";
const works: typeof globalThis.fetch = async () => Response.json({ works: true });

describe("faultyFetch", () => {
  it("puts a fault before so many requests and then lets them through", async () => {
    const network = faultyFetch(works);
    network.next({ kind: "serverError", status: 502 }, 2);
    const statuses = [await network.fetch(url), await network.fetch(url), await network.fetch(url)].map((response) => response.status);
    expect(statuses).toEqual([502, 502, 200]);
    expect(network.requestCount()).toBe(3);
  });

  it("drops what is left of an earlier fault", async () => {
    const network = faultyFetch(works);
    network.next({ kind: "serverError", status: 500 }, Number.POSITIVE_INFINITY);
    network.next({ kind: "unauthorized" }, 1);
    expect((await network.fetch(url)).status).toBe(401);
    expect((await network.fetch(url)).status).toBe(200);
  });

  it("says when to come back, and repeats secrets as vendors do", async () => {
    const network = faultyFetch(works, { echo: "key-123456" });
    network.next({ kind: "rateLimited", retryAfterSeconds: 7 }, 1);
    const response = await network.fetch(url);
    expect(response.status).toBe(429);
    expect(response.headers.get("retry-after")).toBe("7");
    expect(await response.text()).toContain("key-123456");
  });

  it("answers a page instead of JSON, and JSON that ends in the middle, both with 200", async () => {
    const network = faultyFetch(works);
    network.next({ kind: "htmlInsteadOfJson" }, 1);
    const page = await network.fetch(url);
    expect([page.status, page.headers.get("content-type")]).toEqual([200, "text/html; charset=utf-8"]);
    network.next({ kind: "truncatedJson" }, 1);
    const half = await network.fetch(url);
    expect(half.status).toBe(200);
    await expect(half.json()).rejects.toThrow(SyntaxError);
  });

  it("refuses the connection as Node does", async () => {
    const network = faultyFetch(works);
    network.next({ kind: "refused" }, 1);
    await expect(network.fetch(url)).rejects.toMatchObject({ name: "TypeError", cause: { code: "ECONNREFUSED" } });
  });

  it("hangs until it is aborted, and is not held meanwhile", async () => {
    let held = 0;
    const network = faultyFetch(works, {
      onRequest: () => {
        held++;
        return () => {
          held = 0;
        };
      },
    });
    network.next({ kind: "hang" }, 1);
    const controller = new AbortController();
    const call = network.fetch(new Request(url, { signal: controller.signal }));
    expect(held).toBe(0);
    controller.abort(new Error("enough"));
    await expect(call).rejects.toThrow("enough");
  });

  it("does not count a request that was aborted before it began", async () => {
    const network = faultyFetch(works);
    await expect(network.fetch(url, { signal: AbortSignal.abort(new Error("too late")) })).rejects.toThrow("too late");
    expect(network.requestCount()).toBe(0);
  });
});
