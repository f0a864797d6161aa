import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type ErrorDefinition, errorCodes } from "@askonce/spec";
import { repositoryRoot } from "../toolchain/workspace.ts";
import type { GeneratedFile } from "./generated-file.ts";

const folder = "docs/errors";
const block = /<!-- generated -->[\s\S]*?<!-- \/generated -->/;
const sections = ["What happened", "What to do", "Try again?"];

/** What every page has to say in its generated part. */
function factsOf(definition: ErrorDefinition): string {
  const lines = [
    `- HTTP status: ${definition.status}`,
    `- Can the same call succeed later? ${definition.retryable ? "yes" : "no"}`,
    `- Title: ${definition.title}`,
  ];
  return `<!-- generated -->\n\n${lines.join("\n")}\n\n<!-- /generated -->`;
}

/** The page with its facts brought up to date; a new page gets empty sections, which the check refuses until somebody has filled them. */
export function writePage(code: string, definition: ErrorDefinition, existing: string | null): string {
  const page = existing ?? `# ${code}\n\n<!-- generated -->\n<!-- /generated -->\n${sections.map((title) => `\n## ${title}\n`).join("")}`;
  return page.replace(block, () => factsOf(definition));
}

/** What is wrong with the pages, one line each. */
export function checkPages(): string[] {
  const codes = Object.keys(errorCodes);
  const pages = readdirSync(join(repositoryRoot, folder)).filter((name) => name !== "README.md");
  const strangers = pages
    .filter((name) => !codes.includes(name.replace(/\.md$/, "")))
    .map((name) => `${folder}/${name}: there is no such code`);
  const unwritten = codes.flatMap((code) => {
    const file = join(repositoryRoot, folder, `${code}.md`);
    return existsSync(file) ? missingSections(readFileSync(file, "utf8")).map((title) => `${folder}/${code}.md: "${title}" is empty`) : [];
  });
  return [...strangers, ...unwritten];
}

/** Sections without a sentence in them. */
export function missingSections(page: string): string[] {
  return sections.filter((title) => {
    const [, text = ""] = page.split(`\n## ${title}\n`);
    return (text.split("\n## ")[0] ?? "").trim().length < 3;
  });
}

/** One page per code, and the list of all. */
export function errorPages(): GeneratedFile[] {
  const pages = Object.entries(errorCodes).map(([code, definition]) => {
    const path = `${folder}/${code}.md`;
    const file = join(repositoryRoot, path);
    return { path, content: writePage(code, definition, existsSync(file) ? readFileSync(file, "utf8") : null) };
  });
  const rows = Object.entries(errorCodes).map(
    ([code, { status, retryable, title }]) => `- [${code}](${code}.md): ${status}${retryable ? ", can succeed later" : ""}. ${title}.`,
  );
  const list = [
    "# Errors",
    "",
    "Every error of askonce has one of these codes, in `AskonceError.code` and in the `code` of an answer with the media type",
    "`application/problem+json` (RFC 9457). Programs decide by code, never by message.",
    "",
    ...rows,
    "",
    "This list is made by `pnpm generate` from `packages/spec/src/errors/error-codes.ts`.",
    "",
  ].join("\n");
  return [{ path: `${folder}/README.md`, content: list }, ...pages];
}
