import { cpus } from "node:os";
import { parseArgs } from "node:util";
import { seededRandom, spreadOf } from "../measure.ts";
import type { Operation, OperationParameters } from "./operations.ts";
import { requestTracker } from "./request-tracker.ts";
import { sampleTickets, vocabulary } from "./ticket-source.ts";

/** Request Tracker alone, for work on this peer: `node test/bench/request-tracker/run.ts --url postgres://… --tickets 100000`. */
const { values } = parseArgs({
  options: {
    url: { type: "string" },
    tickets: { type: "string", default: "10000" },
    count: { type: "string", default: "100" },
    seed: { type: "string", default: "1" },
    keep: { type: "boolean", default: false },
  },
});
const url = values.url ?? process.env.ASKONCE_BENCH_POSTGRES_URL;
if (!url) {
  console.error("Which PostgreSQL server? --url postgres://postgres@127.0.0.1:5432/postgres, or ASKONCE_BENCH_POSTGRES_URL");
  process.exit(2);
}
const count = Number(values.count);
const tickets = Number(values.tickets);
const seed = Number(values.seed);
const source = sampleTickets({ tickets, seed });
const peer = requestTracker({ url, ...(values.keep ? { keepAs: `sample-${seed}` } : {}) });
const available = await peer.available();
if (!available.ok) {
  console.log(JSON.stringify({ peer: "request-tracker", skipped: available.reason }));
  process.exit(0);
}

const random = seededRandom(seed);
const anyTicket = () => Math.floor(random() * tickets);
const some = Array.from({ length: 1000 }, anyTicket);
const words = [vocabulary("en"), vocabulary("it"), vocabulary("ro")];
/** Every kind of term in turn: a word of the first hundred, one of the first thousand, a rare one, an order number. */
const terms = Array.from({ length: 400 }, (_, index) => {
  const list = words[index % 3] ?? [];
  const range = [100, 1000, 4000][index % 4];
  return range === undefined ? String(100_000 + anyTicket()) : (list[Math.floor(range * (0.5 + random() / 2))] ?? "");
});
const parameters: OperationParameters = {
  list: { queues: Array.from({ length: source.queues }, (_, index) => index) },
  open: { tickets: some },
  search: { terms },
  reply: { tickets: some, text: (turn) => source.textOf(some[turn % some.length] ?? 0, 1) },
  create: {
    ticket: (turn) => {
      const index = some[turn % some.length] ?? 0;
      const { queue, customer, subject } = source.ticketOf(index);
      return { queue, customer, subject, text: source.textOf(index, 0) };
    },
  },
};

const interrupted = async () => {
  await peer.close();
  process.exit(130);
};
process.once("SIGINT", interrupted);
process.once("SIGTERM", interrupted);
try {
  console.error(`… loading ${tickets} tickets`);
  const load = await peer.load(tickets, source);
  console.error(`… loaded: ${JSON.stringify(load)}`);
  const operations: Record<string, unknown> = {};
  const measured = async <Name extends Operation>(name: Name, label: string, given: OperationParameters[Name]) => {
    console.error(`… ${label}`);
    const result = await peer.measure(name, count, { ...given, warmUp: 5 });
    const { cpuMilliseconds, database } = result;
    const rows = result.rows.reduce((sum, one) => sum + one, 0) / result.rows.length;
    operations[label] = { ...spreadOf(result.milliseconds), rows, perlCpuMs: Math.round(cpuMilliseconds * 10) / 10, database };
  };
  await measured("list", "list", parameters.list);
  await measured("open", "open", parameters.open);
  await measured("search", "search", parameters.search);
  await measured("search", "searchOpen", { ...parameters.search, openOnly: true });
  await measured("reply", "reply", parameters.reply);
  await measured("create", "create", parameters.create);
  await measured("reply", "replyWithoutScrips", { ...parameters.reply, scrips: false });
  await measured("create", "createWithoutScrips", { ...parameters.create, scrips: false });
  const indexMs = Math.round(await peer.index());
  const machine = { node: process.version, cores: cpus().length };
  console.log(
    JSON.stringify({ peer: "request-tracker", version: available.version, tickets, seed, load, operations, indexMs, machine }, null, 2),
  );
} finally {
  await peer.close();
}
