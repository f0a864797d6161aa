import type { FactKey } from "@askonce/spec";
import { type CompiledLexicon, occurs } from "./lexicon/compiled.ts";
import type { FoundAsk } from "./read-sentence.ts";
import type { Sentence } from "./sentences.ts";

/** What stands around an ask and may make it a fair one. */
export interface AskCues {
  /** It asks whether something is right rather than what it is. */
  isConfirmation: boolean;
  /** A value of its own stands in the ask. */
  hasValue: boolean;
  /** It is to prove who is writing. */
  isProof: boolean;
  /** It is to confirm something hard to undo. */
  isRisky: boolean;
  /** It is about another item, order, photo or address. */
  isOther: boolean;
  /** It asks for a better photo, or one of another part. */
  isSharper: boolean;
  /** It asks for more than was said. */
  wantsMoreDetail: boolean;
  /** It asks which of several is right. */
  isWhich: boolean;
  /** It says that what is known has changed. */
  isChanged: boolean;
  /** It says that a file cannot be opened or made out. */
  isUnreadable: boolean;
  /** It asks for the whole of it: full name, complete address. */
  isFull: boolean;
  /** What was wanted cannot be had, and something else is to be chosen. */
  isUnavailable: boolean;
  /** "Which other size": the thing itself is another one. */
  isOtherChoice: boolean;
  /** It is about the parcel that the customer sends back. */
  isSentBack: boolean;
  /** It asks for what is wanted now. */
  isWish: boolean;
  /** What a photo is to show is the thing itself or its damage. */
  showsItem: boolean;
  /** What a photo is to show, folded. */
  shown: string;
  /** The sentence of the ask, folded. */
  own: string;
  /** The words of the ask with the sentences beside it, folded. */
  near: string;
}

/** "And of the other order, the one from last week, do you have the number?" */
const numbers: ReadonlySet<FactKey> = new Set(["orderNumber", "trackingNumber"]);

/** Cues in the words of an ask, its sentence and, for some, the sentences beside it. */
export function askCues(ask: FoundAsk, sentences: readonly Sentence[], index: number, lexicon: CompiledLexicon): AskCues {
  const { cues } = lexicon;
  const own = sentences[index]?.text ?? "";
  const near = [index - 1, index, index + 1].map((at) => sentences[at]?.text ?? "").join(" . ");
  const close = own.slice(Math.max(0, Math.min(ask.from, ask.nounFrom) - 30), ask.to + 60);
  const noun = own.slice(Math.max(0, ask.nounFrom - 40), ask.to + 32);
  const far = numbers.has(ask.key) ? own.slice(Math.max(0, ask.nounFrom - 120), Math.max(0, ask.nounFrom - 40)) : "";
  const around = cuesAround(sentences, index, near, lexicon);
  const isConfirmation = ask.isConfirmation || around.confirmsHere;
  return {
    isConfirmation,
    hasValue: ask.hasValue,
    isProof: around.isProof,
    isRisky: (isConfirmation || around.confirms) && around.isRisky,
    isOther:
      occurs(cues.other, noun.replace(cues.notOther, " ")) ||
      occurs(lexicon.farOther, far.replace(cues.notOther, " ")) ||
      (numbers.has(ask.key) && around.isOfAnother),
    isSharper: occurs(cues.sharper, close),
    wantsMoreDetail: around.wantsMoreDetail,
    isWhich: around.isWhich,
    isChanged: around.isChanged,
    isUnreadable: around.isUnreadable,
    isFull: occurs(cues.full, close),
    isUnavailable: around.isUnavailable,
    isOtherChoice: occurs(cues.other, own.slice(Math.max(0, ask.nounFrom - 12), ask.to).replace(cues.notOther, " ")),
    isSentBack: around.isSentBack,
    isWish: around.isWish,
    showsItem: occurs(lexicon.photo.item, own.slice(ask.nounFrom, ask.to)),
    shown: own.slice(ask.nounFrom, ask.to),
    own,
    near,
  };
}

/** Cues of a sentence and those beside it, whatever is asked for in it. */
type CuesAround = ReturnType<typeof readAround>;

/** They are asked for with every thing that a sentence names. */
const read = new WeakMap<Sentence, { lexicon: CompiledLexicon; cues: CuesAround }>();

function cuesAround(sentences: readonly Sentence[], index: number, near: string, lexicon: CompiledLexicon): CuesAround {
  const sentence = sentences[index];
  const before = sentence && read.get(sentence);
  if (before?.lexicon === lexicon) return before.cues;
  const cues = readAround(sentence?.text ?? "", near, lexicon);
  if (sentence) read.set(sentence, { lexicon, cues });
  return cues;
}

function readAround(own: string, near: string, { cues, another }: CompiledLexicon) {
  return {
    confirmsHere: occurs(cues.confirm, own),
    confirms: occurs(cues.confirm, near),
    isProof: occurs(cues.proof, near),
    isRisky: occurs(cues.risky, near),
    isOfAnother: occurs(another, near),
    wantsMoreDetail: occurs(cues.moreDetail, own),
    isWhich: occurs(cues.which, near) || occurs(cues.which, own),
    isChanged: occurs(cues.changed, near),
    isUnreadable: occurs(cues.unreadable, near),
    isUnavailable: occurs(cues.unavailable, near),
    isSentBack: occurs(cues.sentBack, own),
    isWish: occurs(cues.wish, own),
  };
}
