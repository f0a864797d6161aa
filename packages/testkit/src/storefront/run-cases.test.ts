import { execFile } from "node:child_process";
import { describe as nodeDescribe, it as nodeIt } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import type { ConformanceCase } from "./case.ts";
import { conformanceReport } from "./conformance-report.ts";
import { type NodeTestFunctions, runCases, runWithVitest } from "./run-cases.ts";

const cases: readonly ConformanceCase[] = [
  { name: "passes", group: "orders", title: "It passes", skip: null, run: async () => {} },
  { name: "fails", group: "orders", title: "It fails", skip: null, run: () => Promise.reject(new Error("two is not one")) },
  { name: "is-skipped", group: "search", title: "It is skipped", skip: "There is no search", run: () => Promise.reject(new Error("ran")) },
];

describe("runCases", () => {
  it("runs all, goes on after a failure and runs no skipped one", async () => {
    expect(await runCases(cases)).toEqual([
      { name: "passes", group: "orders", outcome: "passed", reason: null },
      { name: "fails", group: "orders", outcome: "failed", reason: "two is not one" },
      { name: "is-skipped", group: "search", outcome: "skipped", reason: "There is no search" },
    ]);
  });
});

describe("conformanceReport", () => {
  it("sums up per group and keeps every reason", async () => {
    const limits = [{ field: "parcel.items", reason: "The platform does not say" }] as const;
    expect(conformanceReport({ name: "corner shop", limits }, await runCases(cases))).toEqual({
      name: "corner shop",
      ok: false,
      groups: [
        { group: "orders", passed: 1, failed: [{ case: "fails", reason: "two is not one" }], skipped: [] },
        { group: "search", passed: 0, failed: [], skipped: [{ case: "is-skipped", reason: "There is no search" }] },
      ],
      limits,
    });
  });
});

describe("runWithVitest", () => {
  it("registers each case in its group, and skipped ones with the reason", async () => {
    const registered: string[] = [];
    const bodies: (() => Promise<void>)[] = [];
    const register = (name: string, body: () => Promise<void>): void => {
      registered.push(name);
      bodies.push(body);
    };
    const skip = (name: string): void => void registered.push(`skip ${name}`);
    const describeGroup = (name: string, body: () => void): void => {
      registered.push(`group ${name}`);
      body();
    };
    runWithVitest(cases, { describe: describeGroup, it: Object.assign(register, { skip }) });
    expect(registered).toEqual([
      "group orders",
      "passes: It passes",
      "fails: It fails",
      "group search",
      "skip is-skipped: There is no search",
    ]);
    await expect(bodies[1]?.()).rejects.toThrow("two is not one");
  });
});

describe("runWithNodeTest", () => {
  it("takes the functions of node:test as they are", () => {
    const functions: NodeTestFunctions = { describe: nodeDescribe, it: nodeIt };
    expect(functions.it).toBe(nodeIt);
  });

  it("runs the suite in a process of its own, with passes, skips and failures where they belong", async () => {
    const script = `
      import { describe, it } from "node:test";
      import { memoryDescriptor, runWithNodeTest, storefrontCases } from "./src/storefront/index.ts";
      const descriptor = { ...memoryDescriptor(), skip: [{ case: "order-by-phone", reason: "Only to see it" }] };
      const wanted = new Set(["identity", "money", "search"]);
      const broken = { name: "broken", group: "money", title: "It fails", skip: null, run: () => Promise.reject(new Error("two is not one")) };
      runWithNodeTest([...storefrontCases(descriptor).filter((each) => wanted.has(each.group)), broken], { describe, it });
    `;
    const directory = fileURLToPath(new URL("../../", import.meta.url));
    const flags = ["--no-warnings", "--conditions=@askonce/source", "--input-type=module", "--eval", script];
    // What vitest sets for its own workers would reach node:test through the environment.
    const { NODE_OPTIONS: _options, NODE_TEST_CONTEXT: _context, ...environment } = process.env;
    const failed: { code: number; stdout: string } = await promisify(execFile)(process.execPath, flags, {
      cwd: directory,
      env: environment,
    }).then(
      () => expect.fail("the broken case has to fail the process"),
      (error: unknown) => error as { code: number; stdout: string },
    );
    const count = (word: string): number => Number(new RegExp(`^. ${word} (\\d+)$`, "m").exec(failed.stdout)?.[1]);
    expect(failed.code).toBe(1);
    expect([count("fail"), count("skipped")]).toEqual([1, 1]);
    expect(count("pass")).toBeGreaterThanOrEqual(18);
    expect(failed.stdout).toContain("Only to see it");
  });
});
