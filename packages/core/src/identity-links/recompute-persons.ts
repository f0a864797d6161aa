import type { UnitOfWork } from "../storage/store.ts";

/** More than one person ever is; a chain this long is a mistake that is not made worse. */
const mostCustomers = 200;

/**
 * Gives everybody who is connected with these customers by links that stand the same person, and those who are connected with nobody none. It
 * follows from the links alone, so that taking one back leaves exactly what the others say.
 */
export async function recomputePersons(unit: UnitOfWork, shopId: string, customerIds: readonly string[]): Promise<void> {
  const done = new Set<string>();
  for (const start of customerIds) {
    if (done.has(start)) continue;
    const group = await connected(unit, shopId, start);
    for (const id of group) done.add(id);
    const personId = group.length > 1 ? ([...group].sort()[0] ?? null) : null;
    await unit.database
      .updateTable("customers")
      .set({ person_id: personId })
      .where("shop_id", "=", shopId)
      .where("id", "in", group)
      .execute();
  }
}

async function connected(unit: UnitOfWork, shopId: string, start: string): Promise<string[]> {
  const group = [start];
  for (let index = 0; index < group.length && group.length < mostCustomers; index++) {
    const id = group[index] ?? start;
    const side = (own: "customer_id" | "other_customer_id", other: "customer_id" | "other_customer_id") =>
      unit.database
        .selectFrom("identity_links")
        .select(`${other} as id`)
        .where("shop_id", "=", shopId)
        .where(own, "=", id)
        .where("state", "=", "linked")
        .execute();
    for (const row of [...(await side("customer_id", "other_customer_id")), ...(await side("other_customer_id", "customer_id"))])
      if (!group.includes(row.id)) group.push(row.id);
  }
  return group;
}
