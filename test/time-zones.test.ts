import { execFile } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";

const run = promisify(execFile);
const repository = fileURLToPath(new URL("../", import.meta.url));
const vitest = join(repository, "node_modules/vitest/vitest.mjs");

/** Everything that reads a time without a zone, counts working days, or writes a date for a person. */
const folders = [
  "packages/adapter-kit/src/carrier",
  "packages/core/src/calendars",
  "packages/core/src/promises",
  "packages/core/src/parcels",
  "packages/core/src/incidents",
  "packages/core/src/outreach",
  "packages/core/src/answers",
];
const carriers = readdirSync(join(repository, "packages/carriers")).map((name) => `packages/carriers/${name}`);

describe("results do not depend on where the process is", () => {
  it.each(["UTC", "America/New_York", "Europe/Bucharest", "Pacific/Kiritimati"])(
    "%s",
    async (zone) => {
      const { stdout } = await run(process.execPath, [vitest, "run", "--project", "packages", "--reporter=json", ...folders, ...carriers], {
        cwd: repository,
        env: { ...process.env, TZ: zone, ASKONCE_TEST_RECORD: "" },
        maxBuffer: 64 * 1024 * 1024,
      }).catch((error: { stdout: string }) => error);
      const report = JSON.parse(stdout.slice(stdout.indexOf("{"))) as {
        numPassedTests: number;
        testResults: { assertionResults: { status: string; fullName: string }[] }[];
      };
      const failed = report.testResults.flatMap((file) => file.assertionResults).filter((test) => test.status === "failed");
      expect(failed.map((test) => test.fullName)).toEqual([]);
      expect(report.numPassedTests).toBeGreaterThan(1000);
    },
    600_000,
  );
});
