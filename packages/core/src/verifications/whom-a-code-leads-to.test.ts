import { describe, expect, it } from "vitest";
import { systemCaller } from "../caller.ts";
import { codeInstance } from "../testing/code-instance.ts";

const email = "ana@example.test";

/** An instance where Ana has written once. */
async function withAna() {
  const made = codeInstance();
  const ticket = await made.askonce.tickets.create({ subject: "By mail", customer: { email } }, systemCaller);
  return { ...made, ticket, confirm: made.askonce.verifications.confirm };
}

describe("whom a one-time code leads to", () => {
  const mine = async (made: { call: ReturnType<typeof codeInstance>["call"] }, token: string) =>
    (await made.call("GET", "/my/tickets", { token })).body.items.map((ticket) => ticket.id);

  it("is not somebody to whom the address was only ever attached by a claim", async () => {
    const { askonce, call, tokenFor } = await withAna();
    const victim = { email: "victim@example.test", phone: "0722123456" };
    const ticket = await askonce.tickets.create({ subject: "Private", customer: victim }, systemCaller);
    // Whoever knows the phone number can write with it and their own address.
    const forged = await askonce.tickets.create(
      { subject: "Hi", customer: { email: "attacker@example.test", phone: victim.phone } },
      systemCaller,
    );
    expect(forged.customerId).toBe(ticket.customerId);
    const token = await tokenFor({ email: "attacker@example.test" });
    expect(await mine({ call }, token)).toEqual([]);
    expect(await mine({ call }, token), "nor the second time").toEqual([]);
  });

  it("is not the account of somebody who claimed the address of another", async () => {
    const { askonce, call, tokenFor, ticket } = await withAna();
    const attacker = await askonce.identity.sign({ customerRef: "memory:66", email: "attacker@example.test" });
    await call("POST", "/my/tickets", { token: attacker, body: { subject: "Mine", text: "x" } });
    const { items } = await askonce.customers.list({ limit: 10 }, systemCaller);
    const account = items.find((customer) => customer.contactPoints.some((contact) => contact.kind === "shopCustomer"));
    await askonce.customers.addContactPoint(
      account?.id ?? "",
      { kind: "email", value: "bob@example.test", assurance: "claimed", evidence: "said so" },
      systemCaller,
    );
    const bob = await tokenFor({ email: "bob@example.test" });
    expect(await mine({ call }, bob)).toEqual([]);
    await call("POST", "/my/tickets", { token: bob, body: { subject: "Bob's", text: "y" } });
    expect(await mine({ call }, attacker)).toHaveLength(1);
    expect(await mine({ call }, bob)).toHaveLength(1);
    expect(await mine({ call }, await tokenFor({ email }))).toEqual([ticket.id]);
  });

  it("is the account whose address the shop has vouched for", async () => {
    const { askonce, call, tokenFor } = await withAna();
    const signedIn = await askonce.identity.sign({ customerRef: "memory:17", email });
    const opened = await call("POST", "/my/tickets", { token: signedIn, body: { subject: "Signed in", text: "x" } });
    expect(await mine({ call }, await tokenFor({ email }))).toContain(opened.body.id);
  });

  it("is the same one each time, where two accounts have the address", async () => {
    const { askonce, call, codeFor, confirm } = await withAna();
    for (const account of ["memory:17", "memory:18"]) {
      const token = await askonce.identity.sign({ customerRef: account, email: "shared@example.test" });
      await call("POST", "/my/tickets", { token, body: { subject: `Private of ${account}`, text: "x" } });
    }
    const { token } = await confirm({ email: "shared@example.test" }, (await codeFor({ email: "shared@example.test" })) ?? "", null);
    expect(await mine({ call }, token), "neither account's").toEqual([]);
    const opened = await call("POST", "/my/tickets", { token, body: { subject: "Theirs", text: "x" } });
    const before = (await askonce.customers.list({ limit: 100 }, systemCaller)).items.length;
    expect(await mine({ call }, token)).toEqual([opened.body.id]);
    expect((await askonce.customers.list({ limit: 100 }, systemCaller)).items).toHaveLength(before);
  });

  it("is marked on what they write, and on nothing older", async () => {
    const { askonce, call, ticket, tokenFor } = await withAna();
    await askonce.tickets.receive(ticket.id, { text: "claimed", channel: "email" }, systemCaller);
    await call("POST", `/my/tickets/${ticket.id}/messages`, { token: await tokenFor({ email }), body: { text: "proven" } });
    const { items } = await askonce.tickets.messages(ticket.id, { limit: 10 }, systemCaller);
    expect(items.map((message) => [message.text, message.assurance])).toEqual([
      ["claimed", "claimed"],
      ["proven", "otpVerified"],
    ]);
  });
});
