import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  callsNamedIn,
  codeBlocks,
  filesInTable,
  hasOnlyKnownBlocks,
  isExcerpt,
  linesOf,
  linksIn,
  partsOf,
  sourcesBeside,
} from "../../guide-excerpts.ts";

const folder = new URL("../../../docs/guides/", import.meta.url);
const guide = readFileSync(new URL("write-a-storefront-adapter.md", folder), "utf8");
const sources = sourcesBeside(import.meta.url);
const blocks = codeBlocks(guide);

describe("the guide", () => {
  it("has its code blocks", () => {
    expect(blocks.length).toBeGreaterThanOrEqual(10);
    expect(hasOnlyKnownBlocks(guide)).toBe(true);
    expect(hasOnlyKnownBlocks(`${guide}\n\`\`\`json\n{}\n\`\`\`\n`)).toBe(false);
  });

  it.each(blocks.map((block) => ({ title: linesOf(block)[0], block })))("takes from the example: $title", ({ block }) => {
    const parts = partsOf(block);
    expect(parts.length).toBeGreaterThan(0);
    expect(sources.filter(({ lines }) => isExcerpt(parts, lines)).map(({ name }) => name)).toHaveLength(1);
  });

  it("notices a line that was changed, left out or moved", () => {
    const lines = ["one", "two", "three", "four"];
    expect(isExcerpt(partsOf("  two\n\nthree"), lines)).toBe(true);
    expect(isExcerpt(partsOf("one\n// …\nfour"), lines)).toBe(true);
    for (const wrong of ["two\nthre", "one\nthree", "four\n// …\none", "four\nfive"]) expect(isExcerpt(partsOf(wrong), lines)).toBe(false);
  });

  it("names files and folders that are there", () => {
    const names = filesInTable(guide);
    expect(names.length).toBeGreaterThanOrEqual(10);
    expect(names.filter((name) => !sources.some((source) => source.name === name))).toEqual([]);
    expect(linksIn(guide).filter((link) => !existsSync(new URL(link, folder)))).toEqual([]);
  });

  it("names calls of the packages that are there", async () => {
    const exported = new Set([
      ...Object.keys(await import("@askonce/adapter-kit")),
      ...Object.keys(await import("@askonce/spec")),
      ...Object.keys(await import("@askonce/testkit/storefront")),
    ]);
    const named = callsNamedIn(guide, ["with", "parse", "read", "create", "normalize", "conformance"]);
    const ownOrCore = new Set(["readQuery", "createAskonce"]);
    expect(new Set(named).size).toBeGreaterThanOrEqual(8);
    expect(named.filter((name) => !exported.has(name) && !ownOrCore.has(name))).toEqual([]);
  });
});
