import type { CarrierAdapterV1 } from "@askonce/spec";
import type { Selectable, Updateable } from "kysely";
import type { Store, UnitOfWork } from "../storage/store.ts";
import type { Tables } from "../storage/tables.ts";

/** Makes sure that each connected courier has its row. */
export async function ensureCarrierStates(store: Store, carriers: readonly CarrierAdapterV1[]): Promise<void> {
  if (carriers.length === 0) return;
  await store.write((database) =>
    database
      .insertInto("carrier_states")
      .values(
        carriers.map((carrier) => ({
          shop_id: store.shopId,
          carrier_id: carrier.id,
          watermark: null,
          paused_until: 0,
          problem: null,
          last_answer_at: null,
          unknown_codes: "{}",
        })),
      )
      .onConflict((conflict) => conflict.columns(["shop_id", "carrier_id"]).doNothing())
      .execute(),
  );
}

export async function readCarrierState(store: Store, carrierId: string): Promise<Selectable<Tables["carrier_states"]>> {
  const database = await store.ready();
  return database
    .selectFrom("carrier_states")
    .selectAll()
    .where("shop_id", "=", store.shopId)
    .where("carrier_id", "=", carrierId)
    .executeTakeFirstOrThrow();
}

export async function writeCarrierState(
  unit: Pick<UnitOfWork, "database">,
  shopId: string,
  carrierId: string,
  values: Updateable<Tables["carrier_states"]>,
): Promise<void> {
  await unit.database.updateTable("carrier_states").set(values).where("shop_id", "=", shopId).where("carrier_id", "=", carrierId).execute();
}

/** Counts codes that an adapter's table does not hold. Bounded: a courier that sends nonsense does not fill the database. */
export function countUnknownCodes(known: string, codes: readonly string[]): { counted: string; fresh: string[] } {
  const counts = JSON.parse(known) as Record<string, number>;
  const fresh: string[] = [];
  for (const code of codes) {
    const key = code.slice(0, 120);
    if (!Object.hasOwn(counts, key)) {
      if (Object.keys(counts).length >= 200) continue;
      fresh.push(key);
    }
    counts[key] = (Object.hasOwn(counts, key) ? (counts[key] ?? 0) : 0) + 1;
  }
  return { counted: JSON.stringify(counts), fresh };
}
