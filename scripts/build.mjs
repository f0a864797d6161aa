// Builds the packages that are stale: `node scripts/build.mjs [--force]`.
import { buildPackages } from "./toolchain/build-packages.ts";

const results = await buildPackages({ force: process.argv.includes("--force"), log: (line) => console.log(line) });
for (const result of results) {
  if (result.state === "failed" || result.state === "blocked")
    console.error(`\n${result.package.name}: ${result.state}\n${result.output.trimEnd()}`);
}
const count = (state) => results.filter((result) => result.state === state).length;
console.log(`${count("built")} built, ${count("current")} current, ${count("failed")} failed, ${count("blocked")} blocked`);
process.exitCode = count("failed") + count("blocked") > 0 ? 1 : 0;
