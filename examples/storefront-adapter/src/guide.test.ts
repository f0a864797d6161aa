import { existsSync, globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const read = (path: string) => readFileSync(new URL(path, import.meta.url), "utf8");
const guide = read("../../../docs/guides/write-a-storefront-adapter.md");

/** Indentation and empty lines are left to taste. */
const linesOf = (text: string) =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

const sources = globSync("*.ts", { cwd: fileURLToPath(new URL(".", import.meta.url)) })
  .filter((name) => name !== "guide.test.ts")
  .sort()
  .map((name) => ({ name, lines: linesOf(read(`./${name}`)) }));

const blocks = [...guide.matchAll(/^```(?:ts|typescript|tsx|js)\b.*\n([\s\S]*?)^```$/gm)].map((match) => match[1] ?? "");

/** The block cut at each line `// …`, which stands for anything. */
function partsOf(block: string): string[][] {
  const parts: string[][] = [[]];
  for (const line of linesOf(block)) {
    if (line === "// …") parts.push([]);
    else parts.at(-1)?.push(line);
  }
  return parts.filter((part) => part.length > 0);
}

/** Whether all parts are in the lines, unbroken and one after the other. */
function isExcerpt(parts: readonly string[][], lines: readonly string[]): boolean {
  let from = 0;
  for (const part of parts) {
    const at = lines.findIndex((_, index) => index >= from && part.every((line, offset) => lines[index + offset] === line));
    if (at < 0) return false;
    from = at + part.length;
  }
  return true;
}

describe("the guide", () => {
  it("has its code blocks", () => {
    expect(blocks.length).toBeGreaterThanOrEqual(10);
    expect(blocks.length * 2 + [...guide.matchAll(/^```sh\n/gm)].length * 2).toBe([...guide.matchAll(/^```/gm)].length);
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
    const table = guide.match(/^\| file[\s\S]*?\n\n/m)?.[0] ?? "";
    const names = [...table.matchAll(/`([\w.-]+\.ts)`/g)].map((match) => match[1] ?? "");
    expect(names.length).toBeGreaterThanOrEqual(10);
    expect(names.filter((name) => !sources.some((source) => source.name === name))).toEqual([]);
    const links = [...guide.matchAll(/\]\((\.[^)]+)\)/g)].map((match) => match[1] ?? "");
    expect(links.filter((link) => !existsSync(new URL(link, new URL("../../../docs/guides/", import.meta.url))))).toEqual([]);
  });

  it("names calls of the packages that are there", async () => {
    const exported = new Set([
      ...Object.keys(await import("@askonce/adapter-kit")),
      ...Object.keys(await import("@askonce/spec")),
      ...Object.keys(await import("@askonce/testkit/storefront")),
    ]);
    const named = [...guide.matchAll(/`((?:with|parse|read|create|normalize|conformance)[A-Z]\w*)(?:\([^`]*\))?`/g)].map(
      (match) => match[1] ?? "",
    );
    const ownOrCore = new Set(["readQuery", "createAskonce"]);
    expect(new Set(named).size).toBeGreaterThanOrEqual(8);
    expect(named.filter((name) => !exported.has(name) && !ownOrCore.has(name))).toEqual([]);
  });
});
