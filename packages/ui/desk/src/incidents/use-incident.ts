import type { Incident, Ticket } from "@askonce/spec";
import { useEffect, useRef, useState } from "react";
import { type Coalesced, coalesce } from "../api/coalesce.ts";
import { useLiveEvents } from "../api/live-context.tsx";
import type { TicketContext } from "../panel/use-ticket-context.ts";
import { useSession } from "../session/session.tsx";
import { orderContext } from "./order-context.ts";

export interface OpenIncident {
  incident: Incident | null;
  /** Its tickets, as far as they can be read. */
  tickets: readonly Ticket[];
  error: unknown;
  /** Its order, for the panel. */
  known: TicketContext;
  replace(incident: Incident): void;
}

type Known = Pick<TicketContext, "state" | "context" | "error">;
interface State {
  incident: Incident | null;
  tickets: readonly Ticket[];
  error: unknown;
  known: Known;
}

const nothing: Known = { state: "idle", context: null, error: null };
const empty: State = { incident: null, tickets: [], error: null, known: nothing };
/** More of them on one incident are rare, and the list of tickets has them all. */
const shownTickets = 5;

/** One incident with its tickets and its order, read again when an event is about it. */
export function useIncident(incidentId: string | null): OpenIncident {
  const { client } = useSession();
  const [state, setState] = useState<State>(empty);
  const again = useRef<Coalesced | null>(null);

  useEffect(() => {
    setState(empty);
    if (incidentId === null) return;
    const controller = new AbortController();
    const options = { signal: controller.signal };
    const load = async () => {
      try {
        const incident = await client.incidents.get({ incidentId }, options);
        setState((before) => ({
          ...before,
          incident,
          error: null,
          known: incident.orderRef === null ? nothing : { ...before.known, state: "loading" },
        }));
        const [order, ...tickets] = await Promise.allSettled([
          incident.orderRef === null ? null : client.orders.get({ ref: incident.orderRef }, options),
          ...incident.ticketIds.slice(0, shownTickets).map((ticketId) => client.tickets.get({ ticketId }, options)),
        ]);
        if (controller.signal.aborted) return;
        setState((before) => ({
          ...before,
          tickets: tickets.flatMap((each) => (each.status === "fulfilled" ? [each.value] : [])),
          known:
            order.status === "rejected"
              ? { ...before.known, state: "error", error: order.reason }
              : order.value === null
                ? nothing
                : { state: "ready", context: orderContext(incident, order.value, Date.now()), error: null },
        }));
      } catch (error) {
        if (!controller.signal.aborted) setState((before) => ({ ...before, error }));
      }
    };
    void load();
    again.current = coalesce(load, { delayMs: 400 });
    return () => {
      controller.abort();
      again.current?.cancel();
    };
  }, [client, incidentId]);

  useLiveEvents((event) => {
    const { incident } = state;
    const isAboutIt =
      event === null ||
      ("incidentId" in event.data && event.data.incidentId === incidentId) ||
      ("orderRef" in event.data && incident !== null && event.data.orderRef === incident.orderRef);
    if (isAboutIt) again.current?.request();
  });

  return {
    incident: state.incident,
    tickets: state.tickets,
    error: state.error,
    replace: (incident) => setState((before) => (before.incident?.id === incident.id ? { ...before, incident } : before)),
    known: {
      ...state.known,
      /** Asks the couriers, which tell what the shop cannot. */
      refresh() {
        const { incident } = state;
        if (incident?.orderRef == null) return;
        setState((before) => ({ ...before, known: { ...before.known, state: "loading" } }));
        client.deliveries.track({ orderRef: incident.orderRef }).then(
          (order) =>
            setState((before) =>
              before.incident?.id === incident.id
                ? { ...before, known: { state: "ready", context: orderContext(incident, order, Date.now()), error: null } }
                : before,
            ),
          (error: unknown) =>
            setState((before) =>
              before.incident?.id === incident.id ? { ...before, known: { ...before.known, state: "error", error } } : before,
            ),
        );
      },
      link() {},
      unlink() {},
      decide() {},
    },
  };
}
