import { describe, expect, it } from "vitest";
import { systemCaller } from "../caller.ts";
import { agentWithToken, instance } from "../testing/instance.ts";

const failsWith = (code: string) => expect.objectContaining({ code });
const claim = (kind: "email" | "phone" | "handle" | "shopCustomer", value: string) =>
  ({ kind, value, assurance: "claimed", evidence: "test" }) as const;

describe("contact points", () => {
  it("are linked, unlinked and linked again without losing what was there", async () => {
    const { askonce, events } = instance();
    const { id } = await askonce.customers.create({ name: "Ana" }, systemCaller);
    const linked = await askonce.customers.addContactPoint(id, claim("email", "Ana@Example.com"), systemCaller);
    const [point] = linked.contactPoints;
    expect(point).toMatchObject({ kind: "email", value: "Ana@Example.com", assurance: "claimed", customerId: id });
    const again = await askonce.customers.addContactPoint(id, claim("email", "ana@example.com"), systemCaller);
    expect(again.contactPoints, "the same address is one contact point").toEqual(linked.contactPoints);

    const without = await askonce.customers.removeContactPoint(id, point?.id ?? "", systemCaller);
    expect(without.contactPoints).toEqual([]);
    await expect(askonce.customers.removeContactPoint(id, point?.id ?? "", systemCaller)).rejects.toEqual(failsWith("NOT_FOUND"));
    const stranger = await askonce.tickets.create({ subject: "x", customer: { email: "ana@example.com" } }, systemCaller);
    expect(stranger.customerId, "an unlinked address finds nobody").not.toBe(id);

    const relinked = await askonce.customers.addContactPoint(id, claim("email", "ana@example.com"), systemCaller);
    expect(relinked.contactPoints).toHaveLength(1);
    expect(relinked.contactPoints[0]?.id).not.toBe(point?.id);
    const rows: unknown[] = [];
    askonce.before("ticket.create", async (_, unit) => {
      rows.push(
        ...(await unit.database.selectFrom("contact_points").select(["id", "unlinked_at"]).where("customer_id", "=", id).execute()),
      );
    });
    await askonce.tickets.create({ subject: "Look" }, systemCaller);
    expect(rows).toEqual(
      expect.arrayContaining([
        { id: point?.id, unlinked_at: expect.any(Number) },
        { id: relinked.contactPoints[0]?.id, unlinked_at: null },
      ]),
    );
    expect(events.filter((event) => event.subject.id === id).map((event) => event.type)).toEqual([
      "customer.created",
      "customer.contact_linked",
      "customer.contact_unlinked",
      "customer.contact_linked",
      // The stranger has the address too by now.
      "identity_link.suggested",
    ]);
  });

  it("get stronger and never weaker", async () => {
    const { askonce } = instance();
    const { id } = await askonce.customers.create({ contacts: [claim("email", "ana@example.com")] }, systemCaller);
    const assurance = async (level: "anonymous" | "claimed" | "otpVerified" | "signedIn") =>
      (
        await askonce.customers.addContactPoint(
          id,
          { ...claim("email", "ana@example.com"), assurance: level, evidence: level },
          systemCaller,
        )
      ).contactPoints[0];
    expect(await assurance("otpVerified")).toMatchObject({ assurance: "otpVerified", evidence: "otpVerified" });
    expect(await assurance("claimed")).toMatchObject({ assurance: "otpVerified", evidence: "otpVerified" });
    expect(await assurance("signedIn")).toMatchObject({ assurance: "signedIn" });
  });

  it("are removed only from the customer they belong to", async () => {
    const { askonce } = instance();
    const ana = await askonce.customers.create({ contacts: [claim("email", "ana@example.com")] }, systemCaller);
    const bob = await askonce.customers.create({ contacts: [claim("email", "bob@example.com")] }, systemCaller);
    const point = ana.contactPoints[0]?.id ?? "";
    await expect(askonce.customers.removeContactPoint(bob.id, point, systemCaller)).rejects.toEqual(failsWith("NOT_FOUND"));
    await expect(askonce.customers.removeContactPoint("cus_none", point, systemCaller)).rejects.toEqual(failsWith("CUSTOMER_NOT_FOUND"));
    expect((await askonce.customers.get(ana.id, systemCaller)).contactPoints).toHaveLength(1);
  });

  it.each([
    ["email", "nobody"],
    ["email", "a@b"],
    ["phone", "12"],
    ["handle", "   "],
    ["shopCustomer", `memory:${"9".repeat(400)}`],
  ] as const)("of kind %s refuse %j", async (kind, value) => {
    const { askonce } = instance();
    const { id } = await askonce.customers.create({ name: "Ana" }, systemCaller);
    await expect(askonce.customers.addContactPoint(id, claim(kind, value), systemCaller)).rejects.toEqual(failsWith("VALIDATION_FAILED"));
  });
});

describe("the list of customers", () => {
  it("is searched by name, e-mail and phone, in any order of words and without diacritics", async () => {
    const { askonce, call } = instance();
    const { token } = await agentWithToken(askonce);
    const contacts = [claim("email", "stefan_t@example.com"), claim("phone", "0722 123 456")];
    const { id } = await askonce.customers.create({ name: "Ștefan Țuțea", contacts }, systemCaller);
    await askonce.customers.create({ name: "Ștefania Popa", contacts: [claim("email", "stefanxt@example.com")] }, systemCaller);
    const found = async (q: string) =>
      (await call("GET", `/customers?q=${encodeURIComponent(q)}`, { token })).body.items.map((customer) => customer.id);
    for (const q of ["stefan tutea", "TUTEA Ștefan", "stefan_t@", "+40722123456", "0722 123 456", "722123456"])
      expect([q, await found(q)]).toEqual([q, [id]]);
    expect(await found("stefan")).toHaveLength(2);
    expect(await found("%")).toEqual([]);
    const point = (await askonce.customers.get(id, systemCaller)).contactPoints[0]?.id ?? "";
    await askonce.customers.removeContactPoint(id, point, systemCaller);
    expect(await found("stefan_t@"), "an unlinked address is not searched").toEqual([]);
  });

  it("is paged completely, newest first", async () => {
    const { askonce } = instance();
    const made: string[] = [];
    for (let index = 0; index < 13; index++) made.push((await askonce.customers.create({ name: `C${index}` }, systemCaller)).id);
    const read: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await askonce.customers.list({ limit: 4, cursor }, systemCaller);
      read.push(...page.items.map((customer) => customer.id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(read).toEqual(made.reverse());
  });
});
