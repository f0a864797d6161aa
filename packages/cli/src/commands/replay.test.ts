import { createHmac } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { inventShop, keys, serveWooCommerce } from "../__fixtures__/fake-shops.ts";
import { runCli, startCli, temporaryFolder } from "../__fixtures__/run-cli.ts";

const secret = "a webhook secret for the replay";

/** A folder with a configured shop that has received one webhook about an order. */
async function shopWithWebhook() {
  const { url } = await serveWooCommerce({ shop: inventShop(3) });
  const folder = temporaryFolder();
  writeFileSync(
    join(folder, "askonce.config.ts"),
    `export default { storefronts: [{ adapter: "woocommerce", url: "${url}", consumerKey: "${keys.key}", consumerSecret: "${keys.secret}", webhookSecrets: ["${secret}"] }] };`,
  );
  const server = startCli(["dev", "--port", "0"], { cwd: folder });
  const address = /http:\/\/127\.0\.0\.1:\d+/.exec(await server.until(/http:\/\/127\.0\.0\.1:\d+/))?.[0] ?? "";
  const body = JSON.stringify({ id: 77 });
  const delivered = await fetch(`${address}/api/v1/webhooks/woocommerce`, {
    method: "POST",
    body,
    headers: {
      "x-wc-webhook-topic": "order.deleted",
      "x-wc-webhook-id": "4",
      "x-wc-webhook-signature": createHmac("sha256", secret).update(body).digest("base64"),
    },
  });
  expect(delivered.status).toBe(200);
  server.child.kill("SIGTERM");
  await server.ended;
  return folder;
}

test("kept webhooks are read again and counted; a time without any says so; twice is the same", async () => {
  const folder = await shopWithWebhook();
  const first = await runCli(["replay", "--json"], { cwd: folder });
  expect(first.exitCode).toBe(0);
  expect(JSON.parse(first.stdout)).toEqual({ state: "complete", webhooks: 1, events: 1, unreadable: 0 });
  const again = await runCli(["replay", "woocommerce", "--from", "1h"], { cwd: folder });
  expect(again.stdout).toContain("1 webhooks, 1 events");
  const nothing = await runCli(["replay", "--from", "2001-01-01", "--to", "2001-01-02", "--language", "it"], { cwd: folder });
  expect(nothing.stdout).toContain("non è arrivato nessun webhook");
});

test.each([
  [["--from", "yesterday"], "--from has to be an instant"],
  [["--from", "1h", "--to", "2h"], "--to has to be later than --from"],
  [["nowhere"], "no storefront named nowhere"],
])("%j is explained", async (parameters, sentence) => {
  const folder = temporaryFolder();
  const { exitCode, stderr } = await runCli(["replay", ...parameters], { cwd: folder });
  expect(exitCode).toBe(2);
  expect(stderr).toContain(sentence);
});
