import { createContext, useContext, useEffect, useEffectEvent, useSyncExternalStore } from "react";
import type { Live, LiveListener, LiveState } from "./live.ts";

const LiveContext = createContext<Live | null>(null);
export const LiveProvider = LiveContext.Provider;

function useLive(): Live {
  const live = useContext(LiveContext);
  if (!live) throw new Error("useLive is used outside of LiveProvider");
  return live;
}

/** Calls the newest `listener` for every event while the component is shown. */
export function useLiveEvents(listener: LiveListener): void {
  const live = useLive();
  const onEvent = useEffectEvent(listener);
  useEffect(() => live.subscribe((event) => onEvent(event)), [live]);
}

export function useLiveState(): LiveState {
  const live = useLive();
  return useSyncExternalStore(live.onStateChange, live.state);
}
