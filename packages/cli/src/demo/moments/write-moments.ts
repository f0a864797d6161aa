import type { Askonce } from "@askonce/core";
import type { SettableClock, WrittenTickets } from "../write-tickets.ts";
import { handOverAtEndOfShift } from "./hand-over.ts";
import type { MomentName, PlannedMoment } from "./plan-moments.ts";

const system = { kind: "system" } as const;
const minuteMs = 60_000;

const mail = `Bună ziua,

am completat formularul de pe site, cu numărul comenzii, și am trimis două fotografii. Mai aveți nevoie de ceva de la mine?

Mulțumesc`;

/**
 * Does what belongs to the moments beside their messages: an agent hands one over.
 *
 * @returns the tickets' ids by moment
 */
export async function writeMoments(
  askonce: Askonce,
  clock: SettableClock,
  moments: readonly PlannedMoment[],
  { team, idOf }: WrittenTickets,
): Promise<Partial<Record<MomentName, string>>> {
  const ids: Partial<Record<MomentName, string>> = {};
  for (const { name, ticket } of moments) {
    const id = idOf.get(ticket);
    if (id === undefined) continue;
    ids[name] = id;
    if (name !== "words") continue;
    clock.set(Date.parse(ticket.messages.at(-1)?.at ?? ticket.createdAt) + 30 * minuteMs);
    await handOverAtEndOfShift(askonce, id, team.it, team.en);
  }
  return ids;
}

/** Who reported by form writes a mail as well, to the ticket that the form opened. @returns its id; `null` when there is none */
export async function writeMailAfterForm(askonce: Askonce, ticketNumber: number): Promise<string | null> {
  const { items } = await askonce.tickets.list({ limit: 100 }, system);
  const ticket = items.find((one) => one.number === ticketNumber);
  if (ticket === undefined) return null;
  await askonce.tickets.receive(ticket.id, { text: mail, channel: "email" }, system);
  return ticket.id;
}
