import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { missingSections, writePage } from "../../scripts/generate/error-pages.ts";
import { checkManifest, checkSections } from "../../scripts/package-shape/manifest-rules.ts";
import type { Manifest, WorkspacePackage } from "../../scripts/toolchain/workspace.ts";

const readme = ["Install", "Example", "Options", "Capabilities", "Errors", "Limits"].map((title) => `## ${title}\n\ntext\n`).join("\n");
let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "askonce-shape-"));
  for (const name of ["src", "dist"]) mkdirSync(join(folder, name));
  for (const name of ["src/index.ts", "dist/index.js", "dist/index.d.ts", "package.json", "LICENSE"]) writeFileSync(join(folder, name), "");
  writeFileSync(join(folder, "README.md"), readme);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const manifest: Manifest = {
  name: "@askonce/example",
  version: "0.1.0",
  license: "MIT",
  type: "module",
  sideEffects: false,
  engines: { node: ">=22.18" },
  repository: { type: "git", directory: "packages/carriers/example" },
  exports: {
    ".": { "@askonce/source": "./src/index.ts", types: "./dist/index.d.ts", default: "./dist/index.js" },
    "./package.json": "./package.json",
  },
  files: ["dist", "src"],
  dependencies: { "@askonce/spec": "workspace:*", ky: "catalog:", lit: "3.3.3" },
};
const check = (changes: Partial<Manifest> = {}): string[] => {
  const one: WorkspacePackage = {
    name: "@askonce/example",
    folder,
    path: "packages/carriers/example",
    manifest: { ...manifest, ...changes },
  };
  return checkManifest(one);
};

describe("the shape of a package", () => {
  it("is right when everything is", () => {
    expect(check()).toEqual([]);
  });

  it.each<[string, Partial<Manifest>]>([
    ["type", { type: "commonjs" }],
    ["license", { license: "ISC" }],
    ["engines", { engines: { node: ">=20" } }],
    ["repository.directory", { repository: { directory: "packages/example" } }],
    ["files", { files: ["src"] }],
    ["postinstall", { scripts: { postinstall: "node setup.js" } }],
    ["not pinned", { dependencies: { ky: "^2.0.0" } }],
    ["not pinned", { devDependencies: { vitest: "latest" } }],
    ["./dist/main.js does not exist", { bin: { example: "./dist/main.js" } }],
    ["conditions", { exports: { "./package.json": "./package.json", ".": { types: "./dist/index.d.ts", default: "./dist/index.js" } } }],
    ["package.json", { exports: { ".": { "@askonce/source": "./src/index.ts", types: "./dist/index.d.ts", default: "./dist/index.js" } } }],
  ])("is wrong about %s", (message, changes) => {
    expect(check(changes).join()).toContain(message);
    expect(check(changes)).toHaveLength(1);
  });

  it.each([
    ["README.md", "has no README.md"],
    ["LICENSE", "has no LICENSE"],
    ["src/index.ts", 'exports["."]: ./src/index.ts does not exist'],
    ["dist/index.d.ts", "./dist/index.d.ts does not exist"],
  ])("is wrong without %s", (file, message) => {
    rmSync(join(folder, file));
    expect(check()).toEqual([message]);
  });

  it("wants an adapter's six sections in their order, whatever stands between them", () => {
    expect(checkSections(`# Example\n\n${readme}\n## More\n`)).toEqual([]);
    expect(checkSections(readme.replace("## Errors", "## Failures"))).toHaveLength(1);
    expect(checkSections(readme.replace("## Install", "## Options").replace(/## Options(?![\s\S]*## Options)/, "## Install"))).toHaveLength(
      1,
    );
  });
});

describe("pages of error codes", () => {
  const definition = { status: 418, retryable: true, title: "It is a teapot" };

  it("begin empty, which is found", () => {
    const page = writePage("TEAPOT", definition, null);
    expect(page).toContain("# TEAPOT\n");
    expect(page).toContain("- HTTP status: 418\n");
    expect(missingSections(page)).toEqual(["What happened", "What to do", "Try again?"]);
  });

  it("keep what people wrote when the facts change", () => {
    const written = writePage("TEAPOT", definition, null).replace("## What to do\n", "## What to do\n\nBrew tea, it costs $1.\n");
    const again = writePage("TEAPOT", { ...definition, status: 500, retryable: false }, written);
    expect(again).toContain("Brew tea, it costs $1.");
    expect(again).toContain("- HTTP status: 500\n");
    expect(again).not.toContain("418");
    expect(missingSections(again)).toEqual(["What happened", "Try again?"]);
    expect(writePage("TEAPOT", { ...definition, status: 500, retryable: false }, again)).toBe(again);
  });
});
