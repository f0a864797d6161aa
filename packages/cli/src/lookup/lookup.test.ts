import { createAskonce } from "@askonce/core";
import { shopify } from "@askonce/shopify";
import type { ContextOrder } from "@askonce/spec";
import { contextOrderSchema } from "@askonce/spec";
import { sqlite } from "@askonce/sqlite";
import { woocommerce } from "@askonce/woocommerce";
import { describe, expect, onTestFinished, test } from "vitest";
import { inventShop, keys, serveShopify, serveWooCommerce } from "../__fixtures__/fake-shops.ts";
import { runCli } from "../__fixtures__/run-cli.ts";

interface Answer {
  query: Record<string, string>;
  orders: ContextOrder[];
  gaps: { adapterId: string; field: string; reason: string }[];
}

const parse = (stdout: string) => JSON.parse(stdout) as Answer;

/** What differs between two looks at the same order, and what the command line adds. */
const comparable = (entry: ContextOrder | undefined) => entry && { order: entry.order, source: entry.provenance.source };

function library(storefront: ReturnType<typeof woocommerce>) {
  const askonce = createAskonce({ storage: sqlite(":memory:"), storefronts: [storefront] });
  onTestFinished(() => askonce.stop());
  return askonce;
}

describe("against a WooCommerce shop", () => {
  test("prints what the library says, as one JSON document", async () => {
    const shop = inventShop(20);
    const { url, direct } = await serveWooCommerce({ shop });
    const order = shop.orders.find((one) => one.parcels.length > 0);
    const { exitCode, stdout } = await runCli([
      "lookup",
      ...direct,
      "--number",
      `#${order?.number}`,
      "--email",
      order?.email ?? "",
      "--json",
    ]);
    expect(exitCode).toBe(0);
    const answer = parse(stdout);
    const askonce = library(woocommerce({ url, consumerKey: keys.key, consumerSecret: keys.secret }));
    const expected = await askonce.orders.search({ number: order?.number, email: order?.email, live: true }, { kind: "system" });
    const whole = await askonce.orders.refresh(expected.items[0]?.order.ref ?? "", { kind: "system" });
    expect(answer.orders.map(comparable)).toEqual([comparable(whole)]);
    expect(answer.orders[0]?.order.gaps.filter((gap) => gap.reason === "not_fetched")).toEqual([]);
    expect(answer.orders[0]?.provenance.stale).toBe(false);
    expect(answer.gaps).toEqual(expected.gaps);
    expect(answer.query).toEqual({ number: `#${order?.number}`, email: order?.email });
    const [found] = answer.orders;
    expect(contextOrderSchema.parse(found).order.parcels).not.toHaveLength(0);
    expect(found?.evidence.map((one) => one.kind)).toEqual(["orderNumber"]);
    expect(found?.belongsToCustomer).toBe(true);
  });

  test("says in the person's language what is known, and that a number alone proves nothing", async () => {
    const shop = inventShop(20);
    const { direct } = await serveWooCommerce({ shop });
    const order = shop.orders.find((one) => one.parcels.length > 0);
    const { exitCode, stdout } = await runCli(["lookup", ...direct, "--number", order?.number ?? "", "--language", "it"]);
    expect(exitCode).toBe(0);
    expect(stdout).toContain(`#${order?.number}`);
    expect(stdout).toContain(order?.parcels[0]?.trackingNumber);
    expect(stdout).toContain("Corrisponde solo il numero");
  });

  test("a shop that fails is not said to have no such order", async () => {
    const { direct } = await serveWooCommerce({ shop: inventShop(15) });
    const wrong = [...direct.slice(0, -1), `cs_${"9".repeat(40)}`];
    const { exitCode, stdout, stderr } = await runCli(["lookup", ...wrong, "--number", "1"]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 3, stdout: "" });
    expect(stderr).toContain("ADAPTER_UNAUTHORIZED");
  });

  test("a number of somebody else's e-mail is not found", async () => {
    const shop = inventShop(20);
    const { direct } = await serveWooCommerce({ shop });
    const { exitCode, stdout } = await runCli([
      "lookup",
      ...direct,
      "--number",
      shop.orders[0]?.number ?? "",
      "--email",
      "nobody@example.com",
      "--json",
    ]);
    expect(exitCode).toBe(1);
    expect(parse(stdout).orders).toEqual([]);
  });
});

describe("against a Shopify shop", () => {
  test("prints what the library says, as one JSON document", async () => {
    const shop = inventShop(20);
    const { url, direct } = await serveShopify({ shop });
    const order = shop.orders.at(-3);
    const { exitCode, stdout } = await runCli(["lookup", ...direct, "--number", order?.number ?? "", "--json"]);
    expect(exitCode).toBe(0);
    const { orders } = library(shopify({ shop: url, accessToken: keys.token }));
    const expected = await orders.search({ number: order?.number, live: true }, { kind: "system" });
    const whole = await orders.refresh(expected.items[0]?.order.ref ?? "", { kind: "system" });
    expect(parse(stdout).orders.map(comparable)).toEqual([comparable(whole)]);
    expect(parse(stdout).orders[0]?.belongsToCustomer).toBe(false);
  });

  test("an order out of the 60 days is not found, and the missing permission is named", async () => {
    const shop = inventShop(40);
    const { direct } = await serveShopify({ shop, accessTokens: { [keys.token]: ["read_orders", "read_customers", "read_fulfillments"] } });
    const old = shop.orders.find((order) => Date.now() - Date.parse(order.placedAt) > 90 * 86_400_000);
    const json = await runCli(["lookup", ...direct, "--number", old?.number ?? "", "--json"]);
    expect(json.exitCode).toBe(1);
    expect(parse(json.stdout).gaps.map((gap) => gap.reason)).toContain("too_old");
    const told = await runCli(["lookup", ...direct, "--number", old?.number ?? ""]);
    expect(told.stdout).toContain("read_all_orders");
  });

  test("a wrong token is the storefront's error, with what to do", async () => {
    const { url } = await serveShopify({ shop: inventShop(15) });
    const { exitCode, stdout, stderr } = await runCli([
      "lookup",
      "--shopify",
      url,
      "--token",
      "shpat_wrong_token",
      "--number",
      "1",
      "--json",
    ]);
    expect(exitCode).toBe(3);
    expect(parse(stdout).orders).toEqual([]);
    expect(stderr).toContain("ADAPTER_UNAUTHORIZED");
    expect(stderr).toContain("refused the keys");
  });
});

describe("how it is called", () => {
  test("keys also come from the environment", async () => {
    const shop = inventShop(15);
    const { url } = await serveWooCommerce({ shop });
    const environment = { ASKONCE_WOOCOMMERCE_KEY: keys.key, ASKONCE_WOOCOMMERCE_SECRET: keys.secret };
    const { exitCode } = await runCli(["lookup", "--woocommerce", url, "--number", shop.orders[0]?.number ?? ""], { environment });
    expect(exitCode).toBe(0);
  });

  test.each([
    [["lookup", "--woocommerce", "http://127.0.0.1:9", "--key", "k", "--secret", "s"], "--number"],
    [["lookup", "--woocommerce", "http://127.0.0.1:9", "--number", "1"], "ASKONCE_WOOCOMMERCE_KEY"],
    [["lookup", "--woocommerce", "not an address", "--key", "k", "--secret", "s", "--number", "1"], "CONFIGURATION_INVALID"],
    [["lookup", "--number", "1"], "askonce init"],
    [["lookup", "--nonsense"], "--nonsense"],
  ])("%j is a mistake on the command line", async (commandLine, hint) => {
    const { exitCode, stdout, stderr } = await runCli(commandLine);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr).toContain(hint);
  });
});
