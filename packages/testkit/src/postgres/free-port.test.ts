import { createServer } from "node:net";
import { expect, it } from "vitest";
import { freePort } from "./free-port.ts";

it("is a port that can be listened on, below those the system hands out to clients", async () => {
  const port = await freePort();
  expect(port).toBeGreaterThanOrEqual(20_000);
  expect(port).toBeLessThan(32_000);
  const server = createServer();
  await new Promise<void>((resolve, reject) => server.once("error", reject).listen(port, "127.0.0.1", resolve));
  // Taken now: the same check must say so, or it would not check anything.
  let asked = 0;
  const next = await freePort(async () => {
    asked += 1;
    return asked === 3;
  });
  expect(asked).toBe(3);
  expect(next).toBeGreaterThanOrEqual(20_000);
  await new Promise((resolve) => server.close(resolve));
});

it("gives up when every port is taken", async () => {
  await expect(freePort(async () => false)).rejects.toThrow("no free port");
});
