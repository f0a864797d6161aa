import { existsSync } from "node:fs";
import { createServer, type IncomingMessage } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import type { Context, ContextPacket } from "@askonce/spec";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { fixtureNowMs } from "./parts.ts";

/** esbuild is tsup's own dependency, the version that builds the packages; its types are not within reach. */
const { build } = createRequire(createRequire(import.meta.url).resolve("tsup"))("esbuild") as {
  build(options: Record<string, unknown>): Promise<{ outputFiles: { path: string; contents: Uint8Array }[] }>;
};

/** A Chromium to test in; `null` where there is none. */
export const chromiumPath =
  [process.env["CHROMIUM_PATH"], "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(
    (path) => path !== undefined && existsSync(path),
  ) ?? null;

/** What the panel is told when it is put on a page. */
export interface PanelSettings {
  context?: Context | null;
  state?: string;
  error?: unknown;
  language?: string;
  theme?: string;
  actions?: string;
  agentNames?: Record<string, string>;
  now?: number | undefined;
  packet?: string | null;
}

export interface PanelStage {
  origin: string;
  /** Compressed size in bytes of each file of the bundle, `register` being the one a page loads. */
  sizes: Map<string, number>;
  /** What the API answers, by ticket id; a number is an error status. */
  answers: Map<string, Context | number>;
  /** What the API answers to packets, by token; a string is the code of an error, a number the status of a page that is not the API's. */
  packets: Map<string, ContextPacket | string | number>;
  /** The API's requests so far: path and authorization. */
  requests: string[];
  open(settings: PanelSettings | null, options?: BrowserContextOptions): Promise<Page>;
  close(): Promise<void>;
}

/** One transparent pixel: every picture of the fixtures, so that nothing leaves this machine. */
const dot = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
  "base64",
);

/** As strict as a desk's page: no inline script, no inline style, nothing from elsewhere but pictures. */
const policy = "default-src 'none'; script-src 'self'; connect-src 'self'; img-src https: data:; base-uri 'none'; form-action 'none'";

/** The bundled element on a page of a loopback server under a strict policy, in a real browser. */
export async function openStage(): Promise<PanelStage> {
  const { outputFiles } = await build({
    entryPoints: { register: fileURLToPath(new URL("../register.ts", import.meta.url)) },
    outdir: "bundle",
    write: false,
    bundle: true,
    splitting: true,
    minify: true,
    format: "esm",
    platform: "browser",
    target: "es2023",
    conditions: ["@askonce/source"],
  });
  const files = new Map(outputFiles.map((file) => [`/${basename(file.path)}`, file.contents]));

  const answers: PanelStage["answers"] = new Map();
  const packets: PanelStage["packets"] = new Map();
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? "/";
    const file = files.get(path);
    if (file) {
      response.writeHead(200, { "content-type": "text/javascript" }).end(file);
      return;
    }
    const ticketId = /^\/api\/v1\/tickets\/([^/]+)\/context$/.exec(path)?.[1];
    if (ticketId) {
      requests.push(`${path} ${request.headers.authorization ?? "-"}`);
      const answer = answers.get(ticketId) ?? 404;
      const status = typeof answer === "number" ? answer : 200;
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(typeof answer === "number" ? {} : answer));
      return;
    }
    if (path === "/api/v1/packets/read") {
      void readBody(request).then((body) => {
        requests.push(`${request.method} ${path} ${request.headers.authorization ?? "-"} ${request.headers["content-type"]}`);
        const answer = packets.get(JSON.parse(body).token) ?? "PACKET_INVALID";
        const status = typeof answer === "number" ? answer : typeof answer === "string" ? 422 : 200;
        const content = typeof answer === "number" ? "<h1>Sorry</h1>" : JSON.stringify(typeof answer === "string" ? { code: answer } : answer);
        response.writeHead(status, { "content-type": "application/json" }).end(content);
      });
      return;
    }
    response
      .writeHead(path === "/" ? 200 : 404, { "content-type": "text/html", "content-security-policy": policy })
      .end('<!doctype html><html lang="en"><title>Desk</title><script type="module" src="/register.js"></script><body></body></html>');
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const browser: Browser = await chromium.launch({
    executablePath: chromiumPath ?? "",
    args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"],
  });

  return {
    origin,
    sizes: sizesOf(files),
    answers,
    packets,
    requests,
    async open(settings, options = {}) {
      const page = await browser.newPage({ viewport: { width: 480, height: 900 }, timezoneId: "Europe/Bucharest", ...options });
      page.setDefaultTimeout(10_000);
      await page.route(/^https:/, (route) => route.fulfill({ contentType: "image/png", body: dot }));
      await page.goto(origin);
      await page.waitForFunction(() => customElements.get("askonce-panel") !== undefined);
      if (settings) await placePanel(page, settings);
      return page;
    },
    async close() {
      await browser.close();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

async function readBody(request: IncomingMessage): Promise<string> {
  let body = "";
  for await (const part of request.setEncoding("utf8")) body += part;
  return body;
}

/** By name without the hash; the chunks that several files share are one sum. */
function sizesOf(files: ReadonlyMap<string, Uint8Array>): Map<string, number> {
  const sizes = new Map<string, number>();
  for (const [path, body] of files) {
    const name = path.slice(1).replace(/-\w+\.js$|\.js$/, "");
    sizes.set(name, (sizes.get(name) ?? 0) + gzipSync(body, { level: 9 }).length);
  }
  return sizes;
}

/** Puts a new panel on the page, in place of the one before, at the fixtures' moment. */
export async function placePanel(page: Page, settings: PanelSettings): Promise<void> {
  await page.evaluate(
    async (given) => {
      const panel = document.createElement("askonce-panel");
      Object.assign(panel, given);
      document.body.replaceChildren(panel);
      await (panel as unknown as { updateComplete: Promise<unknown> }).updateComplete;
    },
    { state: "ready", now: fixtureNowMs, ...settings },
  );
}

/** Changes the panel that is there. */
export async function changePanel(page: Page, settings: PanelSettings): Promise<void> {
  await page.evaluate(async (given) => {
    const panel = document.querySelector("askonce-panel");
    Object.assign(panel ?? {}, given);
    await (panel as unknown as { updateComplete: Promise<unknown> }).updateComplete;
  }, settings);
}

/** Everything the panel tells, from now on, as heard on the document. */
export async function listen(page: Page): Promise<() => Promise<[string, unknown][]>> {
  await page.evaluate(() => {
    const heard: [string, unknown][] = [];
    Object.assign(window, { heard });
    for (const name of ["refresh", "link-order", "unlink-order", "open-ticket", "insert-text", "decide-link"]) {
      document.addEventListener(`askonce-${name}`, (event) => heard.push([name, (event as CustomEvent).detail]));
    }
  });
  return () => page.evaluate(() => (window as unknown as { heard: [string, unknown][] }).heard);
}

/** Opens every disclosure. */
export async function unfold(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const each of document.querySelector("askonce-panel")?.shadowRoot?.querySelectorAll("details") ?? []) each.open = true;
  });
}
