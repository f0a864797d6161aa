import type { Askonce } from "@askonce/core";
import type { Agent } from "@askonce/spec";

const note =
  "Da riprendere stasera. L'ordine è chiaro dalle parole del cliente e il difetto è descritto: resta da chiedere solo se preferisce rimborso o sostituzione.";

/** The end of a shift: the ticket goes to the next one, with what they must not ask again. */
export async function handOverAtEndOfShift(askonce: Askonce, ticketId: string, from: Agent, to: Agent): Promise<void> {
  const caller = { kind: "agent" as const, agentId: from.id, name: from.name, role: from.role };
  await askonce.packets.handOver(ticketId, { purpose: "shift", toAgentId: to.id, note }, caller);
}
