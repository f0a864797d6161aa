import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type Server, Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { dropDatabases } from "./create-database.ts";
import { findPostgres, type PostgresFlavor } from "./find-postgres.ts";
import { type PostgresServer, startPostgres } from "./postgres-server.ts";

/** Holds the path of the socket behind which one process keeps the server that all processes of a test run share. */
export const sharedServerVariable = "ASKONCE_TEST_POSTGRES_SOCKET";

/** `embedded` (the default) or `system`: the server that tests run on. */
const flavorVariable = "ASKONCE_TEST_POSTGRES";

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

/**
 * The keeper costs about a millisecond; nothing of PostgreSQL is touched before somebody asks.
 *
 * Whoever asks keeps the connection and names the databases it makes on it. When the connection ends, so do they: a suite with a database
 * for every test would fill the disk otherwise.
 */
export async function hostSharedServer(start: () => Promise<PostgresServer> = startForTests): Promise<SharedServerHost> {
  // A socket among the files and not a port: other users of the machine cannot enter the directory, so they cannot ask for the password.
  // The name of a socket may have 103 bytes, so a deep directory for temporary files will not do.
  const directory = await mkdtemp(join(tmpdir().length > 70 ? "/tmp" : tmpdir(), "askonce-"));
  const socketPath = join(directory, "postgres");
  const connections = new Set<Socket>();
  let starting: Promise<PostgresServer> | undefined;
  let closed = false;
  const answer = async (): Promise<SharedServerAnswer> => {
    const found = await findPostgres(testFlavor());
    if (!found.available) return { unavailable: found.reason };
    starting ??= start();
    return { url: (await starting).url() };
  };
  const forget = async (names: string[]) => {
    const running = await starting?.catch(() => null);
    // Best effort: what is not dropped now is deleted with the whole server.
    if (running && !closed) await dropDatabases(running.url(), names).catch(() => {});
  };
  const server: Server = createServer((socket) => {
    const names: string[] = [];
    connections.add(socket);
    socket.unref();
    socket.on("error", () => {});
    forEachLine(socket, (name) => names.push(name));
    socket.once("close", () => {
      connections.delete(socket);
      if (names.length > 0) void forget(names);
    });
    answer()
      .catch((error: Error): SharedServerAnswer => ({ failure: error.message }))
      .then((said) => socket.write(`${JSON.stringify(said)}\n`));
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(socketPath, resolve);
  });
  server.unref();
  return {
    socketPath,
    async close() {
      closed = true;
      server.close();
      for (const socket of connections) socket.destroy();
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

/** A connection to the keeper; it does not keep the process alive. */
export interface SharedServerLink {
  readonly answer: SharedServerAnswer;
  /** Leaves a database to the keeper, who drops it when this process has ended or closed the link. */
  entrust(databaseName: string): void;
  close(): void;
}

/** @throws Error when nobody keeps a server there */
export async function askSharedServer(socketPath: string): Promise<SharedServerLink> {
  const socket = new Socket();
  const line = await new Promise<string>((resolve, reject) => {
    socket.on("error", reject);
    socket.once("close", () => reject(new Error("the keeper of the shared PostgreSQL server went away")));
    forEachLine(socket, resolve);
    socket.connect(socketPath);
  });
  socket.unref();
  return {
    answer: JSON.parse(line) as SharedServerAnswer,
    entrust(databaseName) {
      if (socket.writable) socket.write(`${databaseName}\n`);
    },
    close: () => socket.destroy(),
  };
}

function forEachLine(socket: Socket, take: (line: string) => void): void {
  let rest = "";
  socket.setEncoding("utf8");
  socket.on("data", (text: string) => {
    const lines = (rest + text).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) take(line);
  });
}
