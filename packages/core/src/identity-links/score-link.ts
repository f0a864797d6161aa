import { foldText, type IdentityEvidence } from "@askonce/spec";

/**
 * How much each thing says, of 100. A phone by itself says too little: families and shops share one. The weights are judgement, not
 * measurement; what they decide is only what an agent is asked.
 */
const weights: Readonly<Record<IdentityEvidence["kind"], number>> = {
  agent: 100,
  sameEmail: 80,
  sameMailbox: 60,
  sameOrder: 50,
  samePhone: 45,
  sameName: 25,
  samePostcode: 15,
  sharedMailbox: -50,
};

/** From here on a link is suggested, of 100. */
export const suggestedFrom = 50;

/** What several people of one home have in common. */
const ofAHome: ReadonlySet<IdentityEvidence["kind"]> = new Set(["samePhone", "samePostcode"]);

/**
 * How likely two customers are one person, of 100. Each kind counts once.
 *
 * @param named.differently whether both have a name and the one is not the other: then a phone and a postcode are those of a family
 */
export function scoreLink(evidence: readonly IdentityEvidence[], named: { differently: boolean }): number {
  const kinds = new Set(evidence.map((one) => one.kind).filter((kind) => !(named.differently && ofAHome.has(kind))));
  const sum = [...kinds].reduce((total, kind) => total + weights[kind], 0);
  return Math.max(0, Math.min(99, sum));
}

/** The same words in any order: "Pop Ana" is Ana Pop. One word is too common to say anything. */
export function isSameName(one: string, other: string): boolean {
  const words = (text: string) => wordsOf(text).sort().join(" ");
  return words(one) === words(other) && words(one).includes(" ");
}

/** Whether two names are those of two people: "Ana Pop" and "Ion Pop" are, "Ana Pop" and "A. M. Pop" or "Ana" need not be. */
export function isOtherName(one: string, other: string): boolean {
  const [short, long] = [wordsOf(one), wordsOf(other)].sort((first, second) => first.length - second.length);
  if (!short || !long || short.length === 0) return false;
  const left = [...long];
  for (const word of short) {
    const at = left.findIndex((candidate) => candidate === word || isInitial(word, candidate) || isInitial(candidate, word));
    if (at === -1) return true;
    left.splice(at, 1);
  }
  return false;
}

const isInitial = (letter: string, word: string) => letter.length === 1 && word.startsWith(letter);
const wordsOf = (name: string) =>
  foldText(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");

const sharedNames = new Set([
  ...["admin", "billing", "contact", "family", "hello", "help", "info", "mail", "office", "orders", "sales", "shop", "support", "team"],
  ...["accounting", "customerservice", "marketing", "noreply", "reception", "secretary", "service"],
  ...["amministrazione", "acquisti", "commerciale", "contatti", "famiglia", "negozio", "ordini", "segreteria", "ufficio", "vendite"],
  ...["assistenza", "clienti", "contabilita", "magazzino", "prenotazioni", "reception"],
  ...["achizitii", "birou", "comenzi", "familia", "magazin", "receptie", "secretariat", "vanzari"],
  ...["clienti", "contabilitate", "depozit", "facturare", "facturi", "suport"],
]);

/** Whether an address is likely read by several people: `office@`, `comenzi@`. */
export function isSharedMailbox(email: string): boolean {
  const local = email.slice(0, email.lastIndexOf("@")).split("+")[0] ?? "";
  return sharedNames.has(foldText(local).replace(/[^a-z]/g, ""));
}

/** The mailbox of an address: without what follows a plus sign, which the reader of the mail made up. */
export function mailboxOf(email: string): string {
  const at = email.lastIndexOf("@");
  return `${email.slice(0, at).split("+")[0]}${email.slice(at)}`;
}
