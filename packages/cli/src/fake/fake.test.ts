import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { wooCommerceRecordingsDirectory } from "@askonce/testkit/woocommerce";
import { expect, test } from "vitest";
import { runCli, startCli, temporaryFolder } from "../__fixtures__/run-cli.ts";

async function startFake(commandLine: string[]) {
  const fake = startCli(["fake", ...commandLine]);
  const output = await fake.until(/ready http:\/\/127\.0\.0\.1:\d+/);
  const example = /try: askonce (.+)/.exec(output)?.[1]?.split(" ") ?? [];
  return { fake, example };
}

test.each(["woocommerce", "shopify"])("the example that fake %s prints finds its order", async (adapter) => {
  const { example } = await startFake([adapter, "--orders", "15"]);
  const { exitCode, stdout } = await runCli([...example, "--json"]);
  expect(exitCode).toBe(0);
  expect((JSON.parse(stdout) as { orders: unknown[] }).orders).toHaveLength(1);
});

test("a shop that is kept is the same one after a restart", async () => {
  const data = join(temporaryFolder(), "shop");
  const first = await startFake(["shopify", "--orders", "15", "--seed", "3", "--data", data]);
  first.fake.child.kill("SIGTERM");
  expect((await first.fake.ended).exitCode).toBe(0);
  const kept = readFileSync(join(data, "shop.json"), "utf8");
  const second = await startFake(["shopify", "--orders", "40", "--seed", "4", "--data", data]);
  expect(readFileSync(join(data, "shop.json"), "utf8")).toBe(kept);
  expect(second.example.at(-1)).toBe(first.example.at(-1));
});

test("recordings of a real WooCommerce are served; Shopify refuses them", async () => {
  const data = join(temporaryFolder(), "recorded");
  cpSync(wooCommerceRecordingsDirectory(), data, { recursive: true });
  const { example } = await startFake(["woocommerce", "--data", data]);
  expect((await runCli(example)).exitCode).toBe(0);
  expect((await runCli(["fake", "shopify", "--data", data])).exitCode).toBe(2);
});

test("a folder with something else in it is left alone", async () => {
  const data = temporaryFolder();
  writeFileSync(join(data, "thesis.txt"), "mine");
  const { exitCode, stderr } = await runCli(["fake", "woocommerce", "--data", data]);
  expect(exitCode).toBe(2);
  expect(stderr).toContain(data);
});
