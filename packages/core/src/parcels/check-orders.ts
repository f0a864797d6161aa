import { codeOf } from "../orders/live-reads.ts";
import { isOfTheStorage } from "../storage/is-of-the-storage.ts";
import type { Leases } from "../work/leases.ts";
import { type CheckGround, checkOrder } from "./check-order.ts";
import { readDeliveryRows } from "./delivery-rows.ts";

const ordersAtOnce = 25;
const checkLease = "delivery-check";
/** An order that cannot be looked at is not looked at again and again. */
const againAfterMs = 3_600_000;

/**
 * Looks at the orders whose delivery may be different by now, the longest waiting first.
 *
 * @param leases given when other processes may do the same: only the one that holds the lease does
 * @returns whether there may be more to do at once
 */
export async function checkDueOrders(ground: CheckGround, leases: Leases | null, signal: AbortSignal): Promise<boolean> {
  const { store } = ground;
  const database = await store.ready();
  const due = await database
    .selectFrom("orders")
    .select("ref")
    .where("shop_id", "=", store.shopId)
    .where("check_at", "is not", null)
    .where("check_at", "<=", store.agreedNow())
    .orderBy("check_at")
    .limit(ordersAtOnce)
    .execute();
  if (due.length === 0 || signal.aborted) return false;
  if (leases && !(await leases.hold(checkLease))) return false;
  const refs = due.map((row) => row.ref);
  try {
    await checkTogether(ground, refs);
  } catch (error) {
    if (isOfTheStorage(error)) throw error;
    // One order that cannot be looked at must not keep the others from it.
    for (const ref of refs) await checkAlone(ground, ref);
  }
  return due.length === ordersAtOnce;
}

function checkTogether(ground: CheckGround, refs: readonly string[]): Promise<void> {
  const { store } = ground;
  return store.transact({ kind: "system" }, async (unit) => {
    for (const rows of await readDeliveryRows(unit.database, store.shopId, refs)) await checkOrder(unit, ground, rows);
  });
}

async function checkAlone(ground: CheckGround, ref: string): Promise<void> {
  const { store, platform } = ground;
  try {
    await checkTogether(ground, [ref]);
  } catch (error) {
    if (isOfTheStorage(error)) throw error;
    platform.logger.error("The delivery of an order cannot be looked at; it will be tried again", { code: codeOf(error) });
    await store.write((database) =>
      database
        .updateTable("orders")
        .set({ check_at: store.agreedNow() + againAfterMs })
        .where("shop_id", "=", store.shopId)
        .where("ref", "=", ref)
        .execute(),
    );
  }
}
