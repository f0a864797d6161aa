import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, it, onTestFinished } from "vitest";

const repository = fileURLToPath(new URL("../", import.meta.url));
const vitest = join(repository, "node_modules/vitest/vitest.mjs");

/** Everything that reads a time without a zone, counts working days, measures a promise, or writes a date for a person. */
const folders = [
  "packages/adapter-kit/src/carrier",
  "packages/core/src/calendars",
  "packages/core/src/promises",
  "packages/core/src/parcels",
  "packages/core/src/answers",
  "packages/carriers/sameday",
];

interface Report {
  numPassedTests: number;
  testResults: { assertionResults: { status: string; fullName: string }[] }[];
}

describe("results do not depend on where the process is", () => {
  it.each(["UTC", "America/New_York", "Europe/Bucharest", "Pacific/Kiritimati"])(
    "%s",
    async (zone) => {
      const folder = mkdtempSync(join(tmpdir(), "askonce-zones-"));
      onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
      const file = join(folder, "report.json");
      // A run of its own: what this one's runner told its worker is not for it.
      const inherited = Object.entries(process.env).filter(([name]) => !/^(VITEST|TEST|NODE_ENV|NODE_OPTIONS|ASKONCE_TEST)/.test(name));
      const arguments_ = [vitest, "run", "--project", "packages", "--reporter=json", `--outputFile=${file}`, ...folders];
      await promisify(execFile)(process.execPath, arguments_, {
        cwd: repository,
        env: { ...Object.fromEntries(inherited), TZ: zone },
        maxBuffer: 64 * 1024 * 1024,
        // That tests failed is told by the report.
      }).catch(() => {});
      const report = JSON.parse(readFileSync(file, "utf8")) as Report;
      const tests = report.testResults.flatMap((each) => each.assertionResults);
      expect(tests.filter((test) => test.status === "failed").map((test) => test.fullName)).toEqual([]);
      expect(report.numPassedTests).toBeGreaterThan(500);
    },
    300_000,
  );
});
