import type { Checkpoint } from "@askonce/spec";
import type { EventAnswer } from "../documents/fulfillment-answer.ts";
import { countryCodeOf } from "./country.ts";
import { deliveryWord } from "./delivery-status.ts";
import { instantOrNull } from "./instant.ts";
import { textOrNull } from "./text.ts";

/** Events as checkpoints, newest first by when they happened: they arrive in any order, and hours late. */
export function mapCheckpoints(events: readonly EventAnswer[]): Checkpoint[] {
  return events.flatMap((event) => mapCheckpoint(event) ?? []).sort((one, other) => Date.parse(other.at) - Date.parse(one.at));
}

function mapCheckpoint(event: EventAnswer): Checkpoint | null {
  const at = instantOrNull(event.happenedAt);
  if (at === null) return null;
  const word = deliveryWord(event.status);
  return {
    id: event.id,
    at,
    zone: null,
    status: word.status,
    leg: word.leg ?? "forward",
    exceptions: word.exception ? [word.exception] : [],
    rawStatus: event.status,
    text: textOrNull(event.message),
    city: textOrNull(event.city),
    countryCode: countryCodeOf(event.country),
    by: "carrier",
  };
}
