// Publishes what `pnpm version-packages` has prepared: `pnpm release`. `--dry-run` packs everything and shows what would be published.
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkManifest } from "./package-shape/manifest-rules.ts";
import { buildPackages } from "./toolchain/build-packages.ts";
import { packPackages } from "./toolchain/pack-packages.ts";
import { runCommand } from "./toolchain/run-command.ts";

/** Ends with a message for a person. */
function refuse(message) {
  console.error(`release: ${message}`);
  process.exit(1);
}

async function ask(command) {
  const result = await runCommand(command);
  if (result.exitCode !== 0) refuse(`${command.join(" ")} ended with code ${result.exitCode}\n${result.output}`);
  return result.output.trim();
}

async function packEverything(show) {
  const folder = mkdtempSync(join(tmpdir(), "askonce-release-"));
  try {
    let total = 0;
    for (const { package: one, tarball, files } of await packPackages(folder)) {
      const wrong = checkManifest(one);
      if (wrong.length > 0) refuse(`${one.name}: ${wrong.join("; ")}`);
      const size = statSync(tarball).size;
      total += size;
      if (!show) continue;
      console.log(`\n${one.name}@${one.manifest.version}  ${(size / 1024).toFixed(1)} kB, ${files.length} files`);
      for (const file of files) console.log(`  ${file}`);
    }
    if (show) console.log(`\n${(total / 1024).toFixed(1)} kB in all. Nothing was published.`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const isDryRun = process.argv.includes("--dry-run");
const builds = await buildPackages({ force: !isDryRun, log: (line) => console.log(line) });
const broken = builds.filter((build) => build.state === "failed" || build.state === "blocked");
if (broken.length > 0) refuse(broken.map((build) => `${build.package.name}: ${build.state}\n${build.output}`).join("\n"));

if (isDryRun) {
  await packEverything(true);
} else {
  const changed = await ask(["git", "status", "--porcelain"]);
  if (changed !== "") refuse(`the working tree has changes:\n${changed}`);
  const branch = await ask(["git", "rev-parse", "--abbrev-ref", "HEAD"]);
  if (branch !== "main") refuse(`this is the branch ${branch}; releases are made from main`);
  for (const [what, script] of [
    ["the checks", "scripts/check.mjs"],
    ["the tests", "scripts/run-tests.mjs"],
  ]) {
    const result = await runCommand(["node", script], { show: true });
    if (result.exitCode !== 0) refuse(`${what} failed`);
  }
  await packEverything(false);
  // Provenance ties each package to the commit and the run that built it; publishConfig asks for it, too.
  const published = await runCommand(["changeset", "publish"], { show: true, env: { NPM_CONFIG_PROVENANCE: "true" } });
  if (published.exitCode !== 0) refuse("not everything was published; run it again, what is already there is left alone");
  console.log("Published. Push the tags: git push --follow-tags");
}
