import { createContext, type ReactNode, useContext, useEffect, useState } from "react";

const NowContext = createContext<number | null>(null);

/** One clock for all relative times, so that a list of fifty does not run fifty timers. */
export function NowProvider({ children, everyMs = 20_000 }: { children: ReactNode; everyMs?: number }) {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return <NowContext value={now}>{children}</NowContext>;
}

/** Milliseconds since the epoch, at most `everyMs` old. */
export function useNow(): number {
  return useContext(NowContext) ?? Date.now();
}
