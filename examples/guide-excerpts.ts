import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** A file's lines, without indentation and empty ones, which are left to taste. */
export const linesOf = (text: string): string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

export interface SourceLines {
  name: string;
  lines: string[];
}

/** The TypeScript files beside a guide's test. */
export function sourcesBeside(test: string): SourceLines[] {
  return globSync("*.ts", { cwd: fileURLToPath(new URL(".", test)) })
    .filter((name) => name !== "guide.test.ts")
    .sort()
    .map((name) => ({ name, lines: linesOf(readFileSync(new URL(`./${name}`, test), "utf8")) }));
}

/** The code blocks of a guide. */
export function codeBlocks(guide: string): string[] {
  return [...guide.matchAll(/^```(?:ts|typescript|tsx|js)\b.*\n([\s\S]*?)^```$/gm)].map((match) => match[1] ?? "");
}

/** Whether each fence opens or closes a block of TypeScript or of a shell: a block of another kind would not be compared. */
export function hasOnlyKnownBlocks(guide: string): boolean {
  const known = codeBlocks(guide).length + [...guide.matchAll(/^```sh\n/gm)].length;
  return known * 2 === [...guide.matchAll(/^```/gm)].length;
}

/** The block cut at each line `// …`, which stands for anything. */
export function partsOf(block: string): string[][] {
  const parts: string[][] = [[]];
  for (const line of linesOf(block)) {
    if (line === "// …") parts.push([]);
    else parts.at(-1)?.push(line);
  }
  return parts.filter((part) => part.length > 0);
}

/** Whether all parts are in the lines, unbroken and one after the other. */
export function isExcerpt(parts: readonly string[][], lines: readonly string[]): boolean {
  let from = 0;
  for (const part of parts) {
    const at = lines.findIndex((_, index) => index >= from && part.every((line, offset) => lines[index + offset] === line));
    if (at < 0) return false;
    from = at + part.length;
  }
  return true;
}

/** The files that the guide's table names. */
export function filesInTable(guide: string): string[] {
  const table = guide.match(/^\| file[\s\S]*?\n\n/m)?.[0] ?? "";
  return [...table.matchAll(/`([\w.-]+\.ts)`/g)].map((match) => match[1] ?? "");
}

/** Where the guide's relative links lead, from its own folder. */
export function linksIn(guide: string): string[] {
  return [...guide.matchAll(/\]\((\.[^)]+)\)/g)].map((match) => match[1] ?? "");
}

/** The functions the guide names in its text, by how such names begin. */
export function callsNamedIn(guide: string, beginnings: readonly string[]): string[] {
  const call = new RegExp(`\`((?:${beginnings.join("|")})[A-Z]\\w*)(?:\\([^\`]*\\))?\``, "g");
  return [...guide.matchAll(call)].map((match) => match[1] ?? "");
}
