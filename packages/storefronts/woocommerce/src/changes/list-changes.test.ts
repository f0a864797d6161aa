import type { ChangesPage } from "@askonce/spec";
import { describe, expect, test } from "vitest";
import { openShop } from "../../test/shop.ts";
import { testContext } from "../../test/test-context.ts";

type Shop = ReturnType<typeof openShop>;

async function run({ adapter, context }: Shop, since: string | null, from: string | null = null) {
  const pages: ChangesPage[] = [];
  let cursor = from;
  do {
    const page = await adapter.changes.list({ since, cursor }, context);
    pages.push(page);
    cursor = page.nextCursor;
    if (pages.length > 50) throw new Error("The run does not end");
  } while (cursor !== null);
  return { pages, refs: pages.flatMap(({ snapshots }) => snapshots.map(({ order }) => order.ref)) };
}

const recorded = ["18", "19", "20", "21", "22", "23", "24", "16", "17"].map((id) => `woocommerce:${id}`);

describe.each([1, 2, 3, 100])("with %i orders on a page", (changesPageSize) => {
  test("every order is listed once, oldest change first", async () => {
    const { pages, refs } = await run(openShop({}, { changesPageSize }), null);
    expect(refs.toSorted()).toEqual(recorded.toSorted());
    expect(pages[0]?.total).toBe(9);
    expect(pages.at(-1)?.total).toBe(9);
  });

  test("many orders of one second are all listed", async () => {
    const shop = openShop({ clock: { now: () => Date.parse("2026-11-21T18:00:00.400Z") } }, { changesPageSize });
    for (const id of [16, 17, 18, 19, 20, 21, 22]) shop.fake.updateOrder(id, {});
    const { refs } = await run(shop, "2026-11-21T18:00:00.900Z");
    expect(new Set(refs)).toEqual(new Set([16, 17, 18, 19, 20, 21, 22].map((id) => `woocommerce:${id}`)));
    expect(refs).toHaveLength(7);
  });

  test("orders that change during the run move to its end, and none is skipped", async () => {
    let now = Date.parse("2026-11-21T18:00:00Z");
    const shop = openShop({ clock: { now: () => now } }, { changesPageSize });
    const first = await shop.adapter.changes.list({ since: null, cursor: null }, shop.context);
    now += 60_000;
    for (const { order } of first.snapshots.slice(0, 8)) shop.fake.updateOrder(Number(order.ref.split(":")[1]), {});
    const rest = first.nextCursor === null ? [] : (await run(shop, null, first.nextCursor)).refs;
    expect(new Set([...first.snapshots.map(({ order }) => order.ref), ...rest])).toEqual(new Set(recorded));
  });
});

test("the second of `since` is part of the run, whatever zone the shop is in", async () => {
  for (const timeZone of ["Europe/Bucharest", "America/New_York", "Pacific/Auckland"]) {
    const { refs } = await run(openShop({ timeZone }), "2026-11-21T17:17:14Z");
    expect(refs).toEqual(["woocommerce:24", "woocommerce:16", "woocommerce:17"]);
  }
});

test("parts that a list does not carry are named, so that stored ones stay", async () => {
  const shop = openShop();
  const { pages } = await run(shop, null);
  const omitted = Object.fromEntries(pages[0]?.snapshots.map((snapshot) => [snapshot.order.number, snapshot.omitted]) ?? []);
  expect(omitted).toMatchObject({ "22": ["notes"], "23": ["notes", "refunds"], "16": ["notes", "parcels"] });
});

describe("orders in the trash", () => {
  test("are deleted, on the first page only", async () => {
    const shop = openShop({}, { changesPageSize: 2 });
    shop.fake.trashOrder(20);
    const { pages, refs } = await run(shop, null);
    expect(pages.map(({ deleted }) => deleted)).toEqual([["woocommerce:20"], ...pages.slice(1).map(() => [])]);
    expect(refs).not.toContain("woocommerce:20");
  });

  test("are only those: a shop that ignores the question deletes nothing", async () => {
    const { fake, adapter } = openShop();
    const context = testContext((input, init) => {
      const url = new URL(new Request(input, init).url);
      if (url.searchParams.get("status") === "trash") url.searchParams.set("status", "any");
      return fake.handle(new Request(url, init));
    });
    const page = await adapter.changes.list({ since: null, cursor: null }, context);
    expect(page.snapshots).toHaveLength(9);
    expect(page.deleted).toEqual([]);
  });

  test("that may not be listed are a gap", async () => {
    const { fake, adapter } = openShop();
    const context = testContext(async (input, init) => {
      const request = new Request(input, init);
      if (!request.url.includes("status=trash")) return fake.handle(request);
      return Response.json({ code: "woocommerce_rest_cannot_view", message: "", data: { status: 403 } }, { status: 403 });
    });
    const page = await adapter.changes.list({ since: null, cursor: null }, context);
    expect(page.snapshots).toHaveLength(9);
    expect(page.gaps).toEqual([{ field: "deleted", reason: "scope_missing", remedy: expect.any(String) }]);
  });
});

test("an order that cannot be read is named and does not stop those after it", async () => {
  const { fake, adapter } = openShop();
  const context = testContext(async (input, init) => {
    const response = await fake.handle(new Request(input, init));
    const text = (await response.text()).replace('"currency":"RON"', '"currency":"lei!"');
    return new Response(text, { headers: response.headers });
  });
  const page = await adapter.changes.list({ since: null, cursor: null }, context);
  expect(page.snapshots).toHaveLength(8);
  expect(page.gaps).toEqual([{ field: "orders.woocommerce:18", reason: "failed", remedy: expect.any(String) }]);
});

test("a shop that ignores the filter is refused instead of being listed for ever", async () => {
  const { fake, adapter } = openShop();
  const context = testContext((input, init) => {
    const url = new URL(new Request(input, init).url);
    url.searchParams.delete("modified_after");
    return fake.handle(new Request(url, init));
  });
  const call = adapter.changes.list({ since: "2026-11-21T17:17:12Z", cursor: null }, context);
  await expect(call).rejects.toMatchObject({ code: "ADAPTER_UNSAFE_SEARCH" });
});

test.each(["", "x", "{}", '{"from":"yesterday","page":1,"seen":[],"total":null}', '{"from":null,"page":0,"seen":[],"total":null}'])(
  "%j is no cursor",
  async (cursor) => {
    const { adapter, context } = openShop();
    await expect(adapter.changes.list({ since: null, cursor }, context)).rejects.toMatchObject({ code: "VALIDATION_FAILED" });
  },
);

test("without the shop's counts a run still ends", async () => {
  const { fake, adapter } = openShop({}, { changesPageSize: 2 });
  const context = testContext(async (input, init) => {
    const response = await fake.handle(new Request(input, init));
    return new Response(await response.text(), { status: response.status });
  });
  const shop = { adapter, context } as Shop;
  const { pages, refs } = await run(shop, null);
  expect(refs.toSorted()).toEqual(recorded.toSorted());
  expect(pages[0]?.total).toBeNull();
});
