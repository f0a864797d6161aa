import { arch, cpus } from "node:os";
import { parseArgs } from "node:util";
import { benchContext } from "./context.ts";
import { benchIngest } from "./ingest/bench-ingest.ts";
import { ingestDefects } from "./ingest/subjects/subject.ts";
import { benchScale } from "./scale/bench-scale.ts";
import { benchStart } from "./start.ts";
import { benchTickets } from "./tickets/bench-tickets.ts";
import { benchTracking } from "./tracking/bench-tracking.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: "boolean", default: false },
    orders: { type: "string", default: "100000" },
    views: { type: "string", default: "3000" },
    runs: { type: "string", default: "7" },
    seed: { type: "string", default: "1" },
    tickets: { type: "string", default: "1000000" },
    operations: { type: "string", default: "200" },
    storage: { type: "string", default: "postgres" },
    "postgres-url": { type: "string" },
    filled: { type: "string" },
    peer: { type: "boolean", default: false },
    webhooks: { type: "string", default: "10000" },
    connections: { type: "string", default: "64" },
    rates: { type: "string", default: "500,2000" },
    seconds: { type: "string", default: "5" },
    works: { type: "boolean", default: false },
    defects: { type: "string", default: "" },
    profile: { type: "string" },
    shops: { type: "string", default: "100000" },
    databases: { type: "string", default: "20" },
    parcels: { type: "string", default: "100000" },
    "requests-per-minute": { type: "string", default: "60" },
    batch: { type: "string", default: "50" },
  },
});

const benches = {
  context: () => benchContext({ orders: Number(values.orders), views: Number(values.views), seed: Number(values.seed) }),
  start: () => benchStart({ runs: Number(values.runs) }),
  tickets: () =>
    benchTickets({
      tickets: Number(values.tickets),
      storage: values.storage === "sqlite" ? "sqlite" : "postgres",
      operations: Number(values.operations),
      seed: Number(values.seed),
      url: values["postgres-url"] ?? process.env.ASKONCE_BENCH_POSTGRES_URL,
      filled: values.filled,
      peer: values.peer,
    }),
  ingest: () =>
    benchIngest({
      storage: values.storage === "sqlite" ? "sqlite" : "postgres",
      webhooks: Number(values.webhooks),
      connections: Number(values.connections),
      rates: values.rates.split(",").filter(Boolean).map(Number),
      seconds: Number(values.seconds),
      seed: Number(values.seed),
      peers: values.defects === "",
      works: values.works,
      defects: ingestDefects.filter((defect) => values.defects.split(",").includes(defect)),
      profileFolder: values.profile,
    }),
  scale: () =>
    benchScale({
      shops: Number(values.shops),
      databases: Number(values.databases),
      shopsInOneDatabase: 2000,
      lanes: 100,
      seconds: 4,
      seed: Number(values.seed),
    }),
  // On SQLite unless a database is named: `--storage` means something else by default.
  tracking: () =>
    benchTracking({
      parcels: Number(values.parcels),
      postgresUrl: values["postgres-url"] ?? null,
      requestsPerMinute: Number(values["requests-per-minute"]),
      batchSize: Number(values.batch),
      tickMs: 5000,
    }),
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
