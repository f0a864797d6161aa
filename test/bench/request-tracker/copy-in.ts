import { once } from "node:events";
import type { Duplex } from "node:stream";
import type { Client } from "pg";

/** The part of node-postgres' connection that speaks COPY. Its own types leave it out. */
interface CopyConnection {
  readonly stream: Duplex;
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
  sendCopyFail(reason: string): void;
}

export type CopyValue = string | number | null;

const chunkCharacters = 1 << 17;
const special = /[\\\n\r\t]/g;
const escapes: Readonly<Record<string, string>> = { "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t" };

/** One row in PostgreSQL's text format of COPY, with its line end. */
export function copyLine(row: readonly CopyValue[]): string {
  let line = "";
  for (const [index, value] of row.entries()) {
    if (index > 0) line += "\t";
    if (value === null) line += "\\N";
    else line += typeof value === "number" ? value : value.replace(special, (found) => escapes[found] ?? found);
  }
  return `${line}\n`;
}

/**
 * Streams rows into a table with COPY, at the pace the server takes them.
 *
 * @returns how many rows the server counted.
 * @throws what the server said (the table is then unchanged), or what `rows` threw.
 */
export function copyIn(client: Client, target: string, rows: Iterable<readonly CopyValue[]>): Promise<number> {
  return new Promise((resolve, reject) => {
    let copied = 0;
    let failure: unknown;
    let over = false;
    client.query({
      submit: (connection: { query(text: string): void }) => connection.query(`COPY ${target} FROM STDIN`),
      handleCopyInResponse(connection: CopyConnection) {
        send(connection, rows, () => over).catch((error: unknown) => {
          failure = error;
          if (!over) connection.sendCopyFail("the source of the rows failed");
        });
      },
      handleCommandComplete(message: { text: string }) {
        copied = Number(message.text.split(" ").at(-1));
      },
      handleReadyForQuery() {
        over = true;
        resolve(copied);
      },
      // The server's own word on a copy that was called off says less than what called it off.
      handleError(error: Error) {
        over = true;
        reject(failure ?? error);
      },
    });
  });
}

async function send(connection: CopyConnection, rows: Iterable<readonly CopyValue[]>, over: () => boolean): Promise<void> {
  let text = "";
  for (const row of rows) {
    text += copyLine(row);
    if (text.length < chunkCharacters) continue;
    connection.sendCopyFromChunk(Buffer.from(text));
    text = "";
    if (connection.stream.writableNeedDrain) await once(connection.stream, "drain");
    else await new Promise((resolve) => setImmediate(resolve));
    if (over()) return;
  }
  if (text) connection.sendCopyFromChunk(Buffer.from(text));
  connection.endCopyFrom();
}
