import { useSyncExternalStore } from "react";

/** What is open: a list, and of it one ticket or one incident. */
export interface Route {
  view: "tickets" | "incidents";
  ticketId: string | null;
  incidentId: string | null;
}

/** The place in the address (`#/tickets/ID`, `#/incidents/ID`), so that a reload, a bookmark and the back button keep it. */
export function readRoute(hash: string): Route {
  const match = /^#\/(tickets|incidents)(?:\/([A-Za-z0-9_-]{1,64}))?$/.exec(hash);
  const id = match?.[2] ?? null;
  return match?.[1] === "incidents"
    ? { view: "incidents", ticketId: null, incidentId: id }
    : { view: "tickets", ticketId: id, incidentId: null };
}

export function ticketHref(ticketId: string): string {
  return `#/tickets/${ticketId}`;
}

/** Of one incident, or of their list. */
export function incidentHref(incidentId: string | null): string {
  return incidentId === null ? "#/incidents" : `#/incidents/${incidentId}`;
}

function subscribe(onChange: () => void): () => void {
  window.addEventListener("hashchange", onChange);
  return () => window.removeEventListener("hashchange", onChange);
}

export function useRoute(): Route {
  const hash = useSyncExternalStore(subscribe, () => location.hash);
  return readRoute(hash);
}

export function openTicket(ticketId: string | null): void {
  location.hash = ticketId === null ? "#/" : ticketHref(ticketId);
}

export function openIncident(incidentId: string | null): void {
  location.hash = incidentHref(incidentId);
}
