import { problemSchema } from "@askonce/spec";
import { sqlite } from "@askonce/sqlite";
import { describe, expect, it, vi } from "vitest";
import { systemCaller } from "../caller.ts";
import { createAskonce } from "../create-askonce.ts";
import { endpoints, fillPath, validInputs } from "../testing/endpoints.ts";
import { faultyStorage } from "../testing/faulty-storage.ts";
import { type Answer, agentWithToken, type Instance, instance, linesLogger, origin } from "../testing/instance.ts";

const megabyte = 1024 * 1024;

function expectProblem(answer: Answer, status: number, code: string) {
  expect([answer.status, answer.body?.code]).toEqual([status, code]);
  expect(answer.headers.get("content-type")).toBe("application/problem+json");
  expect(answer.headers.get("cache-control")).toBe("no-store");
  const problem = problemSchema.strict().parse(answer.body);
  expect(problem.status).toBe(answer.status);
  expect(problem.type).toBe(`https://askonce.dev/errors/${code}`);
  expect(problem.requestId).toMatch(/^req_/);
  expect(answer.headers.get("x-request-id")).toBe(problem.requestId);
}

async function withOwner(options: Parameters<typeof instance>[0] = {}) {
  const made = instance(options);
  return { ...made, ...(await agentWithToken(made.askonce, "owner")) };
}

describe("a body", () => {
  const nested = (depth: number) => `${'{"a":'.repeat(depth)}1${"}".repeat(depth)}`;

  it.each([
    { what: "is not JSON", body: '{"subject":', status: 400, code: "BODY_NOT_JSON" },
    { what: "is a form", body: "subject=x", status: 400, code: "BODY_NOT_JSON" },
    { what: "is nested over 64 deep", body: nested(65), status: 400, code: "BODY_TOO_DEEP" },
    { what: "is a bomb of arrays", body: "[".repeat(500_000), status: 400, code: "BODY_TOO_DEEP" },
    { what: "is over two megabytes", body: `{"subject":"${"x".repeat(2 * megabyte)}"}`, status: 413, code: "BODY_TOO_LARGE" },
    { what: "is an array", body: "[]", status: 400, code: "VALIDATION_FAILED" },
    { what: "is null", body: "null", status: 400, code: "VALIDATION_FAILED" },
    { what: "is a number", body: "5", status: 400, code: "VALIDATION_FAILED" },
    { what: "is empty", body: "", status: 400, code: "VALIDATION_FAILED" },
    { what: "has a wrong type inside", body: '{"subject":{"$gt":""}}', status: 400, code: "VALIDATION_FAILED" },
    {
      what: "has an unknown word for a state",
      body: '{"subject":"x","customer":{"email":"nobody"}}',
      status: 400,
      code: "VALIDATION_FAILED",
    },
  ])("that $what is refused with $code", async ({ body, status, code }) => {
    const { call, token } = await withOwner();
    expectProblem(await call("POST", "/tickets", { token, body }), status, code);
  });

  it("just within the limits is taken", async () => {
    const { call, token } = await withOwner();
    const deep = nested(63);
    expect((await call("POST", "/tickets", { token, body: `{"subject":"x","extra":${deep}}` })).status).toBe(201);
    const large = `{"subject":"x","extra":"${"x".repeat(2 * megabyte - 30)}"}`;
    expect((await call("POST", "/tickets", { token, body: large })).status).toBe(201);
  });

  it("that is not UTF-8 is refused", async () => {
    const { askonce, token } = await withOwner();
    const bytes = new Uint8Array([...new TextEncoder().encode('{"subject":"'), 0xff, 0xfe, ...new TextEncoder().encode('"}')]);
    const response = await askonce.handler(
      new Request(`${origin}/api/v1/tickets`, { method: "POST", headers: { authorization: `Bearer ${token}` }, body: bytes }),
    );
    expect([response.status, (await response.json()).code]).toEqual([400, "BODY_NOT_UTF8"]);
  });

  it("that announces too much is refused before it is read, and one that lies as soon as it is too much", async () => {
    const { askonce, token } = await withOwner();
    let sent = 0;
    const send = (headers: Record<string, string>, total: number) => {
      sent = 0;
      const stream = new ReadableStream<Uint8Array>({
        pull(controller) {
          if (sent >= total) return controller.close();
          sent += 65_536;
          controller.enqueue(new Uint8Array(65_536).fill(0x20));
        },
      });
      const request = { method: "POST", headers: { authorization: `Bearer ${token}`, ...headers }, body: stream, duplex: "half" };
      return askonce.handler(new Request(`${origin}/api/v1/tickets`, request as RequestInit));
    };
    const announced = await send({ "content-length": String(100 * megabyte) }, 100 * megabyte);
    expect([announced.status, (await announced.json()).code]).toEqual([413, "BODY_TOO_LARGE"]);
    expect(sent).toBeLessThan(megabyte);
    for (const headers of [{}, { "content-length": "10" }, { "content-length": "nonsense" }]) {
      const lied = await send(headers, 100 * megabyte);
      expect([lied.status, (await lied.json()).code]).toEqual([413, "BODY_TOO_LARGE"]);
      expect(sent).toBeLessThan(3 * megabyte);
    }
  });

  it("is JSON whatever its content type says", async () => {
    const { call, token } = await withOwner();
    for (const type of [
      "text/plain",
      "application/x-www-form-urlencoded",
      "multipart/form-data; boundary=x",
      "application/json; charset=latin1",
      "image/png",
    ]) {
      const answer = await call("POST", "/tickets", { token, body: '{"subject":"x"}', headers: { "content-type": type } });
      expect([type, answer.status]).toEqual([type, 201]);
    }
  });

  it("cannot set what is not the sender's to set, nor reach a prototype", async () => {
    const { call, token } = await withOwner();
    const first = await call("POST", "/tickets", { token, body: { subject: "first" } });
    const body =
      '{"subject":"x","number":77,"version":9,"shopId":"other","id":"tkt_mine","mergedIntoId":"x","status":"resolved","createdAt":"2000-01-01T00:00:00Z","__proto__":{"isAdmin":true,"customerId":"cus_1"},"constructor":{"prototype":{"isAdmin":true}}}';
    const { status, body: made } = await call("POST", "/tickets", { token, body });
    expect(status).toBe(201);
    expect(made).toMatchObject({ number: Number(first.body.number) + 1, version: 1, status: "open", mergedIntoId: null, customerId: null });
    expect(made.id).not.toBe("tkt_mine");
    expect("isAdmin" in {}).toBe(false);
    const patched = await call("PATCH", `/tickets/${made.id}`, {
      token,
      body: '{"version":99,"number":5,"shopId":"other","ticketId":"tkt_other","messageCount":7}',
    });
    expect(patched.body).toEqual(made);
    const agent = await call("POST", "/agents", {
      token,
      body: { name: "x", role: "agent", active: false, externalId: "42", id: "agt_mine" },
    });
    expect(agent.body).toMatchObject({ role: "agent", active: true });
    const secret = await call("POST", `/agents/${agent.body.id}/tokens`, {
      token,
      body: { label: "x", token: "ask_mine", hash: "x", agentId: "agt_other" },
    });
    expect(secret.body).toMatchObject({ agentId: agent.body.id });
    expect(secret.body.token).not.toBe("ask_mine");
  });

  it("cannot outvote the path", async () => {
    const { call, token } = await withOwner();
    const one = await call("POST", "/tickets", { token, body: { subject: "one" } });
    const two = await call("POST", "/tickets", { token, body: { subject: "two" } });
    await call("POST", `/tickets/${one.body.id}/notes`, { token, body: { text: "x", ticketId: two.body.id } });
    expect((await call("GET", `/tickets/${one.body.id}`, { token })).body.messageCount).toBe(1);
    expect((await call("GET", `/tickets/${two.body.id}?ticketId=${one.body.id}`, { token })).body.subject).toBe("two");
  });

  it("with a zero byte or half a character comes back as text", async () => {
    const { call, token } = await withOwner();
    const { body } = await call("POST", "/tickets", {
      token,
      body: '{"subject":"a\\u0000b \\ud83d c","message":{"text":"x\\u0000y \\ud83d 🙂"}}',
    });
    const { items } = (await call("GET", `/tickets/${body.id}/messages`, { token })).body;
    expect(String(items[0]?.text)).toMatch(/^x.*y .+ 🙂$/s);
    expect((await call("GET", "/tickets", { token })).status).toBe(200);
  });
});

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
      const has = endpoints.filter((endpoint) => endpoint.path === path).map((endpoint) => endpoint.method);
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

describe("stopping", () => {
  /** Holds the next ticket's creation until it is told to go on. */
  async function held({ askonce, call }: Instance) {
    const { token } = await agentWithToken(askonce);
    let arrived = () => {};
    const arriving = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    let goOn = () => {};
    const going = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    askonce.before("ticket.create", () => {
      arrived();
      return going;
    });
    return { answer: call("POST", "/tickets", { token, body: { subject: "under way" } }), arriving, goOn: () => goOn(), token };
  }

  it("lets what is under way end, refuses what comes later, and ends once for all who ask", async () => {
    const made = instance();
    const { answer, arriving, goOn, token } = await held(made);
    await arriving;
    let ended = 0;
    const stops = [made.askonce.stop(), made.askonce.stop()].map((stop) => stop.then(() => ended++));
    const late = await made.call("GET", "/tickets", { token });
    expectProblem(late, 503, "STOPPED");
    expect(ended).toBe(0);
    goOn();
    expect((await answer).status).toBe(201);
    await Promise.all(stops);
    await made.askonce.stop();
    await expect(made.askonce.tickets.get("tkt_1", systemCaller)).rejects.toEqual(expect.objectContaining({ code: "STOPPED" }));
    await expect(made.askonce.migrate()).rejects.toEqual(expect.objectContaining({ code: "STOPPED" }));
    await expect(made.askonce.start()).rejects.toEqual(expect.objectContaining({ code: "STOPPED" }));
  });

  it("lets a request read that has only just come in", async () => {
    const waiting: (() => void)[] = [];
    const agent = { externalId: "42", name: "Ana", email: null, role: "agent" } as const;
    let isHeld = false;
    const { askonce, call } = instance({
      authenticate: async () => {
        if (isHeld) await new Promise<void>((resolve) => waiting.push(resolve));
        return agent;
      },
    });
    expect((await call("GET", "/tickets")).status).toBe(200);
    isHeld = true;
    const answer = call("GET", "/tickets");
    await vi.waitFor(() => expect(waiting).toHaveLength(1), { interval: 2 });
    const stopping = askonce.stop();
    // Long enough for a storage that is closed too early to be closed.
    await new Promise((resolve) => setTimeout(resolve, 50));
    for (const goOn of waiting) goOn();
    expect((await answer).status).toBe(200);
    await stopping;
  });

  it("waits for what the library was asked to do, too", async () => {
    const made = instance();
    const resolvers: (() => void)[] = [];
    made.askonce.before("ticket.create", () => new Promise<void>((resolve) => resolvers.push(resolve)));
    const creating = made.askonce.tickets.create({ subject: "under way" }, systemCaller);
    await vi.waitFor(() => expect(resolvers).toHaveLength(1), { interval: 2 });
    const order: string[] = [];
    const stopping = made.askonce.stop().then(() => order.push("stopped"));
    await new Promise((resolve) => setImmediate(resolve));
    for (const goOn of resolvers) goOn();
    creating.then(() => order.push("created"));
    expect((await creating).number).toBe(1);
    await stopping;
    expect(order).toEqual(["created", "stopped"]);
  });

  it("ends a running worker, and an instance that was never used", async () => {
    const { askonce } = instance();
    await askonce.start();
    await askonce.stop();
    const opened: string[] = [];
    const unused = createAskonce({ storage: faultyStorage(sqlite(":memory:"), (statement) => opened.push(statement)) });
    await unused.stop();
    expect(opened).toEqual([]);
  });
});
