import { AskonceError, type ContextPacket, type HandOver, maxPacketBytes, type PacketPurpose } from "@askonce/spec";
import * as z from "zod";
import { type Caller, requireRole } from "../caller.ts";
import { readContextRows } from "../context/context.sql.ts";
import { assemble, type ContextGround } from "../context/context.ts";
import { toInstant } from "../platform/instants.ts";
import { requireValid } from "../platform/require-valid.ts";
import { wellFormed } from "../platform/well-formed.ts";
import type { Database, UnitOfWork } from "../storage/store.ts";
import type { TicketServices } from "../tickets/ticket-services.ts";
import { changeableTicketRow } from "../tickets/tickets.sql.ts";
import { updateTicket } from "../tickets/update-ticket.ts";
import { boundPacket, buildPacket, type PacketMessage } from "./build-packet.ts";
import { toHandOver } from "./hand-overs.sql.ts";
import type { PacketSigner } from "./sign-packet.ts";

type Reader = Database | UnitOfWork["database"];

/** What goes with a ticket from one to the next, so that nobody begins again. */
export interface Packets {
  /**
   * A signed packet of everything known about a ticket, at most `maxPacketBytes`; what had to be left out is named in it.
   *
   * @param options.lifetimeMs in milliseconds, default a day, at least a minute and at most thirty days
   * @throws AskonceError `TICKET_NOT_FOUND`, `VALIDATION_FAILED`, `CONFIGURATION_INVALID` without `packets.keys`
   */
  make(
    ticketId: string,
    options: { purpose?: PacketPurpose; note?: string | undefined; lifetimeMs?: number },
    caller: Caller,
  ): Promise<{ token: string; packet: ContextPacket }>;
  /** The content of a packet that this shop signed. @throws AskonceError `PACKET_INVALID` */
  read(token: string): Promise<ContextPacket>;
  /**
   * Gives a ticket to another agent, or back to everybody, and keeps who did and why beside it.
   *
   * @throws AskonceError `TICKET_NOT_FOUND`, `TICKET_MERGED`, `AGENT_NOT_FOUND`
   */
  handOver(
    ticketId: string,
    handing: { purpose: PacketPurpose; toAgentId: string | null; note?: string | undefined },
    caller: Caller,
  ): Promise<{ handOver: HandOver; packet: ContextPacket }>;
}

const dayMs = 24 * 3_600_000;
const messagesInPacket = 20;

export function createPackets(services: TicketServices, ground: ContextGround, signer: PacketSigner): Packets {
  const { store, platform } = services;
  const { shopId } = store;

  const build = async (
    database: Reader,
    ticketId: string,
    caller: Caller,
    { purpose, note, lifetimeMs }: { purpose: PacketPurpose; note: string | null; lifetimeMs: number },
  ): Promise<ContextPacket> => {
    const rows = await readContextRows(store, ticketId, database);
    if (!rows.ticket) throw new AskonceError("TICKET_NOT_FOUND");
    const now = platform.clock.now();
    const head = {
      id: platform.createId("pkt"),
      shopId,
      purpose,
      issuedAt: toInstant(now),
      expiresAt: toInstant(now + lifetimeMs),
      from: fromOf(caller),
      note,
    };
    const messages = await lastMessages(database, shopId, ticketId);
    // What colleagues tell each other stays in the house.
    const staysInside = purpose === "channel" || purpose === "system";
    const shown = staysInside ? messages.filter((message) => message.direction !== "note") : messages;
    return buildPacket(head, assemble(rows, rows.ticket, now, ground), shown);
  };

  return {
    async make(ticketId, { purpose = "system", note, lifetimeMs = dayMs }, caller) {
      requireRole(caller, "agent");
      requireValid(
        z
          .int()
          .min(60_000)
          .max(30 * dayMs),
        lifetimeMs,
        "lifetimeMs",
      );
      return signer.sign(await build(await store.ready(), ticketId, caller, { purpose, note: cleanNote(note), lifetimeMs }));
    },

    read: (token) => signer.read(token, platform.clock.now()),

    async handOver(ticketId, { purpose, toAgentId, note }, caller) {
      requireRole(caller, "agent");
      return store.transact(caller, async (unit) => {
        await changeableTicketRow(unit.database, shopId, ticketId);
        await updateTicket(unit, services, ticketId, { assigneeId: toAgentId });
        const row = await unit.database
          .insertInto("hand_overs")
          .values({
            shop_id: shopId,
            id: platform.createId("hov"),
            ticket_id: ticketId,
            purpose,
            from_name: fromOf(caller).name,
            to_agent_id: toAgentId,
            note: cleanNote(note),
            at: platform.clock.now(),
          })
          .returningAll()
          .executeTakeFirstOrThrow();
        unit.emit("ticket.handed_over", { kind: "ticket", id: ticketId }, { ticketId, handOverId: row.id, purpose, toAgentId });
        const packet = await build(unit.database, ticketId, caller, { purpose, note: row.note, lifetimeMs: dayMs });
        return { handOver: toHandOver(row), packet: boundPacket(packet, maxPacketBytes) };
      });
    },
  };
}

/** @throws AskonceError `VALIDATION_FAILED` */
function cleanNote(note: string | undefined): string | null {
  return wellFormed(requireValid(z.string().trim().max(2000).optional(), note, "note") ?? "") || null;
}

function fromOf(caller: Caller): ContextPacket["from"] {
  return caller.kind === "agent" ? { kind: "agent", id: caller.agentId, name: caller.name } : { kind: "system", id: null, name: null };
}

/** The newest messages, oldest of them first. */
async function lastMessages(database: Reader, shopId: string, ticketId: string): Promise<PacketMessage[]> {
  const rows = await database
    .selectFrom("messages as message")
    .innerJoin("threads as thread", (join) =>
      join.onRef("thread.shop_id", "=", "message.shop_id").onRef("thread.id", "=", "message.thread_id"),
    )
    .select(["message.direction", "message.text", "message.at", "thread.channel"])
    .where("message.shop_id", "=", shopId)
    .where("message.ticket_id", "=", ticketId)
    .orderBy("message.at", "desc")
    .orderBy("message.id", "desc")
    .limit(messagesInPacket)
    .execute();
  return rows.reverse().map((row) => ({ direction: row.direction, text: row.text, channel: row.channel, at: toInstant(row.at) }));
}
