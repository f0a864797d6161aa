import { AskonceError, type SourceRef } from "@askonce/spec";
import { codeOf } from "../orders/live-reads.ts";
import type { CheckGround } from "../parcels/check-order.ts";
import { type CarrierAnswer, storeAnswers } from "./store-answers.ts";

const longestAskMs = 20_000;
/** Asked just now is as good as asked now: agents press twice. */
const freshForMs = 60_000;
const mostAtOnce = 10;

/** Asks every courier about the parcels of one order, for somebody who waits. What fails is stored as failing and throws nothing. */
export async function trackNow({ store, platform, carriers }: CheckGround, ref: SourceRef, stopSignal: AbortSignal): Promise<void> {
  const database = await store.ready();
  const now = store.agreedNow();
  const rows = await database
    .selectFrom("trackings")
    .select(["carrier_id", "tracking_number", "fetched_at"])
    .where("shop_id", "=", store.shopId)
    .where("tracking_normalized", "in", (query) =>
      query
        .selectFrom("parcels")
        .select("tracking_normalized")
        .where("shop_id", "=", store.shopId)
        .where("order_ref", "=", ref)
        .where("tracking_normalized", "is not", null)
        .$narrowType<{ tracking_normalized: string }>(),
    )
    .limit(mostAtOnce)
    .execute();
  const wanted = rows.filter((row) => row.fetched_at === null || now - row.fetched_at > freshForMs);
  await Promise.all(
    wanted.map(async ({ carrier_id: carrierId, tracking_number: trackingNumber }) => {
      const carrier = carriers.get(carrierId);
      if (!carrier) return;
      const context = carriers.context("agent", AbortSignal.any([stopSignal, AbortSignal.timeout(longestAskMs)]));
      let answer: CarrierAnswer;
      try {
        answer = { trackingNumber, parcel: await carrier.track(trackingNumber, context) };
      } catch (error) {
        answer = { trackingNumber, problem: codeOf(error), retryAfterMs: AskonceError.is(error) ? error.retryAfterMs : null };
      }
      await store.transact({ kind: "adapter", adapterId: carrierId }, (unit) => storeAnswers(unit, store, platform, carrier, [answer]));
    }),
  );
}
