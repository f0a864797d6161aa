import { useEffect, useRef, useState } from "react";
import { type Coalesced, coalesce } from "../api/coalesce.ts";
import { useLiveEvents } from "../api/live-context.tsx";
import { useSession } from "../session/session.tsx";
import { type TicketFilters, toListInput } from "./ticket-filters.ts";
import { appendPage, refreshFirstPage, type TicketPages } from "./ticket-pages.ts";

const pageSize = 30;

export interface TicketList extends TicketPages {
  status: "loading" | "ready" | "error";
  error: unknown;
  loadingMore: boolean;
  loadMore(): void;
  reload(): void;
}

interface State {
  pages: TicketPages;
  status: TicketList["status"];
  error: unknown;
  loadingMore: boolean;
}

const empty: State = { pages: { items: [], nextCursor: null }, status: "loading", error: null, loadingMore: false };

/** The tickets that match the filters, kept up to date by events. */
export function useTicketList(filters: TicketFilters): TicketList {
  const { client } = useSession();
  const [state, setState] = useState<State>(empty);
  const [attempt, setAttempt] = useState(0);
  const touched = useRef(new Set<string>());
  const refresh = useRef<Coalesced | null>(null);
  const { status, whose, search } = filters;

  useEffect(() => {
    const controller = new AbortController();
    const input = { ...toListInput({ status, whose, search }), limit: pageSize };
    setState({ ...empty, status: "loading" });
    touched.current.clear();
    client.tickets.list(input, { signal: controller.signal }).then(
      (pages) => setState({ ...empty, pages, status: "ready" }),
      (error: unknown) => {
        if (!controller.signal.aborted) setState({ ...empty, status: "error", error });
      },
    );
    refresh.current = coalesce(
      async () => {
        const seen = new Set(touched.current);
        const first = await client.tickets.list(input, { signal: controller.signal });
        for (const id of seen) touched.current.delete(id);
        setState((before) =>
          before.status === "loading"
            ? before
            : { ...before, status: "ready", error: null, pages: refreshFirstPage(before.pages, first, seen) },
        );
      },
      { delayMs: 400 },
    );
    return () => {
      controller.abort();
      refresh.current?.cancel();
    };
  }, [client, status, whose, search, attempt]);

  useLiveEvents((event) => {
    if (event && !event.type.startsWith("ticket.") && event.type !== "message.created") return;
    const ticketId = event && "ticketId" in event.data ? event.data.ticketId : null;
    if (ticketId) touched.current.add(ticketId);
    refresh.current?.request();
  });

  return {
    ...state.pages,
    status: state.status,
    error: state.error,
    loadingMore: state.loadingMore,
    reload: () => setAttempt((count) => count + 1),
    loadMore() {
      const { nextCursor } = state.pages;
      if (nextCursor === null || state.loadingMore) return;
      setState((before) => ({ ...before, loadingMore: true, error: null }));
      client.tickets.list({ ...toListInput(filters), limit: pageSize, cursor: nextCursor }).then(
        (page) =>
          setState((before) =>
            before.pages.nextCursor === nextCursor
              ? { ...before, loadingMore: false, pages: appendPage(before.pages, page) }
              : { ...before, loadingMore: false },
          ),
        (error: unknown) => setState((before) => ({ ...before, loadingMore: false, error })),
      );
    },
  };
}
