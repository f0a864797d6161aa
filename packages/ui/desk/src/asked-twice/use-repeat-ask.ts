import type { RepeatAskDimension, RepeatAskRate } from "@askonce/spec";
import { useEffect, useRef, useState } from "react";
import { type Coalesced, coalesce } from "../api/coalesce.ts";
import { useLiveEvents } from "../api/live-context.tsx";
import { useSession } from "../session/session.tsx";

export interface RepeatAsk {
  rate: RepeatAskRate | null;
  error: unknown;
  reload(): void;
}

/** Reading it again costs the server a sum over days: a burst of questions asked makes one call, and not more often than this. */
const restMs = 5_000;

/** The repeat-ask rate, read again when something was asked. What was shown for other days or another dimension is not shown for these. */
export function useRepeatAsk(dimension: RepeatAskDimension, days: number): RepeatAsk {
  const { client } = useSession();
  const wanted = `${dimension} ${days}`;
  const [state, setState] = useState<{ of: string; rate: RepeatAskRate | null; error: unknown }>({ of: "", rate: null, error: null });
  const [attempt, setAttempt] = useState(0);
  const again = useRef<Coalesced | null>(null);

  useEffect(() => {
    const controller = new AbortController();
    const load = async () => {
      try {
        const rate = await client.measures.repeatAsk({ dimension, days }, { signal: controller.signal });
        setState({ of: wanted, rate, error: null });
      } catch (error) {
        if (controller.signal.aborted) return;
        setState((before) => ({ of: wanted, rate: before.of === wanted ? before.rate : null, error }));
      }
    };
    void load();
    again.current = coalesce(load, { delayMs: restMs });
    return () => {
      controller.abort();
      again.current?.cancel();
    };
  }, [client, dimension, days, wanted, attempt]);
  useLiveEvents((event) => {
    if (event === null || event.type === "question.asked") again.current?.request();
  });

  const isWanted = state.of === wanted;
  return { rate: isWanted ? state.rate : null, error: isWanted ? state.error : null, reload: () => setAttempt((count) => count + 1) };
}
