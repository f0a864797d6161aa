import type { DraftAsk, DraftCheck } from "@askonce/spec";
import { describe, expect, it } from "vitest";
import { findingsOf, markedParts, moveFindings, questionAt, replacement } from "./findings.ts";

const draft = "Hello. Could you tell me your order number? It is at Strada Horea 14.";
const question = "Could you tell me your order number";

function ask(extra: Partial<DraftAsk> = {}): DraftAsk {
  const from = draft.indexOf(question);
  return {
    key: "orderNumber",
    from,
    to: from + question.length,
    text: question,
    verdict: "known",
    answer: null,
    suggestion: "I see your order 10482 here.",
    ...extra,
  };
}

const place = { from: draft.indexOf("Strada"), to: draft.indexOf("Strada") + "Strada Horea 14".length };
const check: DraftCheck = {
  mode: "warn",
  language: "en",
  asks: [ask({ verdict: "riskyChange", from: 0, to: 5 }), ask(), ask({ verdict: "unknown", from: 0, to: 5 })],
  disclosures: [{ field: "shippingAddress", ...place }],
};
const findings = findingsOf(check);

describe("what is shown of a check", () => {
  it("is what is known already and what is not to be shown, in the order of the words", () => {
    expect(findings.map(({ kind, from, to }) => [kind, draft.slice(from, to)])).toEqual([
      ["ask", question],
      ["disclosure", "Strada Horea 14"],
    ]);
  });
  it("is nothing while the guard only observes", () => {
    expect(findingsOf({ ...check, mode: "observe" })).toEqual([]);
  });
});

describe("after an edit", () => {
  const words = (after: string) => moveFindings(findings, draft, after).map(({ from, to }) => after.slice(from, to));

  it.each([
    ["before them", `Dear Ioana. ${draft}`, [question, "Strada Horea 14"]],
    ["behind them", `${draft} Bye.`, [question, "Strada Horea 14"]],
    ["between them", draft.replace("It is", "It still is"), [question, "Strada Horea 14"]],
    ["in the first", draft.replace("order number", "name"), ["Strada Horea 14"]],
    ["of everything", "", []],
    ["by nothing", draft, [question, "Strada Horea 14"]],
  ])("%s, they are where their words are", (_, after, expected) => {
    expect(words(after)).toEqual(expected);
  });
  it("a repeated letter does not confuse where the edit was", () => {
    const twice = draft.replace("tell me", "tell me me");
    expect(words(twice)).toEqual(["Strada Horea 14"]);
  });
});

describe("the pieces of a text", () => {
  it("make up the text, with the words marked", () => {
    const parts = markedParts(draft, findings);
    expect(parts.map(({ text }) => text).join("")).toBe(draft);
    expect(parts.filter(({ mark }) => mark).map(({ text, mark }) => [text, mark])).toEqual([
      [question, "ask"],
      ["Strada Horea 14", "disclosure"],
    ]);
  });
  it("stay the text when findings overlap or reach beyond it", () => {
    const overlapping = [...findings, { kind: "disclosure" as const, field: "name", from: 10, to: 9_999 }];
    expect(
      markedParts(draft, overlapping)
        .map(({ text }) => text)
        .join(""),
    ).toBe(draft);
  });
});

describe("using what is known", () => {
  const use = (suggestion: string | null) => {
    const [finding] = findingsOf({ ...check, asks: [ask({ suggestion })], disclosures: [] });
    const change = finding?.kind === "ask" ? replacement(draft, finding) : null;
    return change && draft.slice(0, change.from) + change.text + draft.slice(change.to);
  };
  it("takes the question mark along when the sentence ends itself", () => {
    expect(use("I see your order 10482 here.")).toBe("Hello. I see your order 10482 here. It is at Strada Horea 14.");
  });
  it.each([
    ["Bună ziua, care este numărul?", "Văd comanda 10482.", "Bună ziua, văd comanda 10482."],
    ["Hi Ana, what is the number?", "I see order 10482.", "Hi Ana, I see order 10482."],
  ])("goes on after a comma in the same sentence: %s", (text, suggestion, expected) => {
    const from = text.indexOf(", ") + 2;
    const change = replacement(text, { kind: "ask", from, to: text.length - 1, ask: ask({ suggestion }), lead: null });
    expect(change && text.slice(0, change.from) + change.text + text.slice(change.to)).toBe(expected);
  });
  it.each([
    ["Please send:\n- your order number\n- a photo", "Please send:\n- I see order 10482.\n- a photo"],
    ["Ci mandi:\n1. il suo order number.\n2. una foto", "Ci mandi:\n1. I see order 10482.\n2. una foto"],
  ])("takes the whole entry of a list: %s", (text, expected) => {
    const from = text.indexOf("order number");
    const change = replacement(text, {
      kind: "ask",
      from,
      to: from + "order number".length,
      ask: ask({ suggestion: "I see order 10482." }),
      lead: null,
    });
    expect(change && text.slice(0, change.from) + change.text + text.slice(change.to)).toBe(expected);
  });
  it("leaves it otherwise", () => {
    expect(use("Is it order 10482")).toBe("Hello. Is it order 10482? It is at Strada Horea 14.");
  });
  it("is not possible without a sentence", () => {
    expect(use(null)).toBeNull();
  });
  it("means the question at the cursor, otherwise the first", () => {
    const [first] = findings;
    const second = { kind: "ask" as const, from: 60, to: 65, ask: ask({ key: "phone" }), lead: null };
    const all = first ? [first, second] : [];
    expect(questionAt(draft, all, 62)).toBe(second);
    expect(questionAt(draft, all, 0)).toBe(first);
    expect(questionAt(draft, [{ ...second, ask: ask({ suggestion: null }) }], 62)).toBeNull();
  });
});

describe("a question that shares its words with one that stands", () => {
  /** The order is known; what `other` ends with is asked for in the same breath. */
  function use(text: string, extra: Partial<DraftAsk> = {}, known = "order number") {
    const from = /(?:could|please|can)/i.exec(text)?.index ?? 0;
    const own = ask({ from, to: text.indexOf(known) + known.length });
    const other = ask({ key: "photoOfLabel", from, to: text.length - 1, verdict: "unknown", suggestion: null, ...extra });
    const [finding] = findingsOf({ ...check, asks: [own, other], disclosures: [] });
    if (finding?.kind !== "ask") throw new Error("nothing was found");
    const change = replacement(text, finding);
    return change && text.slice(0, change.from) + change.text + text.slice(change.to);
  }
  it.each([
    ["Could you send your order number and a photo?", "I see your order 10482 here. Could you send your order number and a photo?"],
    [
      "Hello. Can you send a photo and your order number?",
      "Hello. I see your order 10482 here. Can you send a photo and your order number?",
    ],
    [
      "Hi Ana, could you send your order number and a photo?",
      "Hi Ana, I see your order 10482 here. Could you send your order number and a photo?",
    ],
    [
      "Hi Ana, also please send your order number and a photo.",
      "Hi Ana, I see your order 10482 here. Also please send your order number and a photo.",
    ],
    [
      "Hi Ana!\nThen please send your order number and a photo.",
      "Hi Ana!\nI see your order 10482 here. Then please send your order number and a photo.",
    ],
  ])("keeps its words and is answered before them: %s", (text, expected) => {
    expect(use(text)).toBe(expected);
  });
  it.each(["unknown", "stale", "contradicted", "riskyChange", "identityProof", "somethingElse"] as const)(
    "is not taken away when the other one is %s",
    (verdict) => {
      expect(use("Could you send your order number and a photo?", { verdict })).toContain("Could you send your order number and a photo?");
    },
  );
  it("is answered once", () => {
    expect(use("Hi Ana, i see your order 10482 here. Could you send your order number and a photo?")).toBeNull();
  });
  it("begins before all of them, also where the other one begins first", () => {
    const text = "Hello. The label, could you send it, and your order number?";
    const from = text.indexOf("The label");
    expect(use(text, { from })).toBe("Hello. I see your order 10482 here. The label, could you send it, and your order number?");
  });
  it("is replaced when both are known and have the same words, and when the other one is in words of its own", () => {
    const both = "Could you send your order number and a photo?";
    const to = both.length - 1;
    expect(use(both, { verdict: "known", suggestion: "I see your order 10482 here.", from: 0, to }, "photo")).toBe(
      "I see your order 10482 here.",
    );
    const apart = "Could you send your order number? And a photo?";
    expect(use(apart, { from: apart.indexOf("And") })).toBe("I see your order 10482 here. And a photo?");
  });
  it("moves with its words", () => {
    const text = "Could you send your order number and a photo?";
    const asks = [ask({ from: 0, to: 32 }), ask({ from: 0, to: 44, verdict: "unknown" })];
    const [moved] = moveFindings(findingsOf({ ...check, asks, disclosures: [] }), text, `Hello. ${text}`);
    expect(moved).toMatchObject({ from: 7, to: 39, lead: 0 });
  });
});
