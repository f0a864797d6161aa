import { parseAst } from "vitest/node";

/** Something in a file, with its line (from 1). */
export interface Located {
  text: string;
  line: number;
}

/** What the rules need to know about one source file. */
export interface SourceFile {
  /** The package's folder below the root, for example `packages/storage/sqlite`. */
  packagePath: string;
  /** Below the package's folder, for example `src/tickets/ticket.ts`. */
  path: string;
  isTest: boolean;
  lineCount: number;
  /** What is imported or re-exported: static, dynamic, type-only, `import("x")` in types. */
  imports: Located[];
  /** A dynamic import whose name is not written out, so that nothing can be said about it. */
  unreadableImports: Located[];
  defaultExports: Located[];
  anyTypes: Located[];
  /** Comments that switch the type checker off. */
  suppressions: Located[];
  /** The words of identifiers, strings, patterns and markup, lower case, split at case changes; comments are left out. */
  words: Located[];
  /** Nothing but re-exports, and at least one. */
  isBarrel: boolean;
  starExports: Located[];
}

interface Node {
  type: string;
  start: number;
  [key: string]: unknown;
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string" && "start" in value;
}

function literalText(value: unknown): string | null {
  return isNode(value) && value.type === "Literal" && typeof value.value === "string" ? value.value : null;
}

/** Tests, their recordings, and what several of them share in a folder named `testing`. */
export function isTestPath(path: string): boolean {
  return /\.test\.tsx?$|\.test-d\.ts$|(^|\/)(__fixtures__|testing)\//.test(path);
}

/** Reads one file; throws when it cannot be parsed. */
export function readSource(packagePath: string, path: string, text: string): SourceFile {
  const program: unknown = parseAst(text, { lang: path.endsWith("x") ? "tsx" : "ts" }, path);
  const file: SourceFile = {
    packagePath,
    path,
    isTest: isTestPath(path),
    lineCount: text.replace(/\n$/, "").split("\n").length,
    imports: [],
    unreadableImports: [],
    defaultExports: [],
    anyTypes: [],
    suppressions: [],
    words: [],
    isBarrel: false,
    starExports: [],
  };
  const lineOf = (offset: number) => text.slice(0, offset).split("\n").length;
  for (const match of text.matchAll(/(?:\/\/|\/\*)\s*@ts-(?:ignore|nocheck|expect-error)/g)) {
    file.suppressions.push({ text: match[0], line: lineOf(match.index) });
  }
  if (!isNode(program) || !Array.isArray(program.body)) throw new Error(`${path} cannot be read`);
  const reExports = program.body.filter((one: Node) => /^Export(All|Named)Declaration$/.test(one.type) && isNode(one.source));
  file.isBarrel = reExports.length > 0 && reExports.length === program.body.length;
  visit(program, file, lineOf);
  return file;
}

function visit(node: Node, file: SourceFile, lineOf: (offset: number) => number): void {
  const line = lineOf(node.start);
  const source = literalText(node.source);
  if (/^(Import|ExportNamed|ExportAll)Declaration$|^ImportExpression$|^TSImportType$/.test(node.type)) {
    if (source !== null) file.imports.push({ text: source, line });
    else if (node.type === "ImportExpression") file.unreadableImports.push({ text: "import(…)", line });
  }
  if (node.type === "ExportAllDeclaration" && node.exported === null) file.starExports.push({ text: source ?? "", line });
  if (node.type === "ExportDefaultDeclaration") file.defaultExports.push({ text: "default", line });
  if (node.type === "ExportSpecifier" && isNode(node.exported) && (node.exported.name ?? node.exported.value) === "default") {
    file.defaultExports.push({ text: "default", line });
  }
  if (node.type === "TSAnyKeyword") file.anyTypes.push({ text: "any", line });
  for (const text of ownTexts(node)) for (const word of splitWords(text)) file.words.push({ text: word, line });
  for (const [key, value] of Object.entries(node)) {
    // Where something is imported from is the import rules' matter.
    if (key === "source" && source !== null) continue;
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) visit(child, file, lineOf);
  }
}

function ownTexts(node: Node): string[] {
  if (/^(Identifier|PrivateIdentifier|JSXIdentifier)$/.test(node.type)) return [String(node.name)];
  // A pattern names what it looks for as a string does.
  if (node.type === "Literal" && "regex" in node) return [(node.regex as { pattern: string }).pattern];
  if (node.type === "Literal" || node.type === "JSXText") return typeof node.value === "string" ? [node.value] : [];
  if (node.type !== "TemplateElement") return [];
  const value = node.value as { raw?: unknown };
  return typeof value.raw === "string" ? [value.raw] : [];
}

/** Bytes as base64, in which any three letters stand by chance: no words, and no name is that long. */
const encodedBytes = /[A-Za-z\d+/=]{1000,}/g;

/** `verifyShopifyHMAC` is verify, shopify, hmac; `x-wc-webhook` is x, wc, webhook. */
export function splitWords(text: string): string[] {
  return text
    .replace(encodedBytes, " ")
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, "$1 $2")
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, "$1 $2")
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word !== "")
    .map((word) => word.toLowerCase());
}
