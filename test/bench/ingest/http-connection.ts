import { connect, type Socket } from "node:net";

/** One connection that is kept open, with one request on it at a time. */
export interface HttpConnection {
  /** The status; 0 when the connection broke. */
  send(request: Buffer): Promise<number>;
  close(): void;
}

const endOfHead = Buffer.from("\r\n\r\n");
const endOfChunks = Buffer.from("0\r\n\r\n");

/**
 * The least that HTTP/1.1 needs. The sender shares the machine with what is measured: a real client would take about as much of it as the
 * server does.
 */
export async function openConnection(port: number): Promise<HttpConnection> {
  let socket: Socket;
  let answered: ((status: number) => void) | null = null;
  let received: Buffer = Buffer.alloc(0);

  const finish = (status: number) => {
    const resolve = answered;
    answered = null;
    received = Buffer.alloc(0);
    resolve?.(status);
  };
  const open = () =>
    new Promise<void>((resolve, reject) => {
      socket = connect({ port, host: "127.0.0.1", noDelay: true });
      socket.once("connect", resolve);
      socket.once("error", reject);
      socket.on("data", (chunk: Buffer) => {
        received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
        if (isWhole(received)) finish(Number(received.toString("latin1", 9, 12)));
      });
      socket.on("close", () => finish(0));
      socket.on("error", () => {});
    });

  await open();
  return {
    async send(request) {
      if (socket.destroyed) await open().catch(() => {});
      return new Promise((resolve) => {
        answered = resolve;
        if (socket.destroyed) finish(0);
        else socket.write(request);
      });
    },
    close: () => socket.destroy(),
  };
}

function isWhole(answer: Buffer): boolean {
  const end = answer.indexOf(endOfHead);
  if (end === -1) return false;
  const head = answer.toString("latin1", 0, end).toLowerCase();
  const length = /content-length: (\d+)/.exec(head)?.[1];
  if (length !== undefined) return answer.length >= end + 4 + Number(length);
  return !head.includes("transfer-encoding: chunked") || answer.subarray(-endOfChunks.length).equals(endOfChunks);
}
