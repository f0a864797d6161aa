/** What the reporter writes down about a run. */
export interface TestRunRecord {
  /** `pending`: it never came to an end. */
  tests: {
    module: string;
    name: string;
    state: "passed" | "failed" | "skipped" | "pending";
    /** Why it was skipped, or the first line of what it failed with. */
    reason: string | null;
  }[];
  /** Files that could not be loaded, or whose set-up or clean-up failed. */
  brokenModules: string[];
  /** Errors outside of any test. */
  unhandledErrors: number;
}

export interface TestRunSummary {
  passed: number;
  failed: number;
  skipped: number;
  /** What a reader has to know beside the numbers, one line each. */
  remarks: string[];
  exitCode: 0 | 1;
  /** The very last line that is printed. */
  lastLine: string;
}

/**
 * Counts a run so that nothing that went wrong is left out: a file that cannot be loaded, an error outside of tests, a failed build and a
 * runner that died each count as one failure, and a run without tests is a failure too.
 *
 * @param record `null` when the runner ended without writing one
 */
export function summarize(record: TestRunRecord | null, runnerExitCode: number, failedBuilds: readonly string[] = []): TestRunSummary {
  const skips = new Map<string, string[]>();
  const remarks = failedBuilds.map((name) => `failed: ${name} cannot be built`);
  const count = { passed: 0, failed: failedBuilds.length, skipped: 0 };
  for (const test of record?.tests ?? []) {
    if (test.state === "skipped") {
      count.skipped++;
      // Tests of one file that are left out for one reason are one remark: what failed has to be found among them.
      const group = test.reason === null ? `${test.module} ${test.name}` : `${test.module} : ${test.reason}`;
      skips.set(group, [...(skips.get(group) ?? []), skipRemark(test)]);
    } else if (test.state === "passed") count.passed++;
    else {
      count.failed++;
      const reason = test.state === "pending" ? "it never ended" : test.reason;
      remarks.push(`failed: ${test.module} > ${test.name}${reason === null ? "" : `: ${reason}`}`);
    }
  }
  for (const module of record?.brokenModules ?? []) {
    count.failed++;
    remarks.push(`failed: ${module}: the file could not be loaded, or its set-up or clean-up failed`);
  }
  if (record && record.unhandledErrors > 0) {
    count.failed += record.unhandledErrors;
    remarks.push(`failed: ${record.unhandledErrors} error(s) outside of any test`);
  }
  if (record === null) {
    count.failed++;
    remarks.push(`failed: vitest ended with code ${runnerExitCode} before it could say what happened`);
  } else if (runnerExitCode !== 0 && count.failed === 0) {
    count.failed++;
    remarks.push(`failed: vitest ended with code ${runnerExitCode} although no test failed`);
  }
  const nothingRan = count.passed + count.failed === 0;
  if (nothingRan) remarks.push("no test ran");
  const skipped = [...skips.values()].map(([first = "", ...others]) =>
    others.length === 0 ? first : `${first} (and ${others.length} more)`,
  );
  return {
    ...count,
    // Failures last: the end of a log is what is read, and sometimes all that is kept.
    remarks: [...skipped, ...remarks],
    exitCode: count.failed > 0 || nothingRan ? 1 : 0,
    lastLine: `${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`,
  };
}

function skipRemark(test: TestRunRecord["tests"][number]): string {
  return `skipped: ${test.module} > ${test.name}${test.reason === null ? "" : `: ${test.reason}`}`;
}
