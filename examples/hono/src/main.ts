import { createAskonce } from "@askonce/core";
import { sqlite } from "@askonce/sqlite";
import { serve } from "@hono/node-server";
import { Hono } from "hono";

const askonce = createAskonce({ storage: sqlite(process.env.DATABASE ?? "askonce.db"), basePath: "/support" });
await askonce.start();

const app = new Hono();
app.all("/support/*", (context) => askonce.handler(context.req.raw));
app.get("/", (context) => context.text("the shop's own application"));

const server = serve({ fetch: app.fetch, port: Number(process.env.PORT ?? 4400), hostname: "127.0.0.1" }, ({ port }) => {
  console.log(`ready http://127.0.0.1:${port}`);
});

process.once("SIGTERM", () => server.close(() => askonce.stop()));
