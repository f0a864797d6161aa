import { type Assurance, assuranceLevels } from "@askonce/spec";
import { describe, expect, it } from "vitest";
import { codeInstance } from "../testing/code-instance.ts";
import { identitySecret } from "../testing/instance.ts";
import { storefrontInstance } from "../testing/storefront-instance.ts";
import { type DisclosedField, disclosure, mayShow } from "./disclosure.ts";

const goods: readonly DisclosedField[] = ["order", "items", "total", "parcels", "pickupPoint", "incidents"];

describe("the table of what is shown", () => {
  it("shows nothing to somebody who has shown nothing, and the person only to the person", () => {
    const shownAt = (assurance: Assurance) => (Object.keys(disclosure) as DisclosedField[]).filter((field) => mayShow(field, assurance));
    expect(shownAt("anonymous")).toEqual([]);
    expect(shownAt("claimed")).toEqual([]);
    expect(shownAt("orderMatched").sort()).toEqual([...goods].sort());
    expect(shownAt("otpVerified")).toEqual(Object.keys(disclosure));
  });

  it("never takes away what a weaker assurance was shown", () => {
    for (const field of Object.keys(disclosure) as DisclosedField[]) {
      const shown = assuranceLevels.map((assurance) => mayShow(field, assurance));
      expect(shown).toEqual([...shown].sort());
      expect(shown.at(-1)).toBe(true);
    }
  });
});

describe("an order", () => {
  it("shows who knows its number and a second detail the goods, and the person only who has proved to be them", async () => {
    const { askonce, shop, request } = storefrontInstance({ identity: { secrets: [identitySecret] } });
    await askonce.sync.backfill("memory");
    const order = shop.orders.find((one) => one.parcels.length > 0);
    if (!order) throw new Error("no such order");
    const secrets = [order.email, order.shippingAddress.line1, order.shippingAddress.lastName, order.phone].filter(
      (one) => one !== "" && one !== null,
    );
    const guest = await (await request("POST", "/order-lookup", { number: order.number, email: order.email })).json();
    expect(guest).toMatchObject({ number: order.number, person: null });
    expect(guest.items[0].title).toBe(order.items[0]?.name);
    for (const secret of secrets) expect(JSON.stringify(guest)).not.toContain(secret);

    const token = await askonce.identity.sign({ customerRef: "memory:account", email: order.email });
    const { items } = await (await request("GET", "/my/orders?limit=50", undefined, token)).json();
    const own = items.find((one: { number: string }) => one.number === order.number);
    expect(own.person).toMatchObject({ email: order.email, shippingAddress: { line1: order.shippingAddress.line1 } });
    expect({ ...own, person: null }, "the goods are the same").toEqual(guest);
  });

  it("is nothing to somebody who has only claimed an address", async () => {
    const { askonce, call, tokenFor } = codeInstance();
    expect((await call("GET", "/my/orders")).status).toBe(401);
    await askonce.tickets.create({ subject: "x", customer: { email: "ana@example.test" } }, { kind: "system" });
    const token = await tokenFor({ email: "ana@example.test" });
    expect((await call("GET", "/my/orders", { token })).body.items).toEqual([]);
  });
});
