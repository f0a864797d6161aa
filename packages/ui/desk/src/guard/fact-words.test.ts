import { factKeys } from "@askonce/spec";
import { expect, it } from "vitest";
import { createDates } from "../i18n/dates.ts";
import { createTranslate } from "../i18n/translator.ts";
import { answerInWords, factName } from "./fact-words.ts";

it("has words for every key of the vocabulary, and shows a plugin's as it is", () => {
  const t = createTranslate("ro");
  expect(factKeys.filter((key) => factName(key, t) === key)).toEqual([]);
  expect(factName("orderNumber", t)).toBe("Număr de comandă");
  expect(factName("returns.label", t)).toBe("returns.label");
  expect(factName("constructor", t)).toBe("constructor");
});

it("says what answers a question in the agent's language and zone, unless it is the customer's own", () => {
  const words = { language: "it", dates: createDates("it", "Europe/Rome") } as const;
  const from = (kind: "form" | "message" | "incident" | "parcel") => ({ kind, ref: "ref", excerpt: null });
  const answer = (value: string, source: ReturnType<typeof from> | null) => ({ factId: null, value, source, at: null });
  expect(answerInWords("wantedOutcome", answer("refund", from("form")), words)).toBe("rimborso");
  expect(answerInWords("wantedOutcome", answer("refund", from("message")), words)).toBe("refund");
  expect(answerInWords("wantedOutcome", answer("refund", null), words)).toBe("refund");
  expect(answerInWords("deliveryDate", answer("2026-11-24T23:30:00Z", from("parcel")), words)).toBe("mercoledì 25 novembre 2026");
  expect(answerInWords("since", answer("2026-11-24T23:30:00Z", from("incident")), words)).toBe("mercoledì 25 novembre 2026, 00:30");
});
