import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { systemCaller } from "../caller.ts";
import { codeInstance } from "../testing/code-instance.ts";
import { identitySecret, instance, linesLogger } from "../testing/instance.ts";
import { storedBytes } from "../testing/stored-bytes.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";

const failsWith = (code: string) => expect.objectContaining({ code });
const failed = failsWith("VERIFICATION_FAILED");
const stopped = failsWith("TOO_MANY_REQUESTS");
const minuteMs = 60_000;
const email = "ana@example.test";

/** An instance where Ana has written once. */
async function withAna(options: Parameters<typeof codeInstance>[0] = {}) {
  const made = codeInstance(options);
  const ticket = await made.askonce.tickets.create({ subject: "By mail", customer: { email } }, systemCaller);
  const { start, confirm } = made.askonce.verifications;
  return { ...made, ticket, start, confirm };
}

const wrong = (code: string | null) => String((Number(code) + 1) % 1_000_000).padStart(6, "0");

describe("a one-time code", () => {
  it("is sent to a known address, opens /my for half an hour, and leads to what was written from there", async () => {
    const { call, clock, codeFor, confirm, sent, ticket } = await withAna();
    const code = await codeFor({ email: "Ana@Example.Test" });
    expect(sent).toEqual([{ kind: "email", to: email, code, language: "en", expiresAt: "2026-11-20T09:10:00.000Z" }]);
    expect(code).toMatch(/^\d{6}$/);
    const { token, expiresAt } = await confirm({ email }, ` ${code?.slice(0, 3)} ${code?.slice(3)} `, null);
    expect(expiresAt).toBe("2026-11-20T09:30:00.000Z");
    expect((await call("GET", "/my/tickets", { token })).body.items.map((one) => one.id)).toEqual([ticket.id]);
    clock.advance(30 * minuteMs - 1000);
    expect((await call("GET", "/my/tickets", { token })).status).toBe(200);
    clock.advance(2000);
    expect((await call("GET", "/my/tickets", { token })).status).toBe(401);
  });

  it("is not sent to an address that nobody has; the answer is the same", async () => {
    const { call, codeFor, sent } = await withAna();
    expect(await codeFor({ email: "nobody@example.test" })).toBeNull();
    expect(sent).toEqual([]);
    const known = await call("POST", "/verifications", { body: { email } });
    const unknown = await call("POST", "/verifications", { body: { email: "someone@example.test" } });
    expect([known.status, known.body]).toEqual([202, unknown.body]);
    expect(unknown.status).toBe(202);
  });

  it("is not sent to an address that was unlinked from the only one who had it", async () => {
    const { askonce, codeFor, ticket } = await withAna();
    const customer = await askonce.customers.get(ticket.customerId ?? "", systemCaller);
    await askonce.customers.removeContactPoint(customer.id, customer.contactPoints[0]?.id ?? "", systemCaller);
    expect(await codeFor({ email })).toBeNull();
  });

  it("comes in the language that was asked for, to a phone however it is written", async () => {
    const { askonce, start, sent, confirm } = await withAna({ shop: { countryCode: "RO", language: "ro" } });
    await askonce.tickets.create({ subject: "By phone", customer: { phone: "0722 123 456" } }, systemCaller);
    await start({ phone: "0040 722-123-456" }, undefined, null);
    await start({ phone: "+40 (722) 123 456" }, "it", null);
    await askonce.verifications.settled();
    expect(sent.map((code) => [code.kind, code.to, code.language])).toEqual([
      ["phone", "+40722123456", "ro"],
      ["phone", "+40722123456", "it"],
    ]);
    expect((await confirm({ phone: "0722123456" }, sent[0]?.code ?? "", null)).token).not.toBe("");
  });

  it("is over after ten minutes", async () => {
    const { clock, codeFor, confirm } = await withAna();
    const code = (await codeFor({ email })) ?? "";
    clock.advance(10 * minuteMs);
    await expect(confirm({ email }, code, null)).rejects.toEqual(failed);
    const next = (await codeFor({ email })) ?? "";
    clock.advance(10 * minuteMs - 1);
    expect((await confirm({ email }, next, null)).token).not.toBe("");
  });

  it("can be used once, and with it go the others that were sent to the address", async () => {
    const { codeFor, confirm } = await withAna();
    const [first, second] = [(await codeFor({ email })) ?? "", (await codeFor({ email })) ?? ""];
    await confirm({ email }, first, null);
    await expect(confirm({ email }, first, null)).rejects.toEqual(failed);
    await expect(confirm({ email }, second, null)).rejects.toEqual(failed);
  });

  it("is used once by two who have it at the same moment", async () => {
    const { codeFor, confirm } = await withAna();
    const code = (await codeFor({ email })) ?? "";
    const both = await Promise.allSettled([confirm({ email }, code, null), confirm({ email }, code, null)]);
    expect(both.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it("withstands three wrong tries and no more", async () => {
    const { codeFor, confirm } = await withAna();
    const code = (await codeFor({ email })) ?? "";
    for (let round = 0; round < 2; round++) await expect(confirm({ email }, wrong(code), null)).rejects.toEqual(failed);
    await expect(confirm({ email }, wrong(wrong(code)), null)).rejects.toEqual(failed);
    await expect(confirm({ email }, code, null), "the right one comes too late").rejects.toEqual(failed);
  });

  it("counts tries that come all at once", async () => {
    const { codeFor, confirm } = await withAna();
    const code = Number(await codeFor({ email }));
    const tries = Array.from({ length: 30 }, (_, index) => String((code + 1000 + index) % 1_000_000).padStart(6, "0"));
    const answers = await Promise.allSettled([...tries, String(code).padStart(6, "0")].map((one) => confirm({ email }, one, null)));
    expect(answers.filter((one) => one.status === "fulfilled")).toEqual([]);
  });

  it("of one address opens no other", async () => {
    const { askonce, codeFor, confirm } = await withAna();
    await askonce.tickets.create({ subject: "By mail", customer: { email: "bob@example.test" } }, systemCaller);
    await askonce.tickets.create({ subject: "By mail", customer: { email: "ana+shop@example.test" } }, systemCaller);
    const anas = (await codeFor({ email })) ?? "";
    await codeFor({ email: "bob@example.test" });
    await expect(confirm({ email: "bob@example.test" }, anas, null)).rejects.toEqual(failed);
    await expect(confirm({ email: "ana+shop@example.test" }, anas, null), "nor of the same mailbox").rejects.toEqual(failed);
    expect((await confirm({ email }, anas, null)).token).not.toBe("");
  });

  it("never fits an address that none was sent to, whatever is tried", async () => {
    const { confirm, start } = await withAna();
    await start({ email: "nobody@example.test" }, undefined, null);
    for (const code of ["000000", "", "nobody", "123456"])
      await expect(confirm({ email: "nobody@example.test" }, code, null)).rejects.toEqual(failed);
  });

  it("and its address stand nowhere in the database, nor in a log or an event", async () => {
    const path = join(temporaryFolder(), "codes.db");
    const logger = linesLogger();
    const { askonce, codeFor, events } = codeInstance({ path, logger });
    const { confirm } = askonce.verifications;
    const ana = "canary-address@example.test";
    const known = await askonce.tickets.create({ subject: "x", customer: { email: ana } }, systemCaller);
    const customer = await askonce.customers.get(known.customerId ?? "", systemCaller);
    const codes = [await codeFor({ email: ana }), await codeFor({ email: ana })];
    await codeFor({ email: "canary-stranger@example.test" });
    await expect(confirm({ email: ana }, wrong(codes[1] ?? null), null)).rejects.toEqual(failed);
    const rows = await stolenRows(askonce);
    expect(rows).toHaveLength(6);
    for (const code of codes)
      expect([rows.join("\n").includes(`"${code}"`), logger.lines.join("\n").includes(code ?? "?")]).toEqual([false, false]);
    expect(rows.join("\n")).not.toMatch(/canary|example\.test/);
    expect(JSON.stringify(events)).not.toMatch(/canary|example\.test/);
    expect(customer.contactPoints[0]?.value).toBe(ana);
    await askonce.stop();
    // The customer's own record holds their address; a stranger's stands nowhere.
    expect(await storedBytes(path)).not.toContain("canary-stranger");
  });
});

/** Every row of the two tables as text. */
async function stolenRows(askonce: ReturnType<typeof codeInstance>["askonce"]): Promise<string[]> {
  const rows: unknown[] = [];
  const stop = askonce.before("ticket.create", async (_, unit) => {
    rows.push(...(await unit.database.selectFrom("verification_codes").selectAll().execute()));
    rows.push(...(await unit.database.selectFrom("attempts").selectAll().execute()));
  });
  await askonce.tickets.create({ subject: "Look" }, systemCaller);
  stop();
  return rows.map((row) => JSON.stringify(row));
}

describe("the limits of one-time codes", () => {
  it("are three codes in a quarter of an hour for a mailbox, however its address is spelled", async () => {
    const { clock, start } = await withAna();
    for (const spelled of [email, "ANA@example.test", "ana+1@example.test"]) await start({ email: spelled }, undefined, null);
    for (const spelled of [email, " Ana@Example.Test. ", "ana+2@example.test"])
      await expect(start({ email: spelled }, undefined, null)).rejects.toEqual(stopped);
    clock.advance(15 * minuteMs);
    await start({ email }, undefined, null);
  });

  it("and for a phone, however its number is spelled", async () => {
    const { start } = await withAna();
    for (const spelled of ["0722123456", "+40 722 123 456", "0040722123456"]) await start({ phone: spelled }, undefined, null);
    for (const spelled of ["0722-123-456", "(0722) 123.456", "+40722123456"])
      await expect(start({ phone: spelled }, undefined, null)).rejects.toEqual(stopped);
  });

  it("stop for a known and an unknown address alike", async () => {
    const { call } = await withAna();
    const answers = async (address: string) => {
      const found: unknown[] = [];
      for (let round = 0; round < 4; round++) {
        const { status, body } = await call("POST", "/verifications", { body: { email: address } });
        found.push([status, { ...body, requestId: "" }]);
      }
      for (let round = 0; round < 11; round++) {
        const { status, body } = await call("POST", "/verifications/confirm", { body: { email: address, code: "000000" } });
        found.push([status, { ...body, requestId: "" }]);
      }
      return found;
    };
    const known = await answers(email);
    expect(await answers("nobody@example.test")).toEqual(known);
    expect(known.map((answer) => (answer as [number])[0])).toEqual([202, 202, 202, 429, ...Array(10).fill(422), 429]);
  });

  it("are ten tries an hour over all codes of a mailbox", async () => {
    const { clock, codeFor, confirm } = await withAna();
    for (let round = 0; round < 3; round++) {
      const code = await codeFor({ email });
      for (let one = 0; one < 3; one++) await expect(confirm({ email }, wrong(code), null)).rejects.toEqual(failed);
      clock.advance(15 * minuteMs);
    }
    const code = (await codeFor({ email })) ?? "";
    await expect(confirm({ email: "ana+1@example.test" }, code, null)).rejects.toEqual(failed);
    await expect(confirm({ email }, code, null), "the right one, but the eleventh try").rejects.toEqual(stopped);
  });

  it("hold over several processes, and over a restart", async () => {
    const path = join(temporaryFolder(), "limits.db");
    const first = codeInstance({ path });
    const second = codeInstance({ path });
    for (const { askonce } of [first, second, first]) await askonce.verifications.start({ email }, undefined, null);
    for (const { askonce } of [first, second])
      await expect(askonce.verifications.start({ email }, undefined, null)).rejects.toEqual(stopped);
    await first.askonce.stop();
    await second.askonce.stop();
    const restarted = codeInstance({ path });
    await expect(restarted.askonce.verifications.start({ email }, undefined, null)).rejects.toEqual(stopped);
  });

  it("hold while the secrets are rotated", async () => {
    const path = join(temporaryFolder(), "rotated.db");
    const fresh = "a fresh identity secret of 32 characters";
    const before = codeInstance({ path });
    const rotating = codeInstance({ path, identity: { secrets: [fresh, identitySecret] } });
    for (const { askonce } of [before, rotating, before]) await askonce.verifications.start({ email }, undefined, null);
    await expect(rotating.askonce.verifications.start({ email }, undefined, null)).rejects.toEqual(stopped);
  });

  it("are counted for each client, over all addresses; who has one IPv6 address has all of its network", async () => {
    const { confirm, start } = await withAna();
    for (let round = 0; round < 10; round++) await start({ email: `nobody${round}@example.test` }, undefined, `2001:db8:0:1::${round}`);
    await expect(start({ email: "another@example.test" }, undefined, "2001:db8:0:1:ffff::1")).rejects.toEqual(stopped);
    await start({ email: "another@example.test" }, undefined, "2001:db8:0:2::1");
    for (let round = 0; round < 30; round++)
      await expect(confirm({ email: `nobody${round}@example.test` }, "000000", "203.0.113.9")).rejects.toEqual(failed);
    await expect(confirm({ email }, "000000", "::ffff:203.0.113.9")).rejects.toEqual(stopped);
    await expect(confirm({ email }, "000000", "203.0.113.10")).rejects.toEqual(failed);
  }, 30_000);

  it("leave nothing behind when they are over", async () => {
    const { askonce, clock, start, confirm } = await withAna();
    for (let round = 0; round < 5; round++) await start({ email: `nobody${round}@example.test` }, undefined, "203.0.113.9");
    await expect(confirm({ email }, "000000", null)).rejects.toEqual(failed);
    clock.advance(61 * minuteMs);
    await start({ email }, undefined, null);
    expect(await stolenRows(askonce)).toHaveLength(2);
  });
});

describe("sending a code", () => {
  it.each([
    ["fails", async () => Promise.reject(new Error("the mail server knows ana@example.test"))],
    [
      "fails at once",
      () => {
        throw new Error("the mail server knows ana@example.test");
      },
    ],
    ["hangs", () => new Promise<void>(() => {})],
    [
      "keeps the processor busy",
      async () => {
        const until = performance.now() + 100;
        while (performance.now() < until);
      },
    ],
  ])("that %s changes neither the answer nor its time", async (_, sendCode) => {
    const logger = linesLogger();
    const { call } = await withAna({ logger, identity: { secrets: [identitySecret], sendCode } });
    const timed = async (address: string) => {
      const startedAt = performance.now();
      const { status, body } = await call("POST", "/verifications", { body: { email: address } });
      return { status, body, ms: performance.now() - startedAt };
    };
    await timed("warm@example.test");
    const [known, unknown]: [number[], number[]] = [[], []];
    for (let round = 0; round < 3; round++) {
      const ofKnown = await timed(email);
      await new Promise((resolve) => setTimeout(resolve, 200));
      const ofUnknown = await timed("nobody@example.test");
      expect([ofKnown.status, ofKnown.body]).toEqual([ofUnknown.status, ofUnknown.body]);
      known.push(ofKnown.ms);
      unknown.push(ofUnknown.ms);
    }
    // The fastest of each: whatever else the machine does only makes an answer later.
    expect(Math.abs(Math.min(...known) - Math.min(...unknown))).toBeLessThan(80);
    expect(logger.lines.join("\n")).not.toContain("ana@example.test");
  });

  it("that hangs does not keep the instance from stopping", async () => {
    const { askonce, start } = await withAna({ identity: { secrets: [identitySecret], sendCode: () => new Promise<void>(() => {}) } });
    await start({ email }, undefined, null);
    const startedAt = performance.now();
    await askonce.stop();
    expect(performance.now() - startedAt).toBeLessThan(8000);
  });

  it("without a way to send sends none, answers the same, and no code fits", async () => {
    const made = instance();
    await made.askonce.tickets.create({ subject: "x", customer: { email } }, systemCaller);
    expect((await made.call("POST", "/verifications", { body: { email } })).status).toBe(202);
    const answer = await made.call("POST", "/verifications/confirm", { body: { email, code: "000000" } });
    expect([answer.status, answer.body.code]).toEqual([422, "VERIFICATION_FAILED"]);
  });

  it("needs a secret for the tokens", () => {
    expect(() => instance({ identity: { secrets: [], sendCode: async () => {} } })).toThrow(failsWith("CONFIGURATION_INVALID"));
  });
});

describe("a token for a one-time code", () => {
  it("is good while its secret is configured, and so is a code that was sent before the rotation", async () => {
    const path = join(temporaryFolder(), "rotation.db");
    const fresh = "a fresh identity secret of 32 characters";
    const before = codeInstance({ path });
    await before.askonce.tickets.create({ subject: "x", customer: { email } }, systemCaller);
    const token = await before.tokenFor({ email });
    const code = (await before.codeFor({ email })) ?? "";
    const rotating = instance({ path, identity: { secrets: [fresh, identitySecret] } });
    expect(await rotating.askonce.verifications.verify(token)).toEqual({ kind: "email", value: email });
    const exchanged = await rotating.askonce.verifications.confirm({ email }, code, null);
    expect(await before.askonce.verifications.verify(exchanged.token), "signed with the new one").toBeNull();
    const rotated = instance({ path, identity: { secrets: [fresh] } });
    expect(await rotated.askonce.verifications.verify(token)).toBeNull();
    expect(await rotated.askonce.verifications.verify(exchanged.token)).toEqual({ kind: "email", value: email });
  });

  it("is no identity token, no agent's, no packet; and none of them is one", async () => {
    const { askonce, call, tokenFor, ticket } = await withAna({ packets: { keys: [{ id: "same", secret: identitySecret }] } });
    const verified = await tokenFor({ email });
    const signed = await askonce.identity.sign({ customerRef: "memory:17", email });
    const packet = await askonce.packets.make(ticket.id, { purpose: "system", lifetimeMs: minuteMs * 5 }, systemCaller);
    expect(await askonce.identity.verify(verified)).toBeNull();
    expect(await askonce.verifications.verify(signed)).toBeNull();
    expect(await askonce.verifications.verify(packet.token)).toBeNull();
    expect(await askonce.identity.verify(packet.token)).toBeNull();
    for (const token of [verified, signed]) await expect(askonce.packets.read(token)).rejects.toEqual(failsWith("PACKET_INVALID"));
    expect((await call("GET", "/tickets", { token: verified })).status).toBe(401);
    expect((await call("GET", "/my/tickets", { token: packet.token })).status).toBe(401);
    const tampered = `${verified.slice(0, -2)}${verified.endsWith("A") ? "BB" : "AA"}`;
    expect(await askonce.verifications.verify(tampered)).toBeNull();
  });

  it("of another shop is none here, even with the same secret and database", async () => {
    const path = join(temporaryFolder(), "shops.db");
    const one = await withAna({ path, shop: { id: "one" } });
    const other = codeInstance({ path, shop: { id: "other" } });
    const token = await one.tokenFor({ email });
    expect(await other.askonce.verifications.verify(token)).toBeNull();
    expect((await other.call("GET", "/my/tickets", { token })).status).toBe(401);
    expect(await other.codeFor({ email }), "known here, unknown there").toBeNull();
    const code = (await one.codeFor({ email })) ?? "";
    await expect(other.askonce.verifications.confirm({ email }, code, null)).rejects.toEqual(failed);
  });
});
