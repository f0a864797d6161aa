import type { CourierEvent, CourierEventKind } from "./courier-event.ts";
import type { CourierParcel } from "./courier-parcel.ts";
import type { CourierWorld } from "./courier-world.ts";

/** An event with the courier's word for it. */
export interface SaidEvent<Word> {
  event: CourierEvent;
  word: Word;
  /** Milliseconds since the epoch, UTC. */
  atMs: number;
}

/**
 * What a courier that knows no pieces says of a parcel, newest first unless it is odd; what it has no word for is left out. Of a number with
 * several pieces it follows the last one.
 */
export function saidEvents<Word>(
  world: CourierWorld,
  { trackingNumber, pieces }: CourierParcel,
  words: Partial<Record<CourierEventKind, Word>>,
): SaidEvent<Word>[] {
  return world.shown(trackingNumber, pieces > 1 ? pieces - 1 : undefined).flatMap((event) => {
    const word = words[event.kind];
    return word === undefined ? [] : [{ event, word, atMs: Date.parse(event.at) }];
  });
}

/** The newest by its time, whatever the order of the list. */
export function newestSaid<Word>(said: readonly SaidEvent<Word>[]): SaidEvent<Word> | null {
  return said.toSorted((one, other) => one.atMs - other.atMs).at(-1) ?? null;
}
