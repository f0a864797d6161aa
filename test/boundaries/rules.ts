import { builtinModules } from "node:module";
import { posix } from "node:path";
import type { Manifest } from "../../scripts/toolchain/workspace.ts";
import { roomOf, vendorWords } from "./rooms.ts";
import { isTestPath, type Located, type SourceFile } from "./source-file.ts";

/** One place where a rule is broken, as `packages/x/src/y.ts:12: what`. */
type Breach = string;

export type Rule = (file: SourceFile, manifest: Manifest) => Breach[];

/** The most lines a file may have. */
const longestFile = 400;

function breach(file: SourceFile, place: Located | number, what: string): Breach {
  const line = typeof place === "number" ? place : place.line;
  return `${file.packagePath}/${file.path}:${line}: ${what}`;
}

/** `@askonce/spec/contract` is of the package `@askonce/spec`; `kysely/helpers` of `kysely`. */
export function packageOf(specifier: string): string {
  return specifier.split("/", specifier.startsWith("@") ? 2 : 1).join("/");
}

function isBuiltin(specifier: string): boolean {
  return specifier.startsWith("node:") || builtinModules.includes(specifier);
}

function isOurs(specifier: string): boolean {
  return specifier === "askonce" || specifier.startsWith("@askonce/");
}

const isRelative = (specifier: string) => specifier.startsWith(".");

/** Only the packages that the plan of the house allows. */
const direction: Rule = (file) => {
  const room = roomOf(file.packagePath);
  if (!room) return [breach(file, 1, "the package has no room in test/boundaries/rooms.ts")];
  const allowed = [...room.mayImport, ...(file.isTest ? (room.testsMayImport ?? []) : [])];
  return file.imports
    .filter((one) => isOurs(one.text) && !allowed.some((pattern) => pattern.test(packageOf(one.text))))
    .map((one) => breach(file, one, `must not import ${one.text}`));
};

/** A relative import that climbs out of the package's own sources goes around the rule above; only its own package.json is no detour. */
const staysInside: Rule = (file) =>
  file.imports
    .filter((one) => isRelative(one.text))
    .filter((one) => {
      const target = posix.join(posix.dirname(file.path), one.text);
      return !target.startsWith("src/") && target !== "package.json" && (target.startsWith("..") || !file.isTest);
    })
    .map((one) => breach(file, one, `${one.text} is outside of src`));

/** The engine and what browsers load run anywhere: `node:` modules only in the entry that is named for it and its folder, which nothing else imports. */
const noNode: Rule = (file) => {
  const allowed = roomOf(file.packagePath)?.node;
  if (!allowed || file.isTest) return [];
  if (allowed.test(file.path)) return [];
  const builtins = file.imports.filter((one) => isBuiltin(one.text));
  const entries = file.imports.filter((one) => isRelative(one.text) && allowed.test(posix.join(posix.dirname(file.path), one.text)));
  return [...builtins, ...entries].map((one) => breach(file, one, `must run without Node: ${one.text}`));
};

const noVendor: Rule = (file) => {
  if (file.isTest || roomOf(file.packagePath)?.knowsVendors !== false) return [];
  return file.words.filter((word) => vendorWords.has(word.text)).map((word) => breach(file, word, `names a vendor: ${word.text}`));
};

/** What only tests need stays out of what is published. */
const noTestCode: Rule = (file) => {
  if (file.isTest) return [];
  return file.imports
    .filter((one) => isRelative(one.text) && isTestPath(posix.join(posix.dirname(file.path), one.text)))
    .map((one) => breach(file, one, `needs what is only for tests: ${one.text}`));
};

/** What is imported is declared; what a published file imports is installed with it. */
const declared: Rule = (file, manifest) => {
  const installed = { ...manifest.dependencies, ...manifest.peerDependencies, ...manifest.optionalDependencies };
  const isDevelopment = file.isTest || roomOf(file.packagePath)?.bundled === true;
  const known = isDevelopment ? { ...installed, ...manifest.devDependencies } : installed;
  return (
    file.imports
      .filter((one) => !isRelative(one.text) && !isBuiltin(one.text))
      // The test runner and the types of Node are the repository's own.
      .filter((one) => !(file.isTest && packageOf(one.text) === "vitest"))
      .filter((one) => !(packageOf(one.text) in known))
      .map((one) => breach(file, one, `${packageOf(one.text)} is not declared in package.json`))
  );
};

const readableImports: Rule = (file) =>
  file.isTest || roomOf(file.packagePath)?.loadsFiles === true
    ? []
    : file.unreadableImports.map((one) => breach(file, one, "imports something that is not written out"));

const noDefaultExport: Rule = (file) => file.defaultExports.map((one) => breach(file, one, "has a default export"));

const noAny: Rule = (file) => {
  if (roomOf(file.packagePath)?.strict !== true) return [];
  // A test may expect a type error: that is how types are tested.
  const switchedOff = file.suppressions.filter((one) => !(file.isTest && one.text.includes("expect-error")));
  return [...file.anyTypes, ...switchedOff].map((one) => breach(file, one, `goes around the type checker: ${one.text}`));
};

/** Recordings are as long as they are. */
const notTooLong: Rule = (file) =>
  file.lineCount > longestFile && !file.path.includes("__fixtures__/")
    ? [breach(file, file.lineCount, `has more than ${longestFile} lines`)]
    : [];

/** Kebab-case and named after what it does. */
const wellNamed: Rule = (file) => {
  const name = posix.basename(file.path);
  const stem = name.split(".")[0] ?? "";
  if (/(^|-)(utils?|helpers?|misc|impl)$/.test(stem)) return [breach(file, 1, `"${stem}" does not say what it does`)];
  return /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)*\.tsx?$/.test(name) ? [] : [breach(file, 1, "is not kebab-case")];
};

function entryFiles(manifest: Manifest): string[] {
  return Object.values(manifest.exports ?? {}).flatMap((entry) => {
    const source = typeof entry === "string" ? undefined : entry["@askonce/source"];
    return source === undefined ? [] : [posix.normalize(source)];
  });
}

/** Files that only pass things on are a package's entries and nothing else; an entry names what it passes on. */
const onlyEntriesAreBarrels: Rule = (file, manifest) => {
  const isEntry = entryFiles(manifest).includes(file.path);
  const breaches = file.starExports.map((one) => breach(file, one, `passes on everything of ${one.text} without naming it`));
  if (isEntry) return breaches;
  if (posix.basename(file.path) === "index.ts") breaches.push(breach(file, 1, "is an index without being an entry of the package"));
  else if (file.isBarrel) breaches.push(breach(file, 1, "only passes on what other files have"));
  return breaches;
};

export const rules = {
  "imports only what its room allows": direction,
  "stays inside of its package": staysInside,
  "runs without Node where it must": noNode,
  "names no vendor outside of adapters": noVendor,
  "declares what it imports": declared,
  "writes its imports out": readableImports,
  "needs nothing of the tests": noTestCode,
  "has no default exports": noDefaultExport,
  "keeps the type checker on": noAny,
  "keeps files short": notTooLong,
  "names files after what they do": wellNamed,
  "has no barrels but entries": onlyEntriesAreBarrels,
} satisfies Record<string, Rule>;

export type RuleName = keyof typeof rules;
