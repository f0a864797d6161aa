import type { Context, IdentityLink, Question } from "@askonce/spec";
import { lateSplit, undecided } from "./contexts.ts";
import { fact, ticket } from "./parts.ts";

function question(key: Question["key"], extra: Partial<Question> = {}): Question {
  return {
    id: `que_${key}`,
    ticketId: "tkt_318",
    messageId: "msg_2",
    key,
    verdict: "unknown",
    askedAt: "2026-11-20T09:00:00Z",
    askedBy: "agt_ioana",
    channel: "email",
    wasKnown: false,
    sentAnyway: null,
    answeredByFactId: null,
    answeredAt: null,
    ...extra,
  };
}

function identityLink(id: string, otherName: string | null, extra: Partial<IdentityLink> = {}): IdentityLink {
  return {
    id,
    customerId: "cus_ioana",
    otherCustomerId: `cus_of_${id}`,
    otherName,
    state: "suggested",
    score: 0.7,
    evidence: [{ kind: "sameName", detail: "written alike" }],
    createdAt: "2026-11-20T09:00:00Z",
    decidedAt: null,
    decidedBy: null,
    ...extra,
  };
}

/** The names that go with the agents of these contexts. */
export const agentNames = { agt_ioana: "Ioana Radu" };

/** Handed over, with facts that agree, disagree and are old, with questions that wait and people who may be one. */
export const handedOver: Context = {
  ...lateSplit,
  ticket: ticket(511, "Al doilea colet"),
  facts: [
    fact("problem", "Ceainicul nu a ajuns", { source: { kind: "message", ref: "msg_1", excerpt: "ceainicul nu a ajuns" } }),
    fact("orderNumber", "10482", { source: { kind: "message", ref: "msg_1", excerpt: "comanda #10482" } }),
    fact("orderNumber", "10482", { id: "fact_o2", source: { kind: "order", ref: "woocommerce:10482", excerpt: null }, assurance: "orderMatched" }),
    fact("postcode", "400174", { id: "fact_p1", source: { kind: "order", ref: "woocommerce:10482", excerpt: null }, contradicted: true, assurance: "orderMatched" }),
    fact("postcode", "400347", { id: "fact_p2", source: { kind: "message", ref: "msg_1", excerpt: "la codul 400347" }, contradicted: true }),
    fact("deliveryDate", "2026-11-24", {
      source: { kind: "carrier", ref: "sameday:1ONBLN207683519", excerpt: null },
      at: "2026-11-16T08:14:00Z",
      ageMs: 5 * 86_400_000,
      freshUntil: "2026-11-17T08:14:00Z",
      stale: true,
    }),
    fact("tried", "A sunat curierul de două ori", { source: { kind: "message", ref: "msg_1", excerpt: "am sunat de două ori" } }),
  ],
  openQuestions: [
    question("photoOfLabel"),
    question("phone", { askedBy: "system", wasKnown: true }),
    question("email", { askedBy: "agt_gone", wasKnown: true, sentAnyway: "Adresa veche nu mai merge" }),
  ],
  identityLinks: [
    identityLink("lnk_weak", "I. Marinescu", { score: 0.55 }),
    identityLink("lnk_strong", "Ioana Marinescu-Pop", {
      score: 0.9,
      evidence: [
        { kind: "samePhone", detail: "ends in 014" },
        { kind: "sameName", detail: "Ioana Marinescu" },
      ],
    }),
    identityLink("lnk_done", "Ioana M.", {
      state: "linked",
      evidence: [{ kind: "sameMailbox", detail: "" }],
      decidedAt: "2026-11-20T09:00:00Z",
      decidedBy: "agt_ioana",
    }),
    identityLink("lnk_not", "Dan Marinescu", { state: "rejected", decidedAt: "2026-11-20T09:00:00Z", decidedBy: "agt_ioana" }),
  ],
  handOver: {
    id: "hov_1",
    ticketId: "tkt_511",
    purpose: "agent",
    fromName: "Ioana Radu",
    toAgentId: null,
    note: "Clienta așteaptă un telefon după ora 16.\nCurierul a promis un răspuns până la prânz.",
    at: "2026-11-21T08:20:00Z",
  },
};

/** Two orders fit what was written. */
export const unsure: Context = {
  ...undecided,
  ticket: ticket(512, "Lingurile sunt zgâriate"),
  orderChoice: "unsure",
  candidates: undecided.candidates.map((each) =>
    each.belongsToCustomer
      ? { ...each, evidence: [{ kind: "words", detail: "lingurile de lemn", messageId: "msg_3", at: "2026-11-21T09:00:00Z" }] }
      : each,
  ),
};
