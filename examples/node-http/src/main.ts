import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createAskonce } from "@askonce/core";
import { toNodeHandler } from "@askonce/core/node";
import { sqlite } from "@askonce/sqlite";

const askonce = createAskonce({ storage: sqlite(process.env.DATABASE ?? "askonce.db") });
await askonce.start();

const server = createServer(toNodeHandler(askonce.handler));
server.listen(Number(process.env.PORT ?? 4400), "127.0.0.1", () => {
  console.log(`ready http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});

process.once("SIGTERM", () => server.close(() => askonce.stop()));
