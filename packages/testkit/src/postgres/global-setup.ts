/**
 * A vitest `globalSetup`: one PostgreSQL server for a whole run, for those tests that ask with `testDatabase()`.
 *
 * A run without such tests pays about a millisecond. The server starts when the first test asks, and ends with the run.
 */
import { hostSharedServer, type SharedServerHost, sharedServerVariable } from "./shared-server.ts";

interface SharedByProjects {
  users: number;
  host: Promise<SharedServerHost>;
}

/** Every project of a workspace loads this file for itself, so what they share cannot live in the module. */
const place: { [key: symbol]: SharedByProjects | undefined } = globalThis as never;
const key = Symbol.for("askonce.testkit.postgres");

export async function setup(): Promise<void> {
  // No servers for tests there, see findPostgres; tests are told so without a keeper.
  if (process.platform === "win32") return;
  const shared = place[key] ?? { users: 0, host: hostSharedServer() };
  place[key] = shared;
  shared.users += 1;
  process.env[sharedServerVariable] = (await shared.host).socketPath;
}

export async function teardown(): Promise<void> {
  const shared = place[key];
  if (shared === undefined) return;
  shared.users -= 1;
  if (shared.users > 0) return;
  delete place[key];
  delete process.env[sharedServerVariable];
  await (await shared.host).close();
}
