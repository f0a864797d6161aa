import type { Leases } from "../work/leases.ts";
import { type CheckGround, checkOrder } from "./check-order.ts";
import { readDeliveryRows } from "./delivery-rows.ts";

const ordersAtOnce = 25;
const checkLease = "delivery-check";

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
  await store.transact({ kind: "system" }, async (unit) => {
    for (const rows of await readDeliveryRows(unit.database, store.shopId, refs)) await checkOrder(unit, ground, rows);
  });
  return due.length === ordersAtOnce;
}
