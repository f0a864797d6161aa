import { describe, expect, it } from "vitest";
import { readShop, resolveShop } from "./access/shop-address.ts";
import { readShopifyOptions, type ShopifyOptions, shopifyOptionsSchema } from "./options.ts";
import { shopify } from "./shopify.ts";

const shop = "example.myshopify.com";
const accessToken = "shpat_0123456789";

describe("shop", () => {
  it.each([
    ["example.myshopify.com", "example.myshopify.com"],
    ["https://Example.myshopify.com/", "example.myshopify.com"],
    ["https://admin.shopify.com/store/example", "example.myshopify.com"],
  ])("%s is %s", (text, domain) => {
    expect(readShop(text)).toEqual({ domain, origin: `https://${domain}` });
  });

  it("a simulator can be named by its URL, on this machine only", () => {
    expect(readShop("http://127.0.0.1:4402/")).toEqual({ domain: null, origin: "http://127.0.0.1:4402" });
    expect(readShop("http://192.168.1.5:4402")).toBeNull();
    expect(readShop("http://localhost.evil.test:80")).toBeNull();
  });

  it("an endpoint replaces where requests go, and nothing else", () => {
    expect(resolveShop(shop, "http://127.0.0.1:4402/x")).toEqual({ domain: shop, origin: "http://127.0.0.1:4402" });
  });
});

describe("options", () => {
  it("have defaults", () => {
    expect(readShopifyOptions({ shop, accessToken })).toMatchObject({
      id: "shopify",
      apiVersion: "2026-10",
      timeoutMs: 10_000,
      changesPageSize: 25,
    });
  });

  it.each([
    ["neither token nor credentials", { shop }, "accessToken"],
    ["both of them", { shop, accessToken, credentials: { apiKey: "k", apiSecret: "s" } }, "accessToken"],
    ["a foreign domain", { shop: "example.com", accessToken }, "shop"],
    ["a look-alike", { shop: "example.myshopify.com.evil.test", accessToken }, "shop"],
    ["a token over plain http", { shop, accessToken, endpoint: "http://shop.example.com" }, "endpoint"],
    ["an unknown key", { shop, accessToken, webhookSecret: "x" }, "webhookSecret"],
    ["a version that never was", { shop, accessToken, apiVersion: "2026-11" }, "apiVersion"],
  ])("%s is refused by name", (_what, options, field) => {
    let error: unknown;
    try {
      readShopifyOptions(options as ShopifyOptions);
    } catch (caught) {
      error = caught;
    }
    expect(error).toMatchObject({ code: "CONFIGURATION_INVALID" });
    expect(String(error)).toContain(field);
    expect(JSON.stringify(error) + String(error)).not.toContain(accessToken);
  });

  it("mark their secrets", () => {
    const shape = shopifyOptionsSchema.shape;
    expect(shape.accessToken.unwrap().meta()?.secret).toBe(true);
    expect(shape.credentials.unwrap().shape.apiSecret.meta()?.secret).toBe(true);
    expect(shape.webhookSecrets.unwrap().element.meta()?.secret).toBe(true);
  });

  it("decide whether there are webhooks", () => {
    expect(shopify({ shop, accessToken }).webhooks).toBeUndefined();
    expect(shopify({ shop, accessToken, webhookSecrets: ["hush-hush"] }).webhooks).toBeDefined();
    expect(shopify({ shop, credentials: { apiKey: "k", apiSecret: "s" } }).webhooks).toBeDefined();
  });
});
