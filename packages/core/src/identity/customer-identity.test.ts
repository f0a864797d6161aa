import { SignJWT, UnsecuredJWT } from "jose";
import { describe, expect, it } from "vitest";
import { systemCaller } from "../caller.ts";
import { agentWithToken, identitySecret, instance } from "../testing/instance.ts";

const nowSeconds = Math.floor(Date.parse("2026-11-20T09:00:00.000Z") / 1000);
const key = (secret: string) => new TextEncoder().encode(secret);

/** A token as the shop's own server would make it, with one thing changed. */
async function forge(changes: { claims?: Record<string, unknown>; secret?: string; algorithm?: string } = {}): Promise<string> {
  const claims = { iss: "askonce:identity", aud: "default", sub: "memory:17", iat: nowSeconds, exp: nowSeconds + 600, ...changes.claims };
  for (const [name, value] of Object.entries(claims)) if (value === undefined) Reflect.deleteProperty(claims, name);
  return new SignJWT(claims).setProtectedHeader({ alg: changes.algorithm ?? "HS256" }).sign(key(changes.secret ?? identitySecret));
}

function reencoded(token: string, change: (payload: Record<string, unknown>) => Record<string, unknown>): string {
  const [header = "", payload = "", signature = ""] = token.split(".");
  const changed = change(JSON.parse(Buffer.from(payload, "base64url").toString()));
  return [header, Buffer.from(JSON.stringify(changed)).toString("base64url"), signature].join(".");
}

const refused: Record<string, () => Promise<string>> = {
  "the algorithm none": async () =>
    new UnsecuredJWT({ sub: "memory:17" })
      .setIssuer("askonce:identity")
      .setAudience("default")
      .setIssuedAt(nowSeconds)
      .setExpirationTime(nowSeconds + 600)
      .encode(),
  "none in the header of a signed one": async () =>
    `${Buffer.from('{"alg":"none"}').toString("base64url")}.${(await forge()).split(".").slice(1).join(".")}`,
  "no signature": async () => `${(await forge()).split(".").slice(0, 2).join(".")}.`,
  "another secret": () => forge({ secret: "another identity secret of 32 characters" }),
  "another algorithm": () => forge({ algorithm: "HS512" }),
  "another shop's audience": () => forge({ claims: { aud: "other" } }),
  "no audience": () => forge({ claims: { aud: undefined } }),
  "another issuer": () => forge({ claims: { iss: "somebody" } }),
  "an end in the past": () => forge({ claims: { iat: nowSeconds - 900, exp: nowSeconds - 61 } }),
  "an end far away": () => forge({ claims: { exp: nowSeconds + 3601 } }),
  "an end far away and a beginning too": () => forge({ claims: { iat: nowSeconds + 86_400, exp: nowSeconds + 90_000 } }),
  "no end": () => forge({ claims: { exp: undefined } }),
  "no beginning": () => forge({ claims: { iat: undefined } }),
  "a beginning long ago": () => forge({ claims: { iat: nowSeconds - 86_400, exp: nowSeconds + 60 } }),
  "no customer": () => forge({ claims: { sub: undefined } }),
  "a customer that is no reference": () => forge({ claims: { sub: "17" } }),
  "a customer too long to be kept": () => forge({ claims: { sub: `memory:${"1".repeat(400)}` } }),
  "an e-mail changed after signing": async () =>
    reencoded(await forge({ claims: { email: "ana@example.com" } }), (claims) => ({ ...claims, email: "victim@example.com" })),
  "a customer changed after signing": async () => reencoded(await forge(), (claims) => ({ ...claims, sub: "memory:18" })),
  nonsense: async () => "a.b.c",
  nothing: async () => "",
};

describe("a customer's identity token", () => {
  it("opens the customer's own door, and no agent's", async () => {
    const { askonce, call } = instance();
    const token = await askonce.identity.sign({ customerRef: "memory:17", email: "ana@example.com", name: "Ana", language: "ro" });
    expect(await askonce.identity.verify(token)).toEqual({
      customerRef: "memory:17",
      email: "ana@example.com",
      name: "Ana",
      language: "ro",
    });
    expect((await call("GET", "/my/tickets", { token })).status).toBe(200);
    expect((await call("GET", "/tickets", { token })).status).toBe(401);
    expect((await call("GET", "/my/tickets", { token: await forge() })).status, "the forging of this test is good").toBe(200);
  });

  it.each(Object.keys(refused))("is refused with %s", async (what) => {
    const { askonce, call } = instance();
    const token = (await refused[what]?.()) ?? "";
    expect(await askonce.identity.verify(token)).toBeNull();
    const answer = await call("GET", "/my/tickets", { token });
    expect([answer.status, answer.body.code]).toEqual([401, "UNAUTHENTICATED"]);
    expect((await askonce.customers.list({ limit: 10 }, systemCaller)).items, "nobody was added").toEqual([]);
  });

  it("ends by the clock it was given, with a minute of tolerance", async () => {
    const { askonce, clock } = instance();
    const token = await askonce.identity.sign({ customerRef: "memory:17" }, 60_000);
    clock.advance(119_000);
    expect(await askonce.identity.verify(token)).not.toBeNull();
    clock.advance(2_000);
    expect(await askonce.identity.verify(token)).toBeNull();
    await expect(askonce.identity.sign({ customerRef: "memory:17" }, 3_600_001)).rejects.toEqual(
      expect.objectContaining({ code: "VALIDATION_FAILED" }),
    );
  });

  it("of the older secret is good while both are configured", async () => {
    const older = instance();
    const token = await older.askonce.identity.sign({ customerRef: "memory:17" });
    const fresh = "a fresh identity secret of 32 characters";
    const rotating = instance({ identity: { secrets: [fresh, identitySecret] } });
    const rotated = instance({ identity: { secrets: [fresh] } });
    expect(await rotating.askonce.identity.verify(token)).toMatchObject({ customerRef: "memory:17" });
    expect(await rotated.askonce.identity.verify(token)).toBeNull();
    expect(
      await rotated.askonce.identity.verify(await rotating.askonce.identity.sign({ customerRef: "memory:17" })),
      "the first one signs",
    ).not.toBeNull();
  });

  it("needs a secret that cannot be guessed, and none at all lets nobody in", async () => {
    expect(() => instance({ identity: { secrets: ["short"] } })).toThrow(expect.objectContaining({ code: "CONFIGURATION_INVALID" }));
    const { askonce } = instance({ identity: { secrets: [] } });
    await expect(askonce.identity.sign({ customerRef: "memory:17" })).rejects.toEqual(
      expect.objectContaining({ code: "CONFIGURATION_INVALID" }),
    );
    expect(await askonce.identity.verify(await forge())).toBeNull();
    expect(await askonce.identity.verify(await forge({ secret: "\0".repeat(32) }))).toBeNull();
  });

  it("cannot bring what would make the list of customers fail", async () => {
    const { askonce, call } = instance();
    const { token } = await agentWithToken(askonce);
    const odd = await forge({ claims: { name: "n".repeat(500), language: "r", email: "not an address" } });
    expect((await call("GET", "/my/tickets", { token: odd })).status).toBe(200);
    const answer = await call("GET", "/customers", { token });
    expect(answer.status).toBe(200);
    expect(answer.body.items[0]).toMatchObject({ language: null, contactPoints: [{ kind: "shopCustomer" }] });
  });
});

describe("whom signing in leads to", () => {
  const signedIn = async (made: ReturnType<typeof instance>, customerRef: string, email: string) => {
    const token = await made.askonce.identity.sign({ customerRef, email });
    return (await made.call("GET", "/my/tickets", { token })).body.items.map((ticket) => ticket.id);
  };

  it("is the customer who wrote from the same address before", async () => {
    const made = instance();
    const ticket = await made.askonce.tickets.create({ subject: "By mail", customer: { email: "ana@example.com" } }, systemCaller);
    expect(await signedIn(made, "memory:17", "Ana@Example.com")).toEqual([ticket.id]);
    expect(await signedIn(made, "memory:17", "new-address@example.com"), "known by the account from now on").toEqual([ticket.id]);
  });

  it("is not somebody to whom an address was only ever attached by a claim", async () => {
    const made = instance();
    const victim = { email: "victim@example.com", phone: "0722123456" };
    const ticket = await made.askonce.tickets.create({ subject: "Private", customer: victim }, systemCaller);
    // Whoever knows the phone number can write with it and their own address.
    const forged = await made.askonce.tickets.create(
      { subject: "Hi", customer: { email: "attacker@example.com", phone: victim.phone } },
      systemCaller,
    );
    expect(forged.customerId).toBe(ticket.customerId);
    expect(await signedIn(made, "memory:66", "attacker@example.com")).toEqual([]);
  });

  it("is not the former owner of an address that another account has now", async () => {
    const made = instance();
    const token = await made.askonce.identity.sign({ customerRef: "memory:17", email: "shared@example.com" });
    const opened = await made.call("POST", "/my/tickets", { token, body: { subject: "Private", text: "mine" } });
    expect(opened.status).toBe(201);
    expect(await signedIn(made, "memory:18", "shared@example.com")).toEqual([]);
    expect(await signedIn(made, "memory:17", "shared@example.com")).toEqual([opened.body.id]);
  });

  it("keeps the address for later mails even when somebody else claims it", async () => {
    const made = instance();
    await signedIn(made, "memory:17", "ana@example.com");
    const [owner] = (await made.askonce.customers.list({ limit: 10 }, systemCaller)).items;
    await made.askonce.customers.create(
      { contacts: [{ kind: "email", value: "ana@example.com", assurance: "claimed", evidence: "test" }] },
      systemCaller,
    );
    const mail = await made.askonce.tickets.create({ subject: "By mail", customer: { email: "ana@example.com" } }, systemCaller);
    expect(mail.customerId).toBe(owner?.id);
  });
});
