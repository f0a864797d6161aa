import { DatabaseSync } from "node:sqlite";
import { expect, it, onTestFinished } from "vitest";
import { testStorageFlavor } from "../testing/test-storage.ts";
import { receiver } from "./__fixtures__/receiver.ts";
import { openTickets, owner, webhookInstance } from "./__fixtures__/webhook-instance.ts";

/** The plan that SQLite makes for each statement that is prepared while a test runs. */
function recordPlans(): Map<string, string[]> {
  const plans = new Map<string, string[]>();
  const original = DatabaseSync.prototype.prepare;
  DatabaseSync.prototype.prepare = function (this: DatabaseSync, text: string, ...rest: []) {
    if (/^\s*(select|with|update|delete)/i.test(text) && !plans.has(text)) {
      const values = Array((text.match(/\?/g) ?? []).length).fill("x");
      const rows = Reflect.apply(original, this, [`explain query plan ${text}`]).all(...values);
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

it.runIf(testStorageFlavor === "sqlite")("no statement reads all deliveries of a shop or of an endpoint, or sorts them", async () => {
  const plans = recordPlans();
  const made = webhookInstance();
  const { webhooks } = made.askonce;
  const target = await receiver((request) => (request.message.data.sequence % 2 === 0 ? 204 : 500));
  const { id } = await webhooks.create({ url: target.url }, owner);
  await openTickets(made, 4);
  await made.askonce.drain();
  const { items } = await webhooks.deliveries(id, { limit: 2 }, owner);
  const { nextCursor } = await webhooks.deliveries(id, { limit: 1, state: "delivered" }, owner);
  await webhooks.deliveries(id, { limit: 2, state: "delivered", cursor: nextCursor ?? "" }, owner);
  await webhooks.retry(id, items[0]?.id ?? "", owner);
  await webhooks.replay(id, { from: "2026-11-20T00:00:00Z", onlyFailed: false }, owner);
  await webhooks.replay(id, { from: "2026-11-20T00:00:00Z" }, owner);
  await made.askonce.drain();
  await webhooks.delete(id, owner);
  const about = [...plans].filter(([text]) => /webhook_deliveries/.test(text));
  expect(about.length).toBeGreaterThan(10);
  const bad = about.flatMap(([text, details]) =>
    details
      .filter((detail) => /webhook_deliveries|delivery|B-TREE/.test(detail))
      // By endpoint alone is right where the order is that of the key, and a limit ends it.
      .filter(
        (detail) =>
          /^SCAN|\(shop_id=\?\)$|B-TREE/.test(detail) || (/\(shop_id=\? AND endpoint_id=\?\)$/.test(detail) && !/limit/i.test(text)),
      )
      .map((detail) => `${detail} in ${text.replace(/\s+/g, " ")}`),
  );
  expect(bad).toEqual([]);
  expect(about.flatMap(([, details]) => details).some((detail) => detail.includes("webhook_deliveries_pending"))).toBe(true);
});
