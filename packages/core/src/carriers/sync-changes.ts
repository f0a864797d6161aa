import { AskonceError, type CarrierAdapterV1 } from "@askonce/spec";
import { codeOf } from "../orders/live-reads.ts";
import { toInstant } from "../platform/instants.ts";
import type { Platform } from "../platform/platform.ts";
import type { Store } from "../storage/store.ts";
import type { Leases } from "../work/leases.ts";
import { readCarrierState, writeCarrierState } from "./carrier-states.ts";
import type { Carriers } from "./carriers.ts";
import { storeAnswers } from "./store-answers.ts";

/** How often a list of changes is asked for. */
const everyMs = 10 * 60_000;
/** Further back than this nobody walks in windows: each number is asked for instead, in its own time. */
const longestGapMs = 7 * 24 * 3_600_000;
const shortestPauseMs = 60_000;
const longestCallMs = 45_000;

/**
 * Reads one window of an account's changes. The watermark moves only after the whole window is stored, and a window begins a little before
 * it, because couriers' lists lag. After an outage the gap is walked window by window.
 *
 * @returns whether there may be more to do at once
 */
export async function syncChanges(
  store: Store,
  platform: Platform,
  carriers: Carriers,
  carrier: CarrierAdapterV1,
  leases: Leases | null,
  signal: AbortSignal,
): Promise<boolean> {
  const { changes } = carrier;
  if (!changes) return false;
  const state = await readCarrierState(store, carrier.id);
  const now = store.agreedNow();
  if (state.paused_until > now || (state.watermark !== null && now - state.watermark < everyMs)) return false;
  if (leases && !(await leases.hold(`changes:${carrier.id}`))) return false;
  const watermark = Math.max(state.watermark ?? now - changes.windowMs, now - longestGapMs);
  const since = watermark - changes.overlapMs;
  const until = Math.min(now, since + changes.windowMs);
  try {
    let cursor: string | null = null;
    do {
      const context = carriers.context("background", AbortSignal.any([signal, AbortSignal.timeout(longestCallMs)]));
      const page = await changes.list({ since: toInstant(since), until: toInstant(until), cursor }, context);
      if (page.parcels.length > 0) {
        await store.transact({ kind: "adapter", adapterId: carrier.id }, (unit) =>
          storeAnswers(
            unit,
            store,
            platform,
            carrier,
            page.parcels.map((parcel) => ({ trackingNumber: parcel.trackingNumber, parcel, partial: true })),
          ),
        );
      }
      cursor = page.nextCursor;
    } while (cursor !== null && !signal.aborted);
  } catch (error) {
    if (signal.aborted) return false;
    const code = codeOf(error);
    const pauseMs = Math.max(shortestPauseMs, AskonceError.is(error) ? (error.retryAfterMs ?? 0) : 0);
    platform.logger.warn("A courier's changes could not be read and will be asked for again", { carrierId: carrier.id, code });
    await store.transact({ kind: "adapter", adapterId: carrier.id }, async (unit) => {
      await writeCarrierState(unit, store.shopId, carrier.id, { paused_until: store.agreedNow() + pauseMs, problem: code });
      unit.emit("carrier.problem_found", { kind: "carrier", id: carrier.id }, { carrierId: carrier.id, code });
    });
    return false;
  }
  if (signal.aborted) return false;
  await store.write((database) => writeCarrierState({ database }, store.shopId, carrier.id, { watermark: until, problem: null }));
  return until < now;
}
