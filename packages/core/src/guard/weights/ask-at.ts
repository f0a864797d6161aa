import { stateAt } from "../ask-marks.ts";
import type { DetectedAsk, DraftReading } from "../detect-asks.ts";
import { placeInDraft } from "../folded-draft.ts";
import type { Mention } from "./mentions.ts";

/** The words of a mention as an ask: from where it begins to ask to the end of the thing, or the whole sentence when it names nothing. */
export function askAt(
  { key, kind, sentence, from, to }: Mention,
  { sentences, folded }: DraftReading,
  draft: string,
): Pick<DetectedAsk, "key" | "from" | "to" | "text" | "language"> | null {
  const read = sentences[sentence];
  if (read === undefined) return null;
  const names = kind === "noun" || kind === "short" || kind === "question";
  const begin = names ? Math.min(stateAt(read.marks, from)?.from ?? from, from) : 0;
  const end = names ? to : read.text.replace(/[\s?!.]+$/, "").length;
  const place = placeInDraft(folded, read.sentence.from + begin, read.sentence.from + Math.max(end, begin + 1));
  return { key, ...place, text: draft.slice(place.from, place.to).slice(0, 500), language: read.language };
}
