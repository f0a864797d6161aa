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

/** How likely two customers are one person, of 100. Each kind counts once. */
export function scoreLink(evidence: readonly IdentityEvidence[]): number {
  const kinds = new Set(evidence.map((one) => one.kind));
  const sum = [...kinds].reduce((total, kind) => total + weights[kind], 0);
  return Math.max(0, Math.min(99, sum));
}

const sharedNames = new Set([
  ...["admin", "billing", "contact", "family", "hello", "help", "info", "mail", "office", "orders", "sales", "shop", "support", "team"],
  ...["amministrazione", "acquisti", "commerciale", "contatti", "famiglia", "negozio", "ordini", "segreteria", "ufficio", "vendite"],
  ...["achizitii", "birou", "comenzi", "familia", "magazin", "receptie", "secretariat", "vanzari"],
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
