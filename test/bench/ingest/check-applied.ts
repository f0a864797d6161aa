import { type Kysely, sql } from "kysely";
import { countOf } from "./check-stored.ts";
import type { Delivery } from "./deliveries.ts";

/** What was found when the orders were compared with the newest change of each that was sent. */
export interface AppliedFindings {
  /** Orders that are not at their newest version. */
  behind: number;
  /** Changes that took effect more than once: events of one order and one version. */
  doubleEffects: number;
  /** Events that were given up or still wait. */
  unsettled: number;
}

export async function checkApplied(database: Kysely<unknown>, deliveries: readonly Delivery[]): Promise<AppliedFindings> {
  const newest = new Map<string, number>();
  for (const { ref, version } of deliveries) newest.set(ref, Math.max(newest.get(ref) ?? 0, version));
  const { rows } = await sql<{ ref: string; version: number | string }>`select ref, version from orders where shop_id = 'default'`.execute(
    database,
  );
  const stored = new Map(rows.map(({ ref, version }) => [ref, Number(version)]));
  return {
    behind: [...newest].filter(([ref, version]) => stored.get(ref) !== version).length,
    doubleEffects: await countOf(
      database,
      sql`select coalesce(sum(times - 1), 0) as count from (select count(*) as times from events
        where shop_id = 'default' and type = 'order.updated' group by data having count(*) > 1) repeated`,
    ),
    unsettled: await countOf(
      database,
      sql`select count(*) as count from inbox where shop_id = 'default' and state in ('pending', 'failed')`,
    ),
  };
}
