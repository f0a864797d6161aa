import { sqlite } from "@askonce/sqlite";
import { describe, expect, it } from "vitest";
import { systemCaller } from "../caller.ts";
import { endpoints, fillPath, validInputs } from "../testing/endpoints.ts";
import { expectProblem } from "../testing/expect-problem.ts";
import { faultyStorage } from "../testing/faulty-storage.ts";
import { type Answer, instance, linesLogger, origin, withOwner } from "../testing/instance.ts";

describe("a path", () => {
  it.each([
    "/tickets/%2e%2e%2fagents",
    "/tickets/..%2f..%2fetc%2fpasswd",
    "/tickets/tkt_x%00",
    "/tickets/%zz",
    "/tickets/tkt_1'%20or%201=1--",
    `/tickets/${"a".repeat(65)}`,
    `/tickets/${"%F0%9F%99%82"}`,
  ])("with the id in %s is refused", async (path) => {
    const { call, token } = await withOwner();
    expectProblem(await call("GET", path, { token }), 400, "VALIDATION_FAILED");
  });

  it.each([
    "",
    "/",
    "/nope",
    "//tickets",
    "/tickets//",
    "/tickets/x/y/z",
    "/webhooks",
    "/webhooks/a/b",
    "/webhooks/UPPER",
    "/openapi.json/x",
  ])("%j is not found", async (path) => {
    const { call, token } = await withOwner();
    expectProblem(await call("GET", path, { token }), 404, "NOT_FOUND");
  });

  it("with dots leads nowhere but where it says", async () => {
    const { call, token } = await withOwner();
    expect((await call("GET", "/tickets/../agents", { token })).body.items, "a URL resolves dots itself").toHaveLength(1);
    expectProblem(await call("GET", "/../../api/v2/tickets", { token }), 404, "NOT_FOUND");
  });

  it("answers a method it does not have with 405 and those it has", async () => {
    const { call, token } = await withOwner();
    const wrong: string[] = [];
    const paths = new Set(endpoints.map((endpoint) => endpoint.path));
    for (const path of paths) {
      // `/tickets/counts` is a path of `/tickets/{ticketId}` too.
      const leadsHere = (other: string) => new RegExp(`^${other.replace(/\{\w+\}/g, "[^/]+")}$`).test(path);
      const has = [...new Set(endpoints.filter((endpoint) => leadsHere(endpoint.path)).map((endpoint) => endpoint.method))];
      const allow = [...has, ...(has.includes("GET") ? ["HEAD"] : [])].sort().join(", ");
      for (const method of ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "PURGE"]) {
        if (has.includes(method)) continue;
        const answer = await call(method, fillPath(path, {}), { token });
        const expected = method === "OPTIONS" ? 204 : 405;
        if (answer.status !== expected || answer.headers.get("allow") !== allow)
          wrong.push(`${method} ${path}: ${answer.status} ${answer.headers.get("allow")}`);
        if (expected === 405) expectProblem(answer, 405, "METHOD_NOT_ALLOWED");
      }
    }
    expect(wrong).toEqual([]);
    expect(paths.size).toBeGreaterThan(25);
    for (const [method, path, allow] of [
      ["GET", "/webhooks/memory", "POST"],
      ["POST", "/openapi.json", "GET, HEAD"],
    ] as const) {
      expect((await call(method, path)).headers.get("allow")).toBe(allow);
    }
  });

  it("answers HEAD like GET without the body", async () => {
    const { call, token, askonce } = await withOwner();
    for (const [path, status] of [
      ["/tickets", 200],
      ["/openapi.json", 200],
      ["/health", 200],
      ["/tickets/tkt_none", 404],
      ["/nope", 404],
    ] as const) {
      const head = await call("HEAD", path, { token });
      expect([path, head.status, head.text]).toEqual([path, status, ""]);
      expect(head.headers.get("content-type")).toBe((await call("GET", path, { token })).headers.get("content-type"));
    }
    const stream = await askonce.handler(
      new Request(`${origin}/api/v1/events`, { method: "HEAD", headers: { authorization: `Bearer ${token}` } }),
    );
    expect([stream.status, stream.body]).toEqual([200, null]);
  });

  it.each(["/support", "support", "/support/", "//support//"])("starts with the base path %j", async (basePath) => {
    const { askonce } = instance({ basePath });
    const status = async (path: string) => (await askonce.handler(new Request(`${origin}${path}`))).status;
    expect(await status("/support/api/v1/health")).toBe(200);
    expect(await status("/api/v1/health")).toBe(404);
    expect(await status("/supportapi/v1/health")).toBe(404);
    expect(await status("/other/support/api/v1/health")).toBe(404);
  });
});

describe("a query", () => {
  it.each([
    "status=unknown",
    "limit=0",
    "limit=101",
    "limit=1.5",
    "limit=abc",
    "limit=-1",
    "limit=1e9",
    "status=open&status=resolved",
    "q[a]=1",
    `q=${"x".repeat(201)}`,
    `cursor=${"x".repeat(501)}`,
    `tag=${"x".repeat(61)}`,
    "customerId=../x",
  ])("is checked: %s", async (query) => {
    const { call, token } = await withOwner();
    const answer = await call("GET", `/tickets?${query}`, { token });
    expectProblem(answer, 400, "VALIDATION_FAILED");
    expect((answer.body.issues as { path: string }[])[0]?.path).toMatch(/^(status|limit|q|cursor|tag|customerId)/);
  });

  it("may be huge and strange and changes nothing", async () => {
    const { call, token } = await withOwner();
    const many = Array.from({ length: 5000 }, (_, index) => `k${index}=v`).join("&");
    for (const query of [
      many,
      `x=${"y".repeat(100_000)}`,
      "__proto__[isAdmin]=1",
      "constructor[prototype][isAdmin]=1",
      `a${"[b]".repeat(2000)}=1`,
      "&&&===&%=%",
      "q=%00",
    ]) {
      const started = performance.now();
      const answer = await call("GET", `/tickets?${query}`, { token });
      expect([200, 400]).toContain(answer.status);
      expect(performance.now() - started).toBeLessThan(2000);
    }
    expect("isAdmin" in {}).toBe(false);
  });
});

describe("a failure inside", () => {
  const canary = "canary-7f3a";

  it("says nothing of itself to the caller nor, but for its place, to the log", async () => {
    const logger = linesLogger();
    let failing = false;
    const storage = faultyStorage(sqlite(":memory:"), (statement) => {
      if (failing) throw Object.assign(new Error(`${canary} in ${statement}\n    at ${canary}`), { detail: canary });
    });
    const { call, askonce, token } = await withOwner({ storage, logger });
    const { id } = await askonce.tickets.create({ subject: "x" }, systemCaller);
    failing = true;
    const answers = [];
    for (const endpoint of endpoints.filter((one) => one.name !== "events.stream")) {
      const { body, query } = validInputs[endpoint.name] ?? {};
      const path = `${fillPath(endpoint.path, { ticketId: id })}${query ?? ""}`;
      const credentials = endpoint.for === "customers" ? await askonce.identity.sign({ customerRef: "memory:1" }) : token;
      answers.push([
        endpoint.name,
        await call(endpoint.method, path, { token: credentials, body: endpoint.method === "GET" ? undefined : body }),
      ] as const);
    }
    failing = false;
    for (const [name, answer] of answers) {
      expect(answer.text).not.toContain(canary);
      if (name === "health.check") expectProblem(answer, 503, "STORAGE_FAILED");
      else if (["health.live", "forms.get"].includes(name)) expect(answer.status).toBe(200);
      else if (name === "packets.read") expectProblem(answer, 422, "PACKET_INVALID");
      else expectProblem(answer, 500, "INTERNAL");
    }
    expect(logger.lines.length).toBeGreaterThan(30);
    expect(logger.lines.join("\n")).not.toContain(canary);
    expect(logger.lines[0]).toMatch(/^error A request failed .*"requestId":"req_.*"error":"Error at /);
  });

  it("while the storage cannot be opened is reported as such and heals by itself", async () => {
    let failing = true;
    const storage = faultyStorage(sqlite(":memory:"), () => {
      if (failing) throw new Error(canary);
    });
    const { call } = instance({ storage });
    const sick = await call("GET", "/health");
    expect(sick.status).toBeGreaterThanOrEqual(500);
    expect(sick.text).not.toContain(canary);
    failing = false;
    expect((await call("GET", "/health")).body).toMatchObject({ status: "ok" });
  });

  it("of a request never puts what people wrote, or a secret, into the log", async () => {
    const logger = linesLogger();
    const { call, token, askonce } = await withOwner({ logger });
    askonce.before("message.create", () => {
      throw new TypeError(`${canary}@example.com cannot be read`);
    });
    const { body } = await call("POST", "/tickets", { token, body: { subject: canary } });
    for (const [method, path, sent] of [
      ["POST", `/tickets/${body.id}/replies`, { text: canary }],
      ["POST", "/tickets", { subject: canary, customer: { email: canary } }],
      ["POST", "/tickets", `{"subject":"${canary}`],
      ["GET", `/tickets?q=${canary}&limit=0`, undefined],
      ["GET", `/tickets/${canary}.${canary}`, undefined],
      ["POST", "/order-lookup", { number: canary, email: `${canary}@example.com` }],
      ["POST", `/webhooks/${canary}`, { text: canary }],
    ] as const) {
      const answer = await call(method, path, { token, body: sent });
      expect([path, answer.status >= 400]).toEqual([path, true]);
    }
    await call("GET", "/tickets", { token: `ask_${canary}` });
    await call("GET", "/my/tickets", { token: `${canary}.${canary}.${canary}` });
    const log = logger.lines.join("\n");
    expect(log).not.toContain(canary);
    expect(log).not.toContain(token.slice(4));
  });

  it("that a client may repeat says when", async () => {
    const { call } = instance();
    let last: Answer | null = null;
    for (let index = 0; index < 11; index++)
      last = await call("POST", "/order-lookup", { body: { number: "1", email: "ana@example.com" } });
    if (!last) throw new Error("nothing was asked");
    expectProblem(last, 429, "TOO_MANY_REQUESTS");
    expect(Number(last.headers.get("retry-after"))).toBe(Math.ceil(Number(last.body.retryAfterMs) / 1000));
    expect(last.body.retryable).toBe(true);
  });
});
