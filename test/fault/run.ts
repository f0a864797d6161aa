import { arch, cpus } from "node:os";
import { parseArgs } from "node:util";
import { diskFullFault } from "./disk-full.ts";
import { type StorageKind, storageUnavailable } from "./ground/run-files.ts";
import { halfOpenFault } from "./half-open.ts";
import { killFault } from "./kill.ts";
import { moveFault } from "./move/move.ts";
import { poolFault } from "./pool.ts";
import { restartsFault } from "./restarts.ts";
import { plantedDefects } from "./server/server-settings.ts";
import { skewFault } from "./skew.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  // The model takes options of its own.
  strict: false,
  options: {
    json: { type: "boolean", default: false },
    storage: { type: "string" },
    seed: { type: "string", default: "1" },
    kills: { type: "string", default: "1000" },
    rate: { type: "string", default: "300" },
    seconds: { type: "string", default: "120" },
    broken: { type: "string" },
  },
});

const seed = Number(values.seed);
const rate = Number(values.rate);
const kind = oneOf("--storage", values.storage, ["sqlite", "postgres"] as const);
const names = positionals.filter((name) => name !== "--");
// The model plants defects of its own.
const broken = names[0] === "model" ? null : oneOf("--broken", values.broken, plantedDefects);

interface Fault {
  storages: readonly StorageKind[];
  run(storage: StorageKind): Promise<{ ok: boolean }>;
}

const both = ["sqlite", "postgres"] as const;
const postgresOnly = ["postgres"] as const;

const faults: Readonly<Record<string, Fault>> = {
  kill: { storages: both, run: (storage) => killFault({ storage, kills: Number(values.kills), seed, rate, broken }) },
  move: { storages: both, run: (storage) => moveFault({ storage, seed, kills: Math.min(Number(values.kills), 20) }) },
  restarts: { storages: postgresOnly, run: () => restartsFault({ seconds: Number(values.seconds), seed }) },
  "disk-full": { storages: both, run: (storage) => diskFullFault({ storage, seed }) },
  pool: { storages: postgresOnly, run: () => poolFault({ seed }) },
  skew: { storages: postgresOnly, run: () => skewFault({ seed }) },
  "half-open": { storages: postgresOnly, run: () => halfOpenFault({ seed }) },
};

if (names[0] === "model") {
  const { runModelFault } = await import("./model/command-line.ts");
  await runModelFault(process.argv.slice(process.argv.indexOf("model") + 1));
} else await run(names.length > 0 ? names : Object.keys(faults));

async function run(wanted: readonly string[]): Promise<void> {
  const results: { ok: boolean }[] = [];
  for (const name of wanted) {
    const fault = faults[name] ?? exit(`There is no fault ${name}. There are: ${[...Object.keys(faults), "model"].join(", ")}`);
    for (const storage of fault.storages.filter((one) => kind === null || kind === one)) {
      if (!values.json) console.error(`… ${name} on ${storage}, seed ${seed}`);
      const skipped = await storageUnavailable(storage);
      const result = skipped === null ? await fault.run(storage) : { fault: name, storage, skipped, ok: true };
      results.push(result);
    }
  }
  const machine = { node: process.version, cores: cpus().length, arch: arch() };
  console.log(JSON.stringify(results.length === 1 ? { ...results[0], machine } : { machine, results }, null, values.json ? 0 : 2));
  process.exitCode = results.every((result) => result.ok) ? 0 : 1;
}

function oneOf<Name extends string>(option: string, value: unknown, allowed: readonly Name[]): Name | null {
  if (value === undefined) return null;
  const found = allowed.find((name) => name === value);
  return found ?? exit(`${option} is one of ${allowed.join(", ")}`);
}

function exit(message: string): never {
  console.error(message);
  process.exit(2);
}
