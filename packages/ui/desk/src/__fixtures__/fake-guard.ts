import type { ContextPacket, DraftCheck, HandOver, IdentityLink, RepeatAskDimension, RepeatAskRate, Ticket } from "@askonce/spec";
import { AskonceError } from "@askonce/spec";
import type { Seed } from "./seed.ts";

interface ByTicket {
  ticketId: string;
}

/** A sentence that asks for the order's number, and the street that is in the order, in three languages: enough to see the guard work. */
const asksForOrder = /[^.?!\n]*(?:order number|numero d.ordine|num[aă]r\p{L}* (?:de )?com[ae]n[dz]\p{L}*)[^.?!\n]*/giu;
const suggestions: Record<string, string> = {
  en: "I see your order 10482 here.",
  it: "Vedo qui il suo ordine 10482.",
  ro: "Văd aici comanda dvs. 10482.",
};

function fakeCheck(seed: Seed, { ticketId, text }: ByTicket & { text: string }): DraftCheck {
  const fact = seed.known.facts.find((each) => each.ticketId === ticketId && each.key === "orderNumber");
  const language = seed.tickets.find(({ id }) => id === ticketId)?.language ?? null;
  const street = text.indexOf("Strada Horea 14");
  return {
    mode: seed.known.mode,
    language,
    asks: [...text.matchAll(asksForOrder)].flatMap(({ 0: words, index }) => {
      const from = index + words.length - words.trimStart().length;
      const order: DraftCheck["asks"][number] = {
        key: "orderNumber",
        from,
        to: index + words.length,
        text: words.trim(),
        verdict: fact ? "known" : "unknown",
        answer: fact ? { factId: fact.id, value: fact.value, source: fact.source, at: fact.at } : null,
        suggestion: fact ? (suggestions[language ?? "en"] ?? null) : null,
      };
      // In the same breath, and nothing is known of it.
      return /photo|foto/i.test(words) ? [order, { ...order, key: "photoOfLabel", verdict: "unknown", answer: null, suggestion: null }] : [order];
    }),
    disclosures: street < 0 ? [] : [{ field: "shippingAddress", from: street, to: street + "Strada Horea 14".length }],
  };
}

/** As a server in the mode `block` does. */
export function refuseAsFaked(seed: Seed, input: ByTicket & { text: string; sendAnyway?: string }): void {
  if (input.sendAnyway !== undefined) seed.known.insisted.push(input.sendAnyway);
  if (seed.known.mode !== "block" || input.sendAnyway !== undefined) return;
  const { asks, disclosures } = fakeCheck(seed, input);
  if (asks.some(({ verdict }) => verdict === "known")) throw new AskonceError("REPLY_ASKS_KNOWN");
  if (disclosures.length > 0) throw new AskonceError("REPLY_DISCLOSES");
}

/** What the fake API answers about what is known, who is who, and how often was asked twice. */
export function fakeGuard(
  seed: Seed,
  instant: () => string,
  ticketOf: (ticketId: string) => Ticket,
  change: (ticketId: string, part: Partial<Ticket>) => Ticket,
): Record<string, (call: { input: never; agentId: string }) => unknown> {
  return {
    "tickets.checkDraft": ({ input }: { input: ByTicket & { text: string } }) => {
      ticketOf(input.ticketId);
      return fakeCheck(seed, input);
    },
    "tickets.handOver": ({ input, agentId }: { input: ByTicket & Pick<HandOver, "purpose" | "toAgentId"> & { note?: string }; agentId: string }) => {
      const ticket = change(input.ticketId, { assigneeId: input.toAgentId });
      const from = seed.agents.find(({ id }) => id === agentId);
      const handOver: HandOver = {
        id: `hov_${seed.known.handOvers.length + 1}`,
        ticketId: ticket.id,
        purpose: input.purpose,
        fromName: from?.name ?? null,
        toAgentId: input.toAgentId,
        note: input.note ?? null,
        at: instant(),
      };
      seed.known.handOvers.push(handOver);
      return { handOver, packet: packetOf(ticket, handOver) };
    },
    "packets.make": ({ input, agentId }: { input: ByTicket & Pick<HandOver, "purpose"> & { note?: string; lifetimeMs: number }; agentId: string }) => {
      const at = instant();
      const fromName = seed.agents.find(({ id }) => id === agentId)?.name ?? null;
      const packet = packetOf(ticketOf(input.ticketId), { id: "made", purpose: input.purpose, fromName, note: input.note ?? null, at });
      const made = { ...packet, expiresAt: new Date(Date.parse(at) + input.lifetimeMs).toISOString() };
      seed.known.packets.push(made);
      return { token: `${"packet".repeat(8)}.${seed.known.packets.length}`, packet: made };
    },
    "customers.decideLink": ({ input, agentId }: { input: { linkId: string; decision: "confirm" | "reject" | "undo" }; agentId: string }) => {
      const link = seed.known.links.find(({ id }) => id === input.linkId);
      if (!link) throw new AskonceError("IDENTITY_LINK_NOT_FOUND");
      const states = { confirm: "linked", reject: "rejected", undo: "undone" } as const;
      const decided: IdentityLink = { ...link, state: states[input.decision], decidedAt: instant(), decidedBy: agentId };
      seed.known.links = seed.known.links.map((each) => (each.id === link.id ? decided : each));
      return decided;
    },
    "measures.repeatAsk": ({ input }: { input: { dimension: RepeatAskDimension; days: number } }): RepeatAskRate => ({
      metric: "repeat_ask_rate@1",
      dimension: input.dimension,
      items: (seed.known.asked[input.dimension] ?? []).map(([value, name, asked, known]) => ({ value, name, asked, known, ...wilson(asked, known) })),
      days: seed.known.days.slice(-input.days),
    }),
  };
}

/** Wilson's interval at 95 %. */
function wilson(asked: number, known: number): { rate: number | null; low: number | null; high: number | null } {
  if (asked === 0) return { rate: null, low: null, high: null };
  const z = 1.96;
  const rate = known / asked;
  const middle = (rate + (z * z) / (2 * asked)) / (1 + (z * z) / asked);
  const half = (z * Math.sqrt((rate * (1 - rate)) / asked + (z * z) / (4 * asked * asked))) / (1 + (z * z) / asked);
  return { rate, low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}

function packetOf(ticket: Ticket, { id, purpose, fromName, note, at }: Pick<HandOver, "id" | "purpose" | "fromName" | "note" | "at">): ContextPacket {
  return {
    version: 1,
    id: `pkt_${id}`,
    shopId: "shop_1",
    purpose,
    issuedAt: at,
    expiresAt: at,
    from: { kind: "agent", id: null, name: fromName },
    note,
    ticket: { id: ticket.id, number: ticket.number, subject: ticket.subject, status: ticket.status, language: ticket.language, channels: ["email"] },
    customer: null,
    facts: [],
    order: null,
    otherOrders: [],
    incidents: [],
    promises: [],
    tried: [],
    openQuestions: [],
    lastMessages: [],
    truncated: [],
  };
}
