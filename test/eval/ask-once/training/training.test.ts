import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readCorpus } from "../../labelled/read-corpus.ts";
import { askOnceCaseSchema } from "../ask-once-case.ts";
import { learnWeights, settings } from "./learn-weights.ts";
import { unwritten } from "./said-values.ts";
import { bestThresholds, measure, type ScoredCase } from "./threshold.ts";
import { digestOfTrainingCases } from "./training-cases.ts";
import { varied } from "./varied-cases.ts";

const weightsFile = join(import.meta.dirname, "../../../../packages/core/src/guard/weights/learned-weights.ts");

describe("the replies that weights are learned from", () => {
  it("are those that the shipped weights were learned from: after a change, run `pnpm learn`", () => {
    expect(readFileSync(weightsFile, "utf8").slice(0, 400)).toContain(digestOfTrainingCases());
  });

  it("are none of those that measure", () => {
    const words = (text: string) => text.toLowerCase().replace(/\W+/g, " ").trim();
    const folder = join(import.meta.dirname, "../corpus");
    const measuring = new Set(readCorpus(askOnceCaseSchema, folder, { file: null, half: "test" }).map(({ draft }) => words(draft)));
    const learned = readCorpus(askOnceCaseSchema, import.meta.dirname, { file: null, half: "all" });
    // A question of four words is asked by many.
    const shared = learned.filter(({ draft }) => draft.length > 60 && measuring.has(words(draft)));
    expect(shared.map(({ id }) => id)).toEqual([]);
  });

  it("say of every key that it is known where they say that it is asked again", () => {
    const learned = readCorpus(askOnceCaseSchema, import.meta.dirname, { file: null, half: "all" });
    expect(learned.filter(({ asked, asksKnown }) => asksKnown.some((key) => !asked.includes(key))).map(({ id }) => id)).toEqual([]);
  });

  it("are also learned from without the facts that the customer wrote", () => {
    const one = {
      ...{
        id: "x",
        language: "en",
        draft: "Which size?",
        asked: ["size" as const],
        asksKnown: ["size" as const],
        isOfRules: false,
        author: "x",
      },
      ...{
        facts: [
          { key: "size" as const, value: "XL" },
          { key: "color" as const, value: "red" },
        ],
        history: [{ direction: "inbound" as const, text: "I ordered the XL." }],
      },
    };
    expect(unwritten([one, { ...one, history: [] }])).toEqual([
      { ...one, facts: [{ key: "color", value: "red" }], isVaried: true, isUnwritten: true },
    ]);
  });

  it("are varied without changing what they ask for", () => {
    const one = {
      ...{ language: "en", draft: "Which size?", asked: ["size" as const], asksKnown: ["size" as const], isOfRules: false, author: "x" },
      ...{ facts: [{ key: "size" as const, value: "M" }], history: [{ direction: "inbound" as const, text: "M please" }] },
    };
    const cases = Array.from({ length: 40 }, (_, index) => ({ ...one, id: `x-${index}` }));
    const fair = { ...one, id: "y", asksKnown: [], facts: [...one.facts, { key: "color" as const, value: "red" }] };
    const made = varied([...cases, fair]);
    expect(made.filter(({ history }) => history.length === 0).length).toBeGreaterThan(10);
    expect(made.filter(({ id, history }) => id === "y" && history.length === 0)).toEqual([]);
    for (const { asked, asksKnown, facts } of made.filter(({ id }) => id !== "y")) {
      expect([asked, asksKnown]).toEqual([["size"], ["size"]]);
      expect(facts.filter(({ key }) => key === "size")).toHaveLength(1);
    }
  });
});

describe("learning", () => {
  it("finds the feature that decides, and gives the same weights again", () => {
    const mention = (...others: number[]) => ({ ofRules: new Int32Array(), others: Int32Array.from(others) });
    const examples = Array.from({ length: 60 }, (_, index) => ({
      isTrue: index % 2 === 0,
      // The heaviest of the mentions decides; the other one says nothing.
      mentions: [mention(7, index % 2 === 0 ? 1 : 2), mention(7)],
      isOfRules: false,
    }));
    const { weights, seen } = learnWeights(examples, settings);
    expect(weights[1]).toBeGreaterThan(1);
    expect(weights[2]).toBeLessThanOrEqual(0);
    expect([seen[1], seen[2], seen[7]]).toEqual([30, 30, 120]);
    expect(learnWeights(examples, settings).weights).toEqual(weights);
  });

  it("chooses the thresholds that catch most at a precision", () => {
    const scored = (weight: number, isKnown: boolean): ScoredCase => ({
      language: "en",
      asksKnown: isKnown ? ["size"] : [],
      keys: [{ key: "size", weight, finding: "asksKnown" }],
    });
    const cases = [scored(3, true), scored(0.75, true), scored(0.5, false), scored(-5, true)];
    const { thresholds, precision, recall } = bestThresholds(cases, 0.9);
    expect(thresholds.asksKnown).toBe(0.75);
    expect([precision, recall]).toEqual([1, 2 / 3]);
    expect(measure(cases, { ...thresholds, asksKnown: 0 })).toEqual({ precision: 2 / 3, recall: 2 / 3 });
  });
});
