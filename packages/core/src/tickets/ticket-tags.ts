import type { UnitOfWork } from "../storage/store.ts";

/** Gives a ticket exactly these tags. */
export async function writeTags(unit: UnitOfWork, shopId: string, ticketId: string, tags: readonly string[]): Promise<void> {
  await unit.database.deleteFrom("ticket_tags").where("shop_id", "=", shopId).where("ticket_id", "=", ticketId).execute();
  if (tags.length === 0) return;
  await unit.database
    .insertInto("ticket_tags")
    .values(tags.map((tag) => ({ shop_id: shopId, ticket_id: ticketId, tag })))
    .execute();
}
