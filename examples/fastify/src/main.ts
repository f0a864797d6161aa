import { createAskonce } from "@askonce/core";
import { toNodeHandler } from "@askonce/core/node";
import { sqlite } from "@askonce/sqlite";
import fastify from "fastify";

const askonce = createAskonce({ storage: sqlite(process.env.DATABASE ?? "askonce.db"), basePath: "/support" });
await askonce.start();

const app = fastify();
const handle = toNodeHandler(askonce.handler);
await app.register(async (scope) => {
  // The body stays on the raw stream: webhooks are signed over the raw bytes.
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser("*", (_request, _payload, done) => done(null));
  scope.all("/support/*", async (request, reply) => {
    reply.hijack();
    await handle(request.raw, reply.raw);
  });
});
app.get("/", async () => "the shop's own application");

const url = await app.listen({ port: Number(process.env.PORT ?? 4400), host: "127.0.0.1" });
console.log(`ready ${url}`);

process.once("SIGTERM", () => app.close().then(() => askonce.stop()));
