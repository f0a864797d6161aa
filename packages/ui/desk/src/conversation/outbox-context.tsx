import { createContext, useContext, useEffect, useSyncExternalStore } from "react";
import type { Outbox, Outgoing } from "./outbox.ts";

const OutboxContext = createContext<Outbox | null>(null);
export const OutboxProvider = OutboxContext.Provider;

export function useOutbox(): { outbox: Outbox; items: readonly Outgoing[] } {
  const outbox = useContext(OutboxContext);
  if (!outbox) throw new Error("useOutbox is used outside of OutboxProvider");
  return { outbox, items: useSyncExternalStore(outbox.subscribe, outbox.items) };
}

/** Asks before the tab is closed over something that was not sent. */
export function useUnsentWarning(): void {
  const { items } = useOutbox();
  const unsent = items.length > 0;
  useEffect(() => {
    if (!unsent) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [unsent]);
}
