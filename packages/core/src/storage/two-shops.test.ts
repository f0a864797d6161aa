import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { systemCaller } from "../caller.ts";
import { endpoints, fillPath, validInputs } from "../testing/endpoints.ts";
import { agentWithToken } from "../testing/instance.ts";
import { storefrontInstance } from "../testing/storefront-instance.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";
import { receiver } from "../webhooks/__fixtures__/receiver.ts";
import { webhookInstance } from "../webhooks/__fixtures__/webhook-instance.ts";
import { webhooksToLoopback } from "../webhooks/__fixtures__/webhook-instance-options.ts";

const secrets = { secrets: ["an identity secret of 32 or more characters"] };

/** Two shops in one file. The first has one of everything. */
async function twoShops() {
  const path = join(temporaryFolder(), "shops.db");
  const one = storefrontInstance({
    path,
    orders: 15,
    shop: { id: "one", countryCode: "RO" },
    identity: secrets,
    webhooks: webhooksToLoopback(),
  });
  await one.askonce.sync.backfill("memory");
  const order = one.shop.orders[0];
  const customer = { name: "Ana", email: order?.email, phone: order?.phone };
  const ticket = await one.askonce.tickets.create(
    { subject: "Private", tags: ["secret"], customer, message: { text: "private words" } },
    systemCaller,
  );
  const other = await one.askonce.tickets.create({ subject: "Private too" }, systemCaller);
  const agent = await agentWithToken(one.askonce, "owner");
  const [token] = await one.askonce.agents.tokens(agent.id, systemCaller);
  const [owner] = (await one.askonce.customers.list({ limit: 1 }, systemCaller)).items;
  const endpoint = await one.askonce.webhooks.create({ url: "https://hooks.example.com/private" }, systemCaller);
  await one.askonce.tickets.create({ subject: "Private as well" }, systemCaller);
  await one.askonce.drain();
  const [delivery] = (await one.askonce.webhooks.deliveries(endpoint.id, { limit: 1 }, systemCaller)).items;
  const ids = {
    endpointId: endpoint.id,
    deliveryId: delivery?.id ?? expect.fail("there is no delivery"),
    ticketId: ticket.id,
    intoTicketId: other.id,
    customerId: owner?.id ?? "",
    contactPointId: owner?.contactPoints[0]?.id ?? "",
    agentId: agent.id,
    tokenId: token?.id ?? "",
    orderRef: one.memory.ref(order?.id ?? 0),
  };
  const two = webhookInstance({ path, shop: { id: "two", countryCode: "RO" }, identity: secrets });
  return { one, two, ids, order };
}

/** What their path names is not somebody's: an adapter of the configuration, a kind of form. */
const namesNothing = ["storefronts.backfill", "forms.get", "mine.form"];

describe("two shops in one file", () => {
  it("know nothing of each other's things, by any endpoint with any foreign id", async () => {
    const { one, two, ids } = await twoShops();
    const { token } = await agentWithToken(two.askonce, "owner");
    const customerToken = await two.askonce.identity.sign({ customerRef: "memory:17", email: "nobody@example.com" });
    const before = await one.askonce.tickets.get(ids.ticketId, systemCaller);
    const wrong: string[] = [];
    let checked = 0;
    for (const endpoint of endpoints.filter((one) => one.path.includes("{") && !namesNothing.includes(one.name))) {
      const { body, query } = validInputs[endpoint.name] ?? {};
      const own =
        body && Object.fromEntries(Object.entries(body).map(([key, value]) => [key, key in ids ? ids[key as keyof typeof ids] : value]));
      const answer = await two.call(endpoint.method, `${fillPath(endpoint.path, ids)}${query ?? ""}`, {
        token: endpoint.for === "customers" ? customerToken : token,
        body: endpoint.method === "GET" ? undefined : own,
      });
      checked++;
      if (answer.status !== 404) wrong.push(`${endpoint.name}: ${answer.status}`);
      if (/private|secret/i.test(answer.text)) wrong.push(`${endpoint.name}: ${answer.text}`);
    }
    expect(wrong).toEqual([]);
    expect(checked).toBeGreaterThan(20);
    expect(await one.askonce.tickets.get(ids.ticketId, systemCaller), "nothing was changed").toEqual(before);
  });

  it("list and find nothing of each other's", async () => {
    const { two, ids, order } = await twoShops();
    const { token } = await agentWithToken(two.askonce, "owner");
    for (const path of [
      "/tickets",
      "/tickets?q=private",
      "/tickets?tag=secret",
      `/tickets?customerId=${ids.customerId}`,
      "/customers",
      "/customers?q=ana",
      `/orders?number=${order?.number}`,
      `/orders?email=${encodeURIComponent(order?.email ?? "")}`,
    ]) {
      const answer = await two.call("GET", path, { token });
      expect([path, answer.status, answer.body.items]).toEqual([path, 200, []]);
    }
    expect((await two.call("GET", "/agents", { token })).body.items).toHaveLength(1);
    expect((await two.call("GET", `/orders/by-ref?ref=${encodeURIComponent(ids.orderRef)}`, { token })).body.code).toBe("ORDER_NOT_FOUND");
    expect((await two.call("POST", "/order-lookup", { body: { number: order?.number, email: order?.email } })).body.code).toBe(
      "ORDER_NOT_FOUND",
    );
  });

  it("send nothing of each other's", async () => {
    const { two, ids } = await twoShops();
    const { token } = await agentWithToken(two.askonce, "owner");
    expect((await two.call("GET", "/webhook-endpoints", { token })).body.items).toEqual([]);
    const target = await receiver();
    await two.askonce.webhooks.create({ url: target.url }, systemCaller);
    await two.askonce.tickets.create({ subject: "Mine" }, systemCaller);
    await two.askonce.drain();
    // Both are on their way at once: which arrives first is chance.
    expect(target.received.map(({ message }) => [message.type, message.data.shopId]).sort()).toEqual([
      ["ticket.created", "two"],
      ["webhook_endpoint.created", "two"],
    ]);
    expect(JSON.stringify(target.received)).not.toContain(ids.ticketId);
  });

  it("cannot be tied together by an id of the other one", async () => {
    const { two, ids } = await twoShops();
    const mine = await two.askonce.tickets.create({ subject: "Mine" }, systemCaller);
    const attempts = {
      CUSTOMER_NOT_FOUND: [
        () => two.askonce.tickets.create({ subject: "x", customerId: ids.customerId }, systemCaller),
        () => two.askonce.tickets.update(mine.id, { customerId: ids.customerId }, systemCaller),
      ],
      AGENT_NOT_FOUND: [() => two.askonce.tickets.update(mine.id, { assigneeId: ids.agentId }, systemCaller)],
      TICKET_NOT_FOUND: [
        () => two.askonce.tickets.merge(mine.id, ids.ticketId, systemCaller),
        () => two.askonce.tickets.merge(ids.ticketId, mine.id, systemCaller),
      ],
      ORDER_NOT_FOUND: [() => two.askonce.tickets.linkOrder(mine.id, ids.orderRef, systemCaller)],
    };
    for (const [code, tries] of Object.entries(attempts)) {
      for (const attempt of tries) await expect(attempt(), String(attempt)).rejects.toEqual(expect.objectContaining({ code }));
    }
  });

  it("count their tickets and events each for itself", async () => {
    const { two } = await twoShops();
    const ticket = await two.askonce.tickets.create({ subject: "x", customer: { email: "ana@example.com" } }, systemCaller);
    expect(ticket.number).toBe(1);
    expect(two.events[0]).toMatchObject({ shopId: "two", sequence: 1 });
  });
});
