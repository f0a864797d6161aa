import type { IdentityEvidence, IdentityLink } from "@askonce/spec";
import { customerRow } from "../customers/customers.sql.ts";
import type { Platform } from "../platform/platform.ts";
import type { Store, UnitOfWork } from "../storage/store.ts";
import { isOtherName, isSameName, scoreLink, suggestedFrom } from "./score-link.ts";

/**
 * Suggests the links that the evidence is enough for, with what the names and postcodes of the two say besides. A pair that was decided on before
 * is left as it was decided.
 *
 * @param candidates by the other customer's id
 */
export async function writeSuggestions(
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
