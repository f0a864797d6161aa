import { describe, expect, it } from "vitest";
import { summarize, type TestRunRecord } from "../../scripts/run-tests/summary.ts";

type Test = TestRunRecord["tests"][number];
const test = (name: string, state: Test["state"], reason: string | null = null): Test => ({ module: "a.test.ts", name, state, reason });
const record = (tests: Test[], rest: Partial<TestRunRecord> = {}): TestRunRecord => ({
  tests,
  brokenModules: [],
  unhandledErrors: 0,
  ...rest,
});

describe("the summary of a test run", () => {
  it("counts what passed, failed and was skipped", () => {
    const summary = summarize(record([test("one", "passed"), test("two", "passed"), test("three", "failed"), test("four", "skipped")]), 1);
    expect(summary.lastLine).toBe("2 passed, 1 failed, 1 skipped");
    expect(summary.exitCode).toBe(1);
  });

  it("is a success when something ran and nothing failed", () => {
    expect(summarize(record([test("one", "passed"), test("two", "skipped")]), 0)).toMatchObject({
      lastLine: "1 passed, 0 failed, 1 skipped",
      exitCode: 0,
    });
  });

  it("names each skipped test with its reason, which stands in the note or in the name", () => {
    const { remarks } = summarize(
      record([test("in a browser", "skipped", "no chromium"), test("in spring: the clock is not changed yet", "skipped")]),
      0,
    );
    expect(remarks).toEqual(
      expect.arrayContaining([
        "skipped: a.test.ts > in a browser: no chromium",
        "skipped: a.test.ts > in spring: the clock is not changed yet",
      ]),
    );
  });

  it("names what failed last, with its error, after the tests that are skipped for one reason, together", () => {
    const { remarks } = summarize(
      record([test("one", "skipped", "no chromium"), test("two", "failed", "expected 1 to be 2"), test("three", "skipped", "no chromium")]),
      1,
    );
    expect(remarks).toEqual(["skipped: a.test.ts > one: no chromium (and 1 more)", "failed: a.test.ts > two: expected 1 to be 2"]);
  });

  it.each<[string, TestRunRecord | null, number, string[], string]>([
    [
      "a file that cannot be loaded",
      record([test("one", "passed")], { brokenModules: ["b.test.ts"] }),
      1,
      [],
      "1 passed, 1 failed, 0 skipped",
    ],
    ["an error outside of tests", record([test("one", "passed")], { unhandledErrors: 2 }), 1, [], "1 passed, 2 failed, 0 skipped"],
    ["a test that never ended", record([test("one", "pending")]), 1, [], "0 passed, 1 failed, 0 skipped"],
    ["a package that cannot be built", record([test("one", "passed")]), 0, ["@askonce/core"], "1 passed, 1 failed, 0 skipped"],
    ["a runner that died", null, 134, [], "0 passed, 1 failed, 0 skipped"],
    ["a runner that complains although all passed", record([test("one", "passed")]), 1, [], "1 passed, 1 failed, 0 skipped"],
  ])("never hides %s", (_name, run, runnerExitCode, failedBuilds, lastLine) => {
    const summary = summarize(run, runnerExitCode, failedBuilds);
    expect(summary.lastLine).toBe(lastLine);
    expect(summary.exitCode).toBe(1);
    expect(summary.remarks.some((remark) => remark.startsWith("failed: "))).toBe(true);
  });

  it("fails when no test ran", () => {
    expect(summarize(record([]), 0)).toMatchObject({ lastLine: "0 passed, 0 failed, 0 skipped", exitCode: 1 });
    expect(summarize(record([test("one", "skipped")]), 0).exitCode).toBe(1);
  });
});
