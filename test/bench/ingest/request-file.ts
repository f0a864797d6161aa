import { closeSync, openSync, readFileSync, writeSync } from "node:fs";
import type { Delivery } from "./deliveries.ts";

const webhookPath = "/api/v1/webhooks/memory";

/** Writes the deliveries as ready HTTP requests, so that sending one costs the sender's process a write and nothing else. */
export function writeRequests(path: string, deliveries: readonly Delivery[]): void {
  const file = openSync(path, "w");
  for (const { headers, body } of deliveries) {
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
    const head = `POST ${webhookPath} HTTP/1.1\r\nhost: 127.0.0.1\r\n${lines.join("\r\n")}\r\ncontent-length: ${body.length}\r\n\r\n`;
    const length = Buffer.alloc(4);
    length.writeUInt32LE(Buffer.byteLength(head) + body.length);
    for (const part of [length, Buffer.from(head), body]) writeSync(file, part);
  }
  closeSync(file);
}

export function readRequests(path: string): Buffer[] {
  const content = readFileSync(path);
  const requests: Buffer[] = [];
  for (let offset = 0; offset < content.length; ) {
    const length = content.readUInt32LE(offset);
    requests.push(content.subarray(offset + 4, offset + 4 + length));
    offset += 4 + length;
  }
  return requests;
}
