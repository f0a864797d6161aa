import { describe, expect, it } from "vitest";
import { systemCaller } from "../caller.ts";
import { instance } from "../testing/instance.ts";
import { storefrontInstance } from "../testing/storefront-instance.ts";

interface Described {
  name?: string;
  email?: string;
  phone?: string;
}

async function made(...people: Described[]) {
  const { askonce, events } = instance();
  const ids: string[] = [];
  for (const { name, email, phone } of people) {
    const contacts = [
      ...(email ? [{ kind: "email" as const, value: email, assurance: "claimed" as const, evidence: "test" }] : []),
      ...(phone ? [{ kind: "phone" as const, value: phone, assurance: "claimed" as const, evidence: "test" }] : []),
    ];
    ids.push((await askonce.customers.create({ ...(name ? { name } : {}), contacts }, systemCaller)).id);
  }
  const linksOf = (index: number) => askonce.identityLinks.list(ids[index] ?? "", systemCaller);
  return { askonce, events, ids, linksOf };
}

const phone = "0722123456";

describe("two customers", () => {
  it.each<[string, Described, Described, string[]]>([
    ["the same address", { email: "ana@example.test" }, { email: "Ana@Example.Test" }, ["sameEmail"]],
    ["addresses of one mailbox", { email: "ana@example.test" }, { email: "ana+shoes@example.test" }, ["sameMailbox"]],
    ["two tags of one mailbox", { email: "ana+bags@example.test" }, { email: "ana+shoes@example.test" }, ["sameMailbox"]],
    ["the same phone and name", { phone, name: "Ana Pop" }, { phone: "+40 722 123 456", name: "POP Ană" }, ["samePhone", "sameName"]],
    [
      "a shared mailbox, phone and name",
      { email: "office@example.test", phone, name: "Ana Pop" },
      { email: "office@example.test", phone, name: "Ana Pop" },
      ["sameEmail", "sharedMailbox", "samePhone", "sameName"],
    ],
  ])("with %s are suggested to be one person", async (_, one, other, kinds) => {
    const { linksOf, ids } = await made(one, other);
    const [link, ...more] = await linksOf(0);
    expect(link).toMatchObject({ state: "suggested", otherCustomerId: ids[1], otherName: other.name ?? null, decidedBy: null });
    expect(link?.evidence.map((found) => found.kind).sort()).toEqual([...kinds].sort());
    expect(link?.score).toBeGreaterThanOrEqual(0.5);
    expect(more).toEqual([]);
    expect(JSON.stringify(link?.evidence), "evidence holds no address").not.toMatch(/example|722/);
    expect(await linksOf(1)).toMatchObject([{ id: link?.id, customerId: ids[1], otherCustomerId: ids[0] }]);
  });

  it.each<[string, Described, Described]>([
    ["a shared mailbox", { email: "office@example.test" }, { email: "office@example.test" }],
    ["a shared mailbox in Romanian", { email: "comenzi@example.test" }, { email: "Comenzi@example.test" }],
    ["a tag on a shared mailbox", { email: "info@example.test" }, { email: "info+2@example.test" }],
    ["one phone and other names: a family", { phone, name: "Ana Pop" }, { phone, name: "Ion Pop" }],
    ["one phone and no name", { phone }, { phone }],
    ["one phone and one of them a name", { phone, name: "Ana Pop" }, { phone }],
    ["the same name", { email: "ana@example.test", name: "Ana Pop" }, { email: "ana@other.example.test", name: "Ana Pop" }],
    ["the same first name and phone", { phone, name: "Ana" }, { phone, name: "Ana" }],
    ["addresses that begin alike", { email: "ana@example.test" }, { email: "anamaria@example.test" }],
    ["one name before the sign at two places", { email: "ana@example.test" }, { email: "ana+x@other.test" }],
  ])("with %s are not", async (_, one, other) => {
    const { linksOf, events } = await made(one, other);
    expect(await linksOf(0)).toEqual([]);
    expect(events.filter((event) => event.type === "identity_link.suggested")).toEqual([]);
  });
});

describe("a suggestion", () => {
  it("finds the mailbox among many other people's addresses that begin alike", async () => {
    const others = Array.from({ length: 12 }, (_, index) => ({ email: `ana+${index}@shop${index}.test` }));
    const { linksOf } = await made(...others, { email: "ana+1@example.test" }, { email: "ana@example.test" });
    expect(await linksOf(12)).toHaveLength(1);
  });

  it("is not made by an address that more than five have", async () => {
    const { askonce, linksOf } = await made(...Array.from({ length: 7 }, () => ({ email: "ana@example.test" })));
    const counts = [];
    for (let index = 0; index < 7; index++) counts.push((await linksOf(index)).length);
    expect(counts).toEqual([5, 5, 5, 5, 5, 5, 0]);
    expect((await askonce.customers.list({ limit: 10 }, systemCaller)).items).toHaveLength(7);
  });

  it("comes with the address that a customer gets later, and with somebody's changed address", async () => {
    const { askonce, ids, linksOf, events } = await made(
      { email: "old@example.test", phone, name: "Ana Pop" },
      { email: "new@example.test", name: "Ana Pop" },
    );
    expect(await linksOf(0)).toEqual([]);
    await askonce.customers.addContactPoint(
      ids[1] ?? "",
      { kind: "phone", value: phone, assurance: "claimed", evidence: "test" },
      systemCaller,
    );
    expect(await linksOf(0)).toMatchObject([{ state: "suggested", score: 0.7 }]);
    await askonce.customers.addContactPoint(
      ids[1] ?? "",
      { kind: "email", value: "old@example.test", assurance: "claimed", evidence: "test" },
      systemCaller,
    );
    expect(await linksOf(0)).toMatchObject([{ state: "suggested", score: 0.99 }]);
    expect(events.filter((event) => event.type === "identity_link.suggested")).toHaveLength(1);
  });

  it("that was rejected or undone is not made again, whatever is found later", async () => {
    for (const decision of ["reject", "undo"] as const) {
      const { askonce, ids, linksOf } = await made({ email: "ana@example.test", phone }, { email: "ana@example.test" });
      const [link] = await linksOf(0);
      await askonce.identityLinks.decide(link?.id ?? "", decision, systemCaller);
      await askonce.customers.addContactPoint(
        ids[1] ?? "",
        { kind: "phone", value: phone, assurance: "claimed", evidence: "test" },
        systemCaller,
      );
      expect(await linksOf(0)).toMatchObject([{ id: link?.id, state: decision === "reject" ? "rejected" : "undone", score: link?.score }]);
    }
  });

  it("goes when the address it was made by is unlinked; what an agent decided stays", async () => {
    const people = [
      { email: "ana@example.test", phone, name: "Ana Pop" },
      { email: "ana@example.test", phone, name: "Ana Pop" },
    ] as const;
    const { askonce, ids, linksOf } = await made(...people);
    const unlink = async (kind: string) => {
      const { contactPoints } = await askonce.customers.get(ids[1] ?? "", systemCaller);
      await askonce.customers.removeContactPoint(
        ids[1] ?? "",
        contactPoints.find((contact) => contact.kind === kind)?.id ?? "",
        systemCaller,
      );
    };
    await unlink("email");
    expect((await linksOf(0)).map((link) => [link.score, link.evidence.map((one) => one.kind).sort()])).toEqual([
      [0.7, ["sameName", "samePhone"]],
    ]);
    await unlink("phone");
    expect(await linksOf(0)).toEqual([]);
    const decided = await askonce.identityLinks.link(ids[0] ?? "", ids[1] ?? "", systemCaller);
    await askonce.customers.addContactPoint(
      ids[1] ?? "",
      { kind: "phone", value: phone, assurance: "claimed", evidence: "test" },
      systemCaller,
    );
    await unlink("phone");
    expect(await linksOf(0)).toMatchObject([{ id: decided.id, state: "linked" }]);
  });

  it("shows an agent that there may be one, and nothing of the other's", async () => {
    const { askonce, shop } = storefrontInstance();
    await askonce.sync.backfill("memory");
    const [order] = shop.orders;
    const owner = await askonce.tickets.create({ subject: "Mine", customer: { email: order?.email ?? "" } }, systemCaller);
    const [local, domain] = (order?.email ?? "").split("@");
    const other = await askonce.tickets.create({ subject: "Also mine?", customer: { email: `${local}+2@${domain}` } }, systemCaller);
    const context = await askonce.context.read(other.id, systemCaller);
    expect(context.identityLinks).toMatchObject([{ state: "suggested", otherCustomerId: owner.customerId }]);
    expect([context.order, context.otherOrders, context.candidates, context.earlierTickets]).toEqual([null, [], [], []]);
    const shown = JSON.stringify(context);
    for (const secret of [order?.number, order?.shippingAddress.line1, `"${order?.email}"`]) expect(shown).not.toContain(secret);
  });

  it("comes from an order that is named with a second detail of it, under another address", async () => {
    const { askonce, shop } = storefrontInstance();
    await askonce.sync.backfill("memory");
    const order = shop.orders.find((one) => one.shippingAddress.postcode !== "");
    const owner = await askonce.tickets.create({ subject: "Mine", customer: { email: order?.email ?? "" } }, systemCaller);
    const writes = async (email: string, text: string) => {
      const { customerId } = await askonce.tickets.create({ subject: "x", customer: { email }, message: { text } }, systemCaller);
      return (await askonce.identityLinks.list(customerId ?? "", systemCaller)).map((link) => [
        link.otherCustomerId,
        link.evidence[0]?.kind,
      ]);
    };
    expect(await writes("number-only@example.test", `My order number is ${order?.number}`)).toEqual([]);
    expect(await writes("wrong@example.test", `My order number is ${order?.number}, I ordered with nobody@example.test`)).toEqual([]);
    expect(await writes("work@example.test", `My order number is ${order?.number}, I ordered with ${order?.email}`)).toEqual([
      [owner.customerId, "sameOrder"],
    ]);
  });
});
