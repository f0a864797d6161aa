import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { systemCaller } from "../caller.ts";
import { agentWithToken, identitySecret, instance } from "../testing/instance.ts";
import { storedBytes } from "../testing/stored-bytes.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";

const failsWith = (code: string) => expect.objectContaining({ code });

describe("agents' tokens", () => {
  it("are shown once and never written down", async () => {
    const place = join(temporaryFolder(), "shop.db");
    const { askonce, call } = instance({ path: place });
    const { id, token } = await agentWithToken(askonce, "owner");
    expect(token).toMatch(/^ask_[A-Za-z0-9_-]{43}$/);
    const created = await call("POST", `/agents/${id}/tokens`, { token, body: { label: "laptop" } });
    expect(created.status).toBe(201);
    const second = String(created.body.token);
    const listed = await call("GET", `/agents/${id}/tokens`, { token });
    expect(listed.body.items).toHaveLength(2);
    expect(listed.text).not.toContain(token.slice(4));
    expect(listed.text).not.toContain(second.slice(4));
    const customerToken = await askonce.identity.sign({ customerRef: "memory:17", email: "ana@example.com" });
    await call("GET", "/my/tickets", { token: customerToken });
    await askonce.stop();
    const stored = await storedBytes(place);
    expect(stored, "what is stored can be read at all").toContain("Somebody with role owner");
    for (const secret of [token.slice(4), second.slice(4), identitySecret, customerToken]) expect(stored).not.toContain(secret);
  });

  it("stop working at once when revoked, and cannot be revoked for somebody else", async () => {
    const { askonce, call } = instance();
    const owner = await agentWithToken(askonce, "owner");
    const agent = await agentWithToken(askonce, "agent");
    const [ownerToken] = await askonce.agents.tokens(owner.id, systemCaller);
    const [agentToken] = await askonce.agents.tokens(agent.id, systemCaller);
    expect((await call("DELETE", `/agents/${owner.id}/tokens/${ownerToken?.id}`, { token: agent.token })).status).toBe(403);
    expect((await call("DELETE", `/agents/${agent.id}/tokens/${ownerToken?.id}`, { token: agent.token })).status).toBe(404);
    expect((await call("GET", "/me", { token: owner.token })).status).toBe(200);
    expect((await call("DELETE", `/agents/${agent.id}/tokens/${agentToken?.id}`, { token: agent.token })).body).toEqual({ revoked: true });
    expect((await call("GET", "/me", { token: agent.token })).status).toBe(401);
    expect((await call("DELETE", `/agents/${agent.id}/tokens/${agentToken?.id}`, { token: owner.token })).status).toBe(404);
  });

  it("remember their last use without a write for each read", async () => {
    const { askonce, call, clock } = instance();
    const { id, token } = await agentWithToken(askonce, "agent");
    const lastUsed = async () => (await askonce.agents.tokens(id, systemCaller))[0]?.lastUsedAt;
    expect(await lastUsed()).toBeNull();
    await call("GET", "/me", { token });
    const first = await lastUsed();
    expect(first).toBe(new Date(clock.now()).toISOString());
    clock.advance(4 * 60_000);
    await call("GET", "/me", { token });
    expect(await lastUsed()).toBe(first);
    clock.advance(2 * 60_000);
    await call("GET", "/me", { token });
    expect(await lastUsed()).toBe(new Date(clock.now()).toISOString());
  });

  it("belong to one shop", async () => {
    const folder = temporaryFolder();
    const one = instance({ path: join(folder, "shop.db"), shop: { id: "one" } });
    const { token } = await agentWithToken(one.askonce, "owner");
    await one.askonce.stop();
    const other = instance({ path: join(folder, "shop.db"), shop: { id: "other" } });
    expect((await other.call("GET", "/me", { token })).status).toBe(401);
  });
});

describe("agents", () => {
  it("always keep an active owner", async () => {
    const { askonce } = instance();
    const one = await askonce.agents.create({ name: "One", role: "owner" }, systemCaller);
    await expect(askonce.agents.update(one.id, { active: false }, systemCaller)).rejects.toEqual(failsWith("LAST_OWNER"));
    await expect(askonce.agents.update(one.id, { role: "lead" }, systemCaller)).rejects.toEqual(failsWith("LAST_OWNER"));
    expect(await askonce.agents.update(one.id, { name: "Renamed" }, systemCaller)).toMatchObject({
      name: "Renamed",
      role: "owner",
      active: true,
    });
    const two = await askonce.agents.create({ name: "Two", role: "owner" }, systemCaller);
    await askonce.agents.update(two.id, { active: false }, systemCaller);
    await expect(askonce.agents.update(one.id, { role: "agent" }, systemCaller), "an inactive owner does not count").rejects.toEqual(
      failsWith("LAST_OWNER"),
    );
    await askonce.agents.update(two.id, { active: true }, systemCaller);
    const both = await Promise.allSettled([
      askonce.agents.update(one.id, { role: "agent" }, systemCaller),
      askonce.agents.update(two.id, { role: "agent" }, systemCaller),
    ]);
    expect(both.map((one) => one.status).sort(), "two who step down at once").toEqual(["fulfilled", "rejected"]);
  });

  it("are refused with a shape that could not be shown again", async () => {
    const { askonce } = instance();
    for (const input of [{ name: " " }, { name: "x".repeat(201) }, { name: "x", email: "nobody" }]) {
      await expect(askonce.agents.create({ role: "agent", ...input }, systemCaller)).rejects.toEqual(failsWith("VALIDATION_FAILED"));
    }
  });
});

describe("agents that the embedding application vouches for", () => {
  const vouching = () => {
    let agent: { externalId: string; name: string; email: string | null; role: "agent" | "lead" | "owner" } | null = null;
    const made = instance({ authenticate: async () => agent });
    return { ...made, say: (next: typeof agent) => (agent = next) };
  };

  it("are kept under their external id and follow its changes", async () => {
    const { call, say, askonce } = vouching();
    expect((await call("GET", "/me")).status).toBe(401);
    say({ externalId: "42", name: "Ana", email: "ana@example.com", role: "agent" });
    const { body } = await call("GET", "/me");
    expect(body).toMatchObject({ name: "Ana", role: "agent", active: true });
    say({ externalId: "42", name: "Ana Pop", email: null, role: "owner" });
    expect((await call("GET", "/me")).body).toMatchObject({ id: body.id, name: "Ana Pop", email: null, role: "owner" });
    await askonce.agents.create({ name: "Another", role: "owner" }, systemCaller);
    await askonce.agents.update(String(body.id), { active: false }, systemCaller);
    expect((await call("GET", "/me")).status, "switched off here counts").toBe(401);
  });

  it("are added once, however many of their first requests come together", async () => {
    const { call, say, askonce } = vouching();
    await askonce.migrate();
    say({ externalId: "42", name: "Ana", email: null, role: "lead" });
    const answers = await Promise.all(Array.from({ length: 12 }, () => call("GET", "/me")));
    expect(answers.map((answer) => answer.status)).toEqual(answers.map(() => 200));
    expect(await askonce.agents.list(systemCaller)).toHaveLength(1);
  });

  it("may have names and addresses that our contract would refuse", async () => {
    const { call, say } = vouching();
    say({ externalId: "root", name: "", email: "root@localhost", role: "owner" });
    expect((await call("GET", "/me")).body).toMatchObject({ name: "root", email: null });
    say({ externalId: "root", name: "x".repeat(500), email: "ok@example.com", role: "owner" });
    expect((await call("GET", "/agents")).status).toBe(200);
  });

  it("leave tokens to work beside them", async () => {
    const { call, say, askonce } = vouching();
    const { id, token } = await agentWithToken(askonce, "lead");
    expect((await call("GET", "/me", { token })).body.id).toBe(id);
    say({ externalId: "42", name: "Ana", email: null, role: "agent" });
    expect((await call("GET", "/me", { token })).body.name).toBe("Ana");
  });
});
