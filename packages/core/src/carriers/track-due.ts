import { AskonceError, type CarrierAdapterV1, type TrackedParcel } from "@askonce/spec";
import { sql } from "kysely";
import { codeOf } from "../orders/live-reads.ts";
import type { Platform } from "../platform/platform.ts";
import type { Store } from "../storage/store.ts";
import type { Leases } from "../work/leases.ts";
import { writeCarrierState } from "./carrier-states.ts";
import type { Carriers } from "./carriers.ts";
import { type CarrierAnswer, storeAnswers } from "./store-answers.ts";

/** Numbers that are asked for one by one before their answers are written in one transaction. */
const singlesAtOnce = 10;
const shortestPauseMs = 60_000;
const longestAskMs = 45_000;

/** Codes that say that the next number would fare no better. */
const wholeCarrier = new Set([
  "ADAPTER_RATE_LIMITED",
  "ADAPTER_UNAUTHORIZED",
  "ADAPTER_FORBIDDEN",
  "ADAPTER_UNAVAILABLE",
  "ADAPTER_TIMEOUT",
  "ADAPTER_UNREACHABLE",
]);

/**
 * Asks one courier about the numbers that are due, the longest waiting first. A courier that refuses is left alone for a while.
 *
 * @returns whether there may be more to do at once
 */
export async function trackDue(
  store: Store,
  platform: Platform,
  carriers: Carriers,
  carrier: CarrierAdapterV1,
  leases: Leases | null,
  signal: AbortSignal,
): Promise<boolean> {
  const size = carrier.batches?.size ?? singlesAtOnce;
  const database = await store.ready();
  const now = store.agreedNow();
  const due = await database
    .selectFrom("trackings")
    .select("tracking_number")
    .where("shop_id", "=", store.shopId)
    .where("carrier_id", "=", carrier.id)
    // Written out: a bound value could be any, and the index of those that are active would be of no use.
    .where("state", "=", sql.lit("active"))
    .where("next_poll_at", "<=", now)
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom("carrier_states as s")
            .select("s.carrier_id")
            .where("s.shop_id", "=", store.shopId)
            .where("s.carrier_id", "=", carrier.id)
            .where("s.paused_until", ">", now),
        ),
      ),
    )
    .orderBy("next_poll_at")
    .limit(size)
    .execute();
  if (due.length === 0 || signal.aborted) return false;
  if (leases && !(await leases.hold(`track:${carrier.id}`))) return false;
  const numbers = due.map((row) => row.tracking_number);
  const { answers, pause } = await ask(carrier, numbers, () =>
    carriers.context("background", AbortSignal.any([signal, AbortSignal.timeout(longestAskMs)])),
  );
  if (signal.aborted) return false;
  await store.transact({ kind: "adapter", adapterId: carrier.id }, async (unit) => {
    await storeAnswers(unit, store, platform, carrier, answers);
    if (!pause) return;
    const until = store.agreedNow() + Math.max(shortestPauseMs, pause.retryAfterMs ?? 0);
    await writeCarrierState(unit, store.shopId, carrier.id, { paused_until: until, problem: pause.code });
    unit.emit("carrier.problem_found", { kind: "carrier", id: carrier.id }, { carrierId: carrier.id, code: pause.code });
  });
  return pause === null && due.length === size;
}

async function ask(
  carrier: CarrierAdapterV1,
  numbers: readonly string[],
  context: () => ReturnType<Carriers["context"]>,
): Promise<{ answers: CarrierAnswer[]; pause: { code: string; retryAfterMs: number | null } | null }> {
  const answers: CarrierAnswer[] = [];
  const failure = (error: unknown) => ({
    code: codeOf(error),
    retryAfterMs: AskonceError.is(error) ? error.retryAfterMs : null,
  });
  if (carrier.batches) {
    try {
      const found = new Map<string, TrackedParcel>();
      for (const parcel of await carrier.batches.track(numbers, context())) found.set(parcel.trackingNumber, parcel);
      for (const trackingNumber of numbers) answers.push({ trackingNumber, parcel: found.get(trackingNumber) ?? null });
      return { answers, pause: null };
    } catch (error) {
      const { code, retryAfterMs } = failure(error);
      for (const trackingNumber of numbers) answers.push({ trackingNumber, problem: code, retryAfterMs });
      return { answers, pause: wholeCarrier.has(code) ? { code, retryAfterMs } : null };
    }
  }
  for (const trackingNumber of numbers) {
    try {
      answers.push({ trackingNumber, parcel: await carrier.track(trackingNumber, context()) });
    } catch (error) {
      const { code, retryAfterMs } = failure(error);
      answers.push({ trackingNumber, problem: code, retryAfterMs });
      if (wholeCarrier.has(code)) return { answers, pause: { code, retryAfterMs } };
    }
  }
  return { answers, pause: null };
}
