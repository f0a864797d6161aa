import { arch, cpus } from "node:os";
import { parseArgs } from "node:util";
import { benchContext } from "./context.ts";
import { benchStart } from "./start.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: "boolean", default: false },
    orders: { type: "string", default: "100000" },
    views: { type: "string", default: "3000" },
    runs: { type: "string", default: "7" },
    seed: { type: "string", default: "1" },
  },
});

const benches = {
  context: () => benchContext({ orders: Number(values.orders), views: Number(values.views), seed: Number(values.seed) }),
  start: () => benchStart({ runs: Number(values.runs) }),
} as const;

const names = positionals.filter((name) => name !== "--");
const wanted = names.length > 0 ? names : Object.keys(benches);
const results = [];
for (const name of wanted) {
  if (!(name in benches)) {
    console.error(`There is no bench ${name}. There are: ${Object.keys(benches).join(", ")}`);
    process.exit(2);
  }
  if (!values.json) console.error(`… ${name}`);
  results.push(await benches[name as keyof typeof benches]());
}
const machine = { node: process.version, cores: cpus().length, arch: arch() };
console.log(JSON.stringify(results.length === 1 ? { ...results[0], machine } : { machine, results }, null, values.json ? 0 : 2));
process.exitCode = results.every((result) => result.ok) ? 0 : 1;
