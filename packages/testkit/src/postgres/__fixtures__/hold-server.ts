/**
 * A program that starts a server, says where, and then waits for its end in one of several ways.
 *
 * Arguments: how it ends (`wait`, `exit`, `throw` or `done`), and optionally a data directory. Output: one line of JSON.
 */
import { dirname } from "node:path";
import { startPostgres } from "../postgres-server.ts";

const [ending = "wait", dataDirectory] = process.argv.slice(2);
const server = await startPostgres(dataDirectory === undefined ? {} : { dataDirectory });
const url = await server.createDatabase("held");
const said = { uid: process.geteuid?.(), pid: server.pid, url, dataDirectory: server.dataDirectory, folder: dirname(server.dataDirectory) };
process.stdout.write(`${JSON.stringify(said)}\n`);
if (ending === "exit") process.exit(3);
if (ending === "throw") throw new Error("as intended");
// Nothing but its input keeps the process alive, for a server must not, and it ends with the test that holds the other end.
if (ending === "wait") process.stdin.resume();
