// `pnpm check`: every check runs, also after one has failed, and a table says which did.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { formatSeconds, runCommand } from "./toolchain/run-command.ts";
import { repositoryRoot } from "./toolchain/workspace.ts";

const { scripts } = JSON.parse(readFileSync(join(repositoryRoot, "package.json"), "utf8"));
const steps = [
  ["lint", "check:lint"],
  ["types", "check:types"],
  ["boundaries", "check:boundaries"],
  ["unused code", "check:unused"],
  ["package shape", "check:package-shape"],
  ["generated files", "check:generated"],
];

const rows = [];
for (const [title, script] of steps) {
  const result = await runCommand(scripts[script], { env: { NO_COLOR: "1", FORCE_COLOR: undefined } });
  if (result.exitCode !== 0) console.log(`\n--- ${title} (pnpm ${script}) ---\n${stripVTControlCharacters(result.output).trimEnd()}\n`);
  rows.push([result.exitCode === 0 ? "ok" : "FAILED", title, formatSeconds(result.durationMs), `pnpm ${script}`]);
}
const width = (column) => Math.max(...rows.map((row) => row[column].length));
const widths = [0, 1, 2, 3].map(width);
for (const row of rows)
  console.log(
    row
      .map((cell, column) => (column === 2 ? cell.padStart(widths[2]) : cell.padEnd(widths[column])))
      .join("  ")
      .trimEnd(),
  );
process.exitCode = rows.every((row) => row[0] === "ok") ? 0 : 1;
