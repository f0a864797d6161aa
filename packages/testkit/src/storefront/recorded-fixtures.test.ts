import { describe, expect, it } from "vitest";
import { conformanceReport } from "./conformance-report.ts";
import { conformanceShop } from "./conformance-shop.ts";
import type { StorefrontDescriptor, StorefrontSetup } from "./descriptor.ts";
import { expectedFromOrder } from "./expected-from-shop.ts";
import type { MemoryStorefrontOptions } from "./memory/memory-options.ts";
import { memoryStorefront } from "./memory/memory-storefront.ts";
import { runCases } from "./run-cases.ts";
import { personalDataOf } from "./scenarios-from-shop.ts";
import { storefrontCases } from "./storefront-cases.ts";

const { shop, orders, guestOrder, sameEmailOrders } = conformanceShop();
const [newer, older] = sameEmailOrders;
const token = "recorded-access-token";

/** What somebody who cannot build a fake has: answers that were recorded once, by path. */
async function record(): Promise<ReadonlyMap<string, string>> {
  const { server } = memoryStorefront(shop, { accessToken: token });
  const paths = [
    "/status",
    "/orders/8",
    "/orders/34",
    "/orders/33",
    `/orders?number=${guestOrder.number}&email=${encodeURIComponent(guestOrder.email)}`,
    `/orders?email=${encodeURIComponent(newer.email)}`,
  ];
  const answers = paths.map(async (path): Promise<[string, string]> => {
    const response = await server.handle(
      new Request(`https://memory.example.test${path}`, { headers: { authorization: `Bearer ${token}` } }),
    );
    return [path, await response.text()];
  });
  return new Map(await Promise.all(answers));
}

function recordedDescriptor(recordings: ReadonlyMap<string, string>): StorefrontDescriptor {
  const create = (setup: StorefrontSetup) => {
    const presentedToken = setup.credentials === "valid" ? token : "another-access-token";
    const timeLimit = setup.timeoutMs === null ? {} : { timeoutMs: setup.timeoutMs };
    const { adapter } = memoryStorefront(shop, { accessToken: token, presentedToken, transport: "fetch", ...timeLimit });
    const { webhooks: _webhooks, changes: _changes, ...plain } = adapter;
    const delivered = orders["order-delivered"];
    return {
      adapter: plain,
      fetch: async (input: string | URL | Request, init?: RequestInit) => {
        const request = new Request(input, init);
        if (request.headers.get("authorization") !== `Bearer ${token}`) return new Response("{}", { status: 401 });
        const { pathname, search } = new URL(request.url);
        const body = recordings.get(pathname + search);
        return body === undefined ? new Response('{"orders":[]}', { status: pathname === "/orders" ? 200 : 404 }) : new Response(body);
      },
      scenarios: {
        "order-delivered": { ref: "memory:8", expect: expectedFromOrder(delivered) },
        "order-not-found": { ref: "memory:404404" },
        "guest-order-by-number-and-email": { query: { orderNumber: guestOrder.number, email: guestOrder.email }, refs: ["memory:31"] },
        "two-orders-same-email": { query: { email: newer.email }, refs: [`memory:${newer.id}`, `memory:${older.id}`] },
      },
      secrets: [token],
      personal: personalDataOf(conformanceShop()),
      close: () => {},
    };
  };
  return {
    name: "recorded answers",
    create,
    unknownOption: { field: "colour", create: () => memoryStorefront(shop, { colour: "red" } as MemoryStorefrontOptions) },
    skip: [
      { group: "webhooks", reason: "The shop sends none" },
      { group: "changes", reason: "The shop has no list of changes" },
      { case: "order-number-as-people-write-it", reason: "Only one way of writing was recorded" },
    ],
  };
}

describe("an adapter with recorded answers instead of a fake", () => {
  it("passes what was recorded, and fails what was neither recorded nor skipped with a reason", async () => {
    const descriptor = recordedDescriptor(await record());
    const report = conformanceReport(descriptor, await runCases(storefrontCases(descriptor)));
    const failed = report.groups.flatMap((group) => group.failed);
    expect(failed.every(({ reason }) => reason.includes("The harness has no fixture for") || reason.includes("at least five orders"))).toBe(
      true,
    );
    expect(report.groups.filter((group) => group.failed.length === 0).map((group) => group.group)).toEqual([
      "identity",
      "failures",
      "webhooks",
      "changes",
    ]);
    expect(report.groups.find((group) => group.group === "parcels")?.passed).toBe(1);
    expect(report.groups.find((group) => group.group === "changes")).toMatchObject({
      passed: 0,
      skipped: Array(6).fill({ reason: "The shop has no list of changes" }),
    });
  });
});
