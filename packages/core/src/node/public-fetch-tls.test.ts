import { spawn } from "node:child_process";
import { generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { once } from "node:events";
import { createServer as createHttpServer } from "node:http";
import { createSecureServer as createHttp2Server } from "node:http2";
import { createServer, type Server } from "node:https";
import { type AddressInfo, type Server as TcpServer, connect as tcpConnect } from "node:net";
import tls from "node:tls";
import { fileURLToPath } from "node:url";
import { AskonceError } from "@askonce/spec";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { createPublicFetch, type PublicFetchOptions } from "./public-fetch.ts";

const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
const key = privateKey.export({ type: "pkcs8", format: "pem" });

async function listen(server: TcpServer): Promise<number> {
  server.on("tlsClientError", () => {});
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  return (server.address() as AddressInfo).port;
}

async function shop(certificate: Certificate) {
  const requests = vi.fn();
  const server: Server = createServer({ key, cert: certificate.pem }, (request, response) => {
    const { alpnProtocol, servername } = request.socket as { alpnProtocol?: unknown; servername?: unknown };
    requests(request.headers.host, request.httpVersion, alpnProtocol, servername);
    response.end("ok");
  });
  return { requests, port: await listen(server) };
}

/** Sends to a public name, which ends at the loopback port. Everything between the check of the addresses and the socket is real. */
async function sendTo(url: string, port: number, options: PublicFetchOptions): Promise<unknown> {
  const send = createPublicFetch({
    lookup: async () => ["8.8.8.8"],
    connect: () => tcpConnect({ host: "127.0.0.1", port }),
    timeoutMs: 10_000,
    ...options,
  });
  const result = await send({ url, method: "POST", headers: {}, body: "{}" }).catch((error: unknown) => error);
  if (result instanceof Error && !AskonceError.is(result)) throw result;
  return AskonceError.is(result) ? result.details.cause : (result as { status: number }).status;
}

describe("the certificate", () => {
  const good = certificateFor(["hooks.example.com"]);

  it("is checked against the name, and the way to a public address works with it", async () => {
    const { requests, port } = await shop(good);
    expect(await sendTo("https://hooks.example.com/", port, { certificateAuthorities: [good.pem] })).toBe(200);
    expect(await sendTo("https://hooks.example.com:8443/", port, { certificateAuthorities: [good.pem] })).toBe(200);
    expect(requests.mock.calls).toEqual([
      ["hooks.example.com", "1.1", "http/1.1", "hooks.example.com"],
      ["hooks.example.com:8443", "1.1", "http/1.1", "hooks.example.com"],
    ]);
  });

  it("has to be of an authority that is trusted, also when the environment says otherwise", async () => {
    const { requests, port } = await shop(good);
    vi.stubEnv("NODE_TLS_REJECT_UNAUTHORIZED", "0");
    onTestFinished(() => void vi.unstubAllEnvs());
    expect(await sendTo("https://hooks.example.com/", port, {})).toBe("DEPTH_ZERO_SELF_SIGNED_CERT");
    expect(requests).not.toHaveBeenCalled();
  });

  it("has to be for this name", async () => {
    const { requests, port } = await shop(good);
    expect(await sendTo("https://other.example.com/", port, { certificateAuthorities: [good.pem] })).toBe("ERR_TLS_CERT_ALTNAME_INVALID");
    expect(requests).not.toHaveBeenCalled();
  });

  it("has to be valid today", async () => {
    const old = certificateFor(["hooks.example.com"], { from: "200101000000Z", to: "210101000000Z" });
    const { requests, port } = await shop(old);
    expect(await sendTo("https://hooks.example.com/", port, { certificateAuthorities: [old.pem] })).toBe("CERT_HAS_EXPIRED");
    expect(requests).not.toHaveBeenCalled();
  });

  it("of an address has to be for this address", async () => {
    const byAddress = certificateFor([], { addresses: [[8, 8, 8, 8]] });
    const { requests, port } = await shop(byAddress);
    const options = { certificateAuthorities: [byAddress.pem] };
    expect(await sendTo("https://8.8.8.8/", port, options)).toBe(200);
    expect(await sendTo("https://1.1.1.1/", port, options)).toBe("ERR_TLS_CERT_ALTNAME_INVALID");
    expect(await sendTo("https://[2606:4700:4700::1111]/", port, options)).toBe("ERR_TLS_CERT_ALTNAME_INVALID");
    expect(requests.mock.calls).toEqual([["8.8.8.8", "1.1", "http/1.1", false]]);
  });
});

describe("the connection", () => {
  it("fails where no TLS is spoken", async () => {
    const requests = vi.fn();
    const port = await listen(createHttpServer(requests));
    expect(await sendTo("https://hooks.example.com/", port, {})).toEqual(expect.stringMatching(/^(ERR_SSL_|ECONNRESET|EPROTO)/));
    expect(requests).not.toHaveBeenCalled();
  });

  it("fails where only HTTP/2 is spoken", async () => {
    const certificate = certificateFor(["hooks.example.com"]);
    const port = await listen(createHttp2Server({ key, cert: certificate.pem, allowHTTP1: false }));
    expect(await sendTo("https://hooks.example.com/", port, { certificateAuthorities: [certificate.pem] })).toEqual(
      expect.stringMatching(/^(ERR_SSL_|ECONNRESET|EPROTO|HPE_)/),
    );
  });

  it("fails where TLS is too old, also when the process would allow it", async () => {
    const before = { minVersion: tls.DEFAULT_MIN_VERSION, ciphers: tls.DEFAULT_CIPHERS };
    onTestFinished(() => {
      tls.DEFAULT_MIN_VERSION = before.minVersion;
      tls.DEFAULT_CIPHERS = before.ciphers;
    });
    tls.DEFAULT_MIN_VERSION = "TLSv1";
    tls.DEFAULT_CIPHERS = "ALL:@SECLEVEL=0";
    const certificate = certificateFor(["hooks.example.com"]);
    const port = await listen(createServer({ key, cert: certificate.pem, maxVersion: "TLSv1.1" }));
    expect(await sendTo("https://hooks.example.com/", port, { certificateAuthorities: [certificate.pem] })).toEqual(
      expect.stringMatching(/^(ERR_SSL_|EPROTO|ECONNRESET)/),
    );
    // It would be a connection indeed.
    const loose = tls.connect({ host: "127.0.0.1", port, rejectUnauthorized: false });
    onTestFinished(() => void loose.destroy());
    await once(loose, "secureConnect");
    expect(loose.getProtocol()).toBe("TLSv1.1");
  });

  it("is refused by a port that nobody has", async () => {
    const { port, server } = await vacantPort();
    expect(server.listening).toBe(false);
    expect(await sendTo("https://hooks.example.com/", port, {})).toBe("ECONNREFUSED");
  });

  const knowsProxies = process.allowedNodeEnvironmentFlags.has("--use-env-proxy");
  it.skipIf(!knowsProxies)("goes around the proxy of the environment", { timeout: 60_000 }, async () => {
    const proxied = vi.fn();
    const proxy = createHttpServer((request, response) => {
      proxied(request.url);
      response.end("proxy");
    });
    proxy.on("connect", (request, socket) => {
      proxied(request.url);
      socket.end("HTTP/1.1 403 Forbidden\r\n\r\n");
    });
    const received = vi.fn();
    const target = createHttpServer((request, response) => {
      received(request.url);
      response.end("target");
    });
    const [proxyPort, port] = [await listen(proxy), await listen(target)];
    const script = `
      import { createPublicFetch } from ${JSON.stringify(new URL("./public-fetch.ts", import.meta.url).href)};
      const url = "http://127.0.0.1:${port}";
      await fetch(url + "/fetch", { method: "POST", body: "{}" }).catch(() => {});
      const answer = await createPublicFetch({ allowPrivateNetworks: true })({ url: url + "/ours", method: "POST", headers: {}, body: "{}" });
      process.stdout.write(answer.bodyExcerpt);
    `;
    const address = `http://127.0.0.1:${proxyPort}`;
    const child = spawn(process.execPath, ["--conditions=@askonce/source", "--input-type=module", "--eval", script], {
      cwd: fileURLToPath(new URL(".", import.meta.url)),
      env: {
        ...process.env,
        NODE_OPTIONS: "",
        NODE_USE_ENV_PROXY: "1",
        HTTP_PROXY: address,
        http_proxy: address,
        HTTPS_PROXY: address,
        ALL_PROXY: address,
        NO_PROXY: "",
        no_proxy: "",
      },
      stdio: ["ignore", "pipe", "inherit"],
    });
    onTestFinished(() => void child.kill());
    let output = "";
    child.stdout.on("data", (chunk) => (output += chunk));
    await once(child, "close");
    expect(output).toBe("target");
    expect(received.mock.calls).toEqual([["/ours"]]);
    // The proxy is there and in use, by others.
    expect(proxied.mock.calls).toEqual([[expect.stringContaining(`127.0.0.1:${port}`)]]);
  });
});

async function vacantPort() {
  const server = createHttpServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return { port, server };
}

interface Certificate {
  pem: string;
}

/** A certificate that signs itself, in DER by hand (RFC 5280): no key has to be kept in the repository. */
function certificateFor(names: string[], { addresses = [] as number[][], from = "200101000000Z", to = "491231235959Z" } = {}): Certificate {
  const der = (tag: number, ...contents: (Buffer | string)[]): Buffer => {
    const content = Buffer.concat(contents.map((one) => Buffer.from(one as string)));
    const length = content.length < 128 ? [content.length] : [0x82, content.length >> 8, content.length & 255];
    return Buffer.concat([Buffer.from([tag, ...length]), content]);
  };
  const [sequence, utf8, time, bits, octets] = [0x30, 0x0c, 0x17, 0x03, 0x04] as const;
  const id = (hex: string) => der(0x06, Buffer.from(hex, "hex"));
  const algorithm = der(sequence, id("2a8648ce3d040302"));
  const name = der(sequence, der(0x31, der(sequence, id("550403"), der(utf8, "askonce test"))));
  const alternatives = der(sequence, ...names.map((one) => der(0x82, one)), ...addresses.map((one) => der(0x87, Buffer.from(one))));
  const extension = der(sequence, id("551d11"), der(octets, alternatives));
  const body = der(
    sequence,
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.from([1])),
    algorithm,
    name,
    der(sequence, der(time, from), der(time, to)),
    name,
    publicKey.export({ type: "spki", format: "der" }),
    der(0xa3, der(sequence, extension)),
  );
  const certificate = der(sequence, body, algorithm, der(bits, Buffer.from([0]), sign("sha256", body, privateKey satisfies KeyObject)));
  const lines = certificate.toString("base64").match(/.{1,64}/g) ?? [];
  return { pem: `-----BEGIN CERTIFICATE-----\n${lines.join("\n")}\n-----END CERTIFICATE-----\n` };
}
