import { expect, test } from "vitest";
import { ask, call } from "./__fixtures__/call.ts";
import { createFakeWooCommerce } from "./fake.ts";
import type { WooNote, WooOrder, WooRefund } from "./model.ts";
import { wooCommerceRecording } from "./recordings.ts";

const recorded = createFakeWooCommerce();
const error = (name: string): unknown => wooCommerceRecording(`errors/${name}`);

test.each([
  ["wc/v3/orders/16/notes", "order-notes"],
  ["wc/v3/orders/23/refunds", "refunds-partial"],
  ["wc/v3/orders/24/refunds", "refunds-full"],
  ["wc/v3/orders/16/fulfillments", "order-fulfillments-v3"],
  ["wc/v3/orders/statuses", "order-statuses"],
  ["wc/v3/customers", "customers"],
  ["wc/v3/customers?email=ana@example.test", "customers-by-email"],
  ["wc/v3/system_status", "system-status"],
])("%s answers the recording %s byte for byte", async (path, name) => {
  expect(JSON.stringify((await call(recorded, path)).json)).toBe(JSON.stringify(wooCommerceRecording(name)));
});

test("notes by type; notes of a missing order are 404", async () => {
  const types = async (type: string): Promise<boolean[]> =>
    (await call<WooNote[]>(recorded, `wc/v3/orders/16/notes?type=${type}`)).json.map((note) => note.customer_note);
  expect(await types("customer")).toEqual([true]);
  expect(await types("internal")).toEqual([false, false, false]);
  expect((await call(recorded, "wc/v3/orders/999/notes")).status).toBe(404);
});

test("refunds of a missing order are an empty list, not an error", async () => {
  const { status, json } = await call(recorded, "wc/v3/orders/999/refunds");
  expect([status, json]).toEqual([200, []]);
});

test("a single refund", async () => {
  expect((await call<WooRefund>(recorded, "wc/v3/orders/23/refunds/25")).json.amount).toBe("189.00");
  expect((await call(recorded, "wc/v3/orders/23/refunds/26")).status).toBe(404);
});

test("fulfillments: a guest's are shown to anybody, a customer's are not, and none without the feature", async () => {
  const guest = await ask(recorded, "/wp-json/wc/v3/orders/22/fulfillments");
  expect([guest.status, guest.json]).toEqual([200, error("guest-fulfillments-anon")]);
  const customers = await ask(recorded, "/wp-json/wc/v3/orders/16/fulfillments");
  expect([customers.status, customers.json]).toEqual([401, error("ana-fulfillments-anon")]);
  const without = createFakeWooCommerce({ fulfillmentsEnabled: false });
  expect((await call(without, "wc/v3/orders/16/fulfillments")).json).toEqual(error("no-route"));
});

test("a new note is answered 201 and read back", async () => {
  const fake = createFakeWooCommerce();
  const created = await call<WooNote>(fake, "wc/v3/orders/17/notes", { method: "POST", body: { note: "Salut", customer_note: true } });
  expect([created.status, created.json.customer_note]).toEqual([201, true]);
  expect((await call<WooNote[]>(fake, "wc/v3/orders/17/notes")).json.map(({ note }) => note)).toEqual(["Salut"]);
});

test("refusals of a refund are HTTP 500 with a number for data", async () => {
  const refund = (body: unknown): Promise<{ status: number; json: unknown }> =>
    call(createFakeWooCommerce(), "wc/v3/orders/17/refunds", { method: "POST", body });
  const tooMuch = await refund({ amount: "99999.00", api_refund: false });
  expect([tooMuch.status, tooMuch.json]).toEqual([500, error("refund-too-much")]);
  const gateway = await refund({ amount: "10.00" });
  expect([gateway.status, gateway.json]).toEqual([500, error("refund-api-cod")]);
});

test("a partial refund keeps the status; the rest makes it refunded; nothing is left then", async () => {
  const fake = createFakeWooCommerce();
  const refund = (amount: string): Promise<{ status: number; json: WooRefund }> =>
    call<WooRefund>(fake, "wc/v3/orders/17/refunds", {
      method: "POST",
      body: { amount, api_refund: false, reason: "Lovit", line_items: [{ id: 4, quantity: 1, refund_total: amount }] },
    });
  const first = await refund("47.89");
  expect([first.status, first.json.amount, first.json.meta_data[0]?.value]).toEqual([201, "47.89", "partial"]);
  expect(first.json.line_items[0]).toMatchObject({ quantity: -1, total: "-47.89", sku: "LMP-01" });
  expect(fake.orders.get(17)).toMatchObject({ status: "completed", refunds: [{ total: "-47.89" }] });
  expect((await refund("100.00")).json.meta_data[0]?.value).toBe("full");
  const { json: order } = await call<WooOrder>(fake, "wc/v3/orders/17");
  expect([order.status, order.refunds.map(({ total }) => total)]).toEqual(["refunded", ["-100.00", "-47.89"]]);
  expect((await refund("0.01")).status).toBe(500);
  expect((await call(fake, `wc/v3/orders/${first.json.id}`)).status).toBe(404);
});

test("customers: by e-mail only those with the role customer, unless role=all", async () => {
  expect((await call(recorded, "wc/v3/customers?email=admin@example.test")).json).toEqual(error("customer-as-admin"));
  const all = await call(recorded, "wc/v3/customers?email=admin@example.test&role=all&_fields=id,email,role");
  expect(all.json).toEqual(error("customer-as-admin-all"));
  expect((await call(recorded, "wc/v3/customers/2")).json).toMatchObject({ email: "ana@example.test" });
  expect((await call(recorded, "wc/v3/customers/99")).status).toBe(404);
  expect((await ask(recorded, "/wp-json/wc/v3/customers")).status).toBe(401);
});
