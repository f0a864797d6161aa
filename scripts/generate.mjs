// Writes what is derived from the sources: `pnpm generate`. With `--check` it writes nothing and fails when something is out of date.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { carriers } from "./generate/carriers.ts";
import { checkPages, errorPages } from "./generate/error-pages.ts";
import { events } from "./generate/events.ts";
import { openApi } from "./generate/openapi.ts";
import { repositoryRoot } from "./toolchain/workspace.ts";

const generators = [errorPages, events, openApi, carriers];
const isCheck = process.argv.includes("--check");

const problems = [];
for (const { path, content } of (await Promise.all(generators.map((generate) => generate()))).flat()) {
  const file = join(repositoryRoot, path);
  if (existsSync(file) && readFileSync(file, "utf8") === content) continue;
  if (isCheck) problems.push(`${path} is out of date: run pnpm generate`);
  else {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
    console.log(`wrote ${path}`);
  }
}
problems.push(...checkPages());
for (const problem of problems) console.error(problem);
process.exitCode = problems.length > 0 ? 1 : 0;
