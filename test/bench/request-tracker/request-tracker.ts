import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Client } from "pg";
import { type Configuration, writeConfiguration } from "./configuration.ts";
import { type Counters, countersOf, type DatabaseWork } from "./counters.ts";
import { type Driver, type DriverAnswer, type DriverCommand, startDriver } from "./driver.ts";
import { type Availability, findInstallation, type Installation, indexFullText, validate } from "./installation.ts";
import { type LoadedTickets, loadTickets } from "./load.ts";
import { agentName, commandOf, type Operation, type OperationParameters } from "./operations.ts";
import { urlOf, withClient } from "./server.ts";
import { createDatabase, keepLoad, keptLoad, prepare } from "./set-up.ts";
import { sampleTickets, type TicketSource } from "./ticket-source.ts";

export type { Operation, OperationParameters };

const execute = promisify(execFile);

export interface RequestTrackerOptions extends Partial<Installation> {
  /** A PostgreSQL server on loopback and a superuser of it: `postgres://postgres@127.0.0.1:5432/postgres`. */
  url: string;
  /**
   * The database to create, and to drop when closed. Default `askonce_bench_rt`. One of that name that is there already is replaced, so
   * the name must start with `askonce_`; and it must need no quotes, because Request Tracker writes none.
   */
  database?: string;
  /**
   * Names what is loaded, for example the seed and the version of the source. With a name the database is kept when closed, and the next
   * load of as many tickets under the same name takes it as it was left, with what measurements have written since. Default: not kept.
   */
  keepAs?: string;
}

export interface Measurement {
  operation: Operation;
  /** One per operation, inside Request Tracker's API including its database. */
  milliseconds: number[];
  /** Rows of each answer: tickets of a page, transactions of a ticket, 1 for a write. */
  rows: number[];
  /** What list and search found: source indexes, or `-1` for a ticket made by `create`. For other operations empty. */
  tickets: number[][];
  /** What open read: the texts of the ticket's transactions, oldest first. For other operations empty. */
  texts: string[][];
  /** Processor time of Perl in milliseconds, on average. The database's comes on top. */
  cpuMilliseconds: number;
  database: DatabaseWork;
}

export interface RequestTracker {
  /** Whether this machine can run it, or the reason why not. Never throws. */
  available(): Promise<Availability>;
  /** Makes the database and fills it. Without a source: `sampleTickets`. */
  load(tickets?: number, source?: TicketSource): Promise<LoadedTickets & { kept: boolean }>;
  /** Runs an operation `count` times, one after the other, after `warmUp` runs (default 3) that are not counted. */
  measure<Name extends Operation>(
    operation: Name,
    count: number,
    parameters: OperationParameters[Name] & { warmUp?: number },
  ): Promise<Measurement>;
  /** Runs Request Tracker's own indexer over what reply and create have written: until then search does not find it. Milliseconds. */
  index(): Promise<number>;
  /** What Request Tracker's own validator finds wrong with the loaded rows. Empty: nothing. Reads every table, so minutes at a million. */
  problems(): Promise<string[]>;
  /** Ends the Perl process, drops the database unless it is to be kept, removes the configuration. Safe to call at any time, and twice. */
  close(): Promise<void>;
}

/** Request Tracker 5 as a peer of the ticket bench: its Perl API on PostgreSQL, without its web layer. Nothing happens before `load`. */
export function requestTracker(options: RequestTrackerOptions): RequestTracker {
  const { url, database = "askonce_bench_rt" } = options;
  if (!/^askonce_[a-z0-9_]{1,50}$/.test(database)) {
    throw new Error("The database is dropped and must be ours: its name starts with askonce_ and needs no quotes");
  }
  if (!/^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(new URL(url).hostname)) throw new Error("The PostgreSQL server must be on loopback");
  const installation: Installation = {
    binDirectory: options.binDirectory ?? "/usr/sbin",
    libraryDirectory: options.libraryDirectory ?? "/usr/share/request-tracker5/lib",
    perl: options.perl ?? "perl",
  };
  let configuration: Configuration | undefined;
  let driver: Driver | undefined;
  let counters: Counters | undefined;
  let loaded: { firstTicketId: number; tickets: number; source: TicketSource } | undefined;

  const run = (program: string, parameters: string[], environment = configuration?.environment) =>
    execute(join(installation.binDirectory, program), parameters, { env: environment, maxBuffer: 1 << 24 });
  const ask = (command: DriverCommand): Promise<DriverAnswer> => {
    if (!driver) throw new Error("Load tickets first");
    return driver.ask(command);
  };
  const inDatabase = <Result>(name: string, work: (client: Client) => Promise<Result>) => withClient(urlOf(url, name), work);

  /** Request Tracker asks for its scrips at every transaction, so a change takes effect at once. */
  async function withoutScrips<Result>(work: () => Promise<Result>): Promise<Result> {
    const { rows } = await inDatabase(database, (client) =>
      client.query<{ id: number }>("UPDATE Scrips SET Disabled = 1 WHERE Disabled = 0 RETURNING id"),
    );
    try {
      return await work();
    } finally {
      const ids = rows.map(({ id }) => id);
      await inDatabase(database, (client) => client.query("UPDATE Scrips SET Disabled = 0 WHERE id = ANY($1)", [ids]));
    }
  }

  async function close(): Promise<void> {
    const ending = { driver, counters, configuration };
    driver = counters = configuration = loaded = undefined;
    ending.configuration?.remove();
    await ending.driver?.stop();
    await ending.counters?.close();
    if (ending.configuration && !options.keepAs)
      await inDatabase("", (client) => client.query(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`));
  }

  async function measure<Name extends Operation>(
    operation: Name,
    count: number,
    parameters: OperationParameters[Name] & { warmUp?: number },
  ): Promise<Measurement> {
    if (!loaded || !counters) throw new Error("Load tickets first");
    if ("scrips" in parameters && parameters.scrips === false) {
      return await withoutScrips(() => measure(operation, count, { ...parameters, scrips: true }));
    }
    const { firstTicketId, tickets, source } = loaded;
    const warmUp = parameters.warmUp ?? 3;
    const command = commandOf(operation, parameters, firstTicketId, source);
    for (let turn = 0; turn < warmUp; turn++) await ask(command(turn));
    const answers: DriverAnswer[] = [];
    await counters.start();
    for (let turn = warmUp; turn < warmUp + count; turn++) answers.push(await ask(command(turn)));
    const work = await counters.stop(count);
    const sourceIndex = (id: number) => (id - firstTicketId < tickets ? id - firstTicketId : -1);
    return {
      operation,
      milliseconds: answers.map((answer) => answer.milliseconds),
      rows: answers.map((answer) => answer.rows ?? 0),
      tickets: answers.flatMap((answer) => (answer.tickets ? [answer.tickets.map(sourceIndex)] : [])),
      texts: answers.flatMap((answer) => (answer.messages ? [answer.messages.map(({ content }) => content)] : [])),
      cpuMilliseconds: answers.reduce((sum, answer) => sum + answer.cpuMilliseconds, 0) / count,
      database: work,
    };
  }

  return {
    available: () => findInstallation(installation, url),
    async load(tickets = 1_000_000, source = sampleTickets({ tickets })) {
      await close();
      configuration = writeConfiguration(url, database);
      const { environment } = configuration;
      const kept = options.keepAs ? await keptLoad(url, database, options.keepAs, tickets) : undefined;
      // A measurement that was killed may have left them disabled; as installed none is.
      if (kept) await inDatabase(database, (client) => client.query("UPDATE Scrips SET Disabled = 0"));
      const report = kept ?? (await build());
      loaded = { firstTicketId: report.firstTicketId, tickets, source };
      // A new process: what one remembers of an empty database, plans of statements included, is no help any more.
      driver = startDriver({ ...installation, environment });
      const { backend = 0 } = await driver.ask({ operation: "sign_in", agent: agentName(0) });
      counters = await countersOf(url, database, backend, () => ask({ operation: "flush" }));
      return { ...report, kept: kept !== undefined };

      async function build(): Promise<LoadedTickets> {
        // What is being made may be lost in a crash, so nothing waits for the disk. The measured process is started without this.
        const hasty = { ...environment, PGOPTIONS: "-c synchronous_commit=off" };
        await createDatabase({ url, database, run: (program, parameters) => run(program, parameters, hasty) });
        driver = startDriver({ ...installation, environment: hasty });
        const made = await prepare(driver, source);
        await driver.stop();
        const fresh = await inDatabase(database, (client) => loadTickets(client, tickets, source, made));
        if (options.keepAs) await keepLoad(url, database, options.keepAs, fresh);
        return fresh;
      }
    },
    measure,
    async index() {
      if (!loaded) throw new Error("Load tickets first");
      const started = performance.now();
      await run(indexFullText, ["--all"]);
      return performance.now() - started;
    },
    async problems() {
      if (!loaded) throw new Error("Load tickets first");
      const said = await run(validate, ["--check"]).catch((error: { code?: unknown; stdout?: string; stderr?: string }) => {
        // What it finds may end it with a number; anything else means that it did not run.
        if (typeof error.code === "number") return error;
        throw error;
      });
      return `${said.stdout ?? ""}${said.stderr ?? ""}`.split("\n").filter((line) => line.trim() && !line.includes("[warning]"));
    },
    close,
  };
}
