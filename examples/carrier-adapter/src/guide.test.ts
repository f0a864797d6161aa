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
const guide = readFileSync(new URL("write-a-carrier-adapter.md", folder), "utf8");
const sources = sourcesBeside(import.meta.url);
const blocks = codeBlocks(guide);

describe("the guide", () => {
  it("has its code blocks", () => {
    expect(blocks.length).toBeGreaterThanOrEqual(8);
    expect(hasOnlyKnownBlocks(guide)).toBe(true);
  });

  it.each(blocks.map((block) => ({ title: linesOf(block)[0], block })))("takes from the example: $title", ({ block }) => {
    const parts = partsOf(block);
    expect(parts.length).toBeGreaterThan(0);
    expect(sources.filter(({ lines }) => isExcerpt(parts, lines)).map(({ name }) => name)).toHaveLength(1);
  });

  it("names files and folders that are there", () => {
    const names = filesInTable(guide);
    expect(names.length).toBeGreaterThanOrEqual(8);
    expect(names.filter((name) => !sources.some((source) => source.name === name))).toEqual([]);
    expect(linksIn(guide).filter((link) => !existsSync(new URL(link, folder)))).toEqual([]);
  });

  it("names calls of the packages that are there", async () => {
    const exported = new Set([
      ...Object.keys(await import("@askonce/adapter-kit")),
      ...Object.keys(await import("@askonce/spec")),
      ...Object.keys(await import("@askonce/testkit/carrier")),
    ]);
    const named = callsNamedIn(guide, ["read", "create", "carry", "latest", "state", "verify", "sha256", "describe", "carrier", "test"]);
    expect(new Set(named).size).toBeGreaterThanOrEqual(10);
    expect(named.filter((name) => !exported.has(name) && name !== "createAskonce")).toEqual([]);
  });
});
