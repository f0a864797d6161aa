// Runs one script of package.json with the repository's own toolchain: `node scripts/with-toolchain.mjs <script> [arguments]`.
//
// It is the first thing that runs on a machine that has only git, Node 20 or newer, and npm. So it has no dependencies, installs what the
// lockfile names when that is not there yet, and starts the script with `node_modules/.bin` (which holds Node 24) first on PATH.
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { installDependencies, isInStep } from "./toolchain/install.mjs";
import { runToEnd } from "./toolchain/run-to-end.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const oldestNodeMajor = 20;

/** Ends with a message for a person. */
function refuse(message) {
  process.stderr.write(`askonce: ${message}\n`);
  process.exit(1);
}

const nodeMajor = Number(process.versions.node.split(".")[0]);
if (nodeMajor < oldestNodeMajor) {
  refuse(
    `this is Node ${process.versions.node}; Node ${oldestNodeMajor} or newer is needed to start. Install it from https://nodejs.org and try again.`,
  );
}

const [scriptName, ...scriptArguments] = process.argv.slice(2);
const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const command = scriptName === undefined ? undefined : scripts[scriptName];
if (command === undefined) refuse(`usage: node scripts/with-toolchain.mjs <script> [arguments]; there is no script "${scriptName ?? ""}"`);
// Without a shell in between, signals reach the script itself and arguments need no quoting; so such a script is one plain command.
if (!/^node [\w./-]+( [\w./=@-]+)*$/.test(command)) refuse(`the script "${scriptName}" has to be one plain "node file arguments" command`);

if (!isInStep(root)) {
  const problem = await installDependencies(root);
  if (problem !== null) refuse(problem);
}

const [, ...words] = command.split(" ");
// npm drops the "--" of `npm run demo -- --port 4500`, pnpm hands it down.
const passed = scriptArguments[0] === "--" ? scriptArguments.slice(1) : scriptArguments;
const binaryName = process.platform === "win32" ? "node.exe" : "node";
process.exitCode = await runToEnd(join(root, "node_modules", "node", "bin", binaryName), [...words, ...passed], root);
