import { DatabaseSync } from "node:sqlite";
import { describe, expect, it, onTestFinished } from "vitest";
import { systemCaller } from "../caller.ts";
import { storefrontInstance } from "../testing/storefront-instance.ts";

/** Every statement that is prepared while a test runs, with the plan SQLite makes for it. */
function recordPlans(): Map<string, string[]> {
  const plans = new Map<string, string[]>();
  const original = DatabaseSync.prototype.prepare;
  DatabaseSync.prototype.prepare = function (this: DatabaseSync, text: string, ...rest: []) {
    if (/^\s*(select|with|update|delete)/i.test(text) && !plans.has(text)) {
      plans.set(text, []);
      const rows = Reflect.apply(original, this, [`explain query plan ${text}`]).all(...Array((text.match(/\?/g) ?? []).length).fill("x"));
      plans.set(
        text,
        rows.map((row) => String(row.detail)),
      );
    }
    return Reflect.apply(original, this, [text, ...rest]);
  };
  onTestFinished(() => {
    DatabaseSync.prototype.prepare = original;
  });
  return plans;
}

/** Tables that grow with the shop. Reading one by `shop_id` alone is reading all of it. */
const growing =
  /(?:SEARCH|SCAN) (?:o|p|e|k|tickets|orders|parcels|contact_points|customers|facts|messages|ticket_orders|inbox|inbox_raw)\b/;

describe("the statements on the request path", () => {
  it("never read a growing table by the shop alone", async () => {
    const plans = recordPlans();
    const { askonce, shop, deliver } = storefrontInstance({ orders: 30 });
    await askonce.sync.backfill("memory");
    const order = shop.orders.find((one) => one.parcels.length > 0);
    if (!order) throw new Error("no such order");
    plans.clear();
    const ticket = await askonce.tickets.create(
      {
        subject: "x",
        customer: { email: order.email, phone: order.phone },
        message: { text: `${order.number} ${order.parcels[0]?.trackingNumber}` },
      },
      systemCaller,
    );
    await askonce.context.read(ticket.id, systemCaller);
    await askonce.tickets.messages(ticket.id, { limit: 10 }, systemCaller);
    await askonce.tickets.get(ticket.id, systemCaller);
    await askonce.orders.search({ number: order.number }, systemCaller);
    await askonce.orders.search({ email: order.email }, systemCaller);
    await askonce.orders.search({ trackingNumber: order.parcels[0]?.trackingNumber }, systemCaller);
    await deliver("order.changed", order.id);
    await askonce.drain();
    const bad = [...plans].flatMap(([text, details]) =>
      details
        .filter((detail) => growing.test(detail) && (/^SCAN/.test(detail) || /\(shop_id=\?\)$/.test(detail)))
        .map((detail) => `${detail} in ${text.replace(/\s+/g, " ").slice(0, 120)}`),
    );
    expect(plans.size).toBeGreaterThan(15);
    expect(bad).toEqual([]);
  });
});
