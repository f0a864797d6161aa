import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { serveRequestHandler } from "@askonce/testkit/server";
import { createFakeWooCommerce } from "@askonce/testkit/woocommerce";
import { afterAll, beforeAll, expect, test } from "vitest";

/**
 * The official client is CommonJS, and its default import is one thing under vitest and another in Node: only the built package, loaded by
 * Node itself, shows whether a release works. https://github.com/woocommerce/woocommerce-rest-api-js-lib/issues/66
 */
const run = promisify(execFile);
const packageDirectory = fileURLToPath(new URL("..", import.meta.url));
const tsup = fileURLToPath(new URL("../../../../node_modules/tsup/dist/cli-default.js", import.meta.url));
let directory = "";

const program = `
import { woocommerce } from "./dist/index.js";
const [url, consumerKey, consumerSecret, id] = process.argv.slice(2);
const log = () => {};
const context = {
  signal: new AbortController().signal,
  logger: { debug: log, info: log, warn: log, error: log },
  clock: {
    now: () => Date.now(),
    sleep: (durationMs, signal) => new Promise((resolve, reject) => {
      const timer = setTimeout(resolve, durationMs);
      signal?.addEventListener("abort", () => { clearTimeout(timer); reject(signal.reason); });
    }),
  },
  fetch,
  idempotencyKey: "built",
  priority: "agent",
};
const adapter = woocommerce({ url, consumerKey, consumerSecret });
try {
  const order = await adapter.getOrder("woocommerce:" + id, context);
  const found = await adapter.findOrders({ email: order.email }, context);
  console.log(JSON.stringify({ number: order.number, found: found.orders.length }));
} catch (error) {
  console.error(error);
  process.exitCode = 1;
}
`;

beforeAll(async () => {
  // Inside the package, so that Node finds its dependencies; inside node_modules, so that nothing else finds it.
  directory = await mkdtemp(join(packageDirectory, "node_modules", ".built-"));
  await run(process.execPath, [tsup, "--out-dir", join(directory, "dist"), "--silent"], { cwd: packageDirectory });
  await writeFile(join(directory, "package.json"), '{ "type": "module" }');
  await writeFile(join(directory, "program.mjs"), program);
});

afterAll(async () => {
  await rm(directory, { recursive: true, force: true });
});

async function runAgainstFake(
  secret: (real: string) => string,
): Promise<{ code: number; stdout: string; stderr: string; secrets: string[] }> {
  const fake = createFakeWooCommerce();
  const server = await serveRequestHandler((request) => fake.handle(request));
  fake.setBaseUrl(server.url);
  const secrets = [fake.consumerKey, secret(fake.consumerSecret)];
  try {
    // The workspace's own packages are read from their sources: they need no build for this.
    const args = ["--conditions=@askonce/source", join(directory, "program.mjs"), server.url, ...secrets, "24"];
    const { stdout, stderr } = await run(process.execPath, args);
    return { code: 0, stdout, stderr, secrets };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, stdout, stderr, secrets };
  } finally {
    await server.close();
  }
}

test("the built package reads orders in plain Node, over http with OAuth 1.0a", async () => {
  const { code, stdout, stderr } = await runAgainstFake((real) => real);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(JSON.parse(stdout)).toEqual({ number: "24", found: 4 });
});

test("an uncaught error of the built package prints no key", async () => {
  const { code, stdout, stderr, secrets } = await runAgainstFake(() => "cs_wrong_but_still_a_secret");
  expect(code).toBe(1);
  expect(stderr).toContain("ADAPTER_UNAUTHORIZED");
  for (const secret of secrets) expect(stdout + stderr).not.toContain(secret);
});
