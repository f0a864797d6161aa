import type { AddressInfo } from "node:net";
import { createAskonce } from "@askonce/core";
import { toNodeHandler } from "@askonce/core/node";
import { sqlite } from "@askonce/sqlite";
import express from "express";

const askonce = createAskonce({ storage: sqlite(process.env.DATABASE ?? "askonce.db"), basePath: "/support" });
await askonce.start();

const app = express();
// Before any body parser: webhooks are signed over the raw bytes.
app.use("/support", toNodeHandler(askonce.handler));
app.use(express.json());
app.get("/", (_request, response) => response.send("the shop's own application"));

const server = app.listen(Number(process.env.PORT ?? 4400), "127.0.0.1", () => {
  console.log(`ready http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});

process.once("SIGTERM", () => server.close(() => askonce.stop()));
