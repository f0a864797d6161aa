import { describe, expect, it } from "vitest";
import { systemCaller } from "../caller.ts";
import { endpoints, fillPath, validInputs } from "../testing/endpoints.ts";
import { agentWithToken, type Instance, instance } from "../testing/instance.ts";
import { webhookInstance } from "../webhooks/__fixtures__/webhook-instance.ts";

/** What takes more than the role `agent`. Everything else that is for agents is for all of them. */
const neededRole: Readonly<Record<string, "lead" | "owner">> = {
  "agents.create": "owner",
  "agents.update": "owner",
  "agents.tokens": "owner",
  "agents.createToken": "owner",
  "agents.revokeToken": "owner",
  "storefronts.backfill": "lead",
  "webhooks.list": "owner",
  "webhooks.create": "owner",
  "webhooks.get": "owner",
  "webhooks.update": "owner",
  "webhooks.delete": "owner",
  "webhooks.rotateSecret": "owner",
  "webhooks.test": "owner",
  "webhooks.deliveries": "owner",
  "webhooks.retry": "owner",
  "webhooks.replay": "owner",
};
const ranks = { agent: 0, lead: 1, owner: 2 };

async function credentials({ askonce, clock }: Instance) {
  const token = async (role: "agent" | "lead" | "owner") => (await agentWithToken(askonce, role)).token;
  const revoked = await agentWithToken(askonce, "owner");
  const { items } = { items: await askonce.agents.tokens(revoked.id, systemCaller) };
  await askonce.agents.revokeToken(revoked.id, items[0]?.id ?? "", systemCaller);
  const inactive = await agentWithToken(askonce, "owner");
  await askonce.agents.update(inactive.id, { active: false }, systemCaller);
  const expiring = await askonce.agents.create({ name: "Temp", role: "owner" }, systemCaller);
  const expired = await askonce.agents.createToken(
    expiring.id,
    { label: "x", expiresAt: new Date(clock.now() + 1000).toISOString() },
    systemCaller,
  );
  expect(await askonce.agents.authenticate(expired.token)).not.toBeNull();
  clock.advance(1000);
  const good = await token("owner");
  return {
    none: undefined,
    wrong: `ask_${"A".repeat(43)}`,
    garbage: "Bearer",
    "a token with one letter changed": `${good.slice(0, -1)}${good.endsWith("A") ? "B" : "A"}`,
    revoked: revoked.token,
    expired: expired.token,
    inactive: inactive.token,
    customer: await askonce.identity.sign({ customerRef: "memory:17" }),
    agent: await token("agent"),
    lead: await token("lead"),
    owner: good,
  };
}

describe("who may do what, for each endpoint and each kind of credentials", () => {
  it("knows every endpoint", () => {
    expect(endpoints.length).toBeGreaterThan(40);
    const names = endpoints.map((endpoint) => endpoint.name);
    expect(names).toEqual(expect.arrayContaining([...Object.keys(neededRole), ...Object.keys(validInputs)]));
    expect(endpoints.filter((endpoint) => endpoint.for === "customers").map((endpoint) => endpoint.name)).toEqual([
      "ownDeliveries.whereIs",
      "ownDeliveries.report",
      "mine.tickets",
      "mine.open",
      "mine.messages",
      "mine.write",
      "mine.chooseOrder",
      "mine.form",
      "mine.orders",
    ]);
    expect(endpoints.filter((endpoint) => endpoint.for === "everybody").map((endpoint) => endpoint.name)).toEqual([
      "guestDeliveries.whereIs",
      "guestDeliveries.report",
      "lookup.order",
      "verifications.start",
      "verifications.confirm",
      "forms.get",
      "packets.read",
      "health.check",
      "health.live",
    ]);
  });

  it("is as the table says", async () => {
    const made = webhookInstance();
    const given = Object.entries(await credentials(made));
    const wrong: string[] = [];
    let checked = 0;
    for (const endpoint of endpoints.filter((one) => one.for !== "everybody" && one.name !== "events.stream")) {
      const { body, query } = validInputs[endpoint.name] ?? {};
      for (const [kind, token] of given) {
        const answer = await made.call(endpoint.method, `${fillPath(endpoint.path, {})}${query ?? ""}`, {
          body: endpoint.method === "GET" ? undefined : body,
          ...(token === undefined ? {} : { token }),
        });
        const outcome = answer.status === 401 ? "401" : answer.status === 403 ? "403" : "allowed";
        const needed = neededRole[endpoint.name] ?? "agent";
        const isAgent = kind === "agent" || kind === "lead" || kind === "owner";
        const expected =
          endpoint.for === "customers"
            ? kind === "customer"
              ? "allowed"
              : "401"
            : !isAgent
              ? "401"
              : ranks[kind] >= ranks[needed]
                ? "allowed"
                : "403";
        checked++;
        if (outcome !== expected) wrong.push(`${endpoint.name} with ${kind}: ${answer.status} ${answer.body?.code}, expected ${expected}`);
        if (outcome !== "allowed") {
          const code = outcome === "401" ? "UNAUTHENTICATED" : "FORBIDDEN";
          if (answer.body.code !== code) wrong.push(`${endpoint.name} with ${kind}: ${answer.body.code}`);
          if (outcome === "401" && answer.headers.get("www-authenticate") === null)
            wrong.push(`${endpoint.name} with ${kind}: no www-authenticate`);
        }
        if (answer.status >= 500) wrong.push(`${endpoint.name} with ${kind}: ${answer.status}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(checked).toBeGreaterThan(400);
  });

  it("holds for the stream of events", async () => {
    const made = instance();
    for (const [kind, token] of Object.entries(await credentials(made))) {
      const isAgent = kind === "agent" || kind === "lead" || kind === "owner";
      const leaving = new AbortController();
      const response = await made.askonce.handler(
        new Request("http://shop.example.test/api/v1/events", {
          signal: leaving.signal,
          headers: token ? { authorization: `Bearer ${token}` } : {},
        }),
      );
      expect([kind, response.status]).toEqual([kind, isAgent ? 200 : 401]);
      leaving.abort();
      await response.body?.cancel();
    }
  });

  it("is asked before the input is looked at, so that strangers learn nothing from validation", async () => {
    const { call } = instance();
    const answer = await call("POST", "/tickets", { body: { subject: 5 } });
    expect([answer.status, answer.body.code]).toEqual([401, "UNAUTHENTICATED"]);
  });

  it("holds for the library as well", async () => {
    const { askonce } = instance();
    const customer = { kind: "customer", customerId: "cus_1", name: null, assurance: "signedIn" } as const;
    const adapter = { kind: "adapter", adapterId: "memory" } as const;
    const { caller: lead } = await agentWithToken(askonce, "lead");
    const forbidden = expect.objectContaining({ code: "FORBIDDEN" });
    for (const caller of [customer, adapter]) {
      const calls: (() => Promise<unknown>)[] = [
        () => askonce.tickets.list({ limit: 1 }, caller),
        () => askonce.tickets.get("tkt_1", caller),
        () => Promise.resolve().then(() => askonce.tickets.update("tkt_1", {}, caller)),
        () => Promise.resolve().then(() => askonce.tickets.reply("tkt_1", { text: "x" }, caller)),
        () => askonce.customers.list({ limit: 1 }, caller),
        () => askonce.orders.get("memory:1", caller),
        () => askonce.context.read("tkt_1", caller),
        () => askonce.agents.list(caller),
      ];
      for (const call of calls) await expect(call(), String(call)).rejects.toEqual(forbidden);
    }
    await expect(Promise.resolve().then(() => askonce.agents.create({ name: "x", role: "owner" }, lead))).rejects.toEqual(forbidden);
  });
});
