// Runs every test: `node scripts/run-tests.mjs [what vitest takes]`. The last line is `N passed, N failed, N skipped`.
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { summarize } from "./run-tests/summary.ts";
import { buildPackages } from "./toolchain/build-packages.ts";
import { runToEnd } from "./toolchain/run-to-end.mjs";
import { repositoryRoot } from "./toolchain/workspace.ts";

const folder = mkdtempSync(join(tmpdir(), "askonce-tests-"));
const recordFile = join(folder, "record.json");
let runnerExitCode = 1;
let failedBuilds = [];
let record = null;
try {
  // Most tests read the sources; those of the packed packages need them built. A broken build fails the run but hides no other result.
  const builds = await buildPackages({ log: (line) => console.log(line) });
  const broken = builds.filter((build) => build.state === "failed" || build.state === "blocked");
  for (const build of broken) console.error(`${build.package.name}: ${build.state}\n${build.output.trimEnd()}\n`);
  failedBuilds = broken.map((build) => build.package.name);

  process.env.ASKONCE_TEST_RECORD = recordFile;
  const vitest = join(repositoryRoot, "node_modules", "vitest", "vitest.mjs");
  const reporter = join(repositoryRoot, "scripts", "run-tests", "reporter.ts");
  const vitestArguments = [vitest, "run", "--reporter=default", `--reporter=${reporter}`, ...process.argv.slice(2)];
  runnerExitCode = await runToEnd(process.execPath, vitestArguments, repositoryRoot);
  if (existsSync(recordFile)) record = JSON.parse(readFileSync(recordFile, "utf8"));
} catch (error) {
  console.error(error);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
const summary = summarize(record, runnerExitCode, failedBuilds);
for (const remark of summary.remarks) console.log(remark);
console.log(summary.lastLine);
process.exitCode = summary.exitCode;
