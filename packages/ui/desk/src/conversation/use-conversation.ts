import type { Message, Ticket } from "@askonce/spec";
import { useEffect, useRef, useState } from "react";
import { type Coalesced, coalesce } from "../api/coalesce.ts";
import { useLiveEvents } from "../api/live-context.tsx";
import { useSession } from "../session/session.tsx";
import { type MessagePages, mergeMessages, noMessages, readMessages } from "./message-pages.ts";
import { useOutbox } from "./outbox-context.tsx";

export interface Conversation {
  status: "loading" | "ready" | "error";
  error: unknown;
  ticket: Ticket | null;
  messages: readonly Message[];
  hasMore: boolean;
  loadMore(): void;
  reload(): void;
  /** Takes over a version of the ticket that a change answered with. */
  setTicket(ticket: Ticket): void;
  /** Reads the newest state soon. */
  refresh(): void;
}

interface State {
  status: Conversation["status"];
  error: unknown;
  ticket: Ticket | null;
  pages: MessagePages;
}

const loading: State = { status: "loading", error: null, ticket: null, pages: noMessages };

/** A ticket with its messages, kept up to date by events. Use it with the ticket's id as `key`. */
export function useConversation(ticketId: string): Conversation {
  const { client } = useSession();
  const { outbox } = useOutbox();
  const [state, setState] = useState<State>(loading);
  const [attempt, setAttempt] = useState(0);
  const pagesRef = useRef(noMessages);
  const refresh = useRef<Coalesced | null>(null);

  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    const readPage = (cursor: string | null) =>
      client.tickets.messages({ ticketId, limit: 100, ...(cursor === null ? {} : { cursor }) }, { signal });
    const load = async () => {
      const [ticket, pages] = await Promise.all([client.tickets.get({ ticketId }, { signal }), readMessages(readPage, pagesRef.current)]);
      signal.throwIfAborted();
      pagesRef.current = { ...pages, messages: mergeMessages(pagesRef.current.messages, pages.messages) };
      outbox.reconcile(ticketId, pagesRef.current.messages);
      setState({ status: "ready", error: null, ticket, pages: pagesRef.current });
    };
    pagesRef.current = noMessages;
    setState(loading);
    load().catch((error: unknown) => {
      if (!signal.aborted) setState({ ...loading, status: "error", error });
    });
    refresh.current = coalesce(load, { delayMs: 150 });
    const forget = outbox.onAttempt((attemptedId, message) => {
      if (attemptedId !== ticketId) return;
      if (message) {
        pagesRef.current = { ...pagesRef.current, messages: mergeMessages(pagesRef.current.messages, [message]) };
        setState((before) => ({ ...before, pages: pagesRef.current }));
      }
      // The answer changed the ticket's status too, and the event may be slower.
      refresh.current?.request();
    });
    return () => {
      controller.abort();
      refresh.current?.cancel();
      forget();
    };
  }, [client, outbox, ticketId, attempt]);

  useLiveEvents((event) => {
    if (event === null || concerns(event.data, ticketId)) refresh.current?.request();
  });

  return {
    status: state.status,
    error: state.error,
    ticket: state.ticket,
    messages: state.pages.messages,
    hasMore: state.pages.nextCursor !== null,
    loadMore() {
      if (state.pages.nextCursor === null) return;
      pagesRef.current = { ...pagesRef.current, lastPageCursor: state.pages.nextCursor };
      refresh.current?.request();
    },
    reload: () => setAttempt((count) => count + 1),
    setTicket: (ticket) => setState((before) => ({ ...before, ticket })),
    refresh: () => refresh.current?.request(),
  };
}

function concerns(data: object, ticketId: string): boolean {
  return ("ticketId" in data && data.ticketId === ticketId) || ("intoTicketId" in data && data.intoTicketId === ticketId);
}
