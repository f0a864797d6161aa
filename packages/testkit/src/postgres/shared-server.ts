import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type Server, Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findPostgres, type PostgresFlavor } from "./find-postgres.ts";
import { type PostgresServer, startPostgres } from "./postgres-server.ts";

/** Holds the path of the socket behind which one process keeps the server that all processes of a test run share. */
export const sharedServerVariable = "ASKONCE_TEST_POSTGRES_SOCKET";

/** `embedded` (the default) or `system`: the server that tests run on. */
export const flavorVariable = "ASKONCE_TEST_POSTGRES";

/** @throws Error when the variable holds anything else */
export function testFlavor(environment: NodeJS.ProcessEnv = process.env): PostgresFlavor {
  const value = environment[flavorVariable] || "embedded";
  if (value !== "embedded" && value !== "system") throw new Error(`${flavorVariable} must be "embedded" or "system", not "${value}"`);
  return value;
}

/** What a process that asks for the server is told. */
export type SharedServerAnswer = { url: string } | { unavailable: string } | { failure: string };

/** Keeps one server for many processes; it is made when the first of them asks. */
export interface SharedServerHost {
  /** For {@link sharedServerVariable}. */
  readonly socketPath: string;
  close(): Promise<void>;
}

/** The keeper costs about a millisecond; nothing of PostgreSQL is touched before somebody asks. */
export async function hostSharedServer(start: () => Promise<PostgresServer> = startForTests): Promise<SharedServerHost> {
  // A socket among the files and not a port: other users of the machine cannot enter the directory, so they cannot ask for the password.
  // The name of a socket may have 103 bytes, so a deep directory for temporary files will not do.
  const directory = await mkdtemp(join(tmpdir().length > 70 ? "/tmp" : tmpdir(), "askonce-"));
  const socketPath = join(directory, "postgres");
  let starting: Promise<PostgresServer> | undefined;
  const answer = async (): Promise<SharedServerAnswer> => {
    const found = await findPostgres(testFlavor());
    if (!found.available) return { unavailable: found.reason };
    starting ??= start();
    return { url: (await starting).url() };
  };
  const server: Server = createServer((socket) => {
    socket.on("error", () => {});
    answer()
      .catch((error: Error): SharedServerAnswer => ({ failure: error.message }))
      .then((said) => socket.end(JSON.stringify(said)));
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(socketPath, resolve);
  });
  server.unref();
  return {
    socketPath,
    async close() {
      server.close();
      const running = await starting?.catch(() => null);
      await running?.dispose();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

/** With room for several test files, each with pools of their own, at the same time. */
export function startForTests(): Promise<PostgresServer> {
  return startPostgres({ flavor: testFlavor(), settings: { max_connections: 300 } });
}

/** @throws Error when nobody keeps a server there */
export async function askSharedServer(socketPath: string): Promise<SharedServerAnswer> {
  const chunks: Buffer[] = [];
  await new Promise<void>((resolve, reject) => {
    const socket = new Socket();
    socket.on("data", (chunk: Buffer) => chunks.push(chunk));
    socket.once("error", reject);
    socket.once("close", () => resolve());
    socket.connect(socketPath);
  });
  return JSON.parse(Buffer.concat(chunks).toString("utf8")) as SharedServerAnswer;
}
