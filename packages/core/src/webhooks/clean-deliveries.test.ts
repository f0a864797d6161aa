import { join } from "node:path";
import { Kysely, sql } from "kysely";
import { describe, expect, it } from "vitest";
import type { Tables } from "../storage/tables.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";
import { receiver } from "./__fixtures__/receiver.ts";
import { eventually, openTickets, owner, webhookInstance, webhookStorage } from "./__fixtures__/webhook-instance.ts";
import { writeEvents } from "./__fixtures__/write-events.ts";

const day = 24 * 3_600_000;

/** Rows as they are stored. */
async function counted(place: string) {
  const storage = webhookStorage(place);
  const database = new Kysely<Tables>({ dialect: storage.dialect });
  const count = async (table: string) => {
    const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.table(table)}`.execute(database);
    return Number(rows[0]?.count);
  };
  const counts = { endpoints: await count("webhook_endpoints"), deliveries: await count("webhook_deliveries"), jobs: await count("jobs") };
  await database.destroy();
  await storage.close();
  return counts;
}

describe("cleaning", () => {
  it("removes finished deliveries after thirty days, and deleted endpoints with their last one", async () => {
    const path = join(temporaryFolder(), "askonce.db");
    const made = webhookInstance({ path });
    const { askonce, clock } = made;
    const refusing = await receiver(() => 410);
    const target = await receiver();
    const gone = await askonce.webhooks.create({ url: refusing.url, eventTypes: ["ticket.created"] }, owner);
    const kept = await askonce.webhooks.create({ url: target.url, eventTypes: ["ticket.updated"] }, owner);
    await writeEvents(path, 1100, clock.now());
    const [ticketId = ""] = await openTickets(made, 1);
    await askonce.tickets.update(ticketId, { status: "resolved" }, owner);
    await askonce.drain();
    await askonce.webhooks.delete(gone.id, owner);
    clock.advance(29 * day);
    await askonce.tickets.update(ticketId, { status: "open" }, owner);
    await askonce.drain();
    expect(await counted(path)).toEqual({ endpoints: 2, deliveries: 1103, jobs: 0 });
    clock.advance(day);
    await askonce.start();
    clock.advance(3_600_000);
    await eventually(async () => expect(await counted(path)).toMatchObject({ endpoints: 1, deliveries: 1 }));
    const { items } = await askonce.webhooks.deliveries(kept.id, { limit: 10 }, owner);
    expect(items).toMatchObject([{ state: "delivered", createdAt: "2026-12-19T09:00:00.000Z" }]);
  });

  it("asks anew for a job that was lost", async () => {
    const path = join(temporaryFolder(), "askonce.db");
    const made = webhookInstance({ path });
    const target = await receiver(() => 500);
    const { id } = await made.askonce.webhooks.create({ url: target.url, eventTypes: ["ticket.created"] }, owner);
    await openTickets(made, 1);
    await made.askonce.drain();
    const storage = webhookStorage(path);
    const database = new Kysely<Tables>({ dialect: storage.dialect });
    await database.deleteFrom("jobs").execute();
    await database.destroy();
    await storage.close();
    made.clock.advance(day);
    target.answer = () => 204;
    await made.askonce.drain();
    expect(target.received, "nobody knows of it").toHaveLength(1);
    await made.askonce.start();
    made.clock.advance(3_600_000);
    await eventually(async () =>
      expect((await made.askonce.webhooks.deliveries(id, { limit: 1 }, owner)).items).toMatchObject([{ state: "delivered", attempts: 2 }]),
    );
  });
});
