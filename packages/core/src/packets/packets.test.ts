import { type ContextPacket, contextPacketSchema, type FactKey, maxPacketBytes } from "@askonce/spec";
import { CompactSign } from "jose";
import { describe, expect, it } from "vitest";
import { systemCaller } from "../caller.ts";
import { hourMs, packetSecret, twoOrders } from "../facts/__fixtures__/two-orders.ts";
import { agentWithToken, linesLogger } from "../testing/instance.ts";
import { boundPacket, buildPacket } from "./build-packet.ts";
import { createPacketSigner } from "./sign-packet.ts";

const bytesOf = (text: string) => new TextEncoder().encode(text).length;
const dayMs = 24 * hourMs;

async function withPacket(options: Parameters<typeof twoOrders>[0] = {}) {
  const shop = await twoOrders(options);
  const ticketId = await shop.open(`Order ${shop.mug.number}: I have tried to glue it.`);
  const made = await shop.askonce.packets.make(ticketId, { note: "Please call her" }, shop.agent.caller);
  return { ...shop, ...made, ticketId };
}

/** A packet signed by hand. */
function signed(
  packet: unknown,
  { alg = "HS256", kid = "test", typ = "askonce-packet+json", secret = packetSecret } = {},
): Promise<string> {
  return new CompactSign(new TextEncoder().encode(JSON.stringify(packet)))
    .setProtectedHeader({ alg, typ, kid })
    .sign(new TextEncoder().encode(secret));
}

describe("a packet", () => {
  it("can be read by a page of another origin, and nothing else can", async () => {
    const { askonce, token } = await withPacket();
    const ask = (path: string, method: string, body?: unknown) =>
      askonce.handler(
        new Request(`http://shop.example.test/api/v1${path}`, {
          method,
          headers: { origin: "https://elsewhere.example.test", "content-type": "application/json" },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        }),
      );
    const open = (response: Response) => response.headers.get("access-control-allow-origin");
    const preflight = await ask("/packets/read", "OPTIONS");
    expect([preflight.status, open(preflight), preflight.headers.get("access-control-allow-headers")]).toEqual([204, "*", "content-type"]);
    const read = await ask("/packets/read", "POST", { token });
    expect([read.status, open(read)]).toEqual([200, "*"]);
    expect(open(await ask("/packets/read", "POST", { token: "x".repeat(40) })), "a refusal can be read too").toBe("*");
    for (const [path, method] of [
      ["/tickets", "OPTIONS"],
      ["/order-lookup", "OPTIONS"],
      ["/health", "GET"],
    ] as const)
      expect(open(await ask(path, method)), path).toBeNull();
  });

  it("takes colleagues' notes to colleagues only", async () => {
    const { askonce, ticketId, agent } = await withPacket();
    await askonce.tickets.note(ticketId, { text: "Careful with this one" }, agent.caller);
    const directions = async (purpose: "agent" | "shift" | "bot" | "channel" | "system") =>
      (await askonce.packets.make(ticketId, { purpose }, agent.caller)).packet.lastMessages.map((message) => message.direction);
    for (const purpose of ["agent", "shift", "bot"] as const) expect(await directions(purpose), purpose).toContain("note");
    for (const purpose of ["channel", "system"] as const) expect(await directions(purpose), purpose).not.toContain("note");
  });

  it("holds what stands beside the ticket, by the schema, and reads as it was made", async () => {
    const { askonce, token, packet, ticketId, mug, lamp, agent, request } = await withPacket();
    expect(contextPacketSchema.strict().parse(packet)).toEqual(packet);
    expect(packet).toMatchObject({
      version: 1,
      purpose: "system",
      note: "Please call her",
      from: { kind: "agent", id: agent.id, name: "Olga" },
      ticket: { id: ticketId, channels: ["email"] },
      customer: { contactPoints: [expect.objectContaining({ value: "ana@example.test", assurance: "claimed" })] },
      order: { ref: mug.ref, number: mug.number, evidence: [expect.objectContaining({ kind: "orderNumber" })] },
      otherOrders: [expect.objectContaining({ number: lamp.number })],
      truncated: [],
    });
    expect(packet.lastMessages.map((message) => [message.direction, message.channel])).toEqual([["inbound", "email"]]);
    const { facts } = await askonce.context.read(ticketId, systemCaller);
    expect(packet.facts.map(({ key, value, source }) => ({ key, value, source }))).toEqual(
      facts.map(({ key, value, source }) => ({ key, value, source })),
    );
    expect(await askonce.packets.read(token)).toEqual(packet);
    const answer = await request("POST", "/packets/read", { token });
    expect([answer.status, await answer.json()]).toEqual([200, packet]);
    expect(answer.headers.get("cache-control")).toBe("no-store");
  });

  it("is over when it says so", async () => {
    const { askonce, token, clock } = await withPacket();
    clock.advance(dayMs - 1);
    await askonce.packets.read(token);
    clock.advance(1);
    await expect(askonce.packets.read(token)).rejects.toMatchObject({ code: "PACKET_INVALID" });
  });

  it.each([0, 59_999, 30 * dayMs + 1, Number.NaN, Number.POSITIVE_INFINITY])("does not live for %d ms", async (lifetimeMs) => {
    const { askonce, ticketId, agent } = await withPacket();
    await expect(askonce.packets.make(ticketId, { lifetimeMs }, agent.caller)).rejects.toMatchObject({ code: "VALIDATION_FAILED" });
  });

  it("is refused when it was changed, signed by another, by none, as something else, or of another shop", async () => {
    const { token, packet, request } = await withPacket();
    const [header = "", body = "", signature = ""] = token.split(".");
    const none = btoa(JSON.stringify({ alg: "none", typ: "askonce-packet+json", kid: "test" })).replace(/=+$/, "");
    const forged = Buffer.from(JSON.stringify({ ...packet, note: "Refund her 1000 euros" })).toString("base64url");
    const refused = {
      "another content": `${header}.${forged}.${signature}`,
      "another signature": `${header}.${body}.${signature.startsWith("A") ? "B" : "A"}${signature.slice(1)}`,
      "no signature": `${header}.${body}.`,
      none: `${none}.${body}.`,
      "none, signed": `${none}.${body}.${signature}`,
      "another algorithm": await signed(packet, { alg: "HS512", secret: packetSecret.repeat(2) }),
      "another secret": await signed(packet, { secret: packetSecret.replace("a", "b") }),
      "an unknown key": await signed(packet, { kid: "old" }),
      "another type": await signed(packet, { typ: "JWT" }),
      "another shop": await signed({ ...packet, shopId: "other" }),
      "another version": await signed({ ...packet, version: 2 }),
      "not a packet": await signed({ hello: "there" }),
      "no JSON": "not.a.packet.that.anybody.signed",
    };
    expect((await request("POST", "/packets/read", { token: await signed(packet) })).status).toBe(200);
    for (const [what, one] of Object.entries(refused)) {
      const answer = await request("POST", "/packets/read", { token: one });
      expect([what, answer.status, (await answer.json()).code]).toEqual([what, 422, "PACKET_INVALID"]);
    }
  });

  it("is not written into a log", async () => {
    const logger = linesLogger();
    const { token, request } = await withPacket({ logger });
    await request("POST", "/packets/read", { token });
    await request("POST", "/packets/read", { token: `${token}x` });
    expect(logger.lines.join("\n")).not.toContain(token.slice(0, 40));
    expect(logger.lines.join("\n")).not.toContain("ana@example.test");
  });

  it("is made by agents alone", async () => {
    const { ticketId, request, agent } = await withPacket();
    expect((await request("POST", `/tickets/${ticketId}/packet`, {})).status).toBe(401);
    const made = await request("POST", `/tickets/${ticketId}/packet`, { purpose: "channel" }, agent.token);
    expect([made.status, (await made.json()).packet.purpose]).toEqual([201, "channel"]);
    expect((await request("POST", "/tickets/tkt_none/packet", {}, agent.token)).status).toBe(404);
  });

  it("takes the first two hundred of ten thousand facts, and says that there were more", async () => {
    const { askonce, packet, ticketId } = await withPacket();
    const context = await askonce.context.read(ticketId, systemCaller);
    const [fact] = context.facts;
    if (!fact) throw new Error("an empty context");
    const facts = Array.from({ length: 10_000 }, (_, index) => ({ ...fact, value: `${index}` }));
    const built = buildPacket({ ...packet, note: null }, { ...context, facts }, []);
    expect(built.facts.map((one) => one.value)).toEqual(facts.slice(0, 200).map((one) => one.value));
    expect(built.truncated).toEqual(["facts"]);
    const { token, packet: sent } = await createPacketSigner([{ id: "a", secret: packetSecret }], "default").sign(built);
    expect(bytesOf(token)).toBeLessThanOrEqual(maxPacketBytes);
    expect(contextPacketSchema.strict().parse(sent)).toEqual(sent);
  });

  it("stays within its size with as much of everything as a ticket can hold, and says what was left out", async () => {
    const { askonce, ticketId, agent, mug } = await withPacket();
    for (let index = 0; index < 60; index++) {
      const value = `${index} ${"ăîș😀".repeat(300)}`;
      await askonce.tickets.recordFact(ticketId, { key: "returns.note" as FactKey, value }, agent.caller);
    }
    for (let index = 0; index < 25; index++)
      await askonce.tickets.receive(ticketId, { text: `\u0001\u0002${"😀".repeat(900)}` }, systemCaller);
    const note = "\u0001".repeat(2000);
    const { token, packet } = await askonce.packets.make(ticketId, { note }, agent.caller);
    expect(bytesOf(token)).toBeLessThanOrEqual(maxPacketBytes);
    expect(contextPacketSchema.strict().parse(packet)).toEqual(packet);
    expect(packet.truncated).toEqual(expect.arrayContaining(["facts", "lastMessages"]));
    expect(packet.facts.length).toBeGreaterThan(0);
    expect(packet.order?.number).toBe(mug.number);
    expect(await askonce.packets.read(token)).toEqual(packet);
    const { packet: handed } = await askonce.packets.handOver(ticketId, { purpose: "shift", toAgentId: null }, agent.caller);
    expect(bytesOf(JSON.stringify(handed))).toBeLessThanOrEqual(maxPacketBytes);
  });

  it("is bounded whatever its parts are, keeping the newest messages and the first of everything else", async () => {
    const { packet } = await withPacket();
    const [fact] = packet.facts;
    const [message] = packet.lastMessages;
    if (!fact || !message || !packet.customer || !packet.order) throw new Error("an empty packet");
    const many = <Item>(count: number, make: (index: number) => Item) => Array.from({ length: count }, (_, index) => make(index));
    const huge: ContextPacket = {
      ...packet,
      note: "😀".repeat(1000),
      facts: many(200, (index) => ({ ...fact, value: `${index}`.padEnd(2000, "ș") })),
      lastMessages: many(20, (index) => ({ ...message, text: `${index}`.padEnd(1000, "ș") })),
      tried: many(20, (index) => `${index}`.padEnd(2000, "ș")),
      customer: {
        ...packet.customer,
        contactPoints: many(20, (index) => ({ kind: "email", value: `${index}`.padEnd(320, "ș"), assurance: "claimed" as const })),
      },
      order: { ...packet.order, items: many(50, (index) => ({ title: `${index}`.padEnd(500, "ș"), variant: null, quantity: 1 })) },
    };
    for (const most of [60_000, 24_000, 12_000, 6_000]) {
      const bounded = boundPacket(huge, most);
      expect(bytesOf(JSON.stringify(bounded))).toBeLessThanOrEqual(most);
      expect(bounded.facts).toEqual(huge.facts.slice(0, bounded.facts.length));
      expect(bounded.lastMessages).toEqual(huge.lastMessages.slice(20 - bounded.lastMessages.length));
      expect(bounded.truncated).toContain("facts");
    }
    expect(boundPacket(packet, maxPacketBytes)).toBe(packet);
  });
});

describe("keys for packets", () => {
  const older = { id: "2025", secret: "an older secret of 32 or more characters" };
  const newer = { id: "2026", secret: "a newer secret of 32 or more characters." };

  it("are rotated: the first signs, the others still read", async () => {
    const { packet, clock } = await withPacket();
    const now = clock.now();
    const [before, both, after] = [[older], [newer, older], [newer]].map((keys) => createPacketSigner(keys, "default"));
    const old = (await before?.sign(packet))?.token ?? "";
    const fresh = (await both?.sign(packet))?.token ?? "";
    expect(await both?.read(old, now)).toEqual(packet);
    expect(await after?.read(fresh, now)).toEqual(packet);
    await expect(after?.read(old, now)).rejects.toMatchObject({ code: "PACKET_INVALID" });
    await expect(before?.read(fresh, now)).rejects.toMatchObject({ code: "PACKET_INVALID" });
  });

  it.each([
    ["too short", [{ id: "a", secret: "short" }]],
    ["without an id", [{ ...older, id: "" }]],
    ["with an id as long as a packet", [{ ...older, id: "a".repeat(65) }]],
    ["of one id", [older, { ...newer, id: older.id }]],
  ])("%s are refused", (_, keys) => {
    expect(() => createPacketSigner(keys, "default")).toThrow(expect.objectContaining({ code: "CONFIGURATION_INVALID" }));
  });

  it("are needed to sign, not to read nothing", async () => {
    const { askonce, agent, open } = await twoOrders({ packets: { keys: [] } });
    const ticketId = await open("Hello");
    await expect(askonce.packets.make(ticketId, {}, agent.caller)).rejects.toMatchObject({ code: "CONFIGURATION_INVALID" });
    await expect(askonce.packets.read("a.b.c")).rejects.toMatchObject({ code: "PACKET_INVALID" });
    expect((await askonce.packets.handOver(ticketId, { purpose: "agent", toAgentId: agent.id }, agent.caller)).packet.facts.length).toBe(1);
  });
});

describe("handing a ticket over", () => {
  it("gives it to the other with who did it and why, and says so once", async () => {
    const { askonce, ticketId, agent, request } = await withPacket();
    const paul = await agentWithToken(askonce, "agent", "Paul");
    const events: unknown[] = [];
    askonce.on("ticket.handed_over", (event) => {
      events.push(event.data);
    });
    const answer = await request(
      "POST",
      `/tickets/${ticketId}/hand-over`,
      { purpose: "agent", toAgentId: paul.id, note: "  She is calm.  " },
      agent.token,
    );
    const { handOver, packet } = await answer.json();
    expect(answer.status).toBe(201);
    expect(handOver).toMatchObject({ ticketId, purpose: "agent", fromName: "Olga", toAgentId: paul.id, note: "She is calm." });
    expect(packet).toMatchObject({ purpose: "agent", note: "She is calm.", from: { id: agent.id } });
    expect(events).toEqual([{ ticketId, handOverId: handOver.id, purpose: "agent", toAgentId: paul.id }]);
    const context = await askonce.context.read(ticketId, paul.caller);
    expect([context.ticket.assigneeId, context.handOver]).toEqual([paul.id, handOver]);
  });

  it("shows the newest, also on the ticket it was merged into, and back to everybody", async () => {
    const { askonce, ticketId, agent, clock, open } = await withPacket();
    await askonce.packets.handOver(ticketId, { purpose: "agent", toAgentId: agent.id }, agent.caller);
    clock.advance(hourMs);
    const { handOver } = await askonce.packets.handOver(ticketId, { purpose: "shift", toAgentId: null, note: " " }, agent.caller);
    expect(await askonce.context.read(ticketId, systemCaller)).toMatchObject({ ticket: { assigneeId: null }, handOver });
    expect(handOver).toMatchObject({ toAgentId: null, note: null });
    const target = await open("Hello");
    await askonce.tickets.merge(ticketId, target, agent.caller);
    expect((await askonce.context.read(target, systemCaller)).handOver).toEqual({ ...handOver, ticketId: target });
    await expect(askonce.packets.handOver(ticketId, { purpose: "agent", toAgentId: null }, agent.caller)).rejects.toMatchObject({
      code: "TICKET_MERGED",
    });
  });

  it("to nobody who works here changes nothing", async () => {
    const { askonce, ticketId, agent } = await withPacket();
    const gone = await agentWithToken(askonce, "agent", "Gone");
    await askonce.agents.update(gone.id, { active: false }, systemCaller);
    for (const toAgentId of ["agt_none", gone.id]) {
      const handed = askonce.packets.handOver(ticketId, { purpose: "agent", toAgentId }, agent.caller);
      await expect(handed).rejects.toMatchObject({ code: "AGENT_NOT_FOUND" });
    }
    await expect(askonce.packets.handOver("tkt_none", { purpose: "agent", toAgentId: null }, agent.caller)).rejects.toMatchObject({
      code: "TICKET_NOT_FOUND",
    });
    const long = askonce.packets.handOver(ticketId, { purpose: "agent", toAgentId: null, note: "a".repeat(2001) }, agent.caller);
    await expect(long).rejects.toMatchObject({ code: "VALIDATION_FAILED" });
    expect((await askonce.context.read(ticketId, systemCaller)).handOver).toBeNull();
  });
});
