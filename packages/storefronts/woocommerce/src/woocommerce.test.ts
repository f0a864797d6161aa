import { AskonceError } from "@askonce/spec";
import { describe, expect, test } from "vitest";
import { openShop } from "../test/shop.ts";
import { testContext } from "../test/test-context.ts";
import type { WooCommerceOptions } from "./options.ts";
import { woocommerce } from "./woocommerce.ts";

const valid = { url: "https://shop.example.test", consumerKey: "ck_secret_key", consumerSecret: "cs_secret_secret" };

describe("options", () => {
  const refused: [string, Record<string, unknown>, string][] = [
    ["an unknown key", { consumer_key: "x" }, "consumer_key"],
    ["no key", { consumerKey: "" }, "consumerKey"],
    ["an address that is none", { url: "shop.example.test" }, "url"],
    ["another protocol", { url: "ftp://shop.example.test" }, "url"],
    ["keys in the address", { url: "https://ck_secret_key:cs_secret_secret@shop.example.test" }, "url"],
    ["a query in the address", { url: "https://shop.example.test/?rest_route=/" }, "url"],
    ["keys over http", { url: "http://shop.example.test", auth: "basic" }, "auth"],
    ["signatures over https", { auth: "oauth1" }, "auth"],
    ["an id that is no word", { id: "My Shop" }, "id"],
    ["a status of ours that does not exist", { statusMap: { packed: "packed" } }, "statusMap"],
    ["too many orders on a page", { changesPageSize: 101 }, "changesPageSize"],
    ["a transport that is none", { transport: {} }, "transport"],
  ];

  test.each(refused)("%s is refused, by name and without the keys", (_name, change, field) => {
    let error: unknown;
    try {
      woocommerce({ ...valid, ...change } as WooCommerceOptions);
    } catch (thrown) {
      error = thrown;
    }
    expect(AskonceError.is(error, "CONFIGURATION_INVALID")).toBe(true);
    const said = `${String(error)} ${JSON.stringify(error)}`;
    expect(said).toContain(field);
    expect(said).not.toMatch(/ck_secret_key|cs_secret_secret/);
  });

  test("a folder and slashes at the end of the address are no matter", async () => {
    const asked: string[] = [];
    const adapter = woocommerce({ ...valid, url: "https://example.test/shop//" });
    const context = testContext(async (input, init) => {
      asked.push(new Request(input, init).url);
      return Response.json({ code: "woocommerce_rest_shop_order_invalid_id", message: "", data: { status: 404 } }, { status: 404 });
    });
    expect(await adapter.getOrder("woocommerce:1", context)).toBeNull();
    expect(asked.map((url) => new URL(url).pathname).sort()).toEqual([
      "/shop/wp-json/wc/v3/orders/1",
      "/shop/wp-json/wc/v3/orders/1/notes",
    ]);
  });

  test("another id is the first part of every reference", async () => {
    const { fake, context } = openShop();
    const { baseUrl: url, consumerKey, consumerSecret } = fake;
    const adapter = woocommerce({ url, consumerKey, consumerSecret, id: "outlet" });
    expect((await adapter.getOrder("outlet:16", context))?.customer?.ref).toBe("outlet:customer/2");
    expect(await adapter.getOrder("woocommerce:16", context)).toBeNull();
  });

  test("another transport carries the requests instead", async () => {
    const paths: string[] = [];
    const adapter = woocommerce({
      ...valid,
      transport: {
        send: async ({ method, namespace, path, query }) => {
          paths.push(`${method} ${namespace}/${path} ${JSON.stringify(query)}`);
          return { status: 404, headers: new Headers(), text: '{"code":"woocommerce_rest_shop_order_invalid_id","message":""}' };
        },
      },
    });
    expect(
      await adapter.getOrder(
        "woocommerce:1",
        testContext(() => Promise.reject(new Error("not used"))),
      ),
    ).toBeNull();
    expect(paths.sort()).toEqual(['GET wc/v3/orders/1 {"dp":"6"}', "GET wc/v3/orders/1/notes {}"]);
  });
});

describe("notes", () => {
  test("are written as text, and come back as such", async () => {
    const { fake, adapter, context } = openShop();
    const note = await adapter.orderNotes.addNote(
      "woocommerce:22",
      { text: 'Sună <b>după</b> 17 & "nu" înainte', visibleToCustomer: true },
      context,
    );
    expect(note).toMatchObject({ text: 'Sună <b>după</b> 17 & "nu" înainte', visibleToCustomer: true });
    expect(fake.orders.notes(22)[0]?.note).toContain("&lt;b&gt;");
    expect((await adapter.getOrder("woocommerce:22", context))?.notes[0]).toEqual(note);
  });

  test.each(["woocommerce:999999", "shopify:22", "woocommerce:customer/2"])("%s has none", async (ref) => {
    const { adapter, context } = openShop();
    const call = adapter.orderNotes.addNote(ref, { text: "x", visibleToCustomer: false }, context);
    await expect(call).rejects.toMatchObject({ code: "ORDER_NOT_FOUND" });
  });

  test("need a key that may write", async () => {
    const { adapter, context } = openShop({ permission: "read" });
    const call = adapter.orderNotes.addNote("woocommerce:22", { text: "x", visibleToCustomer: false }, context);
    await expect(call).rejects.toMatchObject({ code: "ADAPTER_FORBIDDEN" });
  });
});

describe("customers", () => {
  test("are read by reference and found by e-mail, managers too", async () => {
    const { adapter, context } = openShop();
    expect(await adapter.customers.getCustomer("woocommerce:customer/2", context)).toMatchObject({
      ref: "woocommerce:customer/2",
      name: "Ana Ionescu",
      email: "ana@example.test",
      since: "2026-11-21T17:17:04Z",
    });
    expect((await adapter.customers.findCustomers({ email: "ADMIN@example.test" }, context)).map(({ ref }) => ref)).toEqual([
      "woocommerce:customer/1",
    ]);
  });

  test("with another phone are others", async () => {
    const { adapter, context } = openShop();
    const find = (phone: string) => adapter.customers.findCustomers({ email: "ana@example.test", phone }, context);
    expect(await find("+40 722 000 000")).toHaveLength(1);
    expect(await find("+40 722 000 001")).toEqual([]);
    expect(await adapter.customers.findCustomers({ phone: "+40722000000" }, context)).toEqual([]);
  });

  test.each(["woocommerce:customer/999", "woocommerce:2", "shopify:customer/2", "woocommerce:customer/2/../3"])(
    "%s is null",
    async (ref) => {
      const { adapter, context } = openShop();
      expect(await adapter.customers.getCustomer(ref, context)).toBeNull();
    },
  );
});
