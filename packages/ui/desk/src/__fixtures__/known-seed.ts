import type { ContextPacket, ContextFact, DraftCheck, HandOver, IdentityLink, Question, RepeatAskDimension, RepeatAskRate } from "@askonce/spec";

const day = 86_400_000;

/** What is known beside the tickets, and how the faked guard behaves. */
export interface KnownSeed {
  mode: DraftCheck["mode"];
  /** The reasons why replies were sent although it objected. */
  insisted: string[];
  facts: ContextFact[];
  questions: Question[];
  links: IdentityLink[];
  handOvers: HandOver[];
  /** Those that were signed for another system. */
  packets: ContextPacket[];
  /** The counts of the repeat-ask rate, by dimension and value. */
  asked: Partial<Record<RepeatAskDimension, [value: string, name: string | null, asked: number, known: number][]>>;
  days: RepeatAskRate["days"];
}

export function createKnown(at: (agoMs: number) => string): KnownSeed {
  const fact = (id: string, key: ContextFact["key"], value: string, extra: Partial<ContextFact> = {}): ContextFact => ({
    id,
    ticketId: "tkt_1042",
    customerId: "cus_1042",
    key,
    value,
    source: { kind: "message", ref: "msg_1042_000", excerpt: "Comanda #10482" },
    at: at(3 * day),
    assurance: "orderMatched",
    freshUntil: null,
    supersededById: null,
    ageMs: 3 * day,
    stale: false,
    contradicted: false,
    ...extra,
  });
  return {
    mode: "warn",
    insisted: [],
    facts: [
      fact("fct_1", "orderNumber", "10482"),
      fact("fct_2", "problem", "Al doilea colet nu a ajuns", { source: { kind: "message", ref: "msg_1042_000", excerpt: "nu a ajuns" } }),
      fact("fct_5", "wantedOutcome", "replacement", { source: { kind: "form", ref: "rep_1", excerpt: null } }),
      fact("fct_3", "postcode", "400174", { source: { kind: "order", ref: "woocommerce:10482", excerpt: null }, contradicted: true }),
      fact("fct_4", "postcode", "400347", { contradicted: true, assurance: "claimed" }),
    ],
    questions: [
      {
        id: "que_1",
        ticketId: "tkt_1042",
        messageId: "msg_1042_001",
        key: "photoOfLabel",
        verdict: "unknown",
        askedAt: at(day),
        askedBy: "agt_marco",
        channel: "email",
        wasKnown: false,
        sentAnyway: null,
        answeredByFactId: null,
        answeredAt: null,
      },
    ],
    links: [
      {
        id: "lnk_1",
        customerId: "cus_1042",
        otherCustomerId: "cus_900",
        otherName: "Ioana Marinescu-Pop",
        state: "suggested",
        score: 0.8,
        evidence: [
          { kind: "samePhone", detail: "" },
          { kind: "sameName", detail: "" },
        ],
        createdAt: at(day),
        decidedAt: null,
        decidedBy: null,
      },
    ],
    packets: [],
    handOvers: [
      {
        id: "hov_1",
        ticketId: "tkt_1042",
        purpose: "shift",
        fromName: "Marco Bianchi",
        toAgentId: null,
        note: "Curierul sună înapoi până la prânz.",
        at: at(2 * 3_600_000),
      },
    ],
    asked: {
      all: [["all", null, 412, 26]],
      agent: [
        ["agt_elena", "Elena Popescu", 168, 4],
        ["agt_marco", "Marco Bianchi", 131, 17],
        ["system", null, 104, 5],
        ["agt_sam", "Sam Whitfield", 9, 0],
      ],
      channel: [
        ["email", null, 300, 21],
        ["chat", null, 112, 5],
      ],
      key: [
        ["orderNumber", null, 190, 18],
        ["photoOfItem", null, 120, 2],
        ["returns.label", null, 102, 6],
      ],
      reason: [["damaged", null, 60, 9]],
      template: [],
    },
    days: Array.from({ length: 28 }, (_, index) => {
      const weekday = index % 7;
      const asked = weekday > 4 ? 4 : 16 + ((index * 7) % 11);
      return { day: at((27 - index) * day).slice(0, 10), asked, known: (index * 5) % 4 === 0 ? 2 : index % 3 === 0 ? 1 : 0 };
    }),
  };
}
