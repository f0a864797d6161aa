import { foldText, type IdentityEvidence, type IdentityLink } from "@askonce/spec";
import type { Selectable } from "kysely";
import { customerRow } from "../customers/customers.sql.ts";
import type { Platform } from "../platform/platform.ts";
import type { Store, UnitOfWork } from "../storage/store.ts";
import type { Tables } from "../storage/tables.ts";
import { isOtherName, isSameName, isSharedMailbox, mailboxOf, scoreLink, suggestedFrom } from "./score-link.ts";

type Contact = Pick<Selectable<Tables["contact_points"]>, "customer_id" | "kind" | "normalized">;

/** An address that many have says nothing about any of them. */
const mostOwners = 5;

/**
 * Looks for customers who may be the same person, by what they have in common, and suggests the link. A pair that was decided on before is left
 * as it was decided.
 */
export async function suggestLinks(unit: UnitOfWork, store: Store, platform: Platform, customerId: string): Promise<void> {
  const own = await contactsOf(unit, store.shopId, [customerId]);
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

/**
 * The same for an order that somebody named with a second detail of it, when it belongs to another customer.
 *
 * @param ownerIds the customers whose order it is
 */
export async function suggestBySameOrder(
  unit: UnitOfWork,
  store: Store,
  platform: Platform,
  customerId: string,
  ownerIds: readonly string[],
): Promise<void> {
  const others = ownerIds.filter((id) => id !== customerId);
  if (others.length !== 1) return;
  await writeSuggestions(unit, store, platform, customerId, new Map(others.map((id) => [id, [{ kind: "sameOrder", detail: "order" }]])));
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
  const variants = await linked
    .where((where) =>
      where.or([
        where("normalized", "=", mailbox),
        // "," is the character after "+": the range holds what begins with the name and a plus sign.
        where.and([
          where("normalized", ">=", `${local}+`),
          where("normalized", "<", `${local},`),
          // Other people's addresses that begin alike do not use up the limit.
          where("normalized", "like", `%${mailbox.slice(mailbox.lastIndexOf("@")).replace(/[%_\\]/g, "_")}`),
        ]),
      ]),
    )
    .execute();
  if (variants.length > mostOwners) return found;
  for (const row of variants)
    if (mailboxOf(row.normalized) === mailbox && !found.has(row.customer_id)) found.set(row.customer_id, "sameMailbox");
  return found;
}

async function writeSuggestions(
  unit: UnitOfWork,
  store: Store,
  platform: Platform,
  customerId: string,
  candidates: ReadonlyMap<string, readonly IdentityEvidence[]>,
): Promise<void> {
  if (candidates.size === 0) return;
  const { name } = await customerRow(unit.database, store.shopId, customerId);
  for (const [otherId, found] of candidates) {
    const other = await customerRow(unit.database, store.shopId, otherId);
    const evidence: IdentityEvidence[] = [...found];
    if (name && other.name && isSameName(name, other.name)) evidence.push({ kind: "sameName", detail: "name" });
    if (await sharesPostcode(unit, store.shopId, customerId, otherId)) evidence.push({ kind: "samePostcode", detail: "postcode" });
    const differently = Boolean(name && other.name && isOtherName(name, other.name));
    await suggest(unit, store, platform, { customerId, otherId, evidence, differently });
  }
}

async function sharesPostcode(unit: UnitOfWork, shopId: string, customerId: string, otherId: string): Promise<boolean> {
  const rows = await unit.database
    .selectFrom("facts")
    .select(["customer_id", "value_normalized"])
    .where("shop_id", "=", shopId)
    .where("customer_id", "in", [customerId, otherId])
    .where("key", "=", "postcode")
    .limit(50)
    .execute();
  const own = new Set(rows.filter((row) => row.customer_id === customerId).map((row) => row.value_normalized));
  return rows.some((row) => row.customer_id === otherId && own.has(row.value_normalized));
}

interface Pair {
  customerId: string;
  otherId: string;
  evidence: readonly IdentityEvidence[];
  differently: boolean;
}

async function suggest(
  unit: UnitOfWork,
  store: Store,
  platform: Platform,
  { customerId, otherId, evidence, differently }: Pair,
): Promise<void> {
  const { database } = unit;
  const [first, second] = customerId < otherId ? [customerId, otherId] : [otherId, customerId];
  const known = await database
    .selectFrom("identity_links")
    .selectAll()
    .where("shop_id", "=", store.shopId)
    .where("customer_id", "=", first)
    .where("other_customer_id", "=", second)
    .executeTakeFirst();
  // What an agent has decided is not asked again.
  if (known && known.state !== "suggested") return;
  const before = known ? (JSON.parse(known.evidence) as IdentityLink["evidence"]) : [];
  const all = [...before, ...evidence.filter((one) => !before.some((other) => other.kind === one.kind && other.detail === one.detail))];
  const score = scoreLink(all, { differently });
  if (score < suggestedFrom) return;
  if (known) {
    if (all.length === before.length) return;
    await database
      .updateTable("identity_links")
      .set({ score, evidence: JSON.stringify(all) })
      .where("shop_id", "=", store.shopId)
      .where("id", "=", known.id)
      .execute();
    return;
  }
  const linkId = platform.createId("lnk");
  await database
    .insertInto("identity_links")
    .values({
      shop_id: store.shopId,
      id: linkId,
      customer_id: first,
      other_customer_id: second,
      state: "suggested",
      score,
      evidence: JSON.stringify(all),
      created_at: platform.clock.now(),
      decided_at: null,
      decided_by: null,
    })
    .execute();
  unit.emit(
    "identity_link.suggested",
    { kind: "customer", id: first },
    { linkId, customerId: first, otherCustomerId: second, score: score / 100 },
  );
}

async function contactsOf(unit: UnitOfWork, shopId: string, customerIds: readonly string[]): Promise<Contact[]> {
  return unit.database
    .selectFrom("contact_points")
    .select(["customer_id", "kind", "normalized"])
    .where("shop_id", "=", shopId)
    .where("customer_id", "in", [...customerIds])
    .where("unlinked_at", "is", null)
    .limit(50)
    .execute();
}
