import { readFileSync } from "node:fs";
import { arch, cpus } from "node:os";
import { parseArgs } from "node:util";
import { evalLateness } from "./lateness/eval-lateness.ts";
import { defaultParameters, readParameters } from "./lateness/parameters.ts";
import { lateDefects } from "./lateness/planted-defects.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: "boolean", default: false },
    seed: { type: "string", multiple: true, default: ["1", "2", "3"] },
    params: { type: "string" },
    parcels: { type: "string", default: "200000" },
    broken: { type: "string" },
  },
});

const evaluations = {
  lateness: () =>
    evalLateness({
      parcels: wholeNumber("--parcels", values.parcels),
      seeds: values.seed.map((seed) => wholeNumber("--seed", seed)),
      params: values.params === undefined ? defaultParameters : readParameters(readFileSync(values.params, "utf8")),
      broken:
        values.broken === undefined
          ? null
          : (lateDefects.find((one) => one === values.broken) ?? exit(`--broken is one of ${lateDefects.join(", ")}`)),
    }),
} as const;

const names = positionals.filter((name) => name !== "--");
const results = [];
for (const name of names.length > 0 ? names : Object.keys(evaluations)) {
  if (!Object.hasOwn(evaluations, name)) exit(`There is no evaluation ${name}. There are: ${Object.keys(evaluations).join(", ")}`);
  if (!values.json) console.error(`… ${name}`);
  results.push(await evaluations[name as keyof typeof evaluations]());
}
const machine = { node: process.version, cores: cpus().length, arch: arch() };
console.log(JSON.stringify(results.length === 1 ? { ...results[0], machine } : { machine, results }, null, values.json ? 0 : 2));
for (const failure of results.flatMap(({ failures }) => failures)) console.error(`failed: ${failure}`);
process.exitCode = results.every((result) => result.ok) ? 0 : 1;

function wholeNumber(option: string, text: string): number {
  const number = Number(text);
  return Number.isInteger(number) && number >= 0 && text !== "" ? number : exit(`${option} is a whole number`);
}

function exit(message: string): never {
  console.error(message);
  process.exit(2);
}
