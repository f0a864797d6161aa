import { describe, expect, it } from "vitest";
import { expectProblem } from "../testing/expect-problem.ts";
import { origin, withOwner } from "../testing/instance.ts";

const megabyte = 1024 * 1024;

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
