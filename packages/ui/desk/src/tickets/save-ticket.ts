import { AskonceApiError, type AskonceClient } from "@askonce/client";
import type { Ticket, TicketStatus, WaitingFor } from "@askonce/spec";

export interface TicketChange {
  status?: TicketStatus;
  waitingFor?: WaitingFor | null;
  assigneeId?: string | null;
  tags?: string[];
  subject?: string;
}

/**
 * Saves a change against the version the agent saw. Every message raises the version too, so a conflict is looked at before anybody is
 * told: when what the agent changes is still as they saw it, the change is saved on the newer version.
 *
 * @throws AskonceApiError `VERSION_CONFLICT` when somebody else changed the very same thing
 */
export async function saveTicket(client: Pick<AskonceClient, "tickets">, seen: Ticket, change: TicketChange): Promise<Ticket> {
  const save = (version: number) => client.tickets.update({ ticketId: seen.id, ...change, ifVersion: version });
  try {
    return await save(seen.version);
  } catch (error) {
    if (!AskonceApiError.is(error, "VERSION_CONFLICT")) throw error;
    const fresh = await client.tickets.get({ ticketId: seen.id });
    const untouched = (Object.keys(change) as (keyof TicketChange)[]).every(
      (field) => JSON.stringify(fresh[field]) === JSON.stringify(seen[field]),
    );
    if (!untouched) throw error;
    return save(fresh.version);
  }
}
