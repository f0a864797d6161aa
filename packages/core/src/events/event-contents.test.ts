import { eventData, eventEnvelopeSchema } from "@askonce/spec";
import { expect, it } from "vitest";
import { systemCaller } from "../caller.ts";
import { baselineJpeg } from "../photos/__fixtures__/sample-photos.ts";
import { agentWithToken } from "../testing/instance.ts";
import { memoryFiles } from "../testing/memory-files.ts";
import { scriptedCarrier } from "../testing/scripted-carrier.ts";
import { storefrontInstance } from "../testing/storefront-instance.ts";
import { webhooksToLoopback } from "../webhooks/__fixtures__/webhook-instance-options.ts";

const canaryMailbox = { kind: "email", value: "canary+shop@example.com", assurance: "claimed", evidence: "canary" } as const;

it("events carry ids and states: nothing of what people wrote, are called, or can be reached by", async () => {
  const carrier = scriptedCarrier();
  const { askonce, shop, memory, deliver, request, clock } = storefrontInstance({
    orders: 20,
    identity: { secrets: ["an identity secret of 32 or more characters"] },
    webhooks: webhooksToLoopback(),
    carriers: [carrier.adapter],
    outreach: { policy: { holdOutShare: 0 } },
    files: memoryFiles(),
  });
  const events: unknown[] = [];
  askonce.on("*", (event) => void events.push(event));
  const { caller, id: agentId } = await agentWithToken(askonce, "owner", "Canary Agentson");
  await askonce.sync.backfill("memory");
  const order = shop.orders[0];
  await deliver("order.changed", order?.id ?? 0);
  await askonce.drain();
  const customer = { name: "Canary Customer", email: "canary@example.com", phone: "+40722999888", ref: "memory:9" };
  const ticket = await askonce.tickets.create(
    { subject: "canary subject", customer, message: { text: "canary text, order #1042, mail canary2@example.com" } },
    caller,
  );
  const other = await askonce.tickets.create({ subject: "canary other", customer }, caller);
  const question = { text: "Canary, what is your size? And your order number?" };
  const asked = await askonce.tickets.create({ subject: "canary asked", customer: { ...customer, ref: undefined } }, caller);
  await askonce.tickets.reply(asked.id, question, caller);
  await askonce.tickets.recordFact(asked.id, { key: "size", value: "canary" }, caller);
  await askonce.packets.handOver(asked.id, { purpose: "agent", toAgentId: agentId, note: "canary note" }, caller);
  const tagged = await askonce.customers.create({ name: "Canary Customer", contacts: [canaryMailbox] }, caller);
  const [link] = await askonce.identityLinks.list(tagged.id, caller);
  for (const decision of ["confirm", "undo", "reject"] as const) await askonce.identityLinks.decide(link?.id ?? "", decision, caller);
  await askonce.tickets.update(ticket.id, { subject: "canary renamed", status: "waiting", assigneeId: agentId }, caller);
  await askonce.tickets.reply(ticket.id, { text: "canary reply" }, caller);
  await askonce.tickets.note(ticket.id, { text: "canary note" }, caller);
  await askonce.tickets.recordFact(ticket.id, { key: "shippingAddress", value: "canary street 5" }, caller);
  const ref = memory.ref(order?.id ?? 0);
  await askonce.tickets.linkOrder(ticket.id, ref, caller);
  await askonce.tickets.unlinkOrder(ticket.id, ref, caller);
  await askonce.tickets.merge(other.id, ticket.id, caller);
  const [found] = (await askonce.customers.list({ q: "canary", limit: 1 }, caller)).items;
  await askonce.customers.removeContactPoint(found?.id ?? "", found?.contactPoints[0]?.id ?? "", caller);
  await askonce.agents.update(agentId, { name: "Canary Renamed" }, systemCaller);
  const withParcel = shop.orders.find((one) => one.parcels.length === 1 && one.id !== order?.id);
  const problem = { number: withParcel?.number, email: withParcel?.email, kind: "damaged", details: { text: "canary broken" } };
  const receipt = await (await request("POST", "/order-lookup/problems", problem)).json();
  await askonce.photos.add(receipt.photoUpload.token, "item", baselineJpeg);
  const { items } = await askonce.incidents.list({ state: "active", kind: "damaged", limit: 1 }, caller);
  await askonce.incidents.update(items[0]?.id ?? "", { ownerId: agentId }, caller);
  await askonce.incidents.close(items[0]?.id ?? "", { because: "remedied", note: "canary note" }, caller);
  carrier.fail("ADAPTER_UNAVAILABLE");
  clock.advance(3_600_000);
  await askonce.drain();
  memory.deleteOrder(order?.id ?? 0);
  const endpoint = await askonce.webhooks.create({ url: "http://127.0.0.1:9/canary", description: "canary" }, caller);
  await askonce.webhooks.update(endpoint.id, { url: "http://127.0.0.1:9/canary-2", description: "canary 2", state: "disabled" }, caller);
  await askonce.webhooks.delete(endpoint.id, caller);
  await deliver("order.deleted", order?.id ?? 0);
  await askonce.drain();

  const text = JSON.stringify(events);
  expect(text.toLowerCase()).not.toContain("canary");
  expect(text).not.toContain("722999888");
  for (const one of shop.orders)
    for (const secret of [one.email, one.phone, one.shippingAddress.line1, one.billingAddress.lastName])
      expect(text).not.toContain(`"${secret}`);
  const types = new Set<string>();
  for (const event of events) {
    const envelope = eventEnvelopeSchema.parse(event);
    types.add(envelope.type);
    expect(eventData[envelope.type].strict().safeParse(envelope.data).error?.issues ?? [], envelope.type).toEqual([]);
  }
  const unseen = Object.keys(eventData).filter((type) => !types.has(type));
  // Groups and digests are made of many incidents, and hold a kind, a cause and a date.
  expect(unseen).toEqual(["incident_group.opened", "incident_group.closed", "incident_digest.created", "storefront.problem_found"]);
});
