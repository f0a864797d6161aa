import { AskonceError, type AskonceEvent } from "@askonce/spec";
import { withEventMeta } from "@orpc/server";
import { lastSequence, readEventsAfter } from "../events/event-log.ts";
import type { Wake } from "../events/wake.ts";
import type { Store } from "../storage/store.ts";

const pollMs = 2000;

/**
 * The shop's events as they are committed. After `lastEventId` nothing is left out: the stream reads the log, and being woken only makes it
 * read sooner.
 */
export async function* streamEvents(store: Store, wake: Wake, lastEventId: string | undefined, signal: AbortSignal): AsyncGenerator<AskonceEvent> {
  const database = await store.ready();
  let position = lastEventId === undefined ? await lastSequence(database, store.shopId) : parsePosition(lastEventId);
  while (!signal.aborted) {
    const events = await readEventsAfter(database, store.shopId, position, 200);
    for (const event of events) {
      position = event.sequence;
      yield withEventMeta({ ...event }, { id: String(event.sequence) });
    }
    if (events.length === 0) await wake.wait(pollMs, signal);
  }
}

function parsePosition(lastEventId: string): number {
  const position = Number(lastEventId);
  if (!Number.isSafeInteger(position) || position < 0) {
    throw new AskonceError("VALIDATION_FAILED", { message: "Last-Event-ID is not one of ours", details: { issues: [{ path: "Last-Event-ID", message: "invalid" }] } });
  }
  return position;
}
