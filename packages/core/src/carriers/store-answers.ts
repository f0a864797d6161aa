import { type CarrierAdapterV1, deliveryStatusRules, normalizeTrackingNumber, type TrackedParcel } from "@askonce/spec";
import type { Selectable } from "kysely";
import { mergeTracked } from "../parcels/merge-tracked.ts";
import { fromInstant } from "../platform/instants.ts";
import type { Platform } from "../platform/platform.ts";
import type { Store, UnitOfWork } from "../storage/store.ts";
import type { Tables } from "../storage/tables.ts";
import { countUnknownCodes, writeCarrierState } from "./carrier-states.ts";
import { nextPollAt } from "./poll-plan.ts";

/** As for checkpoints: what is older than the order by more is another parcel's. */
const beforeOrderMs = 2 * 24 * 3_600_000;

/** What a courier answered about one number, or that it did not. */
export interface CarrierAnswer {
  trackingNumber: string;
  /** `null`: the courier does not know the number. Absent when the asking failed. */
  parcel?: TrackedParcel | null;
  /** A code, when the asking failed. */
  problem?: string;
  retryAfterMs?: number | null;
  /** A part of what the courier knows, which is added to what it said before. Default `false`: all of it. */
  partial?: boolean;
}

/**
 * Writes what a courier said, and has the orders looked at whose parcels are different now. A number that nobody here asked about is left
 * out: a list of changes is of the whole account.
 *
 * @returns how many numbers have news
 */
export async function storeAnswers(
  unit: UnitOfWork,
  store: Store,
  platform: Platform,
  carrier: CarrierAdapterV1,
  answers: readonly CarrierAnswer[],
): Promise<number> {
  const now = store.agreedNow();
  const byNumber = new Map<string, CarrierAnswer[]>();
  for (const answer of answers) {
    const normalized = normalizeTrackingNumber(answer.trackingNumber);
    if (normalized) byNumber.set(normalized, [...(byNumber.get(normalized) ?? []), answer]);
  }
  if (byNumber.size === 0) return 0;
  const rows = await unit.database
    .selectFrom("trackings")
    .selectAll()
    .where("shop_id", "=", store.shopId)
    .where("carrier_id", "=", carrier.id)
    .where("tracking_normalized", "in", [...byNumber.keys()])
    .execute();
  const changed: string[] = [];
  const codes: string[] = [];
  for (const row of rows) {
    let next = row;
    for (const answer of byNumber.get(row.tracking_normalized) ?? []) {
      next = applyAnswer(carrier, next, answer, now);
      codes.push(...(answer.parcel?.unknownCodes ?? []));
    }
    await unit.database
      .updateTable("trackings")
      .set({
        body: next.body,
        state: next.state,
        fetched_at: next.fetched_at,
        next_poll_at: next.next_poll_at,
        misses: next.misses,
        problem: next.problem,
      })
      .where("shop_id", "=", store.shopId)
      .where("carrier_id", "=", carrier.id)
      .where("tracking_normalized", "=", row.tracking_normalized)
      .execute();
    if (next.body !== row.body || next.problem !== row.problem) changed.push(row.tracking_normalized);
  }
  await wakeOrders(unit, store.shopId, changed, now);
  await noteAnswers(unit, store, platform, carrier, answers, codes);
  return changed.length;
}

function applyAnswer(
  carrier: CarrierAdapterV1,
  row: Selectable<Tables["trackings"]>,
  answer: CarrierAnswer,
  now: number,
): Selectable<Tables["trackings"]> {
  const known = row.body === null ? null : (JSON.parse(row.body) as TrackedParcel);
  const { parcel } = answer;
  const failed = parcel === undefined;
  const tracked = parcel ? (answer.partial ? mergeTracked(known, parcel) : parcel) : known;
  const misses = parcel ? 0 : row.misses + 1;
  const statusAt = tracked?.statusAt ? fromInstant(tracked.statusAt) : null;
  // Couriers give numbers out again: as long as they speak of the parcel before, ours is not known to them.
  const isOurs = tracked !== null && (statusAt === null || statusAt > row.began_at - beforeOrderMs);
  const next = nextPollAt(carrier, {
    now,
    status: isOurs ? tracked.status : "unknown",
    known: isOurs,
    beganAt: row.began_at,
    statusAt: isOurs ? statusAt : null,
    misses,
    confirm: answer.partial === true && tracked !== null && (tracked.leg === "return" || deliveryStatusRules[tracked.status].terminal),
    retryAfterMs: answer.retryAfterMs ?? null,
  });
  return {
    ...row,
    body: tracked === null ? null : JSON.stringify(tracked),
    state: next === null ? "ended" : "active",
    next_poll_at: next ?? row.next_poll_at,
    fetched_at: failed ? row.fetched_at : now,
    misses,
    problem: failed ? (answer.problem ?? "INTERNAL") : null,
  };
}

/** The numbers may be in several orders: two that were sent in one box. */
async function wakeOrders(unit: UnitOfWork, shopId: string, numbers: readonly string[], now: number): Promise<void> {
  if (numbers.length === 0) return;
  await unit.database
    .updateTable("orders")
    .set({ check_at: now })
    .where("shop_id", "=", shopId)
    .where("ref", "in", (query) =>
      query.selectFrom("parcels").select("order_ref").where("shop_id", "=", shopId).where("tracking_normalized", "in", numbers),
    )
    .execute();
}

async function noteAnswers(
  unit: UnitOfWork,
  store: Store,
  platform: Platform,
  carrier: CarrierAdapterV1,
  answers: readonly CarrierAnswer[],
  codes: readonly string[],
): Promise<void> {
  const answered = answers.some((answer) => answer.parcel !== undefined);
  if (!answered && codes.length === 0) return;
  const state = await unit.database
    .selectFrom("carrier_states")
    .select("unknown_codes")
    .where("shop_id", "=", store.shopId)
    .where("carrier_id", "=", carrier.id)
    .executeTakeFirst();
  const { counted, fresh } = countUnknownCodes(state?.unknown_codes ?? "{}", codes);
  // Once for each code, for whoever keeps the adapter's table.
  for (const code of fresh) platform.logger.warn("A courier uses a code that its adapter does not know", { carrierId: carrier.id, code });
  await writeCarrierState(unit, store.shopId, carrier.id, {
    unknown_codes: counted,
    ...(answered ? { last_answer_at: store.agreedNow(), problem: null } : {}),
  });
}
