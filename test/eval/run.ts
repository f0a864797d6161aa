import { arch, cpus } from "node:os";
import { parseArgs } from "node:util";
import { type EvalOptions, evaluations, OptionError } from "./evaluations.ts";
import { CorpusError, halves } from "./labelled/read-corpus.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: "boolean", default: false },
    seed: { type: "string", multiple: true, default: ["1", "2", "3"] },
    params: { type: "string" },
    parcels: { type: "string", default: "200000" },
    broken: { type: "string" },
    corpus: { type: "string" },
    half: { type: "string", default: "test" },
  },
});

const named = positionals.filter((name) => name !== "--");
const names = named.length > 0 ? named : Object.keys(evaluations);
if (values.corpus !== undefined && (named.length !== 1 || named[0] === "lateness"))
  exit("--corpus goes with one evaluation of labelled cases");
const options: EvalOptions = {
  corpus: {
    file: values.corpus ?? null,
    half: halves.find((half) => half === values.half) ?? exit(`--half is one of ${halves.join(", ")}`),
  },
  broken: values.broken,
  parcels: wholeNumber("--parcels", values.parcels),
  seeds: values.seed.map((seed) => wholeNumber("--seed", seed)),
  params: values.params,
};

const results = [];
for (const name of names) {
  const run = Object.hasOwn(evaluations, name) ? evaluations[name] : undefined;
  if (!run) exit(`There is no evaluation ${name}. There are: ${Object.keys(evaluations).join(", ")}`);
  if (!values.json) console.error(`… ${name}`);
  try {
    results.push(await run(options));
  } catch (error) {
    if (error instanceof CorpusError || error instanceof OptionError) exit(error.message);
    throw error;
  }
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
