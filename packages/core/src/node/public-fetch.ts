import dns from "node:dns";
import { Resolver, lookup as systemLookup } from "node:dns/promises";
import { request as httpRequest, type IncomingMessage } from "node:http";
import { request as httpsRequest } from "node:https";
import { type Socket, connect as tcpConnect } from "node:net";
import { connect as tlsConnect } from "node:tls";
import { AskonceError, type Clock } from "@askonce/spec";
import { systemClock } from "../platform/clock.ts";
import { checkTarget, type TargetOptions, type WebhookTarget } from "../webhooks/check-target.ts";
import { targetForbidden, targetTimedOut, targetUnreachable } from "../webhooks/delivery-errors.ts";
import { type NetworkAddress, readAddress } from "../webhooks/public-address.ts";
import { parseRetryAfter } from "../webhooks/retry-after.ts";
import type { WebhookRequest, WebhookTransport } from "../webhooks/webhook-transport.ts";

export interface PublicFetchOptions extends TargetOptions {
  /**
   * All addresses of a name. Default: the A and AAAA records that the machine's DNS servers know, without the local hosts file and search
   * domains; with `allowPrivateNetworks` what the system says.
   */
  lookup?: (hostname: string, signal: AbortSignal) => Promise<readonly string[]>;
  /** For everything together: names, connection, sending, answer. Default: 15,000, the least that Standard Webhooks recommends. */
  timeoutMs?: number;
  /** How much of the answer's body is read. Default: 16,384 */
  maxResponseBytes?: number;
  /** Default: the machine's */
  clock?: Pick<Clock, "now">;
  /** Only for tests: opens the connection to one of the checked addresses, in place of the network. */
  connect?: (addresses: readonly NetworkAddress[], port: number) => Socket;
  /** Only for tests: PEM of the authorities to trust instead of the machine's. There is no way to switch the check of certificates off. */
  certificateAuthorities?: readonly string[];
}

interface Settings extends Required<Omit<PublicFetchOptions, "certificateAuthorities">> {
  certificateAuthorities: readonly string[] | undefined;
}

interface Answer {
  status: number;
  retryAfter: string | undefined;
  body: Uint8Array;
}

/** Headers follow from the target and the body; a second opinion on them is how requests are smuggled. */
const ownHeaders = /^(host|connection|keep-alive|proxy-.*|te|trailer|transfer-encoding|content-length|expect|upgrade|accept-encoding)$/;
const maxAddresses = 8;
const maxHeaderBytes = 16_384;

/**
 * Makes what sends webhooks to the public internet and nowhere else. The URL is checked with {@link checkTarget}; the name is resolved once,
 * refused when any of its addresses is not public, and connected to at just these addresses, so that no second answer of its DNS is ever
 * asked for. Each request has its own HTTP/1.1 connection with a verified certificate. Redirects are answers, proxies from the
 * environment are not used, nothing is decompressed, and headers, body and time are bounded.
 *
 * Once a status has come it is the result, even when the body is cut off, endless, or not done in time.
 *
 * What it cannot know: a private network that uses public addresses. Close such a one with the firewall of the machine.
 */
export function createPublicFetch(options: PublicFetchOptions = {}): WebhookTransport {
  const allowPrivateNetworks = options.allowPrivateNetworks ?? false;
  const settings: Settings = {
    allowPrivateNetworks,
    lookup: options.lookup ?? (allowPrivateNetworks ? lookupInSystem : lookupInDns),
    timeoutMs: options.timeoutMs ?? 15_000,
    maxResponseBytes: options.maxResponseBytes ?? 16_384,
    clock: options.clock ?? systemClock,
    connect: options.connect ?? connect,
    certificateAuthorities: options.certificateAuthorities,
  };
  return async (request) => {
    const target = checkTarget(request.url, settings);
    const headers = headersOf(request, target);
    request.signal?.throwIfAborted();
    const startedAt = performance.now();
    const durationMs = () => Math.round(performance.now() - startedAt);
    const ending = new AbortController();
    const timer = setTimeout(() => ending.abort(targetTimedOut(durationMs())), settings.timeoutMs);
    const onAbort = () => ending.abort(request.signal?.reason);
    request.signal?.addEventListener("abort", onAbort, { once: true });
    try {
      const addresses = await resolve(target, settings, ending.signal);
      const answer = await exchange(target, addresses, headers, request, settings, ending.signal);
      return {
        status: answer.status,
        bodyExcerpt: toText(answer.body),
        durationMs: durationMs(),
        retryAfterMs: parseRetryAfter(answer.retryAfter, settings.clock.now()),
      };
    } catch (error) {
      if (ending.signal.aborted) throw ending.signal.reason;
      throw AskonceError.is(error) ? error : targetUnreachable(error, durationMs());
    } finally {
      clearTimeout(timer);
      request.signal?.removeEventListener("abort", onAbort);
    }
  };
}

function headersOf(request: WebhookRequest, target: WebhookTarget): Record<string, string> {
  const wrong = Object.keys(request.headers).find((name) => ownHeaders.test(name.toLowerCase()));
  if (wrong !== undefined) throw new AskonceError("CONFIGURATION_INVALID", { details: { reason: "header", header: wrong.toLowerCase() } });
  const contentLength = String(Buffer.byteLength(request.body));
  return { ...request.headers, host: new URL(target.url).host, "content-length": contentLength, "accept-encoding": "identity" };
}

/** One bad address is enough to refuse all: a name that is both outside and inside is waiting for the second try. */
async function resolve(target: WebhookTarget, settings: Settings, signal: AbortSignal): Promise<NetworkAddress[]> {
  if (target.address) return [target.address];
  const texts = await untilAborted(settings.lookup(target.hostname, signal), signal);
  const addresses = texts.map((text) => {
    const address = readAddress(text);
    if (!address || !(address.isPublic || settings.allowPrivateNetworks)) throw targetForbidden("address");
    return address;
  });
  if (addresses.length === 0) throw Object.assign(new Error("The name has no address"), { code: "ENOTFOUND" });
  return addresses.slice(0, maxAddresses);
}

/** Not every lookup can be stopped, but every wait for one can. */
function untilAborted<Value>(promise: Promise<Value>, signal: AbortSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(signal.reason);
    if (signal.aborted) onAbort();
    signal.addEventListener("abort", onAbort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", onAbort));
  });
}

/**
 * Asks DNS itself. The system's lookup would also know this machine's own names, and it blocks one of the few threads that files and
 * cryptography need too, for as long as a slow name server likes.
 */
async function lookupInDns(hostname: string, signal: AbortSignal): Promise<string[]> {
  const resolver = new Resolver({ timeout: 2_000, tries: 3 });
  // The application may have chosen its servers. Setting the system's own again would lose the zone of a link-local one, and a named import
  // of getServers would go on speaking of the first ones, because setServers replaces the function.
  const servers = dns.getServers();
  if (servers.join() !== resolver.getServers().join()) resolver.setServers(servers);
  const stop = () => resolver.cancel();
  signal.addEventListener("abort", stop, { once: true });
  try {
    const [first, second] = await Promise.allSettled([resolver.resolve4(hostname), resolver.resolve6(hostname)]);
    if (first.status === "rejected" && second.status === "rejected") throw first.reason;
    return [first, second].flatMap((one) => (one.status === "fulfilled" ? one.value : []));
  } finally {
    signal.removeEventListener("abort", stop);
  }
}

async function lookupInSystem(hostname: string): Promise<string[]> {
  return (await systemLookup(hostname, { all: true })).map((one) => one.address);
}

function connect(addresses: readonly NetworkAddress[], port: number): Socket {
  const answers = addresses.map((one) => ({ address: one.text, family: one.family }));
  const [first] = answers;
  if (!first) throw new TypeError("There is no address to connect to");
  if (answers.length === 1) return tcpConnect({ host: first.address, port });
  return tcpConnect({
    // The name is only for show: the lookup below knows no other addresses than the checked ones.
    host: "checked.invalid",
    port,
    autoSelectFamily: true,
    autoSelectFamilyAttemptTimeout: 1_000,
    lookup: (_hostname, { all }, callback) => (all ? callback(null, answers) : callback(null, first.address, first.family)),
  });
}

function connectSecurely(target: WebhookTarget, socket: Socket, settings: Settings): Socket {
  return tlsConnect({
    socket,
    // An address has no name to ask for; the certificate is compared with the address then.
    ...(target.address ? { host: target.hostname } : { host: target.hostname, servername: target.hostname }),
    ALPNProtocols: ["http/1.1"],
    minVersion: "TLSv1.2",
    // Said aloud, because the environment can switch the default off.
    rejectUnauthorized: true,
    ...(settings.certificateAuthorities ? { ca: [...settings.certificateAuthorities] } : {}),
  });
}

function exchange(
  target: WebhookTarget,
  addresses: readonly NetworkAddress[],
  headers: Record<string, string>,
  request: WebhookRequest,
  settings: Settings,
  signal: AbortSignal,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const send = target.isSecure ? httpsRequest : httpRequest;
    const outgoing = send(target.url, {
      method: request.method,
      headers,
      maxHeaderSize: maxHeaderBytes,
      insecureHTTPParser: false,
      // Without an agent there is no pool, no keep-alive and no proxy.
      createConnection: () => {
        const socket = settings.connect(addresses, target.port);
        return target.isSecure ? connectSecurely(target, socket, settings) : socket;
      },
    });
    signal.addEventListener("abort", () => outgoing.destroy(signal.reason), { once: true });
    let isAnswered = false;
    // What goes wrong after the status is about the rest of an answer that is known.
    const fail = (error: unknown) => {
      if (!isAnswered) reject(error);
    };
    outgoing.on("error", fail);
    outgoing.on("close", () => fail(Object.assign(new Error("The connection was closed"), { code: "ECONNRESET" })));
    outgoing.on("response", async (incoming) => {
      isAnswered = true;
      resolve(answerOf(incoming, await readBody(incoming, settings.maxResponseBytes)));
      outgoing.destroy();
    });
    // A switch of the protocol is an answer like any other; it comes in another way, and without this nothing would come at all.
    outgoing.on("upgrade", (incoming, socket) => {
      isAnswered = true;
      resolve(answerOf(incoming, new Uint8Array()));
      socket.destroy();
    });
    outgoing.end(request.body);
  });
}

function answerOf(incoming: IncomingMessage, body: Uint8Array): Answer {
  const isEncoded = (incoming.headers["content-encoding"] ?? "identity") !== "identity";
  return { status: incoming.statusCode ?? 0, retryAfter: incoming.headers["retry-after"], body: isEncoded ? new Uint8Array() : body };
}

/** Resolves with what has come when the body ends, is cut, or is as long as it may be. */
function readBody(incoming: IncomingMessage, maxBytes: number): Promise<Uint8Array> {
  return new Promise((resolve) => {
    const chunks: Uint8Array[] = [];
    let size = 0;
    const finish = () => resolve(Buffer.concat(chunks).subarray(0, maxBytes));
    incoming.on("data", (chunk: Uint8Array) => {
      if (size < maxBytes) chunks.push(chunk);
      size += chunk.length;
      if (size >= maxBytes) finish();
    });
    incoming.on("end", finish);
    incoming.on("error", finish);
    incoming.on("close", finish);
  });
}

/** Readable text that every database takes: no half character at the end and no control characters. */
function toText(body: Uint8Array): string {
  const text = new TextDecoder().decode(body, { stream: true });
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, "");
}
