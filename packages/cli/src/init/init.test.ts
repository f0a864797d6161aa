import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { inventShop, keys, serveWooCommerce } from "../__fixtures__/fake-shops.ts";
import { runCli, startCli, temporaryFolder } from "../__fixtures__/run-cli.ts";

const read = (folder: string, name: string) => readFileSync(join(folder, name), "utf8");

test("what it writes connects: init, then doctor and dev", async () => {
  const { url } = await serveWooCommerce({ shop: inventShop(15) });
  const folder = temporaryFolder();
  const environment = { WOOCOMMERCE_CONSUMER_KEY: keys.key, WOOCOMMERCE_CONSUMER_SECRET: keys.secret };
  const made = await runCli(["init", "--yes", "--dir", folder, "--url", url, "--shop-language", "ro"], { environment });
  expect(made.exitCode).toBe(0);
  expect(read(folder, "askonce.config.ts")).toContain('countryCode: "RO"');
  for (const secret of [keys.key, keys.secret]) {
    expect(read(folder, ".env")).toContain(secret);
    for (const text of [read(folder, "askonce.config.ts"), read(folder, ".env.example"), made.stdout, made.stderr])
      expect(text).not.toContain(secret);
  }
  expect(statSync(join(folder, ".env")).mode & 0o777).toBe(0o600);
  expect(read(folder, ".gitignore").split("\n")).toContain(".env");

  const { exitCode, stdout } = await runCli(["doctor", "--json"], { cwd: folder });
  expect(exitCode).toBe(0);
  const { checks } = JSON.parse(stdout) as { checks: { group: string; id: string; state: string }[] };
  expect(checks).toContainEqual(expect.objectContaining({ group: "woocommerce", id: "credentials", state: "ok" }));
  for (const id of ["guard", "identity", "packets", "files"]) expect(checks).toContainEqual(expect.objectContaining({ id, state: "ok" }));
  await startCli(["dev", "--port", "0"], { cwd: folder }).until("ready http://127.0.0.1:");
});

test("never replaces a configuration without --force, and keeps what is in .env", async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, ".env"), "OTHER=1\nSHOPIFY_ACCESS_TOKEN=mine");
  const commandLine = ["init", "--yes", "--dir", folder, "--storefront", "shopify", "--url", "x.myshopify.com"];
  expect((await runCli(commandLine)).exitCode).toBe(0);
  expect(read(folder, ".env")).toMatch(/^OTHER=1\nSHOPIFY_ACCESS_TOKEN=mine\nSHOPIFY_API_SECRET=\n/);
  expect(statSync(join(folder, ".env")).mode & 0o777).toBe(0o600);
  writeFileSync(join(folder, "askonce.config.ts"), "// mine");
  const again = await runCli(commandLine);
  expect(again.exitCode).toBe(1);
  expect(again.stderr).toContain("--force");
  expect(read(folder, "askonce.config.ts")).toBe("// mine");
  expect((await runCli([...commandLine, "--force"])).exitCode).toBe(0);
});

test.each([
  [["init"], "--yes"],
  [["init", "--yes", "--storefront", "woocommerce", "--url", "ftp://x"], "https://shop.example.com"],
])("%j is refused before anything is written", async (commandLine, hint) => {
  const folder = temporaryFolder();
  const { exitCode, stderr } = await runCli([...commandLine, "--dir", join(folder, "new")]);
  expect(exitCode).toBe(2);
  expect(stderr).toContain(hint);
  expect(() => statSync(join(folder, "new"))).toThrow("ENOENT");
});
