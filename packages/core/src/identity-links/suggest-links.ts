import type { IdentityEvidence } from "@askonce/spec";
import type { Selectable } from "kysely";
import type { Platform } from "../platform/platform.ts";
import type { Store, UnitOfWork } from "../storage/store.ts";
import type { Tables } from "../storage/tables.ts";
import { isSharedMailbox, mailboxOf } from "./score-link.ts";
import { writeSuggestions } from "./write-suggestions.ts";

type Contact = Pick<Selectable<Tables["contact_points"]>, "customer_id" | "kind" | "normalized">;

/** An address that many have says nothing about any of them. */
const mostOwners = 5;

/**
 * Looks for customers who may be the same person, by what they have in common, and suggests the link. A pair that was decided on before is left
 * as it was decided.
 */
export async function suggestLinks(unit: UnitOfWork, store: Store, platform: Platform, customerId: string): Promise<void> {
  const own = await contactsOf(unit, store.shopId, customerId);
  const evidence = new Map<string, IdentityEvidence[]>();
  const add = (otherId: string, one: IdentityEvidence) => evidence.set(otherId, [...(evidence.get(otherId) ?? []), one]);
  for (const contact of own) {
    for (const [otherId, found] of await sharing(unit, store.shopId, customerId, contact)) {
      add(otherId, { kind: found, detail: contact.kind });
      if (contact.kind === "email" && isSharedMailbox(contact.normalized)) add(otherId, { kind: "sharedMailbox", detail: contact.kind });
    }
  }
  await writeSuggestions(unit, store, platform, customerId, evidence);
}

/** Who else has an address, and in which way it is the same. */
async function sharing(
  unit: UnitOfWork,
  shopId: string,
  customerId: string,
  contact: Contact,
): Promise<Map<string, IdentityEvidence["kind"]>> {
  const found = new Map<string, IdentityEvidence["kind"]>();
  if (contact.kind !== "email" && contact.kind !== "phone") return found;
  const linked = unit.database
    .selectFrom("contact_points")
    .select(["customer_id", "normalized"])
    .where("shop_id", "=", shopId)
    .where("kind", "=", contact.kind)
    .where("customer_id", "<>", customerId)
    .where("unlinked_at", "is", null)
    .limit(mostOwners + 1);
  const same = await linked.where("normalized", "=", contact.normalized).execute();
  if (same.length <= mostOwners) for (const row of same) found.set(row.customer_id, contact.kind === "email" ? "sameEmail" : "samePhone");
  if (contact.kind === "phone") return found;
  const mailbox = mailboxOf(contact.normalized);
  const local = mailbox.slice(0, mailbox.lastIndexOf("@"));
  const variants = await linked.where("normalized", "=", mailbox).execute();
  // Apart from the one before: for both in one, PostgreSQL would read everybody's addresses.
  const tagged = await linked
    // "," is the character after "+": the range holds what begins with the name and a plus sign.
    .where("normalized", ">=", `${local}+`)
    .where("normalized", "<", `${local},`)
    // Other people's addresses that begin alike do not use up the limit.
    .where("normalized", "like", `%${mailbox.slice(mailbox.lastIndexOf("@")).replace(/[%_\\]/g, "_")}`)
    .execute();
  variants.push(...tagged);
  if (variants.length > mostOwners) return found;
  for (const row of variants)
    if (mailboxOf(row.normalized) === mailbox && !found.has(row.customer_id)) found.set(row.customer_id, "sameMailbox");
  return found;
}

async function contactsOf(unit: UnitOfWork, shopId: string, customerId: string): Promise<Contact[]> {
  return unit.database
    .selectFrom("contact_points")
    .select(["customer_id", "kind", "normalized"])
    .where("shop_id", "=", shopId)
    .where("customer_id", "=", customerId)
    .where("unlinked_at", "is", null)
    .limit(50)
    .execute();
}
