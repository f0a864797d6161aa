import { describe, expect, test } from "vitest";
import { openShop } from "../../test/shop.ts";
import { testContext } from "../../test/test-context.ts";

describe("what is asked", () => {
  test("order and notes, and nothing more for an order without refunds and fulfillments", async () => {
    const { adapter, context, paths } = openShop();
    await adapter.getOrder("woocommerce:22", context);
    expect(paths().sort()).toEqual(["orders/22", "orders/22/notes"]);
  });

  test("refunds and fulfillments of an order that has them", async () => {
    const { adapter, context, paths } = openShop();
    expect((await adapter.getOrder("woocommerce:23", context))?.refunds).toHaveLength(1);
    expect((await adapter.getOrder("woocommerce:16", context))?.fulfillments).toHaveLength(2);
    expect(paths()).toContain("orders/23/refunds");
    expect(paths()).not.toContain("orders/23/fulfillments");
    expect(paths()).toContain("orders/16/fulfillments");
  });
});

describe("what cannot be read beside the order", () => {
  test("fulfillments that the key's user may not see are a gap with a remedy", async () => {
    const { adapter, context } = openShop({ rights: "orderReader" });
    const order = await adapter.getOrder("woocommerce:16", context);
    expect(order?.gaps).toEqual([{ field: "parcels", reason: "scope_missing", remedy: expect.stringContaining("askonce plugin") }]);
    expect(order?.notes).toHaveLength(4);
  });

  test("fulfillments that were switched off since are a gap", async () => {
    const { adapter, context } = openShop({ fulfillmentsEnabled: false });
    expect((await adapter.getOrder("woocommerce:16", context))?.gaps).toEqual([
      { field: "parcels", reason: "not_installed", remedy: null },
    ]);
  });

  test.each([
    ["notes", "woocommerce:22"],
    ["refunds", "woocommerce:23"],
  ])("%s that fail are a gap, and the log names no data", async (field, ref) => {
    const { fake, adapter } = openShop();
    const context = testContext(async (input, init) => {
      const request = new Request(input, init);
      return new URL(request.url).pathname.endsWith(field) ? new Response("<html>", { status: 502 }) : fake.handle(request);
    });
    const order = await adapter.getOrder(ref, context);
    expect(order?.number).toBe(ref.split(":")[1]);
    expect(order?.gaps).toEqual([{ field, reason: "failed", remedy: null }]);
    expect(context.lines).toEqual([
      { level: "warn", message: "A part of a WooCommerce order could not be read", fields: { field, code: "ADAPTER_UNAVAILABLE" } },
    ]);
  });

  test("a failure of the order itself is a failure", async () => {
    const { fake, adapter, context } = openShop();
    fake.failNext({ status: 503, times: 100 });
    await expect(adapter.getOrder("woocommerce:22", context)).rejects.toMatchObject({ code: "ADAPTER_UNAVAILABLE" });
  });

  test("the caller's own cancellation is no gap", async () => {
    const { adapter } = openShop();
    const controller = new AbortController();
    const context = testContext(
      (_input, init) => new Promise((_resolve, reject) => init?.signal?.addEventListener("abort", () => reject(init.signal?.reason))),
      { signal: controller.signal },
    );
    const call = adapter.getOrder("woocommerce:22", context);
    queueMicrotask(() => controller.abort(new Error("closed")));
    await expect(call).rejects.toThrow("closed");
    expect(context.lines).toEqual([]);
  });
});

test.each([
  ["an order that is not there", "woocommerce:999999"],
  ["a refund", "woocommerce:25"],
  ["a product", "woocommerce:11"],
  ["a customer", "woocommerce:customer/2"],
  ["another adapter's order", "shopify:16"],
  ["an id with a path in it", "woocommerce:16/../17"],
  ["an id with a query in it", "woocommerce:16?x=1"],
  ["zero", "woocommerce:0"],
  ["no reference at all", "16"],
])("%s is null", async (_name, ref) => {
  const { adapter, context } = openShop();
  expect(await adapter.getOrder(ref, context)).toBeNull();
});

test("an order in the trash is gone, and comes back", async () => {
  const { fake, adapter, context } = openShop();
  fake.trashOrder(22);
  expect(await adapter.getOrder("woocommerce:22", context)).toBeNull();
  fake.restoreOrder(22);
  expect((await adapter.getOrder("woocommerce:22", context))?.number).toBe("22");
});

test("a shop without WooCommerce's routes is an error and not an empty shop", async () => {
  const { adapter } = openShop();
  const body = { code: "rest_no_route", message: "No route was found", data: { status: 404 } };
  const context = testContext(async () => Response.json(body, { status: 404 }));
  await expect(adapter.getOrder("woocommerce:22", context)).rejects.toMatchObject({ code: "ADAPTER_REJECTED" });
});
