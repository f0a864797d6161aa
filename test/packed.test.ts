import { rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it, type TestContext } from "vitest";
import { runCommand } from "../scripts/toolchain/run-command.ts";
import {
  type ConsumerProject,
  createConsumer,
  currentNodeFolder,
  installOlderNode,
  missingBuilds,
  type Prepared,
  plainEnvironment,
} from "./packed/consumer-project.ts";

const fiveMinutes = 300_000;

/** Made once, by the first test that needs it. */
function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
const consumer = once(createConsumer);
const olderNode = once(installOlderNode);

async function need<Value>(prepare: () => Promise<Prepared<Value>>, context: TestContext): Promise<Value> {
  const prepared = await prepare();
  if (!prepared.ok) context.skip(prepared.reason);
  return (prepared as { value: Value }).value;
}

/** Imports everything in one process, and says what each import gave or why it failed. */
async function importAll(project: ConsumerProject, nodeFolder: string) {
  const script = `
    const results = {};
    for (const name of ${JSON.stringify(project.importNames)}) {
      try { results[name] = Object.keys(await import(name)); } catch (error) { results[name] = String(error?.stack ?? error); }
    }
    console.log(JSON.stringify({ version: process.versions.node, results }));
  `;
  writeFileSync(join(project.folder, "import-all.mjs"), script);
  const result = await runCommand([join(nodeFolder, "node"), "import-all.mjs"], {
    cwd: project.folder,
    env: plainEnvironment(nodeFolder),
    timeoutMs: 60_000,
  });
  // Whatever else is written, or keeps the process alive, was started by an import.
  expect(result.output.trim().split("\n"), result.output).toHaveLength(1);
  expect(result.exitCode, result.output).toBe(0);
  return JSON.parse(result.output) as { version: string; results: Record<string, string[] | string> };
}

async function runBinary(project: ConsumerProject, nodeFolder: string, ...words: string[]) {
  return await runCommand([join(project.folder, "node_modules", ".bin", "askonce"), ...words], {
    cwd: project.folder,
    env: plainEnvironment(nodeFolder),
    timeoutMs: 60_000,
  });
}

afterAll(async () => {
  const prepared = await consumer();
  if (prepared.ok) rmSync(dirname(prepared.value.folder), { recursive: true, force: true });
});

describe("the packages, packed and installed into an empty project", () => {
  it("are built (pnpm build)", () => {
    expect(missingBuilds()).toEqual([]);
  });

  it("import in Node 24", { timeout: fiveMinutes }, async (context) => {
    const project = await need(consumer, context);
    const { version, results } = await importAll(project, currentNodeFolder);
    expect(version).toMatch(/^24\./);
    expect(Object.entries(results).filter(([, exported]) => typeof exported === "string")).toEqual([]);
    expect(results["@askonce/spec"]).toContain("AskonceError");
    expect(project.importNames.length).toBeGreaterThan(10);
  });

  it("import in Node 22, with the same exports", { timeout: fiveMinutes }, async (context) => {
    const project = await need(consumer, context);
    const older = await importAll(project, await need(olderNode, context));
    expect(older.version).toMatch(/^22\./);
    expect(older.results).toEqual((await importAll(project, currentNodeFolder)).results);
  });

  it("open a database in both, because that one module has no other name", { timeout: fiveMinutes }, async (context) => {
    const project = await need(consumer, context);
    for (const nodeFolder of [currentNodeFolder, await need(olderNode, context)]) {
      const script =
        'import { sqlite } from "@askonce/sqlite"; const storage = sqlite(":memory:"); await storage.close(); console.log(storage.flavor);';
      const result = await runCommand([join(nodeFolder, "node"), "--no-warnings", "--input-type=module", "--eval", script], {
        cwd: project.folder,
        env: plainEnvironment(nodeFolder),
        timeoutMs: 60_000,
      });
      expect(result.output.trim()).toBe("sqlite");
    }
  });

  it("have types that hold in a strict project, with the libraries' own declarations checked too", {
    timeout: fiveMinutes,
  }, async (context) => {
    const project = await need(consumer, context);
    const names = ["@askonce/spec", ...project.importNames.filter((name) => name !== "@askonce/spec")];
    const imports = names.map((name, index) => `import * as package${index} from ${JSON.stringify(name)};`);
    const values = names.map((_, index) => `package${index}`).join(", ");
    // A wrong use has to be refused: types that are all `any` would let it pass.
    const wrong = '// @ts-expect-error there is no such code\nnew package0.AskonceError("NO_SUCH_CODE");';
    writeFileSync(join(project.folder, "consumer.ts"), `${imports.join("\n")}\nexport const packages = [${values}];\n${wrong}\n`);
    const compilerOptions = {
      module: "nodenext",
      target: "es2023",
      lib: ["ES2023", "DOM", "DOM.Iterable", "DOM.AsyncIterable"],
      strict: true,
      exactOptionalPropertyTypes: true,
      noEmit: true,
      skipLibCheck: false,
      types: ["node"],
    };
    writeFileSync(join(project.folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["consumer.ts"] }));
    const result = await runCommand([join(project.folder, "node_modules", ".bin", "tsc"), "-p", "."], {
      cwd: project.folder,
      env: plainEnvironment(currentNodeFolder),
    });
    const errors = result.output.split("\n").filter((line) => line !== "");
    expect(errors).toEqual([]);
  });

  it("bring a command that says its version", { timeout: fiveMinutes }, async (context) => {
    const project = await need(consumer, context);
    for (const nodeFolder of [currentNodeFolder, await need(olderNode, context)]) {
      const result = await runBinary(project, nodeFolder, "--version");
      expect(result.output.trim().split("\n").at(-1)).toBe(project.version);
      expect(result.exitCode).toBe(0);
    }
  });

  it("bring a command that explains itself and refuses what it does not know", { timeout: fiveMinutes }, async (context) => {
    const project = await need(consumer, context);
    const help = await runBinary(project, currentNodeFolder, "--help");
    expect(help.output).toMatch(/usage: askonce/i);
    const unknown = await runBinary(project, currentNodeFolder, "no-such-command");
    expect(unknown.exitCode).not.toBe(0);
    expect(unknown.output).not.toMatch(/\n\s+at /);
  });
});
