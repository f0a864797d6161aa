import { writeFileSync } from "node:fs";
import { relative } from "node:path";
import type { Reporter, TestCase, TestModule } from "vitest/node";
import type { TestRunRecord } from "./summary.ts";

/**
 * A reporter that writes what happened to the file named by `ASKONCE_TEST_RECORD`. vitest's own JSON report lacks the reasons of skipped
 * tests and the errors outside of tests.
 */
class RecordReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const file = process.env.ASKONCE_TEST_RECORD;
    if (!file) throw new Error("ASKONCE_TEST_RECORD is not set");
    const record: TestRunRecord = { tests: [], brokenModules: [], unhandledErrors: unhandledErrors.length };
    for (const module of modules) {
      const name = relative(process.cwd(), module.moduleId);
      for (const test of module.children.allTests()) record.tests.push(recordOf(name, test));
      const suites = [...module.children.allSuites()];
      const errors = module.errors().length + suites.reduce((sum, suite) => sum + suite.errors().length, 0);
      if (errors > 0) record.brokenModules.push(name);
    }
    writeFileSync(file, JSON.stringify(record));
  }
}

function recordOf(module: string, test: TestCase): TestRunRecord["tests"][number] {
  const result = test.result();
  const [error] = result.errors ?? [];
  const reason = result.state === "skipped" ? (result.note ?? null) : (error?.message.split("\n")[0] ?? null);
  return { module, name: test.fullName, state: result.state, reason };
}

export default RecordReporter;
