import { setTimeout as delay } from "node:timers/promises";
import type { EventReceiver } from "../load/event-receiver.ts";
import type { StorageSettings } from "../server/server-settings.ts";
import { createPendingReader } from "./pending.ts";
import { readProgress } from "./stored-state.ts";

/** Milliseconds until each part has done what a dead process left; the patience when it has not. */
export interface ResumedParts {
  inbox: number;
  subscriber: number;
  endpoint: number;
}

/** Waits until what is there now has been applied, given to the subscriber and sent to the endpoint. */
export async function waitForLeftBehind(settings: StorageSettings, receiver: EventReceiver, patienceMs: number): Promise<ResumedParts> {
  const startedAt = performance.now();
  const pending = createPendingReader(settings);
  try {
    const [keys, left] = await Promise.all([pending.keys(), readProgress(settings)]);
    const untilTrue = async (isDone: () => Promise<boolean>) => {
      while (performance.now() - startedAt < patienceMs && !(await isDone())) await delay(50);
      return Math.round(performance.now() - startedAt);
    };
    const [inbox, subscriber, endpoint] = await Promise.all([
      pending.waitUntilGone(keys, startedAt + patienceMs).then((at) => Math.round(at - startedAt)),
      untilTrue(async () => (await readProgress(settings)).delivered >= left.lastSequence),
      untilTrue(async () => receiver.deliveries.size >= left.ticketsCreated),
    ]);
    return { inbox, subscriber, endpoint };
  } finally {
    await pending.close();
  }
}
