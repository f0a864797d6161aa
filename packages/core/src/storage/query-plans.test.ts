import { DatabaseSync } from "node:sqlite";
import { describe, expect, it, onTestFinished } from "vitest";
import { systemCaller } from "../caller.ts";
import { scriptedCarrier } from "../testing/scripted-carrier.ts";
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
  /(?:SEARCH|SCAN) (?:o|p|e|k|x|m|i|l|tickets|orders|parcels|contact_points|customers|facts|messages|ticket_orders|inbox|inbox_raw|trackings|promises|incidents|incident_tickets|problem_reports|photos|outreach_decisions)\b/;

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

  it("nor do those about deliveries, be they asked for by people or by the work on them", async () => {
    const plans = recordPlans();
    const carrier = scriptedCarrier();
    const { askonce, shop, memory, clock, request } = storefrontInstance({ orders: 30, carriers: [carrier.adapter], outreach: {} });
    await askonce.sync.backfill("memory");
    const order = shop.orders.find((one) => one.parcels.length > 0);
    if (!order) throw new Error("no such order");
    plans.clear();
    for (let round = 0; round < 4; round++) {
      clock.advance(20 * 3_600_000);
      await askonce.drain();
    }
    const ref = memory.ref(order.id);
    await askonce.deliveries.track(ref, systemCaller);
    await askonce.deliveries.whereIs(ref, "en", systemCaller);
    await request("POST", "/order-lookup/problems", { number: order.number, email: order.email, kind: "damaged" });
    const { items } = await askonce.incidents.list({ state: "active", limit: 20 }, systemCaller);
    expect(items.length).toBeGreaterThan(0);
    await askonce.incidents.get(items[0]?.id ?? "", systemCaller);
    await askonce.photos.list(ref, systemCaller);
    await askonce.drain();
    const bad = [...plans].flatMap(([text, details]) =>
      details
        // A list of what is open, in the order of its index and up to a limit, is read no further than it is shown.
        .filter((detail) => !/ USING INDEX incidents_active /.test(detail))
        .filter((detail) => growing.test(detail) && (/^SCAN/.test(detail) || /\(shop_id=\?\)$/.test(detail)))
        .map((detail) => `${detail} in ${text.replace(/\s+/g, " ").slice(0, 160)}`),
    );
    expect(plans.size).toBeGreaterThan(30);
    expect(bad).toEqual([]);
  });
});
