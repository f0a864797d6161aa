import { sql, type Transaction } from "kysely";
import type { Database, Store } from "../storage/store.ts";
import type { Tables } from "../storage/tables.ts";
import type { StormCause } from "./storm-causes.ts";
import { createExposure, type Exposure, type ExposureCount, exposureKey, exposureStep, exposureStepMs } from "./storm-exposure.ts";

/**
 * Exposure lives among the shop's counters, as `due:<era>:<cause>:<name>:<stretch>`. Stretches of one cause stand together, so a cause is read without
 * reading the others; an era of four weeks goes first, so that what is old is forgotten as one piece.
 */
const prefix = "due:";
const afterPrefix = "due;";
const stepsOfEra = 28 * 24;
const eraDigits = 5;
const stepDigits = 8;
/** A storm may be open for weeks, and what was usual before it is read as long as it is. */
const keptEras = 5;
const mostCauses = 200;
const causesAtOnce = 20;

const eraOf = (step: number) => Math.floor(step / stepsOfEra);
const padded = (number: number, digits: number) => String(number).padStart(digits, "0");
const nameOf = (era: number, cause: StormCause | null) => `${prefix}${padded(era, eraDigits)}:${exposureKey(cause)}:`;
const stepText = (step: number) => padded(step, stepDigits);

/** Counts one parcel at a moment (milliseconds since the epoch) by each of these causes, and among all. */
export async function countExposure(
  transaction: Transaction<Tables>,
  shopId: string,
  causes: readonly StormCause[],
  at: number,
): Promise<void> {
  const step = exposureStep(at);
  const names = [null, ...causes].map((cause) => nameOf(eraOf(step), cause) + stepText(step));
  await transaction
    .insertInto("shop_counters")
    .values([...new Set(names)].map((name) => ({ shop_id: shopId, name, value: 1 })))
    .onConflict((conflict) => conflict.columns(["shop_id", "name"]).doUpdateSet({ value: sql<number>`shop_counters.value + 1` }))
    .execute();
}

/**
 * What was counted of these causes, and of all, between two moments (milliseconds since the epoch); at most 200 causes, the first ones. `null` when
 * nothing was counted yet.
 */
export async function readExposure(
  database: Database,
  shopId: string,
  causes: readonly StormCause[],
  from: number,
  until: number,
): Promise<Exposure | null> {
  const oldest = await oldestName(database, shopId);
  if (oldest === null) return null;
  const between = { first: exposureStep(from), last: exposureStep(until) };
  const wanted = [null, ...causes.slice(0, mostCauses)];
  const counts: ExposureCount[] = [];
  for (let start = 0; start < wanted.length; start += causesAtOnce)
    counts.push(...(await readCauses(database, shopId, wanted.slice(start, start + causesAtOnce), between)));
  return createExposure(Number(oldest.slice(-stepDigits)) * exposureStepMs, counts);
}

/** The row of all parcels comes first in each era, so this is the first stretch that anything was counted in. */
async function oldestName(database: Database, shopId: string): Promise<string | null> {
  const row = await database
    .selectFrom("shop_counters")
    .select("name")
    .where("shop_id", "=", shopId)
    .where("name", ">=", prefix)
    .where("name", "<", afterPrefix)
    .orderBy("name")
    .limit(1)
    .executeTakeFirst();
  return row?.name ?? null;
}

async function readCauses(
  database: Database,
  shopId: string,
  causes: readonly (StormCause | null)[],
  { first, last }: { first: number; last: number },
): Promise<ExposureCount[]> {
  const ranges: { cause: StormCause | null; name: string }[] = [];
  for (const cause of causes) for (let era = eraOf(first); era <= eraOf(last); era += 1) ranges.push({ cause, name: nameOf(era, cause) });
  const rows = await database
    .selectFrom("shop_counters")
    .select(["name", "value"])
    .where((where) =>
      where.or(
        ranges.map(({ name }) =>
          where.and([
            // In each of them: SQLite looks for a range only by what stands beside it.
            where("shop_id", "=", shopId),
            where("name", ">=", name + stepText(first)),
            where("name", "<=", name + stepText(last)),
          ]),
        ),
      ),
    )
    .execute();
  const causeOf = new Map(ranges.map(({ cause, name }) => [name, cause]));
  return rows.flatMap(({ name, value }) => {
    // A longer name may begin with a shorter one.
    const cause = causeOf.get(name.slice(0, -stepDigits));
    return cause === undefined ? [] : [{ cause, step: Number(name.slice(-stepDigits)), parcels: Number(value) }];
  });
}

/** Forgets what is older than any search reads. */
export async function forgetExposure(store: Store, now: number): Promise<void> {
  const kept = `${prefix}${padded(eraOf(exposureStep(now)) - keptEras + 1, eraDigits)}`;
  const oldest = await oldestName(await store.ready(), store.shopId);
  if (oldest === null || oldest >= kept) return;
  await store.write((database) =>
    database.deleteFrom("shop_counters").where("shop_id", "=", store.shopId).where("name", ">=", prefix).where("name", "<", kept).execute(),
  );
}
