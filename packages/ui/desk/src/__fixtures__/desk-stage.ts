import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import { createDesk } from "../create-desk.ts";
import { createFakeApi, type FakeApi } from "./fake-api.ts";
import { fakeFiles } from "./fake-files.ts";
import { type Served, serve } from "./serve.ts";

const executablePath = process.env.CHROMIUM_PATH ?? "/usr/bin/chromium";
const packageRoot = fileURLToPath(new URL("../..", import.meta.url));

export const hasChromium = existsSync(executablePath);
/** For the name of a suite that is skipped without it. */
export const chromiumHint = `(needs ${executablePath}, or CHROMIUM_PATH)`;

/** The desk as it is written now, built once for the suite that calls this, in Chromium on the fake API. */
export function deskStage() {
  let browser: Browser;
  let directory: URL;
  let api: FakeApi;
  let server: Served;
  let problems: string[] = [];
  const pages: Page[] = [];

  beforeAll(async () => {
    // What is tested is what is written now, not what was built some time ago.
    const folder = await mkdtemp(join(packageRoot, "node_modules", ".askonce-desk-"));
    const tsup = join(dirname(createRequire(import.meta.url).resolve("tsup/package.json")), "dist", "cli-default.js");
    await promisify(execFile)(process.execPath, [tsup], { cwd: packageRoot, env: { ...process.env, ASKONCE_DESK_OUT: folder } });
    directory = pathToFileURL(`${folder}/`);
    browser = await chromium.launch({
      executablePath,
      args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"],
    });
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    if (directory) await rm(directory, { recursive: true });
  });
  afterEach(async () => {
    for (const page of pages.splice(0)) await page.context().close();
    await server.close();
    // A broken policy, an unhandled rejection or a React warning fails the test in which it happens.
    expect(problems).toEqual([]);
  });

  async function open(hash: string, options: BrowserContextOptions & { token?: string | null; mount?: string } = {}): Promise<Page> {
    const { token = "ask_test_elena", mount = "", ...contextOptions } = options;
    problems = [];
    api = createFakeApi();
    server = await serve(fakeFiles, api.handle, createDesk({ directory, ...(mount ? { basePath: mount, apiBaseUrl: "/" } : {}) }));
    const context = await browser.newContext({ locale: "en-GB", viewport: { width: 1300, height: 850 }, ...contextOptions });
    const page = await context.newPage();
    pages.push(page);
    page.setDefaultTimeout(8000);
    page.on("pageerror", (error) => problems.push(error.message));
    page.on("console", (message) => {
      if (message.type() === "error" && !message.text().startsWith("Failed to load resource")) problems.push(message.text());
    });
    if (token) await page.addInitScript((kept) => sessionStorage.setItem("askonce.desk.token", kept), token);
    await page.goto(`${server.url}${mount}/${hash}`);
    return page;
  }
  return {
    open,
    /** Of the page that was opened last. */
    get api() {
      return api;
    },
    get server() {
      return server;
    },
    get problems() {
      return problems;
    },
    row: (page: Page, name: string) => page.getByRole("link", { name }),
    reply: (page: Page) => page.getByRole("textbox", { name: "Reply" }),
  };
}
