import { compareEvents, type ParcelEvent } from "./parcel-events.ts";
import type { SourceEvents } from "./parcel-reports.ts";

/**
 * The events of all sources in one list, oldest first. The same scan told by two sources is kept once, as the better source tells it; two
 * scans that happen to have the same id are told apart.
 *
 * @param sources the best first
 */
export function mergeSources(sources: readonly SourceEvents[]): ParcelEvent[] {
  const [first, ...others] = sources;
  if (first === undefined) return [];
  if (others.length === 0) return first.events;
  // Most storefronts tell a status only: there is nothing to compare.
  if (others.every(({ events }) => events.every(({ checkpoint }) => checkpoint === null))) {
    return [...first.events, ...others.flatMap(({ events }) => events)].sort(compareEvents);
  }
  const merged = [...first.events];
  const ids = new Set(idsOf(first));
  const scans = new Map<string, ParcelEvent[]>();
  remember(scans, first.events);
  for (const { source, events } of others) {
    const added: ParcelEvent[] = [];
    for (const event of events) {
      const { checkpoint } = event;
      if (checkpoint === null) {
        added.push(event);
        continue;
      }
      if (isTold(event, scans.get(scanKey(event)))) continue;
      const id = ids.has(checkpoint.id) ? `${source}:${checkpoint.id}`.slice(0, 200) : checkpoint.id;
      if (ids.has(id)) continue;
      ids.add(id);
      added.push(id === checkpoint.id ? event : { ...event, checkpoint: { ...checkpoint, id } });
    }
    remember(scans, added);
    merged.push(...added);
  }
  return merged.sort(compareEvents);
}

function idsOf({ events }: SourceEvents): string[] {
  return events.flatMap(({ checkpoint }) => (checkpoint === null ? [] : [checkpoint.id]));
}

function remember(scans: Map<string, ParcelEvent[]>, events: readonly ParcelEvent[]): void {
  for (const event of events) {
    if (event.checkpoint === null) continue;
    const key = scanKey(event);
    const same = scans.get(key);
    if (same === undefined) scans.set(key, [event]);
    else same.push(event);
  }
}

/** Sources round to seconds and have words of their own: a scan is the same when our status of it is, in the same second. */
function scanKey(event: ParcelEvent): string {
  return `${Math.floor(event.ms / 1000)}|${event.status}|${event.leg}`;
}

/** Unknown codes of two sources are never the same word, and what adds a problem adds something. */
function isTold(event: ParcelEvent, told: readonly ParcelEvent[] = []): boolean {
  if (event.status === "unknown") return false;
  return told.some((other) => event.exceptions.every((kind) => other.exceptions.includes(kind)));
}
