import { Kysely } from "kysely";
import type { Tables } from "../../storage/tables.ts";
import { webhookStorage } from "./webhook-instance.ts";

/** Puts events into the log of the shop `default`, after those that are there; a thousand tickets would take their time. */
export async function writeEvents(place: string, count: number, now: number): Promise<void> {
  const storage = webhookStorage(place);
  const database = new Kysely<Tables>({ dialect: storage.dialect });
  await database.transaction().execute(async (transaction) => {
    const counter = { shop_id: "default", name: "event_sequence" };
    const { value } = await transaction
      .insertInto("shop_counters")
      .values({ ...counter, value: count })
      .onConflict((conflict) =>
        conflict.columns(["shop_id", "name"]).doUpdateSet((update) => ({ value: update("shop_counters.value", "+", count) })),
      )
      .returning("value")
      .executeTakeFirstOrThrow();
    const rows = Array.from({ length: count }, (_, index) => ({
      shop_id: "default",
      sequence: value - count + 1 + index,
      id: `evt_${String(value - count + 1 + index).padStart(8, "0")}`,
      type: "ticket.created",
      version: 1,
      occurred_at: now,
      actor_kind: "system" as const,
      actor_id: null,
      subject_kind: "ticket",
      subject_id: `tkt_${index}`,
      data: JSON.stringify({ ticketId: `tkt_${index}`, number: index, customerId: null, channel: "none" }),
    }));
    for (let start = 0; start < rows.length; start += 500) {
      await transaction
        .insertInto("events")
        .values(rows.slice(start, start + 500))
        .execute();
    }
  });
  await database.destroy();
  await storage.close();
}
