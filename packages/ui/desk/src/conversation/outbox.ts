import type { AskonceClient } from "@askonce/client";
import type { Message, TicketStatus } from "@askonce/spec";
import { isOutcomeUnknown } from "../api/describe-error.ts";

export interface Outgoing {
  localId: string;
  ticketId: string;
  kind: "reply" | "note";
  text: string;
  /** What the ticket becomes with a reply; `null` leaves it to the server. */
  status: TicketStatus | null;
  /** Why a reply goes although the guard objects; `null` for everything else. */
  sendAnyway: string | null;
  /** `unknown`: no answer came back, so it may have been sent. It is never sent again without the agent. */
  state: "sending" | "failed" | "unknown";
  error: unknown;
  /** The messages that were there before, to recognize it among newer ones. */
  knownIds: ReadonlySet<string>;
  at: string;
}

export interface Outbox {
  /** What this desk still has to get out; the same array until something changes. */
  items(): readonly Outgoing[];
  subscribe(listener: () => void): () => void;
  /** Called after every attempt that may have changed the ticket, with the message, or `null` when no answer came. */
  onAttempt(listener: (ticketId: string, message: Message | null) => void): () => void;
  send(message: Pick<Outgoing, "ticketId" | "kind" | "text" | "status" | "sendAnyway" | "knownIds">): void;
  retry(localId: string): void;
  discard(localId: string): void;
  /** Takes away what reached the server: its event can be faster than its answer, and the answer may never come. */
  reconcile(ticketId: string, messages: readonly Message[]): void;
}

/** Messages on their way. It outlives the conversation on the screen: an agent writes, moves on, and still learns that it failed. */
export function createOutbox(client: Pick<AskonceClient, "tickets">, now: () => number = Date.now): Outbox {
  let items: readonly Outgoing[] = [];
  let counter = 0;
  const listeners = new Set<() => void>();
  const attemptListeners = new Set<(ticketId: string, message: Message | null) => void>();

  const set = (next: readonly Outgoing[]) => {
    items = next;
    for (const listener of listeners) listener();
  };
  const change = (localId: string, part: Partial<Outgoing>) =>
    set(items.map((item) => (item.localId === localId ? { ...item, ...part } : item)));

  const attempt = async ({ localId, ticketId, kind, text, status, sendAnyway }: Outgoing) => {
    try {
      const message =
        kind === "note"
          ? await client.tickets.note({ ticketId, text })
          : await client.tickets.reply({ ticketId, text, ...(status ? { status } : {}), ...(sendAnyway ? { sendAnyway } : {}) });
      set(items.filter((item) => item.localId !== localId));
      for (const listener of attemptListeners) listener(ticketId, message);
    } catch (error) {
      const unknown = isOutcomeUnknown(error);
      change(localId, { state: unknown ? "unknown" : "failed", error });
      // It may be there already, and its event may have been faster than this failure.
      if (unknown) for (const listener of attemptListeners) listener(ticketId, null);
    }
  };

  return {
    items: () => items,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onAttempt(listener) {
      attemptListeners.add(listener);
      return () => attemptListeners.delete(listener);
    },
    send(message) {
      counter += 1;
      const item: Outgoing = { ...message, localId: `out_${counter}`, state: "sending", error: null, at: new Date(now()).toISOString() };
      set([...items, item]);
      void attempt(item);
    },
    retry(localId) {
      const item = items.find((candidate) => candidate.localId === localId);
      if (!item || item.state === "sending") return;
      change(localId, { state: "sending", error: null });
      void attempt(item);
    },
    discard(localId) {
      set(items.filter((item) => item.localId !== localId));
    },
    reconcile(ticketId, messages) {
      const arrived = items.filter(
        (item) =>
          item.ticketId === ticketId &&
          item.state !== "failed" &&
          messages.some(
            ({ id, direction, text, author }) =>
              !item.knownIds.has(id) &&
              author.kind === "agent" &&
              direction === (item.kind === "note" ? "note" : "outbound") &&
              text === item.text,
          ),
      );
      if (arrived.length > 0) set(items.filter((item) => !arrived.includes(item)));
    },
  };
}
