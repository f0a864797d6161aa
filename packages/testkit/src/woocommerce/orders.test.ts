import { expect, test } from "vitest";
import { ask, call } from "./__fixtures__/call.ts";
import { tinyOrder, tinyShop } from "./__fixtures__/tiny-shop.ts";
import { createFakeWooCommerce } from "./fake.ts";
import type { WooOrder } from "./model.ts";
import { wooCommerceRecording } from "./recordings.ts";

const recorded = createFakeWooCommerce();
const error = (name: string): unknown => wooCommerceRecording(`errors/${name}`);
const ids = async (query: string, fake = recorded): Promise<number[]> =>
  (await call<WooOrder[]>(fake, `wc/v3/orders?${query}`)).json.map(({ id }) => id);

test("the recorded shop answers its recordings byte for byte", async () => {
  const list = await call(recorded, "wc/v3/orders");
  expect(JSON.stringify(list.json)).toBe(JSON.stringify(wooCommerceRecording("orders")));
  for (const name of ["cancelled", "completed", "failed", "full", "guest", "onhold", "partial", "pending", "processing"]) {
    const order = wooCommerceRecording(`order-${name}`) as WooOrder;
    const { json } = await call(recorded, `wc/v3/orders/${order.id}`);
    expect(JSON.stringify(json), name).toBe(JSON.stringify(order));
  }
  const second = await call(recorded, "wc/v3/orders?per_page=2&page=2");
  expect(JSON.stringify(second.json)).toBe(JSON.stringify(wooCommerceRecording("orders-page2")));
  const fields = await call(recorded, "wc/v3/orders?_fields=id,status,number");
  expect(JSON.stringify(fields.json)).toBe(JSON.stringify(wooCommerceRecording("orders-fields")));
});

test("headers of one page, of a middle page and past the end are the recorded ones", async () => {
  const one = await call(recorded, "wc/v3/orders");
  expect([one.headers.get("x-wp-total"), one.headers.get("x-wp-totalpages")]).toEqual(["9", "1"]);
  expect(one.headers.get("link")).toBe('<https://127.0.0.1:8843/wp-json/>; rel="https://api.w.org/"');
  expect(one.headers.get("cache-control")).toBe("no-cache, must-revalidate, max-age=0, no-store, private");
  const middle = await call(recorded, "wc/v3/orders?per_page=2&page=2");
  expect([middle.headers.get("x-wp-total"), middle.headers.get("x-wp-totalpages")]).toEqual(["9", "5"]);
  expect(middle.headers.get("link")).toBe(
    '<https://127.0.0.1:8843/wp-json/wc/v3/orders?per_page=2&page=1&status%5B0%5D=any&dp=2&context=view>; rel="prev", <https://127.0.0.1:8843/wp-json/wc/v3/orders?per_page=2&page=3&status%5B0%5D=any&dp=2&context=view>; rel="next"',
  );
  const past = await call(recorded, "wc/v3/orders?page=99");
  expect([past.status, past.json, past.headers.get("x-wp-total"), past.headers.get("x-wp-totalpages")]).toEqual([200, [], "0", "0"]);
  expect(past.headers.get("link")).toBe('<https://127.0.0.1:8843/wp-json/wc/v3/orders?page=0&status%5B0%5D=any>; rel="prev"');
});

test("keys in the query are repeated in the Link header", async () => {
  const { headers } = await ask(
    recorded,
    `/wp-json/wc/v3/orders?per_page=2&consumer_key=${recorded.consumerKey}&consumer_secret=${recorded.consumerSecret}`,
  );
  expect(headers.get("link")).toContain(recorded.consumerSecret);
});

test("following rel=next visits every order once", async () => {
  const seen: number[] = [];
  let path: string | undefined = "wc/v3/orders?per_page=4";
  while (path !== undefined) {
    const page: { json: WooOrder[]; headers: Headers } = await call<WooOrder[]>(recorded, path);
    seen.push(...page.json.map(({ id }) => id));
    path = /\/wp-json\/([^>]+)>; rel="next"/.exec(page.headers.get("link") ?? "")?.[1];
  }
  expect(seen).toEqual([24, 23, 22, 21, 20, 19, 18, 17, 16]);
});

test("invalid parameters are all named in one recorded 400", async () => {
  const { status, json } = await call(recorded, "wc/v3/orders?per_page=101&status=shipped");
  expect([status, json]).toEqual([400, error("bad-param")]);
  expect((await call(recorded, "wc/v3/orders?page=0&orderby=total&modified_after=2026-11-21&include=a")).json).toMatchObject({
    message: "Invalid parameter(s): page, modified_after, include, orderby",
  });
});

test("an unknown id, and the id of a refund, are the recorded 404; without keys an unknown id is 404 and a known one 401", async () => {
  expect((await call(recorded, "wc/v3/orders/99999")).json).toEqual(error("order-404"));
  const refund = await call(recorded, "wc/v3/orders/25");
  expect([refund.status, refund.json]).toEqual([404, error("order-is-refund")]);
  expect((await ask(recorded, "/wp-json/wc/v3/orders/99999")).status).toBe(404);
  expect((await ask(recorded, "/wp-json/wc/v3/orders/16")).status).toBe(401);
});

test.each(["wc/v3/nothing", "wc/v3//orders", "wc/v4/orders", "askonce/v1/whoami", "wc/v3/orders/abc"])(
  "%s is rest_no_route",
  async (path) => {
    const { status, json } = await call(recorded, path);
    expect([status, json]).toEqual([404, error("no-route")]);
  },
);

test("the legacy API is switched off, in its own shape; other pages are HTML", async () => {
  expect((await ask(recorded, "/wc-api/v3/orders")).json).toEqual(error("wc-api-legacy"));
  expect((await ask(recorded, "/my-account/")).headers.get("content-type")).toContain("text/html");
});

test("status: several at once in three spellings; any leaves the trash out", async () => {
  const fake = createFakeWooCommerce();
  fake.trashOrder(16);
  expect(await ids("status=pending,failed", fake)).toEqual([21, 19]);
  expect(await ids("status[]=pending&status[]=failed", fake)).toEqual([21, 19]);
  expect(await ids("status[0]=pending&status[1]=failed", fake)).toEqual([21, 19]);
  expect(await ids("status=any", fake)).not.toContain(16);
  expect(await ids("status=trash", fake)).toEqual([16]);
});

test("modified_after: exclusive, to the second, in four meanings", async () => {
  // Orders 16 and 17 were modified at 17:17:15 UTC, which is 19:17:15 on the site's clock.
  expect(await ids("modified_after=2026-11-21T17:17:14Z")).toEqual([17, 16]);
  expect(await ids("modified_after=2026-11-21T17:17:15Z")).toEqual([]);
  expect(await ids("modified_after=2026-11-21T19:17:14")).toEqual([17, 16]);
  expect(await ids("modified_after=2026-11-21T17:17:14&dates_are_gmt=true")).toEqual([17, 16]);
  expect(await ids("modified_after=2026-11-21T17:17:14")).toHaveLength(9);
  expect(await ids("modified_after=2026-11-21T17:00:00Z&dates_are_gmt=true")).toEqual([]);
});

test("modified_before, after and before are exclusive too", async () => {
  expect(await ids("modified_before=2026-11-21T17:17:07Z")).toEqual([18]);
  expect(await ids("after=2026-11-21T17:17:10Z")).toEqual([24]);
  expect(await ids("before=2026-11-21T17:17:06Z")).toEqual([17, 16]);
});

test("orderby and order", async () => {
  expect(await ids("orderby=modified&order=asc&per_page=3")).toEqual([18, 19, 20]);
  expect(await ids("orderby=id&order=asc&per_page=2")).toEqual([16, 17]);
  expect(await ids("orderby=include&include=20,18,22")).toEqual([20, 18, 22]);
});

test("customer, product, include, exclude, offset", async () => {
  expect(await ids("customer=3")).toEqual([21, 20, 19, 18]);
  expect(await ids("customer=0")).toEqual([22]);
  expect(await ids("product=14")).toEqual([18]);
  expect(await ids("include[]=16&include[]=99")).toEqual([16]);
  expect(await ids("exclude=24,23&per_page=2")).toEqual([22, 21]);
  expect(await ids("offset=7")).toEqual([17, 16]);
});

test("search: e-mail, a part of a name, the exact id, a product; and nothing for nonsense", async () => {
  const search = await call(recorded, "wc/v3/orders?search=guest@example.test");
  expect(JSON.stringify(search.json)).toBe(JSON.stringify(wooCommerceRecording("orders-search-email")));
  expect(await ids("search=popa")).toEqual([21, 20, 19, 18]);
  expect(await ids("search=17")).toEqual([17]);
  expect(await ids("search=Lampa")).toContain(17);
  expect(await ids("search=undefined")).toEqual([]);
});

test("search by a number of the shop's own finds longer numbers with it inside as well", async () => {
  const fake = createFakeWooCommerce({ shop: tinyShop(tinyOrder(), tinyOrder({ id: 102, number: "12101" })) });
  expect((await ids("search=2101", fake)).sort()).toEqual([101, 102]);
});

test("_fields reaches into objects, and keeps _links only when named", async () => {
  const { json } = await call(recorded, "wc/v3/orders/16?_fields=billing.email,id");
  expect(json).toEqual({ id: 16, billing: { email: "ana@example.test" } });
  expect((await call(recorded, "wc/v3/orders/16?_fields[]=id&_fields[]=askonce")).json).toEqual({ id: 16 });
});

test("meta_data comes in another order in a single read than in the list", async () => {
  const fake = createFakeWooCommerce({ shop: tinyShop(), trackingSource: "yith" });
  const { json: list } = await call<WooOrder[]>(fake, "wc/v3/orders");
  const { json: single } = await call<WooOrder>(fake, "wc/v3/orders/101");
  expect(single.meta_data).not.toEqual(list[0]?.meta_data);
  expect(new Set(single.meta_data.map(({ id }) => id))).toEqual(new Set(list[0]?.meta_data.map(({ id }) => id)));
});

test("PUT changes the status, its note, its dates and date_modified; COD is paid when completed", async () => {
  const now = Date.parse("2026-11-22T10:00:00.700Z");
  const fake = createFakeWooCommerce({ clock: { now: () => now } });
  const { json } = await call<WooOrder>(fake, "wc/v3/orders/16", {
    method: "PUT",
    body: { status: "completed", meta_data: [{ key: "a", value: 1 }] },
  });
  expect(json).toMatchObject({
    status: "completed",
    date_modified: "2026-11-22T12:00:00",
    date_modified_gmt: "2026-11-22T10:00:00",
    date_completed_gmt: "2026-11-22T10:00:00",
    date_paid_gmt: "2026-11-22T10:00:00",
  });
  expect(json.meta_data.at(-1)).toMatchObject({ key: "a", value: 1 });
  expect(fake.orders.notes(16).at(-1)?.note).toBe("Order status changed from Processing to Completed.");
});

test("a write with a bad status or bad JSON gets the recorded errors and changes nothing", async () => {
  const fake = createFakeWooCommerce();
  const before = fake.orders.get(16);
  expect((await call(fake, "wc/v3/orders/16", { method: "PUT", body: { status: "shipped" } })).json).toEqual(error("bad-status-write"));
  expect((await call(fake, "wc/v3/orders/16", { method: "PUT", body: "{nope" })).json).toEqual(error("bad-json"));
  expect(fake.orders.get(16)).toEqual(before);
});

test("DELETE puts in the trash; with force the order is gone", async () => {
  const fake = createFakeWooCommerce();
  await call(fake, "wc/v3/orders/16", { method: "DELETE" });
  expect((await call<WooOrder>(fake, "wc/v3/orders/16")).json.status).toBe("trash");
  fake.restoreOrder(16);
  expect(fake.orders.get(16)?.status).toBe("processing");
  await call(fake, "wc/v3/orders/16?force=true", { method: "DELETE" });
  expect((await call(fake, "wc/v3/orders/16")).status).toBe(404);
});

test("a copy from the controls cannot change the shop", () => {
  const copy = recorded.orders.get(16);
  if (copy !== null) copy.status = "broken";
  expect(recorded.orders.get(16)?.status).toBe("processing");
});
