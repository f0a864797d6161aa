import { type DeliveryException, type DeliveryStatus, foldText } from "@askonce/spec";
import type { StatusReading } from "./status-table.ts";
import { englishTexts } from "./status-texts-en.ts";
import { italianTexts } from "./status-texts-it.ts";
import { romanianTexts } from "./status-texts-ro.ts";

/** A language's rules, over texts as `foldText` gives them: lower case, no diacritics. */
export interface StatusTextRules {
  /**
   * The first one that matches decides, so negatives and futures come before positives ("nelivrat" holds "livrat"). `null`: the text is
   * understood, and says nothing about where the parcel is.
   */
  statuses: readonly { pattern: RegExp; status: DeliveryStatus | null }[];
  /** All that match, beside the status; `unless` takes back what a longer text says. */
  exceptions: readonly { pattern: RegExp; unless?: RegExp; exception: DeliveryException }[];
}

const rulesByLanguage: Readonly<Record<"ro" | "it" | "en", StatusTextRules>> = {
  ro: romanianTexts,
  it: italianTexts,
  en: englishTexts,
};

export interface StatusTextOptions {
  /** What the courier calls its own lockers and points, in a text as `foldText` gives it, with the flag `g`: each is read as "locker". */
  pickupPlaces?: RegExp;
}

/** No status sentence is longer; a text that is has other things in it. */
const maxLength = 500;

/**
 * What a courier's own sentence says, when its code does not. Status and exceptions are read separately: "Consegna non andata a buon fine:
 * indirizzo errato" is a failed attempt and an address issue. What moves back is on the return leg.
 *
 * @returns `null` when the text says no status; exceptions alone are not enough to change one
 */
export function readStatusText(text: string, language: "ro" | "it" | "en", options: StatusTextOptions = {}): StatusReading | null {
  const given = foldText(text.slice(0, maxLength));
  const folded = options.pickupPlaces === undefined ? given : given.replace(options.pickupPlaces, "locker");
  const rules = rulesByLanguage[language];
  const status = rules.statuses.find(({ pattern }) => pattern.test(folded))?.status ?? null;
  if (status === null) return null;
  const exceptions = rules.exceptions
    .filter(({ pattern, unless }) => pattern.test(folded) && unless?.test(folded) !== true)
    .map(({ exception }) => exception);
  return {
    status,
    exceptions: [...new Set([...(status === "ready_for_pickup" ? (["locker_ready"] as const) : []), ...exceptions])],
    leg: status === "returning" || status === "returned" ? "return" : "forward",
  };
}
