import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it, onTestFinished } from "vitest";
import { createAskonce } from "../create-askonce.ts";
import { testStorage } from "../testing/test-storage.ts";
import { openTickets, owner } from "./__fixtures__/webhook-instance.ts";
import { webhooksToLoopback } from "./__fixtures__/webhook-instance-options.ts";
import { retryDelaysMs } from "./retry-schedule.ts";

const guide = readFileSync(new URL("../../../../docs/guides/webhooks.md", import.meta.url), "utf8");

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === "object" && address ? address.port : 0;
}

it("the receiver in the guide takes what is sent to it", async () => {
  const code = /<!-- this block is run by a test -->\n```js\n([\s\S]*?)```/.exec(guide)?.[1] ?? expect.fail("there is no receiver");
  // Beside the package's own dependencies, so that the import finds what a reader has installed.
  const cache = fileURLToPath(new URL("../../node_modules/.cache", import.meta.url));
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, "receiver-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, "receiver.mjs"), code);

  const askonce = createAskonce({ storage: testStorage(), webhooks: webhooksToLoopback() });
  onTestFinished(() => askonce.stop());
  const port = await freePort();
  const { id, secret } = await askonce.webhooks.create({ url: `http://127.0.0.1:${port}/`, eventTypes: ["ticket.created"] }, owner);
  const child = spawn(process.execPath, [join(folder, "receiver.mjs")], {
    env: { PATH: process.env.PATH, WEBHOOK_SECRET: secret, PORT: String(port) },
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(() => void child.kill());
  let output = "";
  child.stdout.on("data", (chunk) => {
    output += chunk;
  });
  await expect
    .poll(() => askonce.webhooks.test(id, owner), { timeout: 10_000, interval: 100 })
    .toMatchObject({ outcome: "delivered", status: 204 });
  const [ticketId] = await openTickets({ askonce }, 1);
  await askonce.drain();
  const [delivery] = (await askonce.webhooks.deliveries(id, { limit: 1 }, owner)).items;
  expect(delivery).toMatchObject({ state: "delivered", lastStatus: 204 });
  await askonce.webhooks.retry(id, delivery?.id ?? "", owner);
  await askonce.drain();
  expect((await askonce.webhooks.deliveries(id, { limit: 2 }, owner)).items.map((one) => one.state)).toEqual(["delivered", "delivered"]);
  await expect.poll(() => output, { timeout: 5000 }).toBe(`webhook.test undefined\nticket.created ${ticketId}\n`);
  await askonce.webhooks.rotateSecret(id, { revokeOld: true }, owner);
  expect(await askonce.webhooks.test(id, owner)).toMatchObject({ outcome: "failed", status: 401 });
});

it("the schedule in the guide is the one that is kept", () => {
  const cells = /\| after the one before \|([^\n]*)\|/
    .exec(guide)?.[1]
    ?.split("|")
    .map((cell) => cell.trim());
  const units: Record<string, number> = { s: 1000, min: 60_000, h: 3_600_000 };
  const pauses = cells?.map((cell) => {
    const [amount, unit = ""] = cell.split(" ");
    return cell === "at once" ? 0 : Number(amount) * (units[unit] ?? Number.NaN);
  });
  expect(pauses).toEqual(retryDelaysMs);
});
