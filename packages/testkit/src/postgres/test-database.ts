import { createDatabase } from "./create-database.ts";
import { findPostgres } from "./find-postgres.ts";
import { askSharedServer, type SharedServerAnswer, sharedServerVariable, startForTests, testFlavor } from "./shared-server.ts";

interface Shared {
  readonly answer: SharedServerAnswer;
  entrust(databaseName: string): void;
}

let shared: Promise<Shared> | undefined;

/**
 * A fresh, empty database of this test's own, on the one server of the test run; `null` when there is no PostgreSQL here (see
 * {@link postgresUnavailable} for the reason). The server is started by the first call of the whole run, which takes about half a second;
 * each further database takes about 30 ms. It lives until the calling process ends; connections that are open to it then are cut.
 *
 * Without the global setup of this folder the server belongs to the calling process and ends with it.
 * `ASKONCE_TEST_POSTGRES=system` takes the machine's own PostgreSQL instead of the embedded one.
 *
 * @throws Error when PostgreSQL is there and does not start
 */
export async function testDatabase(): Promise<string | null> {
  shared ??= findSharedServer();
  const { answer, entrust } = await shared.catch((error: unknown) => {
    shared = undefined;
    throw error;
  });
  if ("unavailable" in answer) return null;
  if ("failure" in answer) throw new Error(answer.failure);
  const url = await createDatabase(answer.url);
  entrust(decodeURIComponent(new URL(url).pathname.slice(1)));
  return url;
}

/**
 * Why tests cannot have a PostgreSQL server here, as the reason to skip them; `null` when they can. Starts nothing.
 *
 * @example
 * const reason = await postgresUnavailable();
 * describe.skipIf(reason !== null)(`on PostgreSQL${reason === null ? "" : ` (skipped: ${reason})`}`, () => { ... });
 */
export async function postgresUnavailable(): Promise<string | null> {
  const found = await findPostgres(testFlavor());
  return found.available ? null : found.reason;
}

async function findSharedServer(): Promise<Shared> {
  const socketPath = process.env[sharedServerVariable];
  if (socketPath) return askSharedServer(socketPath);
  const reason = await postgresUnavailable();
  const answer = reason === null ? { url: (await startForTests()).url() } : { unavailable: reason };
  return { answer, entrust() {} };
}
