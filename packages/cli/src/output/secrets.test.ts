import { writeFileSync } from "node:fs";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { inventShop, serveShopify, serveWooCommerce } from "../__fixtures__/fake-shops.ts";
import { runCli, temporaryFolder } from "../__fixtures__/run-cli.ts";

const canaries = {
  key: "ck_canary_aaaaaaaaaaaaaaaaaaaa",
  secret: "cs_canary_bbb&/+bbbbbbbbbbbb",
  token: "shpat_canary_cccccccccccccccc",
  hook: "hook_canary_dddddddddddd",
};
const spellings = Object.values(canaries).flatMap((secret) => [
  secret,
  encodeURIComponent(secret),
  Buffer.from(secret).toString("base64").slice(0, 16),
]);

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => server.closeAllConnections());
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A firewall's page that repeats the request, as some do. */
const echo: RequestListener = (request, response) => {
  response.writeHead(200, { "content-type": "text/html" });
  response.end(`<html>${request.url} ${JSON.stringify(request.headers)}</html>`);
};
const errorEcho: RequestListener = (request, response) => {
  response.writeHead(403, { "content-type": "application/json" });
  response.end(
    JSON.stringify({ code: request.url, message: JSON.stringify(request.headers), errors: request.headers["x-shopify-access-token"] }),
  );
};

async function hosts(): Promise<Record<string, { woocommerce: string; shopify: string }>> {
  const shop = inventShop(15);
  const [html, error] = [await serve(echo), await serve(errorEcho)];
  return {
    "wrong keys": { woocommerce: (await serveWooCommerce({ shop })).url, shopify: (await serveShopify({ shop })).url },
    unreachable: { woocommerce: "http://127.0.0.1:1", shopify: "http://127.0.0.1:1" },
    "an HTML answer": { woocommerce: html, shopify: html },
    "an error that repeats the request": { woocommerce: error, shopify: error },
  };
}

test("no command writes a secret, whatever answers", { timeout: 120_000 }, async () => {
  for (const [name, { woocommerce, shopify }] of Object.entries(await hosts())) {
    const folder = temporaryFolder();
    writeFileSync(
      join(folder, ".env"),
      `CK=${canaries.key}\nWOO_SECRET="${canaries.secret}"\nSHOP_TOKEN=${canaries.token}\nHOOK_SECRET=${canaries.hook}\n`,
    );
    writeFileSync(
      join(folder, "askonce.config.ts"),
      `const { CK, WOO_SECRET, SHOP_TOKEN, HOOK_SECRET } = process.env;
       export default { storefronts: [
        { adapter: "woocommerce", url: "${woocommerce}", consumerKey: CK, consumerSecret: WOO_SECRET, webhookSecrets: [HOOK_SECRET] },
        { adapter: "shopify", shop: "${shopify}", accessToken: SHOP_TOKEN, webhookSecrets: [HOOK_SECRET] },
      ] };`,
    );
    const direct = [
      ["--woocommerce", woocommerce, "--key", canaries.key, "--secret", canaries.secret],
      ["--shopify", shopify, "--token", canaries.token],
    ];
    const commandLines = [
      ...direct.map((shop) => ["lookup", ...shop, "--number", "1"]),
      ["doctor"],
      ["backfill"],
      ["lookup", `--sercet=${canaries.secret}`, `--key=${canaries.key}`],
    ];
    const results = await Promise.all(
      commandLines.map(async (commandLine) => ({
        commandLine,
        ...(await runCli(commandLine, { cwd: folder, environment: { ASKONCE_DEBUG: "1" } })),
      })),
    );
    for (const { commandLine, exitCode, stdout, stderr } of results) {
      expect(exitCode, `${name}: ${commandLine[0]}\n${stderr}`).not.toBe(0);
      for (const spelling of spellings) expect(stdout + stderr, `${name}: ${commandLine[0]}`).not.toContain(spelling);
    }
  }
});

test("a configuration that throws with a key in its message does not show it", async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "askonce.config.ts"), `throw new Error("${canaries.key}"); export default {};`);
  const { exitCode, stdout, stderr } = await runCli(["doctor"], { cwd: folder });
  expect(exitCode).not.toBe(0);
  expect(stdout + stderr).not.toContain(canaries.key);
});
