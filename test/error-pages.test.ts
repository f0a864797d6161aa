import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { errorCodes } from "../packages/spec/src/index.ts";
import { repositoryRoot } from "../scripts/toolchain/workspace.ts";

const folder = join(repositoryRoot, "docs", "errors");
const pages = readdirSync(folder).filter((name) => name !== "README.md");
const codes = Object.entries(errorCodes);

/** The text below a heading of the second level. */
function section(page: string, title: string): string {
  const [, text = ""] = page.split(`\n## ${title}\n`);
  return (text.split("\n## ")[0] ?? "").trim();
}

describe("docs/errors", () => {
  it("has a page for every code and a code for every page", () => {
    expect(pages.sort()).toEqual(codes.map(([code]) => `${code}.md`).sort());
  });

  it.each(codes)("%s: the facts are those of the table", (code, { status, retryable, title }) => {
    const page = readFileSync(join(folder, `${code}.md`), "utf8");
    expect(page.split("\n")[0]).toBe(`# ${code}`);
    expect(page).toContain(`- HTTP status: ${status}\n`);
    expect(page).toContain(`- Can the same call succeed later? ${retryable ? "yes" : "no"}\n`);
    expect(page).toContain(`- Title: ${title}\n`);
  });

  it.each(codes)("%s: says what happened, what to do and whether to try again", (code, { retryable }) => {
    const page = readFileSync(join(folder, `${code}.md`), "utf8");
    expect(section(page, "What happened").length).toBeGreaterThan(40);
    expect(section(page, "What to do").length).toBeGreaterThan(20);
    const again = section(page, "Try again?");
    expect(again).toMatch(/^(Yes|No|Not)\b/);
    if (retryable) expect(again).toMatch(/^Yes\b/);
  });

  it("has no text twice: each page is about its own code", () => {
    const texts = codes.map(([code]) => section(readFileSync(join(folder, `${code}.md`), "utf8"), "What happened"));
    expect(new Set(texts).size).toBe(texts.length);
  });

  it("lists all of them with their status", () => {
    const list = readFileSync(join(folder, "README.md"), "utf8");
    for (const [code, { status }] of codes) expect(list).toContain(`- [${code}](${code}.md): ${status}`);
  });
});
