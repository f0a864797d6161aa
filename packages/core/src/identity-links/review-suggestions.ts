import type { IdentityEvidence } from "@askonce/spec";
import { contactPointsOf, customerRow } from "../customers/customers.sql.ts";
import type { UnitOfWork } from "../storage/store.ts";
import { isOtherName, isSharedMailbox, mailboxOf, scoreLink, suggestedFrom } from "./score-link.ts";

type Contact = Awaited<ReturnType<typeof contactPointsOf>>[number];

const fromContacts: ReadonlySet<IdentityEvidence["kind"]> = new Set(["sameEmail", "sameMailbox", "samePhone", "sharedMailbox"]);

/**
 * Looks at a customer's suggestions again when an address is no longer theirs. One that nothing speaks for any more is taken away, as nobody has
 * decided on it; what an agent decided stays.
 */
export async function reviewSuggestions(unit: UnitOfWork, shopId: string, customerId: string): Promise<void> {
  const side = (column: "customer_id" | "other_customer_id") =>
    unit.database
      .selectFrom("identity_links")
      .selectAll()
      .where("shop_id", "=", shopId)
      .where(column, "=", customerId)
      .where("state", "=", "suggested")
      .execute();
  for (const row of [...(await side("customer_id")), ...(await side("other_customer_id"))]) {
    const contacts = await contactPointsOf(unit.database, shopId, [row.customer_id, row.other_customer_id]);
    const shared = inCommon(
      contacts.filter((contact) => contact.customer_id === row.customer_id),
      contacts.filter((contact) => contact.customer_id === row.other_customer_id),
    );
    const before = JSON.parse(row.evidence) as IdentityEvidence[];
    const evidence = [...before.filter((one) => !fromContacts.has(one.kind)), ...shared];
    const [one, other] = [
      await customerRow(unit.database, shopId, row.customer_id),
      await customerRow(unit.database, shopId, row.other_customer_id),
    ];
    const score = scoreLink(evidence, { differently: Boolean(one.name && other.name && isOtherName(one.name, other.name)) });
    if (score < suggestedFrom)
      await unit.database.deleteFrom("identity_links").where("shop_id", "=", shopId).where("id", "=", row.id).execute();
    else
      await unit.database
        .updateTable("identity_links")
        .set({ score, evidence: JSON.stringify(evidence) })
        .where("shop_id", "=", shopId)
        .where("id", "=", row.id)
        .execute();
  }
}

function inCommon(ones: readonly Contact[], others: readonly Contact[]): IdentityEvidence[] {
  const kinds = new Map<IdentityEvidence["kind"], IdentityEvidence>();
  for (const one of ones) {
    for (const other of others) {
      if (one.kind !== other.kind || (one.kind !== "email" && one.kind !== "phone")) continue;
      const isSame = one.normalized === other.normalized;
      if (!isSame && (one.kind === "phone" || mailboxOf(one.normalized) !== mailboxOf(other.normalized))) continue;
      const kind = one.kind === "phone" ? "samePhone" : isSame ? "sameEmail" : "sameMailbox";
      kinds.set(kind, { kind, detail: one.kind });
      if (one.kind === "email" && isSharedMailbox(one.normalized)) kinds.set("sharedMailbox", { kind: "sharedMailbox", detail: "email" });
    }
  }
  return [...kinds.values()];
}
