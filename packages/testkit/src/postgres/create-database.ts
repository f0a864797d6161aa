import { randomBytes } from "node:crypto";

/**
 * Makes an empty database on the server behind `serverUrl` and returns its url.
 *
 * @param serverUrl of any database of the server, with a user that may create databases
 * @param name default a random one
 * @throws the driver's error when the name is taken or the server cannot be reached
 */
export async function createDatabase(serverUrl: string, name: string = randomName()): Promise<string> {
  // The driver is an optional peer dependency, so it is loaded only by those who ask for a database.
  const { Client, escapeIdentifier } = await import("pg");
  const client = new Client({ connectionString: serverUrl });
  await client.connect();
  try {
    // template0: nobody can be connected to it, which is what makes two creations at once possible.
    await client.query(`CREATE DATABASE ${escapeIdentifier(name)} TEMPLATE template0${await fastestStrategy(client)}`);
  } finally {
    await client.end();
  }
  const url = new URL(serverUrl);
  url.pathname = `/${encodeURIComponent(name)}`;
  return url.href;
}

/** Drops databases of the server, together with the connections that are still open to them. Needs PostgreSQL 13. */
export async function dropDatabases(serverUrl: string, names: readonly string[]): Promise<void> {
  const { Client, escapeIdentifier } = await import("pg");
  const client = new Client({ connectionString: serverUrl });
  // The server may end at any moment here, which is no error of the process.
  client.on("error", () => {});
  await client.connect();
  try {
    for (const name of names) await client.query(`DROP DATABASE IF EXISTS ${escapeIdentifier(name)} WITH (FORCE)`);
  } finally {
    await client.end();
  }
}

interface Queryable {
  query(text: string): Promise<{ rows: Record<string, unknown>[] }>;
}

/**
 * Copying files needs a checkpoint, which costs nothing without `fsync` (8 against 15 ms measured) and a lot with it, where writing the
 * copy to the log is the faster way and the default. There is no choice before PostgreSQL 15.
 */
async function fastestStrategy(client: Queryable): Promise<string> {
  const { rows } = await client.query(
    "SELECT current_setting('fsync') = 'off' AND current_setting('server_version_num')::int >= 150000 AS files",
  );
  return rows[0]?.files === true ? " STRATEGY file_copy" : "";
}

function randomName(): string {
  return `test_${randomBytes(8).toString("hex")}`;
}
