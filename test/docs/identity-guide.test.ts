import { readFileSync } from "node:fs";
import { join } from "node:path";
import { assuranceLevels } from "@askonce/spec";
import { describe, expect, it } from "vitest";
import { disclosure } from "../../packages/core/src/disclosure/disclosure.ts";
import { repositoryRoot } from "../../scripts/toolchain/workspace.ts";

const guide = readFileSync(join(repositoryRoot, "docs", "guides", "identity.md"), "utf8");

/** The rows of the first table below a heading (or a line of text), as the texts between backticks. */
function tableAfter(text: string): string[][] {
  const [, rest = ""] = guide.split(text);
  const [table = ""] = /(?:^\|.*\n)+/m.exec(rest) ?? [];
  return table
    .split("\n")
    .map((row) => [...row.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? ""))
    .filter((row) => row.length > 0);
}

describe("docs/guides/identity.md", () => {
  it("says what is shown at which assurance as the code does", () => {
    expect(tableAfter("## What is shown to whom")).toEqual(Object.entries(disclosure));
  });

  it("names every assurance, weakest first", () => {
    expect(tableAfter("# Identity").map(([assurance]) => assurance)).toEqual([...assuranceLevels]);
  });
});
