// `npm run demo -- [--port N] [--data DIR]`: builds what is stale, then starts two fake shops, ninety tickets and the desk.
import { join } from "node:path";
import { buildPackages } from "./toolchain/build-packages.ts";
import { runToEnd } from "./toolchain/run-to-end.mjs";
import { repositoryRoot } from "./toolchain/workspace.ts";

const results = await buildPackages({ log: (line) => console.error(line) });
// The demo needs the command line and what that is made from; another package that does not build does not stop it.
const commandLine = results.find((result) => result.package.name === "askonce");
if (commandLine === undefined || commandLine.state === "failed" || commandLine.state === "blocked") {
  for (const result of results) {
    if (result.state === "failed") console.error(`\n${result.package.name} cannot be built:\n${lastLines(result.output)}`);
  }
  process.exitCode = 1;
} else {
  const main = join(repositoryRoot, "packages", "cli", "dist", "main.js");
  process.exitCode = await runToEnd(process.execPath, [main, "demo", ...process.argv.slice(2)], repositoryRoot);
}

/** The end of a build's output says what was wrong; the rest is what worked. */
function lastLines(output) {
  return output.trimEnd().split("\n").slice(-15).join("\n");
}
