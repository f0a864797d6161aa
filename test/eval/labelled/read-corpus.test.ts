import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import * as z from "zod";
import { percentile, precisionAndRecall } from "./measures.ts";
import { CorpusError, readCorpus } from "./read-corpus.ts";

const folder = mkdtempSync(join(tmpdir(), "askonce-corpus-"));
afterAll(() => rmSync(folder, { recursive: true }));
const schema = z.object({ id: z.string(), text: z.string() });

function fileOf(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

describe("a corpus", () => {
  it("is cut into two halves by its ids, whatever else is in it", () => {
    const lines = Array.from({ length: 100 }, (_, index) => JSON.stringify({ id: `case-${index}`, text: "x" }));
    fileOf("en.jsonl", `${lines.join("\n")}\n\n`);
    const ids = (half: "tuning" | "test" | "all") => readCorpus(schema, folder, { file: null, half }).map(({ id }) => id);
    expect(ids("tuning").length).toBeGreaterThan(30);
    expect([...ids("tuning"), ...ids("test")].sort()).toEqual(ids("all").sort());
    expect(readCorpus(schema, folder, { file: fileOf("other.txt", lines.slice(0, 7).join("\n")), half: "test" })).toHaveLength(7);
  });

  it.each([
    ["no.jsonl", '{"id":"a","text":"x"}\n{"id":', "no.jsonl:2: this is no JSON"],
    ["kind.jsonl", '{"id":"a","text":7}', "kind.jsonl:1: text: "],
    ["twice.jsonl", '{"id":"a","text":"x"}\n{"id":"a","text":"y"}', "the id a is there twice"],
    ["empty.jsonl", "\n", "has no cases"],
  ])("says where %s is wrong", (name, text, expected) => {
    const file = fileOf(`bad-${name}`, text);
    expect(() => readCorpus(schema, folder, { file, half: "all" })).toThrow(CorpusError);
    expect(() => readCorpus(schema, folder, { file, half: "all" })).toThrow(expected);
    rmSync(file);
  });
});

describe("measures", () => {
  it("are shares of what was said and of what was there", () => {
    expect(precisionAndRecall({ right: 8, wrong: 2, missed: 8 })).toEqual({ precision: 0.8, recall: 0.5 });
    expect(percentile([5, 1, 2, 3, 4], 0.5)).toBe(3);
    expect(percentile([5, 1, 2, 3, 4], 0.99)).toBe(5);
  });
});
