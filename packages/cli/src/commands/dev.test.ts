import { existsSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { inventShop, keys, serveWooCommerce } from "../__fixtures__/fake-shops.ts";
import { runCli, startCli, temporaryFolder } from "../__fixtures__/run-cli.ts";

async function startDev(folder: string) {
  const dev = startCli(["dev", "--port", "0"], { cwd: folder });
  const output = await dev.until(/ready http:\/\/127\.0\.0\.1:\d+/);
  const url = /ready (\S+)/.exec(output)?.[1] ?? "";
  const token = /agent token: (\S+)/.exec(output)?.[1] ?? null;
  const get = (path: string, bearer: string | null = token) =>
    fetch(`${url}/api/v1${path}`, { headers: { authorization: `Bearer ${bearer}` } });
  return { dev, url, token, get, output };
}

test("starts in an empty folder, gives one token, and stops in order", async () => {
  const folder = temporaryFolder();
  const { dev, get, output } = await startDev(folder);
  expect(output).toContain("askonce init");
  expect((await get("/tickets")).status).toBe(200);
  expect((await get("/tickets", "ask_wrong")).status).toBe(401);
  // An event stream that is open does not keep it from stopping.
  const events = await get("/events");
  expect(events.status).toBe(200);
  dev.child.kill("SIGTERM");
  expect((await dev.ended).exitCode).toBe(0);
  await events.body?.cancel().catch(() => {});

  const second = await startDev(folder);
  expect(second.token).toBeNull();
  expect(second.output).toContain("askonce token");
  const made = await runCli(["token", "--name", "Ana", "--role", "lead"], { cwd: folder });
  const token = /agent token: (\S+)/.exec(made.stdout)?.[1] ?? "";
  expect(await (await second.get("/me", token)).json()).toMatchObject({ name: "Ana", role: "lead" });
});

test("reads the history of a storefront that was never read, in the background", async () => {
  const { url } = await serveWooCommerce({ shop: inventShop(15) });
  const folder = temporaryFolder();
  writeFileSync(
    join(folder, "askonce.config.ts"),
    `import type { AskonceConfig } from "askonce";
     export default { storefronts: [{ adapter: "woocommerce", url: "${url}", consumerKey: "${keys.key}", consumerSecret: "${keys.secret}", ratePerSecond: 1000 }] } satisfies AskonceConfig;`,
  );
  const { get } = await startDev(folder);
  await expect
    .poll(async () => ((await (await get("/storefronts")).json()) as { items: { ordersCount: number }[] }).items[0]?.ordersCount, {
      timeout: 15_000,
    })
    .toBe(15);
});

test("a port in use is said, and nothing is set up", async () => {
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void taken.close());
  const folder = temporaryFolder();
  const { port } = taken.address() as AddressInfo;
  const { exitCode, stdout, stderr } = await runCli(["dev", "--port", String(port), "--language", "ro"], { cwd: folder });
  expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: "" });
  expect(stderr).toContain(`Portul ${port} este deja folosit`);
  expect(existsSync(join(folder, ".askonce", "askonce.db"))).toBe(false);
});

test.each(["65536", "-1", "abc", "1e3"])("--port %s is refused", async (port) => {
  expect((await runCli(["dev", "--port", port])).exitCode).toBe(2);
});
