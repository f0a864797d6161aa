import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, describe, expect, it } from "vitest";

const run = promisify(execFile);
const packageFolder = fileURLToPath(new URL("..", import.meta.url));
const tsup = fileURLToPath(import.meta.resolve("tsup/package.json")).replace("package.json", "dist/cli-default.js");

/** Below the package, so that the built files find the dependencies they will find when they are installed. */
const built = await mkdtemp(join(packageFolder, "node_modules", ".built-"));
afterAll(() => rm(built, { recursive: true, force: true }));

const script = `
import { createServer } from "node:http";
const before = { fetch: globalThis.fetch, keys: Reflect.ownKeys(globalThis) };
const { shopify } = await import("./index.js");
const adapters = ["one", "two"].map((name) => shopify({ id: name, shop: name + ".myshopify.com", accessToken: "shpat_" + name + "_token" }));
const isFetchKept = before.fetch === globalThis.fetch;
const newGlobals = Reflect.ownKeys(globalThis).filter((key) => !before.keys.includes(key)).map(String);

// An app around us that uses the library itself, with a fetch of its own.
await import("@shopify/shopify-api/adapters/node");
const runtime = await import("@shopify/shopify-api/runtime");
const theirs = runtime.abstractFetch;

const server = createServer((request, response) => {
  const token = request.headers["x-shopify-access-token"];
  response.setHeader("content-type", "application/json");
  response.end(JSON.stringify({ data: { currentAppInstallation: { accessScopes: [{ handle: "read_orders" }] }, shop: { name: token, myshopifyDomain: null } } }));
});
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
const { port } = server.address();
const seen = [];
const contextOf = (name) => ({
  signal: new AbortController().signal,
  logger: { debug() {}, info() {}, warn() {}, error() {} },
  clock: { now: () => Date.now(), sleep: () => Promise.resolve() },
  idempotencyKey: name,
  priority: "agent",
  fetch: (url, init) => {
    seen.push([name, new URL(url).host, new Headers(init.headers).get("x-shopify-access-token")]);
    return fetch("http://127.0.0.1:" + port + new URL(url).pathname, init);
  },
});
const reports = await Promise.all(adapters.map((adapter) => adapter.check(contextOf(adapter.id))));
server.close();
console.log(JSON.stringify({
  isFetchKept,
  newGlobals,
  isTheirsKept: runtime.abstractFetch === theirs,
  credentials: reports.map((report) => report.checks.find((item) => item.id === "credentials")?.state),
  strangers: seen.filter(([name, host, token]) => host !== name + ".myshopify.com" || token !== "shpat_" + name + "_token"),
  requests: seen.length,
}));
`;

describe("the built package in plain Node", () => {
  it("is imported without effects, and two adapters beside an app that uses the same library never meet", {
    timeout: 120_000,
  }, async () => {
    await run(process.execPath, [tsup, "--out-dir", built], { cwd: packageFolder });
    // The vendor's library takes longer to load than all of ours: it waits for the first call.
    for (const file of (await readdir(built)).filter((name) => name.endsWith(".js"))) {
      expect(await readFile(join(built, file), "utf8")).not.toMatch(/^import.*@shopify\/shopify-api/m);
    }
    await writeFile(join(built, "run.mjs"), script);
    // The condition leads to the sources of the workspace's other packages, which are not built for this test.
    const { stdout, stderr } = await run(process.execPath, ["--conditions=@askonce/source", join(built, "run.mjs")], { cwd: built });
    expect(stderr.replace(/^.*ExperimentalWarning.*$|^\(Use `node.*$/gm, "").trim()).toBe("");
    const result = JSON.parse(stdout) as Record<string, unknown>;
    expect(result).toMatchObject({ isFetchKept: true, isTheirsKept: true, credentials: ["ok", "ok"], strangers: [] });
    // zod keeps its registry there, so that two copies of it agree.
    expect((result.newGlobals as string[]).filter((name) => !name.startsWith("__zod_"))).toEqual([]);
    expect(result.requests).toBeGreaterThanOrEqual(4);
  });
});
