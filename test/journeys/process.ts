import { createServer } from "node:http";
import { createAskonce, systemCaller } from "@askonce/core";
import { toNodeHandler } from "@askonce/core/node";
import { postgres } from "@askonce/postgres";
import { memoryStorefront } from "@askonce/testkit";
import { generateShop } from "@askonce/testkit/shop-data";

/**
 * One process of a shop on PostgreSQL, as somebody would run it: its role and the database's address come from the environment. Says where it
 * listens, and ends in good order when it is asked to.
 */
const role = process.env.ROLE === "worker" ? "worker" : "web";
const shop = generateShop({ seed: 7, orders: 20, now: "2026-11-20T09:00:00.000Z" });
const memory = memoryStorefront(shop, {});
const askonce = createAskonce({
  storage: postgres({ url: process.env.DATABASE_URL ?? "", applicationName: role, connections: 4 }),
  storefronts: [memory.adapter],
});
await askonce.start({ roles: [role] });
const server = createServer(toNodeHandler(askonce.handler));
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
const address = server.address();
const port = typeof address === "object" && address ? address.port : 0;
const token = role === "web" ? await ownerToken() : "";
process.stdout.write(`${JSON.stringify({ ready: `http://127.0.0.1:${port}`, token })}\n`);

askonce.jobs.handle("journey.slow", async (_, { signal }) => {
  process.stdout.write(`${JSON.stringify({ began: role })}\n`);
  await new Promise((resolve) => setTimeout(resolve, 1500, signal));
  process.stdout.write(`${JSON.stringify({ finished: role })}\n`);
});

process.once("SIGTERM", () => {
  server.close();
  void askonce.stop().then(() => {
    process.stdout.write(`${JSON.stringify({ stopped: role })}\n`);
    process.exit(0);
  });
});

async function ownerToken(): Promise<string> {
  const [known] = await askonce.agents.list(systemCaller);
  const owner = known ?? (await askonce.agents.create({ name: "Olga", role: "owner" }, systemCaller));
  return (await askonce.agents.createToken(owner.id, { label: "journey" }, systemCaller)).token;
}
