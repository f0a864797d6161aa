import { AskonceError, type AskonceEvent } from "@askonce/spec";
import { withEventMeta } from "@orpc/server";
import { lastSequence, readEventsAfter } from "../events/event-log.ts";
import type { Wake } from "../events/wake.ts";
import type { Store } from "../storage/store.ts";

const pollMs = 2000;

export interface EventStreamRequest {
  lastEventId: string | undefined;
  /** Aborted when the client leaves or the instance stops. */
  signal: AbortSignal;
  /** Rejects when the one who listens is not allowed to any more. */
  authorize(): Promise<unknown>;
}

/**
 * The shop's events as they are committed. After `lastEventId` nothing is left out: the stream reads the log, and being woken only makes it
 * read sooner. It ends when its token is revoked.
 *
 * @throws AskonceError `VALIDATION_FAILED` before the stream begins
 */
export async function streamEvents(store: Store, wake: Wake, request: EventStreamRequest): Promise<AsyncGenerator<AskonceEvent>> {
  const after = request.lastEventId === undefined ? null : parsePosition(request.lastEventId);
  const database = await store.ready();
  return followLog(store, wake, request, after ?? (await lastSequence(database, store.shopId)));
}

async function* followLog(
  store: Store,
  wake: Wake,
  { signal, authorize }: EventStreamRequest,
  after: number,
): AsyncGenerator<AskonceEvent> {
  let position = after;
  while (!signal.aborted) {
    const events = await readNext(store, position, signal);
    // A stream outlives the check at its beginning by hours.
    if (events.length > 0 && !(await isAllowed(authorize))) return;
    for (const event of events) {
      position = event.sequence;
      yield withEventMeta({ ...event }, { id: String(event.sequence) });
    }
    if (events.length === 0) await wake.wait(pollMs, signal);
  }
}

async function readNext(store: Store, position: number, signal: AbortSignal): Promise<AskonceEvent[]> {
  try {
    return await readEventsAfter(await store.ready(), store.shopId, position, 200);
  } catch (error) {
    // The storage closes while the last streams end.
    if (signal.aborted) return [];
    throw error;
  }
}

async function isAllowed(authorize: () => Promise<unknown>): Promise<boolean> {
  try {
    await authorize();
    return true;
  } catch (error) {
    if (AskonceError.is(error, "UNAUTHENTICATED", "STOPPED")) return false;
    throw error;
  }
}

function parsePosition(lastEventId: string): number {
  const position = /^\d{1,16}$/.test(lastEventId) ? Number(lastEventId) : Number.NaN;
  if (!Number.isSafeInteger(position)) {
    throw new AskonceError("VALIDATION_FAILED", {
      message: "Last-Event-ID is not one of ours",
      details: { issues: [{ path: "Last-Event-ID", message: "invalid" }] },
    });
  }
  return position;
}
