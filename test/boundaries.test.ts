import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { listWorkspacePackages, type Manifest } from "../scripts/toolchain/workspace.ts";
import { packageOf, type RuleName, rules } from "./boundaries/rules.ts";
import { readSource, type SourceFile, splitWords } from "./boundaries/source-file.ts";

const packages = listWorkspacePackages().filter((one) => one.path.startsWith("packages/"));
const files = packages.flatMap((one) =>
  globSync("src/**/*.{ts,tsx}", { cwd: one.folder })
    .sort()
    .map((path) => readSource(one.path, path.replaceAll("\\", "/"), readFileSync(join(one.folder, path), "utf8"))),
);
const manifests = new Map(packages.map((one) => [one.path, one.manifest]));
const ruleNames = Object.keys(rules) as RuleName[];

function breachesOf(ruleName: RuleName, file: SourceFile, manifest: Manifest | undefined): string[] {
  if (!manifest) throw new Error(`${file.packagePath} has no manifest`);
  return rules[ruleName](file, manifest);
}

describe("the house", () => {
  it("was read", () => {
    expect(packages.map((one) => one.path)).toEqual(expect.arrayContaining(["packages/spec", "packages/core", "packages/client"]));
    expect(files.length).toBeGreaterThan(80);
  });

  it.each(ruleNames)("%s", (ruleName) => {
    expect(files.flatMap((file) => breachesOf(ruleName, file, manifests.get(file.packagePath)))).toEqual([]);
  });

  it("depends only in the allowed direction in package.json, too", () => {
    const wrong = packages.flatMap((one) => {
      const names = Object.keys({ ...one.manifest.dependencies, ...one.manifest.peerDependencies });
      const asImports = names.map((text) => ({ text, line: 1 }));
      const file: SourceFile = { ...readSource(one.path, "package.json.ts", ""), imports: asImports };
      return breachesOf("imports only what its room allows", file, one.manifest);
    });
    expect(wrong).toEqual([]);
  });

  it("has mostly short files", () => {
    const lengths = files
      .filter((file) => !file.isTest)
      .map((file) => file.lineCount)
      .sort((one, other) => one - other);
    const at = (share: number) => lengths[Math.floor(share * (lengths.length - 1))] ?? Number.NaN;
    expect({ median: at(0.5), isShort: at(0.5) <= 120 }, `median of ${lengths.length} files`).toEqual({ median: at(0.5), isShort: true });
    expect(at(0.9), "nine files in ten").toBeLessThanOrEqual(320);
  });
});

/** Small wrong files: each has to be caught by the rule it is filed under, so that no rule can pass by doing nothing. */
const planted: Record<RuleName, [packagePath: string, path: string, text: string][]> = {
  "imports only what its room allows": [
    ["packages/spec", "src/order.ts", 'import { createAskonce } from "@askonce/core";'],
    ["packages/spec", "src/order.test.ts", 'import { scenario } from "@askonce/testkit";'],
    ["packages/adapter-kit", "src/http.ts", 'import type { Engine } from "@askonce/core";'],
    ["packages/core", "src/engine.ts", 'export { shopify } from "@askonce/shopify";'],
    ["packages/core", "src/engine.ts", 'const adapter = await import("@askonce/adapter-kit");'],
    ["packages/core", "src/engine.ts", 'import { sqlite } from "@askonce/sqlite";'],
    ["packages/storefronts/shopify", "src/shopify.ts", 'type Engine = import("@askonce/core").Askonce;'],
    ["packages/storage/sqlite", "src/sqlite.ts", 'import { migrate } from "@askonce/core";'],
    ["packages/storefronts/shopify", "src/shopify.test.ts", 'import { createAskonce } from "@askonce/core";'],
    ["packages/storefronts/shopify", "src/shopify.ts", 'import { woocommerce } from "@askonce/woocommerce";'],
    ["packages/carriers/somebody", "src/somebody.ts", 'import { fakeShop } from "@askonce/testkit/shopify";'],
    ["packages/client", "src/client.ts", 'import { openApi } from "@askonce/core/openapi";'],
    ["packages/testkit", "src/suite.ts", 'import { withRetry } from "@askonce/adapter-kit";'],
    ["packages/ui/panel", "src/panel.ts", 'import { desk } from "@askonce/desk";'],
    ["packages/plugins/somebody", "src/somebody.ts", 'import { createAskonce } from "@askonce/core";'],
    ["packages/plugins/somebody", "src/somebody.ts", 'import { scenario } from "@askonce/testkit";'],
    ["packages/unplaced", "src/thing.ts", "export const thing = 1;"],
  ],
  "stays inside of its package": [
    ["packages/core", "src/tickets/ticket.ts", 'import { order } from "../../../spec/src/entities/order.ts";'],
    ["packages/core", "src/version.ts", 'import manifest from "../../spec/package.json" with { type: "json" };'],
  ],
  "runs without Node where it must": [
    ["packages/core", "src/files.ts", 'import { readFile } from "node:fs/promises";'],
    ["packages/core", "src/files.ts", 'import { readFile } from "fs/promises";'],
    ["packages/core", "src/engine.ts", 'import { toNodeHandler } from "./node.ts";'],
    ["packages/spec", "src/id.ts", 'const { randomUUID } = await import("node:crypto");'],
  ],
  "names no vendor outside of adapters": [
    ["packages/core", "src/engine.ts", "export function mapShopifyOrder() {}"],
    ["packages/core", "src/engine.ts", 'export const isFree = (id: string) => id === "woocommerce";'],
    ["packages/core", "src/engine.ts", "export const topic = (id: string) => `sameday/$" + "{id}`;"],
    ["packages/core", "src/engine.ts", "export const isTheirs = (header: string) => /^x-shopify-/.test(header);"],
    ["packages/spec", "src/port.ts", "export interface Port { wooStatus: string }"],
    ["packages/plugins/somebody", "src/print.ts", "export const logo = (carrier: string) => carrier === 'gls';"],
  ],
  "declares what it imports": [
    ["packages/core", "src/engine.ts", 'import { pino } from "pino";'],
    ["packages/core", "src/engine.ts", 'import type { Span } from "@opentelemetry/api";'],
    ["packages/core", "src/engine.ts", 'import { http } from "only-for-tests";'],
  ],
  "writes its imports out": [["packages/core", "src/plugins.ts", "export const load = (name: string) => import(name);"]],
  "needs nothing of the tests": [
    ["packages/core", "src/engine.ts", 'import { instance } from "./testing/instance.ts";'],
    ["packages/core", "src/tickets/ticket.ts", 'import { ticket } from "../__fixtures__/ticket.ts";'],
  ],
  "has no default exports": [
    ["packages/client", "src/client.ts", "export default function client() {}"],
    ["packages/client", "src/client.ts", "const client = 1; export { client as default };"],
  ],
  "keeps the type checker on": [
    ["packages/core", "src/engine.ts", "export const parse = (text: string): any => JSON.parse(text);"],
    ["packages/core", "src/engine.ts", "// @ts-ignore\nexport const wrong: string = 1;"],
    ["packages/client", "src/client.ts", "// @ts-expect-error\nexport const wrong: string = 1;"],
    ["packages/spec", "src/map.test.ts", "const list: Array<any> = [];"],
  ],
  "keeps files short": [["packages/core", "src/engine.ts", "export {};\n".repeat(401)]],
  "names files after what they do": [
    ["packages/core", "src/utils.ts", "export const one = 1;"],
    ["packages/core", "src/ticketService.ts", "export const one = 1;"],
  ],
  "has no barrels but entries": [
    ["packages/core", "src/tickets/index.ts", 'export { open } from "./open.ts";'],
    ["packages/core", "src/tickets/all.ts", 'export { open } from "./open.ts";\nexport type { Ticket } from "./ticket.ts";'],
    ["packages/core", "src/index.ts", 'export * from "./engine.ts";'],
  ],
};

const manifest: Manifest = {
  name: "@askonce/core",
  exports: { ".": { "@askonce/source": "./src/index.ts", default: "./dist/index.js" } },
  dependencies: { kysely: "1.0.0", "@askonce/spec": "workspace:*" },
  devDependencies: { "only-for-tests": "1.0.0" },
};

describe("each rule", () => {
  it.each(ruleNames.flatMap((name) => planted[name].map(([packagePath, path, text]) => ({ name, packagePath, path, text }))))(
    "$name: catches $packagePath/$path: $text",
    ({ name, packagePath, path, text }) => {
      const found = breachesOf(name, readSource(packagePath, path, text), manifest);
      expect(found).not.toEqual([]);
      expect(found[0]).toMatch(/^packages\/[\w/-]+\/src\/[\w/.-]+:\d+: /);
    },
  );

  it("lets a file pass that keeps all of them", () => {
    const text = [
      'import { AskonceError } from "@askonce/spec";',
      'import { sql } from "kysely";',
      'import { open } from "./tickets/open.ts";',
      "// As Shopify does it; a comment may say where something was learnt. import x from 'pino'; any",
      "export const anyTicket = { open, sql, AskonceError, note: \"default export of 'node:fs'\" };",
    ].join("\n");
    const file = readSource("packages/core", "src/engine.ts", text);
    expect(ruleNames.flatMap((name) => breachesOf(name, file, manifest))).toEqual([]);
  });

  it("leaves tests the tools they need", () => {
    const text =
      'import { readFileSync } from "node:fs";\nimport { it } from "vitest";\nimport { http } from "only-for-tests";\nimport { sqlite } from "@askonce/sqlite";';
    const withSqlite = { ...manifest, devDependencies: { ...manifest.devDependencies, "@askonce/sqlite": "workspace:*" } };
    const file = readSource("packages/core", "src/engine.test.ts", text);
    expect(ruleNames.flatMap((name) => breachesOf(name, file, withSqlite))).toEqual([]);
  });

  it("reads names and words as people do", () => {
    expect(packageOf("@askonce/spec/contract")).toBe("@askonce/spec");
    expect(packageOf("kysely/helpers")).toBe("kysely");
    expect(splitWords("verifyShopifyHMACOf x-wc-webhook")).toEqual(["verify", "shopify", "hmac", "of", "x", "wc", "webhook"]);
  });
});
