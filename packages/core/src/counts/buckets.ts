import type { TicketStatus } from "@askonce/spec";

/** What of a ticket decides where it is counted. */
export interface CountedTicket {
  status: TicketStatus;
  assignee_id: string | null;
  merged_into_id: string | null;
}

/**
 * The counters a ticket is counted in, as `view:bucket`: its status, and while it is not resolved whoever has it. A merged ticket is counted
 * nowhere: the one it lives in is.
 */
export function bucketsOf(ticket: CountedTicket): string[] {
  if (ticket.merged_into_id !== null) return [];
  const status = `status:${ticket.status}`;
  return ticket.status === "resolved" ? [status] : [status, `assignee:${ticket.assignee_id ?? "none"}`];
}

/** How the counters change when what was counted as one thing is counted as another, by bucket; both as in `bucketsOf`, joined by blanks. */
export function addChanges(changes: Map<string, number>, before: string, after: string): void {
  const add = (buckets: string, difference: number) => {
    for (const bucket of buckets.split(" ")) {
      if (bucket !== "") changes.set(bucket, (changes.get(bucket) ?? 0) + difference);
    }
  };
  if (before === after) return;
  add(before, -1);
  add(after, 1);
}
