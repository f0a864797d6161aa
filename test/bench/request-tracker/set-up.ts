import { hasStatements } from "./counters.ts";
import type { Driver } from "./driver.ts";
import { setUpDatabase, setUpFullText } from "./installation.ts";
import type { LoadedTickets, Prepared } from "./load.ts";
import { agentName, queueName } from "./operations.ts";
import { urlOf, withClient } from "./server.ts";
import type { TicketSource } from "./ticket-source.ts";

export interface NewDatabase {
  url: string;
  database: string;
  /** Runs one of Request Tracker's programs under our configuration. */
  run(program: string, parameters: string[]): Promise<unknown>;
}

/** An empty Request Tracker, made by its own programs: schema, its own rows, and the full text's table and index. */
export async function createDatabase({ url, database, run }: NewDatabase): Promise<void> {
  await withClient(url, (client) => client.query(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`));
  await run(setUpDatabase, ["--action", "init"]);
  await run(setUpFullText, ["--noask", "--index-type", "gin"]);
  // The plans of its searches look dear enough to be compiled, which then takes longer than many of them run.
  await withClient(url, (client) => client.query(`ALTER DATABASE ${database} SET jit = off`));
  if (!(await hasStatements(url))) return;
  // Otherwise every DEALLOCATE of Perl's driver is a statement of its own and pushes the others out of the view.
  await withClient(url, (client) => client.query(`ALTER DATABASE ${database} SET pg_stat_statements.track_utility = off`));
}

/** Queues and agents, through Request Tracker's API. */
export async function prepare(driver: Driver, source: TicketSource): Promise<Prepared> {
  const { queues = [], agents = [] } = await driver.ask({
    operation: "prepare",
    queues: Array.from({ length: source.queues }, (_, index) => queueName(index)),
    agents: Array.from({ length: source.agents }, (_, index) => ({ name: agentName(index), email: `${agentName(index)}@example.test` })),
  });
  return { queues, agents };
}

/** Leaves a note in the database of what was loaded, for `keptLoad`. */
export async function keepLoad(url: string, database: string, name: string, report: LoadedTickets): Promise<void> {
  await withClient(urlOf(url, database), async (client) => {
    await client.query("CREATE TABLE askonce_load (name text, report jsonb)");
    await client.query("INSERT INTO askonce_load VALUES ($1, $2)", [name, JSON.stringify(report)]);
  });
}

/** What was loaded before under this name, if it is still there and has as many tickets. */
export async function keptLoad(url: string, database: string, name: string, tickets: number): Promise<LoadedTickets | undefined> {
  const known = await withClient(url, (client) => client.query("SELECT 1 FROM pg_database WHERE datname = $1", [database]));
  if (known.rowCount === 0) return undefined;
  return await withClient(urlOf(url, database), async (client) => {
    const noted = await client.query<{ is: boolean }>("SELECT to_regclass('askonce_load') IS NOT NULL AS is");
    if (!noted.rows[0]?.is) return undefined;
    const { rows } = await client.query<{ report: LoadedTickets }>("SELECT report FROM askonce_load WHERE name = $1", [name]);
    const report = rows[0]?.report;
    return report?.tickets === tickets ? report : undefined;
  });
}
