import { createSocket } from "node:dgram";
import dns from "node:dns";
import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { AskonceError } from "@askonce/spec";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import type { NetworkAddress } from "../webhooks/public-address.ts";
import { createPublicFetch, type PublicFetchOptions } from "./public-fetch.ts";

/** Refuses to reach the network in a test, and remembers where it should have gone. */
function noNetwork() {
  return vi.fn((_addresses: readonly NetworkAddress[], _port: number): Socket => {
    throw Object.assign(new Error("No network in tests"), { code: "ENETUNREACH" });
  });
}

async function outcomeOf(url: string, options: PublicFetchOptions): Promise<unknown> {
  const error = await createPublicFetch(options)({ url, method: "POST", headers: {}, body: "{}" }).catch((reason: unknown) => reason);
  if (!AskonceError.is(error)) throw error;
  expect(`${error.message} ${JSON.stringify(error.details)}`).not.toMatch(/\d+\.\d+|::|example|token/);
  return error.details.reason ?? error.details.cause ?? error.code;
}

/** A server on loopback that must not be talked to. */
async function secretServer() {
  const seen = vi.fn();
  const server = createServer(seen).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  return { seen, port: (server.address() as AddressInfo).port };
}

describe("a name", () => {
  it.each([
    ["loopback", ["127.0.0.1"]],
    ["loopback, IPv6", ["::1"]],
    ["a private network", ["10.0.0.5"]],
    ["the metadata service", ["169.254.169.254"]],
    ["a private one after public ones", ["8.8.8.8", "1.1.1.1", "192.168.0.1"]],
    ["a private one among more than are used", [...Array.from({ length: 20 }, (_, index) => `8.8.8.${index}`), "127.0.0.1"]],
    ["a private IPv6 beside a public IPv4", ["8.8.8.8", "fd00::1"]],
    ["a mapped one", ["::ffff:127.0.0.1"]],
    ["a compatible one, as resolvers write it", ["::127.0.0.1"]],
    ["a NAT64 one around a private one", ["64:ff9b::a00:1"]],
    ["an address with a zone", ["fe80::1%1"]],
    ["what is no address", ["evil.example.com"]],
    ["an odd spelling", ["0x7f000001"]],
    ["an empty text", [""]],
  ])("is refused when it means %s", async (_what, addresses) => {
    const connecting = noNetwork();
    expect(await outcomeOf("https://hooks.example.com/?token=1", { lookup: async () => addresses, connect: connecting })).toBe("address");
    expect(connecting).not.toHaveBeenCalled();
  });

  it("is looked up once, and its checked addresses are the ones that are connected to", async () => {
    const connecting = noNetwork();
    const lookup = vi
      .fn<(hostname: string) => Promise<string[]>>()
      .mockResolvedValueOnce(["8.8.8.8", "2606:4700:4700:0::1111"])
      .mockResolvedValue(["127.0.0.1"]);
    const options = { lookup, connect: connecting };
    expect(await outcomeOf("https://rebind.example.com:8443/", options)).toBe("ENETUNREACH");
    expect(lookup.mock.calls.map(([hostname]) => hostname)).toEqual(["rebind.example.com"]);
    expect(connecting.mock.calls).toEqual([
      [
        [
          { text: "8.8.8.8", family: 4, isPublic: true },
          { text: "2606:4700:4700::1111", family: 6, isPublic: true },
        ],
        8443,
      ],
    ]);
    // The next delivery asks again, and meets the second answer.
    expect(await outcomeOf("https://rebind.example.com:8443/", options)).toBe("address");
    expect(connecting).toHaveBeenCalledTimes(1);
  });

  it.each([
    "https://127.0.0.1/",
    "https://localhost/",
    "https://[::ffff:7f00:1]/",
    "http://example.com/",
    "https://example.com:22/",
    "file:///etc/passwd",
  ])("is not even looked up in %s", async (url) => {
    const lookup = vi.fn(async () => ["8.8.8.8"]);
    const connecting = noNetwork();
    expect(await outcomeOf(url, { lookup, connect: connecting })).toEqual(expect.stringMatching(/^(address|host|scheme|port)$/));
    expect([lookup.mock.calls, connecting.mock.calls]).toEqual([[], []]);
  });

  it("is not looked up for an address", async () => {
    const lookup = vi.fn(async () => ["127.0.0.1"]);
    const connecting = noNetwork();
    expect(await outcomeOf("https://8.8.8.8/", { lookup, connect: connecting })).toBe("ENETUNREACH");
    expect(lookup).not.toHaveBeenCalled();
    expect(connecting.mock.calls).toEqual([[[{ text: "8.8.8.8", family: 4, isPublic: true }], 443]]);
  });

  it("that is not known, or has no address, is a failure that may pass", async () => {
    const unknown = async () => Promise.reject(Object.assign(new Error("queryA ENOTFOUND hooks.example.com"), { code: "ENOTFOUND" }));
    expect(await outcomeOf("https://hooks.example.com/", { lookup: unknown })).toBe("ENOTFOUND");
    expect(await outcomeOf("https://hooks.example.com/", { lookup: async () => [] })).toBe("ENOTFOUND");
    expect(await outcomeOf("https://hooks.example.com/", { lookup: () => new Promise(() => {}), timeoutMs: 50 })).toBe(
      "WEBHOOK_TARGET_TIMEOUT",
    );
    const talkative = async () => Promise.reject(Object.assign(new Error("refused"), { code: "10.0.0.1 refused" }));
    expect(await outcomeOf("https://hooks.example.com/", { lookup: talkative })).toBe("UNKNOWN");
    const blank = async () => Promise.reject("127.0.0.1 is down");
    expect(await outcomeOf("https://hooks.example.com/", { lookup: blank })).toBe("UNKNOWN");
  });

  it("tries no more than eight addresses", async () => {
    const connecting = noNetwork();
    await outcomeOf("https://hooks.example.com/", {
      lookup: async () => Array.from({ length: 20 }, (_, index) => `8.8.8.${index}`),
      connect: connecting,
    });
    expect(connecting.mock.calls[0]?.[0]).toHaveLength(8);
  });

  it("reaches the next address when one does not answer", async () => {
    const server = createServer((socket) => socket.end("HTTP/1.1 204 No Content\r\n\r\n")).listen(0, "127.0.0.1");
    await once(server, "listening");
    onTestFinished(() => void server.close());
    const port = (server.address() as AddressInfo).port;
    // Nobody listens on the other loopback addresses.
    const lookup = vi.fn(async () => ["127.0.0.2", "127.0.0.1"]);
    const send = createPublicFetch({ allowPrivateNetworks: true, lookup });
    expect((await send({ url: `http://shop.localhost:${port}/`, method: "POST", headers: {}, body: "{}" })).status).toBe(204);
    expect(lookup).toHaveBeenCalledTimes(1);
  });
});

describe("DNS itself", () => {
  it("is asked for both kinds of addresses, and its second answer never decides about the first connection", async () => {
    const secret = await secretServer();
    const names = await nameServer((_name, type, asked) => (type !== "A" ? [] : asked === 0 ? [[8, 8, 8, 8]] : [[127, 0, 0, 1]]));
    const targets: string[] = [];
    const toSecret = (addresses: readonly NetworkAddress[]) => {
      targets.push(...addresses.map((one) => one.text));
      // A careless sender would resolve again here.
      throw Object.assign(new Error("No network in tests"), { code: "ENETUNREACH" });
    };
    expect(await outcomeOf("https://rebind.example.com/", { connect: toSecret })).toBe("ENETUNREACH");
    expect(targets).toEqual(["8.8.8.8"]);
    expect(names.questions.toSorted()).toEqual(["A rebind.example.com", "AAAA rebind.example.com"]);
    expect(await outcomeOf("https://rebind.example.com/", { connect: toSecret })).toBe("address");
    expect(targets).toEqual(["8.8.8.8"]);
    expect(secret.seen).not.toHaveBeenCalled();
  });

  it("may know private addresses, which are refused", async () => {
    await nameServer((_name, type) => (type === "AAAA" ? [[0xfd, ...Array.from({ length: 15 }, () => 0)]] : [[8, 8, 8, 8]]));
    expect(await outcomeOf("https://inside.example.com/", { connect: noNetwork() })).toBe("address");
  });

  it("may not know the name", async () => {
    await nameServer(() => "unknown");
    expect(await outcomeOf("https://nowhere.example.com/", { connect: noNetwork() })).toBe("ENOTFOUND");
  });

  it("does not hold an attempt up for longer than it has", async () => {
    await nameServer(() => "silent");
    expect(await outcomeOf("https://tarpit.example.com/", { connect: noNetwork(), timeoutMs: 100 })).toBe("WEBHOOK_TARGET_TIMEOUT");
  });
});

describe("on one machine", () => {
  it("the system's names work when private networks are allowed", async () => {
    const server = createServer((socket) => socket.end("HTTP/1.1 204 No Content\r\n\r\n")).listen(0, "127.0.0.1");
    await once(server, "listening");
    onTestFinished(() => void server.close());
    const send = createPublicFetch({ allowPrivateNetworks: true });
    const url = `http://localhost:${(server.address() as AddressInfo).port}/`;
    expect((await send({ url, method: "POST", headers: {}, body: "{}" })).status).toBe(204);
  });

  it("the same URL is refused when they are not", async () => {
    const secret = await secretServer();
    for (const host of ["localhost", "127.0.0.1", "[::ffff:127.0.0.1]", "127.1"]) {
      for (const scheme of ["http", "https"]) {
        expect(await outcomeOf(`${scheme}://${host}:${secret.port}/`, {})).toEqual(expect.stringMatching(/^(scheme|port)$/));
      }
    }
    expect(secret.seen).not.toHaveBeenCalled();
    // The server is there, indeed.
    await once(connect(secret.port, "127.0.0.1"), "connect").then(() => vi.waitFor(() => expect(secret.seen).toHaveBeenCalledTimes(1)));
  });
});

type NameAnswer = number[][] | "unknown" | "silent";

/** A small DNS server on loopback, which this process asks as long as the test runs. `asked` counts the questions of the same type. */
async function nameServer(answer: (name: string, type: string, asked: number) => NameAnswer) {
  const questions: string[] = [];
  const counts = new Map<string, number>();
  const socket = createSocket("udp4");
  socket.on("message", (question, from) => {
    const labels: string[] = [];
    let at = 12;
    for (let length = question[at] ?? 0; length > 0; length = question[at] ?? 0) {
      labels.push(question.toString("latin1", at + 1, at + 1 + length));
      at += length + 1;
    }
    const type = question.readUInt16BE(at + 1) === 28 ? "AAAA" : "A";
    const asked = counts.get(type) ?? 0;
    counts.set(type, asked + 1);
    questions.push(`${type} ${labels.join(".")}`);
    const answers = answer(labels.join("."), type, asked);
    if (answers === "silent") return;
    const records = answers === "unknown" ? [] : answers;
    const header = Buffer.from(question.subarray(0, 12));
    header.writeUInt16BE(answers === "unknown" ? 0x8183 : 0x8180, 2);
    for (const [index, count] of [1, records.length, 0, 0].entries()) header.writeUInt16BE(count, 4 + index * 2);
    const parts = records.map((data) => Buffer.from([0xc0, 0x0c, 0, type === "A" ? 1 : 28, 0, 1, 0, 0, 0, 0, 0, data.length, ...data]));
    socket.send(Buffer.concat([header, question.subarray(12, at + 5), ...parts]), from.port, from.address);
  });
  socket.bind(0, "127.0.0.1");
  await once(socket, "listening");
  const before = dns.getServers();
  dns.setServers([`127.0.0.1:${socket.address().port}`]);
  onTestFinished(() => {
    dns.setServers(before);
    socket.close();
  });
  return { questions };
}
