import type { Incident } from "@askonce/spec";
import { useEffect, useRef, useState } from "react";
import { type Coalesced, coalesce } from "../api/coalesce.ts";
import { useLiveEvents } from "../api/live-context.tsx";
import { useSession } from "../session/session.tsx";
import { appendPage, type Pages, refreshFirstPage } from "../tickets/ticket-pages.ts";
import { type IncidentFilters, toIncidentInput } from "./incident-filters.ts";

const pageSize = 30;

export interface IncidentList extends Pages<Incident> {
  status: "loading" | "ready" | "error";
  error: unknown;
  loadingMore: boolean;
  loadMore(): void;
  reload(): void;
  /** Puts in what a write answered with. */
  replace(incident: Incident): void;
}

interface State {
  pages: Pages<Incident>;
  status: IncidentList["status"];
  error: unknown;
  loadingMore: boolean;
}

const empty: State = { pages: { items: [], nextCursor: null }, status: "loading", error: null, loadingMore: false };

/** The incidents that match the filters, kept up to date by events; nothing is asked while they are not shown. */
export function useIncidentList({ state: wanted, kind, groupId }: IncidentFilters, isShown: boolean): IncidentList {
  const { client } = useSession();
  const [state, setState] = useState<State>(empty);
  const [attempt, setAttempt] = useState(0);
  const touched = useRef(new Set<string>());
  const refresh = useRef<Coalesced | null>(null);
  const input = { ...toIncidentInput({ state: wanted, kind, groupId }), limit: pageSize };
  const key = JSON.stringify([input, attempt]);

  useEffect(() => {
    if (!isShown) return;
    const controller = new AbortController();
    const asked = (JSON.parse(key) as [typeof input])[0];
    const read = () => client.incidents.list(asked, { signal: controller.signal });
    setState(empty);
    touched.current.clear();
    read().then(
      (pages) => setState({ ...empty, pages, status: "ready" }),
      (error: unknown) => {
        if (!controller.signal.aborted) setState({ ...empty, status: "error", error });
      },
    );
    refresh.current = coalesce(
      async () => {
        const seen = new Set(touched.current);
        const first = await read();
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
  }, [client, key, isShown]);

  useLiveEvents((event) => {
    if (event && !event.type.startsWith("incident")) return;
    if (event && "incidentId" in event.data && event.data.incidentId !== null) touched.current.add(event.data.incidentId);
    refresh.current?.request();
  });

  return {
    ...state.pages,
    status: state.status,
    error: state.error,
    loadingMore: state.loadingMore,
    reload: () => setAttempt((count) => count + 1),
    replace: (incident) =>
      setState((before) => ({
        ...before,
        pages: { ...before.pages, items: before.pages.items.map((each) => (each.id === incident.id ? incident : each)) },
      })),
    loadMore() {
      const { nextCursor } = state.pages;
      if (nextCursor === null || state.loadingMore) return;
      setState((before) => ({ ...before, loadingMore: true, error: null }));
      client.incidents.list({ ...input, cursor: nextCursor }).then(
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
