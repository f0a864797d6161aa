import type { Checkpoint, DeliveryException, DeliveryLeg, DeliveryStatus, EvidenceSource } from "@askonce/spec";
import type { LocalTime } from "./local-time.ts";

export interface CheckpointParts {
  /**
   * What makes the event itself: the vendor's own event id, or, without one, the box, the code, the time and whatever else tells two events
   * apart. Never what the vendor may word differently the next time.
   */
  idParts: readonly (string | number | null)[];
  time: LocalTime;
  /** Default `unknown`, no exceptions, `forward`: what an unknown code says. */
  reading: { status: DeliveryStatus; exceptions: readonly DeliveryException[]; leg: DeliveryLeg } | null;
  rawStatus: string | null;
  text?: string | null | undefined;
  city?: string | null | undefined;
  /** ISO 3166-1 alpha-2; anything else is dropped. */
  countryCode?: string | null | undefined;
  /** Default `carrier`. */
  by?: EvidenceSource;
}

/** A checkpoint as the spec wants it: empty texts as `null`, assumptions only where there were some. */
export function createCheckpoint({
  idParts,
  time,
  reading,
  rawStatus,
  text,
  city,
  countryCode,
  by = "carrier",
}: CheckpointParts): Checkpoint {
  const country = textOrNull(countryCode)?.toUpperCase() ?? null;
  return {
    id: checkpointId(idParts),
    at: time.at,
    zone: time.zone,
    ...(time.assumed.length === 0 ? {} : { atOriginal: time.original.slice(0, 60), assumed: [...time.assumed] }),
    status: reading?.status ?? "unknown",
    leg: reading?.leg ?? "forward",
    exceptions: [...new Set(reading?.exceptions)],
    rawStatus: textOrNull(rawStatus),
    text: textOrNull(text),
    city: textOrNull(city),
    countryCode: country !== null && /^[A-Z]{2}$/.test(country) ? country : null,
    by,
  };
}

/**
 * A stable id from content, 16 hex digits, the same in every process. Not SHA-256: the platform's is asynchronous, and an id has to tell
 * apart the few dozen events of one parcel, not to withstand an attacker. Two lanes of FNV-1a with a final mix give 64 bits.
 */
export function checkpointId(parts: readonly (string | number | null)[]): string {
  // JSON keeps ["a", "b"] and ["ab"] apart, and null from "null".
  const text = JSON.stringify(parts.map((part) => (typeof part === "number" ? String(part) : part)));
  let one = 0x811c9dc5;
  let other = 0x9747b28c;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    one = Math.imul(one ^ code, 0x01000193);
    other = Math.imul(other ^ code, 0x85ebca6b);
  }
  return hex(mix(one)) + hex(mix(other));
}

/** Newest first, each id once. Of one moment's checkpoints the later one in the vendor's own order comes first. */
export function sortCheckpoints(checkpoints: readonly Checkpoint[], given: "newest_first" | "oldest_first" = "newest_first"): Checkpoint[] {
  const inOrder = given === "newest_first" ? [...checkpoints] : [...checkpoints].reverse();
  const seen = new Set<string>();
  return inOrder
    .filter(({ id }) => !seen.has(id) && seen.add(id))
    .map((checkpoint) => ({ checkpoint, at: Date.parse(checkpoint.at) }))
    .sort((first, second) => second.at - first.at)
    .map(({ checkpoint }) => checkpoint);
}

function textOrNull(text: string | null | undefined): string | null {
  const trimmed = text?.trim() ?? "";
  return trimmed === "" ? null : trimmed;
}

/** Spreads every bit over all of them (the last step of MurmurHash3, which is in the public domain). */
function mix(value: number): number {
  const half = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  const most = Math.imul(half ^ (half >>> 13), 0xc2b2ae35);
  return most ^ (most >>> 16);
}

function hex(value: number): string {
  return (value >>> 0).toString(16).padStart(8, "0");
}
