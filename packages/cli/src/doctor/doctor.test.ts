import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { inventShop, keys, serveWooCommerce } from "../__fixtures__/fake-shops.ts";
import { runCli, temporaryFolder } from "../__fixtures__/run-cli.ts";
import { en } from "../language/en.ts";
import { checkClock, checkNode } from "./check-machine.ts";

test("a wrong secret fails the check, names what to do, and exits 1", async () => {
  const { url } = await serveWooCommerce({ shop: inventShop(15) });
  const commandLine = ["doctor", "--woocommerce", url, "--key", keys.key, "--secret", `cs_${"9".repeat(40)}`];
  const json = await runCli([...commandLine, "--json"]);
  expect(json.exitCode).toBe(1);
  const { ok, checks } = JSON.parse(json.stdout) as { ok: boolean; checks: { id: string; state: string; remedy: string | null }[] };
  expect(ok).toBe(false);
  const failed = checks.filter((check) => check.state === "failed");
  expect(failed.map((check) => check.id)).toContain("credentials");
  for (const check of failed) expect(check.remedy).toBeTruthy();
  const told = await runCli([...commandLine, "--language", "it"]);
  expect(told.stdout).toContain("✗");
  expect(told.stdout).toContain("Non riusciti");
});

test("missing keys in .env are said by the name of the field", async () => {
  const folder = temporaryFolder();
  writeFileSync(
    join(folder, "askonce.config.ts"),
    'export default { storefronts: [{ adapter: "woocommerce", url: "https://shop.example.com", consumerKey: process.env.NONE }] };',
  );
  const { exitCode, stdout } = await runCli(["doctor"], { cwd: folder });
  expect(exitCode).toBe(1);
  expect(stdout).toContain("consumerKey");
});

test.each([
  ["export default { storefront: [] };", "unknown key storefront"],
  ["export default { shop: { country: 1 } };", "unknown key shop.country"],
  ["export default { storefronts: [{ adapter: 'magento' }] };", "storefronts[0]"],
  ["export const config = {};", "export default"],
  ["export default {", "cannot be loaded"],
])("a configuration %j is refused with its place", async (text, hint) => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "askonce.config.ts"), text);
  const { exitCode, stderr } = await runCli(["migrate"], { cwd: folder });
  expect(exitCode).toBe(2);
  expect(stderr).toContain(hint);
});

test("Node and the clock are judged", () => {
  expect(checkNode(en, "22.17.9").state).toBe("failed");
  expect(checkNode(en, "22.18.0").state).toBe("ok");
  expect(checkNode(en, "24.0.0").state).toBe("ok");
  expect(checkClock(en, "Europe/Rome", Date.UTC(2026, 10, 21)).state).toBe("ok");
  expect(checkClock(en, "Europe/Nowhere", Date.UTC(2026, 10, 21)).state).toBe("failed");
  expect(checkClock(en, undefined, 0).state).toBe("failed");
});
