import type { IncidentDigest, IncidentKind } from "@askonce/spec";
import { dayNumber, isoWeekday, localDate } from "../calendars/local-date.ts";
import { zoneDays } from "../calendars/zone-days.ts";
import type { CheckGround } from "../parcels/check-order.ts";
import type { Leases } from "../work/leases.ts";
import type { StormCause } from "./storm-causes.ts";

const mostCauses = 30;

interface DigestRow {
  kind: IncidentKind;
  openedAt: number;
  causes: readonly StormCause[];
}

/**
 * Puts together what went wrong in the last whole week of the shop's zone, once. Dismissed incidents never were; one order counts as often as
 * it has problems.
 */
export async function makeDigest({ store, settings }: CheckGround, leases: Leases | null): Promise<void> {
  const now = store.agreedNow();
  const days = zoneDays(settings.zone);
  const today = days.dayOf(now);
  const thisMonday = today - (isoWeekday(today) - 1);
  const week = localDate(thisMonday - 7);
  const database = await store.ready();
  const known = await database
    .selectFrom("incident_digests")
    .select("week")
    .where("shop_id", "=", store.shopId)
    .where("week", "=", week)
    .executeTakeFirst();
  if (known || (leases && !(await leases.hold("digest")))) return;
  const begin = days.startOf(dayNumber(week));
  const before = days.startOf(dayNumber(week) - 7);
  const rows = await database
    .selectFrom("incidents")
    .select(["kind", "opened_at", "causes"])
    .where("shop_id", "=", store.shopId)
    .where("opened_at", ">=", before)
    .where("opened_at", "<", days.startOf(thisMonday))
    .where("state", "<>", "dismissed")
    .execute();
  const digest = digestOf(
    week,
    rows.map((row) => ({ kind: row.kind, openedAt: row.opened_at, causes: JSON.parse(row.causes) as StormCause[] })),
    begin,
  );
  await store.transact({ kind: "system" }, async (unit) => {
    const added = await unit.database
      .insertInto("incident_digests")
      .values({ shop_id: store.shopId, week, body: JSON.stringify(digest), made_at: now })
      .onConflict((conflict) => conflict.columns(["shop_id", "week"]).doNothing())
      .executeTakeFirst();
    if (added.numInsertedOrUpdatedRows) unit.emit("incident_digest.created", { kind: "incident_digest", id: week }, { week });
  });
}

/** @param begin of the week, in milliseconds; rows before it are of the week before */
function digestOf(week: string, rows: readonly DigestRow[], begin: number): IncidentDigest {
  const counts = new Map<string, IncidentDigest["causes"][number] & { count: number }>();
  for (const { kind, openedAt, causes } of rows) {
    for (const { cause, causeName } of causes) {
      const key = JSON.stringify([cause, causeName, kind]);
      const entry = counts.get(key) ?? { cause, causeName: causeName.slice(0, 300), kind, count: 0, countBefore: 0 };
      if (openedAt >= begin) entry.count++;
      else entry.countBefore++;
      counts.set(key, entry);
    }
  }
  const incidents = rows.filter((row) => row.openedAt >= begin).length;
  return {
    week,
    incidents,
    incidentsBefore: rows.length - incidents,
    causes: [...counts.values()]
      .filter((entry) => entry.count > 0)
      .sort((one, other) => other.count - one.count || (one.causeName < other.causeName ? -1 : 1))
      .slice(0, mostCauses),
  };
}
