import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { inventShop, keys, serveWooCommerce } from "../__fixtures__/fake-shops.ts";
import { runCli, startCli, temporaryFolder } from "../__fixtures__/run-cli.ts";

const orders = 40;

async function slowShop() {
  const served = await serveWooCommerce({ shop: inventShop(orders), latencyMs: 25 });
  const folder = temporaryFolder();
  writeFileSync(
    join(folder, "askonce.config.ts"),
    `export default { storefronts: [{ adapter: "woocommerce", url: "${served.url}", consumerKey: "${keys.key}", consumerSecret: "${keys.secret}", ratePerSecond: 1000, changesPageSize: 4 }] };`,
  );
  return { ...served, folder };
}

const doneIn = (text: string) => [...text.matchAll(/(\d+) of 40 orders/g)].map((match) => Number(match[1]));

test("a run that was killed goes on after its last page and reads each order once", async () => {
  const { folder } = await slowShop();
  const first = startCli(["backfill"], { cwd: folder });
  await first.until(/\b(8|12|16) of 40 orders/);
  first.child.kill("SIGKILL");
  const { stderr } = await first.ended;
  const reached = Math.max(...doneIn(stderr));
  expect(reached).toBeLessThan(orders);

  const second = await runCli(["backfill", "--json"], { cwd: folder });
  expect(second.exitCode).toBe(0);
  expect(JSON.parse(second.stdout)).toEqual({
    storefronts: [{ adapterId: "woocommerce", state: "complete", done: orders, total: orders }],
  });
  const resumedAt = Number(/going on after (\d+)/.exec(second.stderr)?.[1]);
  expect(resumedAt).toBeGreaterThanOrEqual(reached);
  expect(doneIn(second.stderr)[0]).toBeGreaterThan(resumedAt);
});

test("Ctrl+C keeps the position and says so; a finished run is not repeated", async () => {
  const { folder } = await slowShop();
  const first = startCli(["backfill"], { cwd: folder });
  await first.until("4 of 40 orders");
  first.child.kill("SIGINT");
  const stopped = await first.ended;
  expect(stopped.exitCode).toBe(130);
  expect(stopped.stderr).toContain("the position is kept");
  expect((await runCli(["backfill", "woocommerce"], { cwd: folder })).stderr).toContain("complete, 40 orders");
  expect((await runCli(["backfill"], { cwd: folder })).stderr).toContain("already complete, 40 orders");
});

test("a shop named on the command line is read into a database of its own, without a configuration", async () => {
  const folder = temporaryFolder();
  const first = await serveWooCommerce({ shop: inventShop(12) });
  const second = await serveWooCommerce({ shop: inventShop(7) });
  const read = (direct: readonly string[]) => runCli(["backfill", ...direct, "--json"], { cwd: folder });
  const done = (count: number) => ({ storefronts: [{ adapterId: "woocommerce", state: "complete", done: count, total: count }] });
  const { exitCode, stdout } = await read(first.direct);
  expect({ exitCode, answer: JSON.parse(stdout) }).toEqual({ exitCode: 0, answer: done(12) });
  expect(JSON.parse((await read(second.direct)).stdout)).toEqual(done(7));
  expect((await read(first.direct)).stderr).toContain("already complete, 12 orders");
});

test("an unknown storefront is a mistake that names the known ones", async () => {
  const { folder } = await slowShop();
  const { exitCode, stderr } = await runCli(["backfill", "magento"], { cwd: folder });
  expect(exitCode).toBe(2);
  expect(stderr).toContain("Configured: woocommerce");
});
