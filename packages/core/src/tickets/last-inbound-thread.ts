import type { Database, UnitOfWork } from "../storage/store.ts";

/** Where the customer wrote last. */
export async function lastInboundThread(
  database: Database | UnitOfWork["database"],
  shopId: string,
  ticketId: string,
): Promise<{ id: string; channel: string } | undefined> {
  return database
    .selectFrom("messages as message")
    .innerJoin("threads as thread", (join) =>
      join.onRef("thread.shop_id", "=", "message.shop_id").onRef("thread.id", "=", "message.thread_id"),
    )
    .select(["thread.id", "thread.channel"])
    .where("message.shop_id", "=", shopId)
    .where("message.ticket_id", "=", ticketId)
    .where("message.direction", "=", "inbound")
    .orderBy("message.at", "desc")
    .orderBy("message.id", "desc")
    .limit(1)
    .executeTakeFirst();
}
