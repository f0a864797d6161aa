import { useSyncExternalStore } from "react";

/** What is open: a list, and of it one ticket, one incident or the incidents' weeks; or how often was asked what is known. */
export interface Route {
  view: "tickets" | "incidents" | "askedTwice";
  ticketId: string | null;
  incidentId: string | null;
  /** Whether the incidents are shown by week. */
  weeks: boolean;
}

/** Where the incidents are shown by week. */
export const weeksHref = "#/incident-weeks";

/** Where the repeat-ask rate is. */
export const askedTwiceHref = "#/asked-twice";

/** The place in the address (`#/tickets/ID`, `#/incidents/ID`, `#/incident-weeks`, `#/asked-twice`), so that a reload, a bookmark and the back button keep it. */
export function readRoute(hash: string): Route {
  if (hash === weeksHref) return { view: "incidents", ticketId: null, incidentId: null, weeks: true };
  if (hash === askedTwiceHref) return { view: "askedTwice", ticketId: null, incidentId: null, weeks: false };
  const match = /^#\/(tickets|incidents)(?:\/([A-Za-z0-9_-]{1,64}))?$/.exec(hash);
  const id = match?.[2] ?? null;
  return match?.[1] === "incidents"
    ? { view: "incidents", ticketId: null, incidentId: id, weeks: false }
    : { view: "tickets", ticketId: id, incidentId: null, weeks: false };
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
