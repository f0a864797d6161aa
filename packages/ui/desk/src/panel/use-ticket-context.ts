import type { Context } from "@askonce/spec";
import { useEffect, useRef, useState } from "react";
import { type Coalesced, coalesce } from "../api/coalesce.ts";
import { useLiveEvents } from "../api/live-context.tsx";
import { useSession } from "../session/session.tsx";

export type LinkDecision = "confirm" | "reject" | "undo";

export interface TicketContext {
  state: "idle" | "loading" | "ready" | "error";
  context: Context | null;
  error: unknown;
  /** Reads the order at its storefront and then everything again. */
  refresh(): void;
  link(orderRef: string): void;
  unlink(orderRef: string): void;
  /** Says whether the ticket's customer is one person with another one. */
  decide(linkId: string, decision: LinkDecision): void;
}

interface State {
  state: TicketContext["state"];
  context: Context | null;
  error: unknown;
}

/** A stale answer means that a live read is on its way; when it finds nothing new, no event tells of it. These are the waits before looking. */
const rereadAfterMs = [2_000, 4_000, 8_000];

/** What is known beside the open ticket, read again when an event says that it changed, and a few times while it is stale. */
export function useTicketContext(ticketId: string | null): TicketContext {
  const { client } = useSession();
  const [state, setState] = useState<State>({ state: "idle", context: null, error: null });
  const read = useRef<Coalesced | null>(null);
  const shownId = useRef(ticketId);
  shownId.current = ticketId;

  useEffect(() => {
    if (ticketId === null) {
      setState({ state: "idle", context: null, error: null });
      return;
    }
    const controller = new AbortController();
    let rereads = 0;
    let nextReread: ReturnType<typeof setTimeout> | undefined;
    setState({ state: "loading", context: null, error: null });
    const load = async () => {
      clearTimeout(nextReread);
      try {
        const context = await client.tickets.context({ ticketId }, { signal: controller.signal });
        setState({ state: "ready", context, error: null });
        const delayMs = context.order?.provenance.stale ? rereadAfterMs[rereads] : undefined;
        if (delayMs === undefined || controller.signal.aborted) return;
        rereads += 1;
        nextReread = setTimeout(() => void load(), delayMs);
      } catch (error) {
        if (!controller.signal.aborted) setState((before) => ({ state: "error", context: before.context, error }));
      }
    };
    void load();
    read.current = coalesce(load, { delayMs: 400 });
    return () => {
      controller.abort();
      clearTimeout(nextReread);
      read.current?.cancel();
    };
  }, [client, ticketId]);

  useLiveEvents((event) => {
    if (event === null || concerns(event, ticketId, state.context)) read.current?.request();
  });

  /** A write that answers with the new context; the answer is dropped when another ticket is shown by then. */
  async function apply(write: () => Promise<Context>) {
    setState((before) => ({ ...before, state: "loading" }));
    try {
      const context = await write();
      if (shownId.current === context.ticket.id) setState({ state: "ready", context, error: null });
    } catch (error) {
      if (shownId.current === ticketId) setState((before) => ({ ...before, state: "error", error }));
    }
  }

  return {
    ...state,
    refresh() {
      if (ticketId === null) return;
      void apply(async () => {
        const ref = state.context?.order?.order.ref;
        if (ref !== undefined) await client.orders.refresh({ ref });
        return client.tickets.context({ ticketId });
      });
    },
    link(orderRef) {
      if (ticketId !== null) void apply(() => client.tickets.linkOrder({ ticketId, orderRef }));
    },
    unlink(orderRef) {
      if (ticketId !== null) void apply(() => client.tickets.unlinkOrder({ ticketId, orderRef }));
    },
    decide(linkId, decision) {
      if (ticketId === null) return;
      void apply(async () => {
        await client.customers.decideLink({ linkId, decision });
        return client.tickets.context({ ticketId });
      });
    },
  };
}

function concerns(event: { type: string; data: object }, ticketId: string | null, context: Context | null): boolean {
  const { data } = event;
  if ("ticketId" in data && data.ticketId === ticketId && ticketId !== null) return true;
  if ("customerId" in data && data.customerId !== null && data.customerId === context?.ticket.customerId) return true;
  if (!("orderRef" in data) || context === null) return false;
  return [context.order, ...context.otherOrders].some((shown) => shown?.order.ref === data.orderRef);
}
