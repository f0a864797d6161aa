import type { Checkpoint, EvidenceSource, Instant, TrackedPiece } from "@askonce/spec";
import type { UndatedStatus } from "./decide-status.ts";
import { type CountingLimits, checkpointEvent, compareEvents, legOf, outOfTime, type ParcelEvent, statusOnLeg } from "./parcel-events.ts";

/** Collects what a source says over time, each checkpoint once: the newest telling of it, at the place where it was first heard of. */
export class EventList {
  readonly #byId = new Map<string, ParcelEvent>();
  readonly #statements: ParcelEvent[] = [];
  readonly #source: string;
  readonly #limits: CountingLimits;
  #newestMs: number | null = null;

  constructor(source: string, limits: CountingLimits) {
    this.#source = source;
    this.#limits = limits;
  }

  add(checkpoints: readonly Checkpoint[], fetchedMs: number): void {
    for (const [position, checkpoint] of checkpoints.entries()) {
      const known = this.#byId.get(checkpoint.id);
      const origin = known ?? { arrivedMs: fetchedMs, position };
      const event = checkpointEvent(
        checkpoint,
        { source: this.#source, arrivedMs: origin.arrivedMs, position: origin.position },
        this.#limits,
      );
      this.#byId.set(checkpoint.id, event);
      if (event.uncounted !== "future" && (this.#newestMs === null || event.ms > this.#newestMs)) this.#newestMs = event.ms;
    }
  }

  /** The source's present status: as of `moment`, or of its newest checkpoint; returned when it has no time at all. */
  state(
    stated: Pick<TrackedPiece, "status" | "leg" | "exceptions" | "rawStatus">,
    moment: Instant | null,
    by: EvidenceSource,
    arrivedMs: number,
  ): UndatedStatus[] {
    if (stated.status === "unknown" && stated.exceptions.length === 0) return [];
    const leg = legOf(stated.status, stated.leg);
    const status = statusOnLeg(stated.status, leg);
    const ms = moment === null ? this.#newestMs : Date.parse(moment);
    const { rawStatus, exceptions } = stated;
    if (ms === null && exceptions.length === 0) return [{ status, leg, rawStatus, by, source: this.#source }];
    const at = ms ?? arrivedMs;
    this.#statements.push({
      checkpoint: null,
      ms: at,
      isDayOnly: false,
      isTimed: ms !== null,
      status: ms === null ? "unknown" : status,
      leg,
      exceptions,
      rawStatus,
      by,
      source: this.#source,
      arrivedMs,
      position: 0,
      uncounted: outOfTime(at, false, this.#limits),
    });
    return ms === null ? [{ status, leg, rawStatus, by, source: this.#source }] : [];
  }

  /** A status that is only the newest checkpoint's once more is left out: the checkpoint knows more about itself. */
  sorted(): ParcelEvent[] {
    const events = [...this.#byId.values()];
    const stated = this.#statements.filter((statement) => !events.some((event) => isSaidBy(statement, event)));
    return [...events, ...stated].sort(compareEvents);
  }
}

function isSaidBy(statement: ParcelEvent, event: ParcelEvent): boolean {
  const isSame = event.ms === statement.ms && event.status === statement.status && event.leg === statement.leg;
  return isSame && statement.exceptions.every((kind) => event.exceptions.includes(kind));
}
