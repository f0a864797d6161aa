import type { SourceRef } from "@askonce/spec";
import { syncChanges } from "../carriers/sync-changes.ts";
import { trackDue } from "../carriers/track-due.ts";
import { makeDigest } from "../incidents/make-digest.ts";
import { watchStorms } from "../incidents/watch-storms.ts";
import { decideDue } from "../outreach/decide-due.ts";
import type { OutreachSettings } from "../outreach/outreach-settings.ts";
import type { TicketServices } from "../tickets/ticket-services.ts";
import type { Leases } from "../work/leases.ts";
import { type CheckGround, checkOrder } from "./check-order.ts";
import { checkDueOrders } from "./check-orders.ts";
import { readDeliveryRows } from "./delivery-rows.ts";

/** The work on deliveries: asking couriers, and looking at orders whose delivery may be different by now. */
export interface DeliveryWork {
  /** Looks at one order now. */
  check(ref: SourceRef): Promise<void>;
  /** @returns whether there may be more to do at once */
  checkDue(signal: AbortSignal, leases: Leases | null): Promise<boolean>;
  /** Decides what is due about telling customers. @returns whether there may be more to do at once */
  tellDue(signal: AbortSignal, leases: Leases | null): Promise<boolean>;
  /** Puts the last week together when it is over. */
  digest(leases: Leases | null): Promise<void>;
  /** Looks for many problems of one cause. */
  watchStorms(leases: Leases | null): Promise<void>;
  /** Asks one courier for what is due. @returns whether there may be more to do at once */
  ask(carrierId: string, signal: AbortSignal, leases: Leases | null): Promise<boolean>;
}

export function createDeliveryWork(
  ground: CheckGround,
  { outreach, tickets }: { outreach: OutreachSettings | null; tickets: TicketServices },
): DeliveryWork {
  const { store, platform, carriers } = ground;
  return {
    async check(ref) {
      await store.ready();
      await store.transact({ kind: "system" }, async (unit) => {
        for (const rows of await readDeliveryRows(unit.database, store.shopId, [ref])) await checkOrder(unit, ground, rows);
      });
    },
    checkDue: (signal, leases) => checkDueOrders(ground, leases, signal),
    tellDue: async (signal, leases) => (outreach === null ? false : decideDue({ ...ground, tickets, outreach }, leases, signal)),
    digest: (leases) => makeDigest(ground, leases),
    watchStorms: (leases) => watchStorms(ground, leases),
    async ask(carrierId, signal, leases) {
      const carrier = carriers.get(carrierId);
      if (!carrier) return false;
      const hasMore = await syncChanges(store, platform, carriers, carrier, leases, signal);
      return (await trackDue(store, platform, carriers, carrier, leases, signal)) || hasMore;
    },
  };
}
