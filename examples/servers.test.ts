import { request } from "node:http";
import { describe, expect, it, onTestFinished } from "vitest";
import { startExample } from "./start-example.ts";

const servers = [
  { folder: "node-http", basePath: "" },
  { folder: "express", basePath: "/support" },
  { folder: "fastify", basePath: "/support" },
  { folder: "hono", basePath: "/support" },
];

/** Over a connection of its own: a server may close the one on which it refused a body half-way. */
function postOnce(url: string, body: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { method: "POST", agent: false }, (response) => {
      response.resume();
      response.once("end", () => resolve(response.statusCode));
    });
    outgoing.once("error", reject);
    outgoing.end(body);
  });
}

describe.each(servers)("the example with $folder", ({ folder, basePath }) => {
  it("answers, carries bodies and events through, and ends by itself when asked", async () => {
    const example = await startExample(folder, ["--conditions=@askonce/source", "src/main.ts"]);
    onTestFinished(() => void example.stop());
    const api = `${example.url}${basePath}/api/v1`;

    const health = await fetch(`${api}/health`);
    expect([health.status, await health.json()]).toEqual([200, expect.objectContaining({ status: "ok", version: expect.any(String) })]);

    // The body reaches the handler as it was sent, and its answer the client: both are looked at before anybody is let in.
    const bomb = await fetch(`${api}/order-lookup`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: "[".repeat(100),
    });
    expect([bomb.status, (await bomb.json()).code]).toEqual([400, "BODY_TOO_DEEP"]);
    const lookup = await fetch(`${api}/order-lookup`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ number: "1", email: "nobody@example.test" }),
    });
    expect([lookup.status, (await lookup.json()).code]).toEqual([404, "ORDER_NOT_FOUND"]);
    expect(await postOnce(`${api}/order-lookup`, "x".repeat(3 * 1024 * 1024))).toBe(413);

    expect((await fetch(`${api}/tickets`)).status).toBe(401);
    if (basePath !== "") expect(await (await fetch(example.url)).text()).toBe("the shop's own application");
    expect(await example.stop()).toBe(0);
  }, 90_000);
});
