import { parseArgs } from "node:util";
import { postgres } from "@askonce/postgres";
import type { StorageV1 } from "@askonce/spec/storage";
import { sqlite } from "@askonce/sqlite";
import { postgresUnavailable, testDatabase } from "@askonce/testkit/postgres";
import { defectNames } from "./broken.ts";
import { runModel } from "./run-model.ts";
import type { Sequence } from "./sequences.ts";

/**
 * `--storage sqlite|postgres --sequences 100000 --seed 1 [--from 40000] [--commands 12] [--lanes 1] [--url …] [--broken NAME] [--hostile]
 * [--replay JSON] [--json]`: prints one JSON object and leaves exit code 1 behind when something failed. `--replay` takes the sequence of a failure. Ended by SIGINT or SIGTERM it says how far it came, and `--from` goes on there.
 */
export async function runModelFault(parameters: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...parameters],
    options: {
      storage: { type: "string", default: "sqlite" },
      sequences: { type: "string", default: "10000" },
      seed: { type: "string", default: "1" },
      from: { type: "string", default: "0" },
      commands: { type: "string", default: "12" },
      lanes: { type: "string", default: "1" },
      url: { type: "string" },
      broken: { type: "string" },
      hostile: { type: "boolean", default: false },
      replay: { type: "string" },
      json: { type: "boolean", default: false },
    },
  });
  const broken = defectNames.find((name) => name === values.broken);
  if (values.broken !== undefined && !broken) throw new Error(`There is no defect ${values.broken}. There are: ${defectNames.join(", ")}`);
  const ending = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => ending.abort());
  const report = await runModel({
    storage: await storageNamed(values.storage, values.url),
    sequences: values.replay === undefined ? Number(values.sequences) : 1,
    sequence: values.replay === undefined ? undefined : (JSON.parse(values.replay) as Sequence),
    seed: Number(values.seed),
    from: Number(values.from),
    signal: ending.signal,
    onProgress: (done) => console.error(`… ${done} of ${values.sequences}`),
    maxCommands: Number(values.commands),
    lanes: Number(values.lanes),
    broken,
    hostile: values.hostile,
  });
  console.log(JSON.stringify({ storage: values.storage, ...(broken ? { broken } : {}), ...report }, null, values.json ? 0 : 2));
  if (report.failures.length > 0) process.exitCode = 1;
}

/** Without a URL, PostgreSQL is a server of this process with an empty database. */
async function storageNamed(name: string, url: string | undefined): Promise<() => StorageV1> {
  if (name === "sqlite") return () => sqlite({ path: ":memory:", durability: "normal" });
  if (name !== "postgres") throw new Error(`There is no storage ${name}. There are: sqlite, postgres`);
  const database = url ?? (await testDatabase());
  if (database === null) throw new Error((await postgresUnavailable()) ?? "There is no PostgreSQL here");
  return () => postgres({ url: database, connections: 4 });
}
