import assert from "node:assert/strict";
import type { CarrierCaseDefinition } from "./carrier-case.ts";
import type { CarrierSession } from "./carrier-session.ts";

/** What people write that is no tracking number. */
const otherTexts = [
  "",
  "   ",
  "where is my parcel?",
  "maria.ionescu@example.test",
  "1234567890123@example.test",
  "+40 721 234 567",
  "+39 06 1234 5678",
  "tel. 0721 234 567",
  "Str. Memorandumului 28, 400114 Cluj-Napoca",
  "21.11.2026 10:00",
  "RO49 AAAA 1B31 0075 9384 0000",
];

/** In milliseconds of real time, for a text of a hundred thousand characters. */
const longestMs = 250;

function detectOf(session: CarrierSession): (text: string) => number {
  assert.ok(session.adapter.detect, "The adapter has no detect. Skip the group with a reason.");
  return session.adapter.detect;
}

export const detectCases: readonly CarrierCaseDefinition[] = [
  {
    name: "detect-own-numbers",
    group: "detect",
    title: "The courier's own numbers are above 0 and at most 1, with spaces around them too",
    check: async (session) => {
      const detect = detectOf(session);
      for (let count = 0; count < 5; count++) {
        const number = session.unusedNumber();
        for (const text of [number, ` ${number} `]) {
          const likely = detect(text);
          assert.ok(likely > 0 && likely <= 1, `${likely} lies above 0 and at most at 1`);
        }
      }
    },
  },
  {
    name: "detect-other-texts",
    group: "detect",
    title: "E-mail addresses, phone numbers, account numbers, dates, addresses and sentences are 0",
    check: async (session) => {
      const detect = detectOf(session);
      for (const text of otherTexts) assert.equal(detect(text), 0, `"${text}"`);
    },
  },
  {
    name: "detect-long-texts",
    group: "detect",
    title: "A very long text takes no time, and is 0",
    check: async (session) => {
      const detect = detectOf(session);
      for (const text of ["1".repeat(100_000), `${"1 ".repeat(50_000)}x`, "A1".repeat(50_000)]) {
        const startedAt = performance.now();
        assert.equal(detect(text), 0);
        assert.ok(performance.now() - startedAt < longestMs, "it takes no time");
      }
    },
  },
];
