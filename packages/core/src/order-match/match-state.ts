import { type Intent, intents, type OrderLexicon } from "./lexicon/lexicon.ts";
import type { OrderLife } from "./order-life.ts";
import { wholeWords } from "./patterns.ts";
import type { ReadMessage } from "./read-message.ts";

export interface FoundIntent {
  intent: Intent;
  from: number;
  to: number;
}

/** Those that leave no room for others: what they say is often said in the others' words too. */
const exclusive: readonly Intent[] = ["refundMissing", "markedDelivered", "whyCancelled"];

/** What the message is written for; of the clauses that are not about something well. */
export function findIntents(message: ReadMessage, lexicon: OrderLexicon): FoundIntent[] {
  const told = message.clauses
    .map(({ from, to, dismissed }) => (dismissed ? " ".repeat(to - from) : message.folded.slice(from, to)))
    .join("");
  const found = intents.flatMap((intent) => {
    const match = wholeWords(lexicon.intents[intent]).exec(told);
    return match ? [{ intent, from: match.index, to: match.index + match[0].length }] : [];
  });
  const only = found.find(({ intent }) => exclusive.includes(intent));
  return only ? [only] : found;
}

/** How well each order's state fits what is wanted, 0 to {@link bestState}. */
export function stateFits(intent: Intent, lives: readonly OrderLife[]): number[] {
  switch (intent) {
    case "refundMissing":
      return byRecency(lives, (life) => (life.stage === "refunded" || life.stage === "cancelled" ? life.ageDays : null), 120, 60);
    case "whyCancelled":
      return byRecency(lives, (life) => (life.stage === "cancelled" ? life.ageDays : null), 60, 45);
    case "payment":
      return lives.map((life) => (life.stage === "unpaid" && life.ageDays <= 60 ? bestState : 0));
    case "beforeShipping": {
      const open = lives.filter((life) => isOpen(life) && life.ageDays <= 90);
      return lives.map((life) => (!open.includes(life) ? 0 : open.length > 1 && life.hasParcel ? 1.5 : bestState));
    }
    case "markedDelivered":
      return byRecency(lives, (life) => life.deliveredDays, 21, 7);
    case "atArrival":
      return withOpenOnes(
        byRecency(lives, (life) => life.deliveredDays, 45, 30),
        lives,
      );
    case "sendBack":
      return withOpenOnes(
        byRecency(lives, (life) => life.deliveredDays, 60, 45),
        lives,
      );
    case "stoppedWorking":
      return byRecency(lives, (life) => life.deliveredDays, 180, 365);
    case "notArrived": {
      const someOpen = lives.some(isOpen);
      return lives.map((life) => {
        if (isOpen(life)) return life.ageDays > 120 ? 0.5 : bestState;
        if (life.stage !== "maybeUnderWay") return 0;
        return someOpen ? 0.75 : bestState;
      });
    }
  }
}

/** What a state that fits best counts. */
const bestState = 2;

function isOpen({ stage }: OrderLife): boolean {
  return stage === "open" || stage === "unpaid" || stage === "unknown";
}

/**
 * The youngest counts fully, if it is young enough; another one nearly as much, unless it is clearly older.
 *
 * @param clearlyOlder from so many days on an order is not meant while there is a younger one
 */
function byRecency(
  lives: readonly OrderLife[],
  daysOf: (life: OrderLife) => number | null,
  oldest: number,
  clearlyOlder: number,
): number[] {
  const days = lives.map(daysOf);
  const youngest = Math.min(...days.map((one) => one ?? Number.POSITIVE_INFINITY));
  return days.map((one) => {
    if (one === null || one > oldest * 2) return 0;
    if (one > oldest) return 0.5;
    if (one === youngest) return bestState;
    return one >= clearlyOlder && one >= 3 * (youngest + 2) ? 0.25 : 1.5;
  });
}

/** A shop may not know yet that a parcel has come. */
function withOpenOnes(fits: number[], lives: readonly OrderLife[]): number[] {
  return fits.map((fit, index) => {
    const life = lives[index];
    return fit === 0 && life?.stage === "open" && life.hasParcel && life.ageDays >= 1 ? 0.25 : fit;
  });
}
