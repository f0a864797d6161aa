import { type FactKey, foldText } from "@askonce/spec";
import { describe, expect, it } from "vitest";
import { normalizeFact } from "../normalize-fact.ts";
import messages from "./__fixtures__/customer-messages.json" with { type: "json" };
import { extractFacts } from "./extract-facts.ts";

/**
 * Messages as customers write them, with what they state. Each batch was written without a look at the rules; then rules for the whole
 * class of what was missed were added. So the numbers here keep what works from breaking; how the rules do on what they were not written
 * for says the evaluation's other half.
 */
const countries: Readonly<Record<string, string>> = { en: "GB", it: "IT", ro: "RO" };
const carriers = ["Royal Mail", "Evri", "BRT", "GLS", "Fan Courier"];
const identifiers: ReadonlySet<string> = new Set(["orderNumber", "trackingNumber", "email", "phone", "postcode"]);

interface Value {
  key: string;
  value: string;
}

describe.each(["en", "it", "ro"])("messages of customers in %s", (language) => {
  it("are enough, some of them without anything to find", () => {
    const own = messages.filter((message) => message.language === language);
    expect(own.length).toBeGreaterThan(120);
    expect(own.filter((message) => message.facts.length === 0).length).toBeGreaterThan(10);
  });

  it("have their identifiers found, and no others", () => {
    const { precision, recall, wrong, missed } = measure(language, true);
    expect(precision, wrong.join("\n")).toBeGreaterThanOrEqual(0.97);
    expect(recall, missed.join("\n")).toBeGreaterThanOrEqual(0.95);
  });

  it("have what else they state found, in about the words that state it", () => {
    const { precision, recall, wrong, missed } = measure(language, false);
    expect(precision, wrong.join("\n")).toBeGreaterThanOrEqual(0.8);
    expect(recall, missed.join("\n")).toBeGreaterThanOrEqual(0.84);
  });
});

function measure(language: string, isOfIdentifiers: boolean) {
  const wrong: string[] = [];
  const missed: string[] = [];
  let right = 0;
  for (const { text, facts } of messages.filter((message) => message.language === language)) {
    const expected = facts.map(([key = "", value = ""]) => ({ key, value })).filter(({ key }) => identifiers.has(key) === isOfIdentifiers);
    const rest: Value[] = extractFacts(text, { language, countryCode: countries[language], carriers }).filter(
      ({ key }) => identifiers.has(key) === isOfIdentifiers,
    );
    for (const fact of expected) {
      const at = rest.findIndex((other) => isSame(fact, other, countries[language]));
      if (at >= 0) rest.splice(at, 1);
      if (at >= 0) right++;
      else missed.push(`${fact.key} ${fact.value} in: ${text}`);
    }
    wrong.push(...rest.map((fact) => `${fact.key} ${fact.value} in: ${text}`));
  }
  return { wrong, missed, precision: right / (right + wrong.length), recall: right / (right + missed.length) };
}

/** Identifiers are the same when they are after normalization, words when most of the longer value's are shared. */
function isSame(one: Value, other: Value, country: string | undefined): boolean {
  if (one.key !== other.key) return false;
  const normalized = [one, other].map(({ key, value }) => normalizeFact(key as FactKey, value, country));
  if (identifiers.has(one.key)) return normalized[0] === normalized[1];
  const [first = new Set(), second = new Set()] = normalized.map((value) => new Set(foldText(value).match(/[\p{L}\p{N}]+/gu) ?? []));
  return [...first].filter((word) => second.has(word)).length / Math.max(1, first.size, second.size) >= 0.6;
}
