import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { fullPacket, packetToken } from "../__fixtures__/packets.ts";
import { type ReadPacketOptions, readPacket } from "./read-packet.ts";

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

async function serve(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closers.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const answering = (status: number, body: unknown) =>
  serve((_, response) =>
    response.writeHead(status, { "content-type": "application/json" }).end(typeof body === "string" ? body : JSON.stringify(body)),
  );

const read = (baseUrl: string, options: Partial<ReadPacketOptions> = {}) =>
  readPacket({ baseUrl, token: packetToken, signal: new AbortController().signal, isOnline: () => true, ...options });

describe("readPacket", () => {
  it("sends the packet in the body only, without cookie or token of anybody's", async () => {
    const seen: unknown[] = [];
    const baseUrl = await serve(async (request, response) => {
      let body = "";
      for await (const part of request) body += part;
      seen.push(
        request.method,
        request.url,
        request.headers["content-type"],
        request.headers.authorization,
        request.headers.cookie,
        JSON.parse(body),
      );
      response.end(JSON.stringify(fullPacket));
    });
    expect(await read(`${baseUrl}/support/`, { token: ` ${packetToken}\n` })).toEqual(fullPacket);
    expect(seen).toEqual(["POST", "/support/api/v1/packets/read", "application/json", undefined, undefined, { token: packetToken }]);
  });

  it("tells a packet that is not valid by the server's code", async () => {
    expect(await read(await answering(422, { code: "PACKET_INVALID" }))).toBe("invalid");
    expect(await read(await answering(422, { code: "VALIDATION_FAILED" }))).toBe("invalid");
  });

  it.each([
    ["a server's failure", 500, { code: "INTERNAL" }],
    ["a server that has no packets", 404, { code: "NOT_FOUND" }],
    ["too many requests", 429, { code: "TOO_MANY_REQUESTS" }],
    ["another server's page", 200, "<html>"],
    ["a page with the status of an invalid packet", 422, "<html>"],
    ["an answer of another version", 200, { ...fullPacket, version: 2 }],
  ])("takes %s for a failing server", async (_, status, body) => {
    expect(await read(await answering(status, body))).toBe("server");
  });

  it.each(["", "short", "two words that are no packet at all", "x".repeat(40_001)])(
    "does not even send what cannot be one",
    async (token) => {
      let asked = 0;
      const baseUrl = await serve((_, response) => {
        asked += 1;
        response.end("{}");
      });
      expect(await read(baseUrl, { token })).toBe("invalid");
      expect(asked).toBe(0);
    },
  );

  it("does not carry the packet to where a redirect points", async () => {
    let followed = false;
    const target = await serve((_, response) => {
      followed = true;
      response.end(JSON.stringify(fullPacket));
    });
    const baseUrl = await serve((_, response) => response.writeHead(307, { location: `${target}/api/v1/packets/read` }).end());
    expect(await read(baseUrl)).toBe("network");
    expect(followed).toBe(false);
  });

  it("tells a silent server from a missing network", async () => {
    const baseUrl = await serve(() => {});
    expect(await read(baseUrl, { timeoutMs: 30 })).toBe("network");
    expect(await read(baseUrl, { timeoutMs: 30, isOnline: () => false })).toBe("offline");
  });
});
