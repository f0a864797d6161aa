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

const form = { kind: "form", ref: "rep_1", excerpt: "Ana are cioburi." } as const;
const fromOrder = { kind: "order", ref: "woocommerce:10482", excerpt: null } as const;
const fromParcel = { kind: "parcel", ref: "woocommerce:10482 1", excerpt: null } as const;

/** A broken item, reported on a form: much of what is known is a word or a time of ours, and some of it the customer's own. */
export const reported: Context = {
  ...handedOver,
  ticket: ticket(513, "Cana a ajuns spartă"),
  facts: [
    fact("problem", "damaged: Ana are cioburi.", { source: form, contradicted: true }),
    fact("problem", "late", { id: "fact_late", source: { kind: "incident", ref: "inc_1", excerpt: null }, assurance: "orderMatched", contradicted: true }),
    fact("problem", "damaged", { id: "fact_said", source: { kind: "message", ref: "msg_1", excerpt: "damaged" }, contradicted: true }),
    fact("damageExtent", "partly usable", { source: form }),
    fact("wantedOutcome", "replacement", { source: form }),
    fact("wantedOutcome", "un buono", { id: "fact_buono", source: { kind: "agent", ref: "agt_ioana", excerpt: null } }),
    fact("since", "2026-11-18T22:30:00Z", { source: { kind: "incident", ref: "inc_1", excerpt: null }, assurance: "orderMatched" }),
    fact("deliveryDate", "2026-11-24T15:00:00Z", { source: fromParcel, contradicted: true }),
    fact("deliveryDate", "2026-11-26", { id: "fact_day", source: { kind: "carrier", ref: "sameday:1ONB", excerpt: null }, contradicted: true }),
    fact("deliveryDate", "lunedì prossimo", { id: "fact_monday", contradicted: true }),
    fact("language", "ro", { source: fromOrder, assurance: "orderMatched" }),
    fact("paymentMethod", "refund", { source: fromOrder, assurance: "orderMatched" }),
  ],
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
