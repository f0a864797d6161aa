import { useSyncExternalStore } from "react";

/** The ticket in the address (`#/tickets/ID`), so that a reload, a bookmark and the back button keep the place. */
export function readRoute(hash: string): { ticketId: string | null } {
  const match = /^#\/tickets\/([A-Za-z0-9_-]{1,64})$/.exec(hash);
  return { ticketId: match?.[1] ?? null };
}

export function ticketHref(ticketId: string): string {
  return `#/tickets/${ticketId}`;
}

function subscribe(onChange: () => void): () => void {
  window.addEventListener("hashchange", onChange);
  return () => window.removeEventListener("hashchange", onChange);
}

export function useTicketId(): string | null {
  const hash = useSyncExternalStore(subscribe, () => location.hash);
  return readRoute(hash).ticketId;
}

export function openTicket(ticketId: string | null): void {
  location.hash = ticketId === null ? "#/" : ticketHref(ticketId);
}
