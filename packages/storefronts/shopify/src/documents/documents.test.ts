import { readFileSync } from "node:fs";
import { adminVersions, validateShopifyDocument } from "@askonce/testkit/shopify";
import { describe, expect, it } from "vitest";
import type { AdminDocument } from "../graphql/admin-document.ts";
import { listChangedOrders, searchOrders } from "./list-orders.ts";
import { readAfterSales } from "./read-after-sales.ts";
import { readCustomer } from "./read-customer.ts";
import { probePersonalData, readInstallation, readSubscriptions } from "./read-installation.ts";
import { readMoreItems, readOrder } from "./read-order.ts";

const documents: AdminDocument<unknown>[] = [
  readOrder,
  readMoreItems,
  readAfterSales,
  searchOrders,
  listChangedOrders,
  readCustomer,
  readInstallation,
  readSubscriptions,
  probePersonalData,
];

describe.each(adminVersions)("against Shopify's schema of %s", (version) => {
  it.each(documents.map((document) => [document.name, document] as const))("%s is valid", (_name, document) => {
    expect(validateShopifyDocument(document.text, { version }).errors).toEqual([]);
  });
});

describe("on the newest version", () => {
  it.each(documents.map((document) => [document.name, document] as const))("%s uses nothing deprecated", (_name, document) => {
    expect(validateShopifyDocument(document.text, { version: "2026-10" }).deprecated).toEqual([]);
  });

  it.each(documents.map((document) => [document.name, document] as const))("%s says what it costs, below 1000", (name, document) => {
    const cost = validateShopifyDocument(document.text).cost[name] ?? Number.NaN;
    expect(cost).toBeLessThan(1_000);
    // Said too low, the budget would run dry at Shopify; said far too high, calls would wait for nothing.
    expect(document.cost).toBeGreaterThanOrEqual(cost);
    expect(document.cost).toBeLessThanOrEqual(cost * 1.3 + 10);
  });

  it("keeps an agent's read cheap: the shop's whole bucket holds more than eight of them", () => {
    const cost = [readOrder, readAfterSales].reduce((sum, { name, text }) => sum + (validateShopifyDocument(text).cost[name] ?? 0), 0);
    expect(cost).toBeLessThan(240);
  });

  it("lists changes below the limit up to the largest page", () => {
    expect(validateShopifyDocument(listChangedOrders.text, { variables: { first: 50 } }).cost.AskonceChangedOrders).toBeLessThan(1_000);
  });

  it("needs the scopes of the README's table, and no others", () => {
    const needed = new Set(documents.flatMap((document) => validateShopifyDocument(document.text).scopes));
    const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
    const rows = [...readme.matchAll(/^\| `(read_[a-z_]+)`\s+\| (yes|no)\s+\|/gm)];
    const fromDocuments = rows.filter((row) => row[2] === "yes").map((row) => row[1]);
    expect([...needed].sort()).toEqual(fromDocuments.sort());
  });

  it("never asks for what takes an order away when names are not approved, nor for the buyer's secret link", () => {
    for (const { text } of documents) expect(text).not.toMatch(/displayName|statusPageUrl/);
  });
});
