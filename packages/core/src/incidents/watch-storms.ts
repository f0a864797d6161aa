import type { Selectable } from "kysely";
import type { CheckGround } from "../parcels/check-order.ts";
import { fromInstant } from "../platform/instants.ts";
import type { UnitOfWork } from "../storage/store.ts";
import type { Tables } from "../storage/tables.ts";
import type { Leases } from "../work/leases.ts";
import { toIncidentGroup } from "./incidents.sql.ts";
import type { StormCause } from "./storm-causes.ts";
import { forgetExposure, readExposure } from "./storm-exposure.sql.ts";
import { exposedCauses, exposureKey } from "./storm-exposure.ts";
import type { StormSample } from "./storm-rates.ts";
import { defaultStormPolicy, detectStorms, type StormChange } from "./storms.ts";

/** How far back the search reads is bounded in rows, too: a shop with more has a storm in any case. */
const mostSamples = 20_000;

const longEnoughMs = 14 * 24 * 3_600_000;

/** Looks for many incidents of one cause. Running it twice at one moment changes nothing. */
export async function watchStorms(ground: CheckGround, leases: Leases | null): Promise<void> {
  const { store, platform, settings } = ground;
  const policy = { ...defaultStormPolicy, ...settings.storms };
  const database = await store.ready();
  if (leases && !(await leases.hold("storms"))) return;
  const now = store.agreedNow();
  await forgetExposure(store, now);
  const groups = await database
    .selectFrom("incident_groups")
    .selectAll()
    .where("shop_id", "=", store.shopId)
    .where("state", "=", "open")
    .execute();
  const longestWindowMs = Math.max(policy.windowMs, policy.longWindowMs);
  const from = Math.min(now, ...groups.map((group) => group.began_at)) - policy.historyMs - longestWindowMs;
  const rows = await database
    .selectFrom("incidents")
    .select(["id", "kind", "order_ref", "opened_at", "group_id", "causes"])
    .where("shop_id", "=", store.shopId)
    .where("opened_at", ">=", from)
    .where("state", "<>", "dismissed")
    .orderBy("opened_at", "desc")
    .limit(mostSamples)
    .execute();
  if (rows.length === 0) return;
  const samples = rows.map(toSample);
  const first = await database
    .selectFrom("incidents")
    .select(({ fn }) => fn.min("opened_at").as("at"))
    .where("shop_id", "=", store.shopId)
    .executeTakeFirst();
  const recordedSince = Number(first?.at ?? now);
  const watched = watchedCauses(samples, groups, now - longestWindowMs, policy.minimumCount);
  const exposure = await readExposure(database, store.shopId, watched, from, now);
  const isLongEnough = exposure !== null && exposure.since <= Math.max(recordedSince, now - longEnoughMs);
  const changes = detectStorms({
    samples,
    open: groups.map(toIncidentGroup),
    now,
    recordedSince,
    // Of a shop that is older than this count the incidents alone are judged, until there is enough of it.
    exposure: isLongEnough ? exposure : undefined,
    zone: settings.zone,
    policy: settings.storms,
  });
  if (changes.length === 0) return;
  await store.transact({ kind: "system" }, async (unit) => {
    for (const change of changes) await applyStorm(unit, store.shopId, () => platform.createId("grp"), change, groups);
  });
}

type OpenGroup = Selectable<Tables["incident_groups"]>;
type SampleRow = Pick<Selectable<Tables["incidents"]>, "id" | "kind" | "order_ref" | "opened_at" | "group_id" | "causes">;

function toSample(row: SampleRow): StormSample {
  return {
    incidentId: row.id,
    kind: row.kind,
    orderRef: row.order_ref,
    openedAt: row.opened_at,
    groupId: row.group_id,
    causes: JSON.parse(row.causes) as StormCause[],
  };
}

/** The causes whose parcels have to be counted: those of open storms and those that could become one, the most frequent first. */
function watchedCauses(samples: readonly StormSample[], groups: readonly OpenGroup[], from: number, fewest: number): StormCause[] {
  const counts = new Map<string, { cause: StormCause; count: number }>();
  const isOpen = new Set(groups.map((group) => exposureKey({ cause: group.cause, causeName: group.cause_name })));
  for (const sample of samples) {
    const isRecent = sample.openedAt > from;
    const isOfStorm = sample.causes.some((cause) => isOpen.has(exposureKey(cause)));
    if (!isRecent && !isOfStorm) continue;
    for (const cause of exposedCauses(sample.causes)) {
      const key = exposureKey(cause);
      const entry = counts.get(key) ?? { cause, count: isOpen.has(key) ? Number.POSITIVE_INFINITY : 0 };
      entry.count += 1;
      counts.set(key, entry);
    }
  }
  const enough = [...counts.values()].filter(({ count }) => count >= fewest);
  return enough.toSorted((one, other) => (one.count === other.count ? 0 : other.count - one.count)).map(({ cause }) => cause);
}

async function applyStorm(
  unit: UnitOfWork,
  shopId: string,
  createId: () => string,
  change: StormChange,
  groups: readonly OpenGroup[],
): Promise<void> {
  if (change.change === "end") {
    await unit.database
      .updateTable("incident_groups")
      .set({ state: "over" })
      .where("shop_id", "=", shopId)
      .where("id", "=", change.groupId)
      .execute();
    unit.emit("incident_group.closed", { kind: "incident_group", id: change.groupId }, { groupId: change.groupId });
    return;
  }
  const groupId = change.change === "begin" ? createId() : change.groupId;
  if (change.change === "begin") {
    const { group } = change;
    await unit.database
      .insertInto("incident_groups")
      .values({
        shop_id: shopId,
        id: groupId,
        kind: group.kind,
        cause: group.cause,
        cause_name: group.causeName.slice(0, 300),
        state: "open",
        incident_count: group.incidentCount,
        expected_count: group.expectedCount,
        false_alarms_per_year: group.falseAlarmsPerYear,
        began_at: fromInstant(group.beganAt),
        last_incident_at: fromInstant(group.lastIncidentAt),
      })
      .execute();
    unit.emit("incident_group.opened", { kind: "incident_group", id: groupId }, { groupId, kind: group.kind, cause: group.cause });
  } else {
    const before = groups.find((group) => group.id === groupId);
    if (before && before.incident_count === change.incidentCount) return;
    await unit.database
      .updateTable("incident_groups")
      .set({
        incident_count: change.incidentCount,
        expected_count: change.expectedCount,
        last_incident_at: fromInstant(change.lastIncidentAt),
      })
      .where("shop_id", "=", shopId)
      .where("id", "=", groupId)
      .execute();
  }
  for (let start = 0; start < change.incidentIds.length; start += 500) {
    await unit.database
      .updateTable("incidents")
      .set({ group_id: groupId })
      .where("shop_id", "=", shopId)
      .where("id", "in", change.incidentIds.slice(start, start + 500))
      .where("group_id", "is", null)
      .execute();
  }
}
