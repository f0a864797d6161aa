import { encodeBase64, hmacSha256 } from "@askonce/adapter-kit";
import { describe, expect, it } from "vitest";
import { readShop } from "../access/shop-address.ts";
import { type GraphqlPost, postGraphql } from "./official-client.ts";

const post: GraphqlPost = {
  origin: "https://one.myshopify.com",
  shopDomain: "one.myshopify.com",
  accessToken: "shpat_one",
  apiVersion: "2026-10",
  timeoutMs: 1_000,
  document: "query Q($id: ID!) { order(id: $id) { id } }",
  variables: { id: "gid://shopify/Order/1" },
};

interface Seen {
  url: string;
  token: string | null;
  init: RequestInit;
}

function recordingFetch(answer: unknown, delayMs = 0): { fetch: typeof globalThis.fetch; seen: Seen[] } {
  const seen: Seen[] = [];
  return {
    seen,
    fetch: async (input, init) => {
      seen.push({ url: String(input), token: new Headers(init?.headers).get("x-shopify-access-token"), init: init ?? {} });
      if (delayMs > 0) await new Promise((resolve) => setTimeout(resolve, delayMs));
      return Response.json(answer);
    },
  };
}

const signal = new AbortController().signal;

describe("postGraphql", () => {
  it("sends document, variables and token to the version's endpoint, and follows no redirect", async () => {
    const { fetch, seen } = recordingFetch({ data: { order: null } });
    const reply = await postGraphql(post, { fetch, signal });
    expect(reply).toMatchObject({ status: 200, isReadable: true, data: { order: null }, errors: [] });
    expect(seen).toHaveLength(1);
    expect(seen[0]).toMatchObject({ url: "https://one.myshopify.com/admin/api/2026-10/graphql.json", token: "shpat_one" });
    expect(seen[0]?.init.redirect).toBe("manual");
    expect(JSON.parse(String(seen[0]?.init.body))).toEqual({ query: post.document, variables: post.variables });
  });

  it("keeps two shops apart that ask at the same time, each with its own fetch and token", async () => {
    const one = recordingFetch({ data: { order: { id: "one" } } }, 20);
    const two = recordingFetch({ data: { order: { id: "two" } } });
    const other = { ...post, origin: "http://127.0.0.1:4402", shopDomain: "two.myshopify.com", accessToken: "shpat_two" };
    const replies = await Promise.all([
      postGraphql(post, { fetch: one.fetch, signal }),
      postGraphql(other, { fetch: two.fetch, signal }),
      postGraphql(post, { fetch: one.fetch, signal }),
    ]);
    expect(replies.map((reply) => reply.data)).toEqual([{ order: { id: "one" } }, { order: { id: "two" } }, { order: { id: "one" } }]);
    expect(one.seen.map(({ token }) => token)).toEqual(["shpat_one", "shpat_one"]);
    expect(two.seen).toMatchObject([{ url: "http://127.0.0.1:4402/admin/api/2026-10/graphql.json", token: "shpat_two" }]);
  });

  it("leaves the library as the app around us has set it up", async () => {
    const runtime = await import("@shopify/shopify-api/runtime");
    const theirs = async (): Promise<Response> => Response.json({ theirs: true });
    runtime.setAbstractFetchFunc(theirs);
    runtime.setAbstractRuntimeString(() => "their app");
    const { fetch } = recordingFetch({ data: {} });
    await postGraphql(post, { fetch, signal });
    expect(runtime.abstractFetch).toBe(theirs);
    expect(runtime.abstractRuntimeString()).toBe("their app");
  });

  it("hands over the errors beside the data that came with them", async () => {
    const errors = [{ message: "Access denied", path: ["order", "customer"], extensions: { code: "ACCESS_DENIED" } }];
    const { fetch } = recordingFetch({ data: { order: { id: "1" } }, errors, extensions: { cost: {} } });
    const reply = await postGraphql(post, { fetch, signal });
    expect(reply).toMatchObject({ data: { order: { id: "1" } }, errors, extensions: { cost: {} }, isReadable: true });
  });

  it("says of a page and of half an answer that they cannot be read", async () => {
    const html = async (): Promise<Response> => new Response("<p>Log in</p>", { headers: { "content-type": "text/html" } });
    expect(await postGraphql(post, { fetch: html, signal })).toMatchObject({ status: 200, isReadable: false });
    const half = async (): Promise<Response> => new Response('{"data":{"ord', { headers: { "content-type": "application/json" } });
    expect(await postGraphql(post, { fetch: half, signal })).toMatchObject({ status: 200, isReadable: false });
  });

  it("gives up when the time limit runs out, and at once when the caller does", async () => {
    const hang: typeof globalThis.fetch = (_input, init) =>
      new Promise((_resolve, reject) => init?.signal?.addEventListener("abort", () => reject(init.signal?.reason)));
    await expect(postGraphql({ ...post, timeoutMs: 50 }, { fetch: hang, signal })).rejects.toMatchObject({ code: "ADAPTER_TIMEOUT" });
    const controller = new AbortController();
    const call = postGraphql(post, { fetch: hang, signal: controller.signal });
    setTimeout(() => controller.abort(new Error("the agent left")), 10);
    await expect(call).rejects.toThrow("the agent left");
  });
});

describe("what is ours because the library's is not fit agrees with the library", () => {
  it("signs as the library does", async () => {
    const { createSHA256HMAC, HashFormat } = await import("@shopify/shopify-api/runtime");
    await import("@shopify/shopify-api/adapters/web-api");
    const body = '{"id":820982911946154508,"note":"ștampilă"}';
    expect(encodeBase64(await hmacSha256("hush", body))).toBe(await createSHA256HMAC("hush", body, HashFormat.Base64));
  });

  it("accepts the shop domains the library accepts", async () => {
    const { shopifyApi, ApiVersion } = await import("@shopify/shopify-api");
    const library = shopifyApi({
      apiKey: "k",
      apiSecretKey: "s",
      hostName: "app.test",
      isEmbeddedApp: false,
      apiVersion: ApiVersion.October26,
      logger: { log: () => {} },
    });
    const shops = ["a.myshopify.com", "a-b_c.myshopify.com", "a.myshopify.io", "a.shop.dev", "a.example.com", "a.myshopify.com.evil.test"];
    shops.push("admin.shopify.com/store/my-store", "-a.myshopify.com", "a b.myshopify.com", "evil.test/a.myshopify.com");
    for (const shop of shops) expect([shop, readShop(shop)?.domain ?? null]).toEqual([shop, library.utils.sanitizeShop(shop)]);
  });
});
