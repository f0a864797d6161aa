import type { Incident } from "@askonce/spec";
import type { Platform } from "../platform/platform.ts";
import type { UnitOfWork } from "../storage/store.ts";
import type { OutreachChange } from "./outreach-policy.ts";

/** Puts a change of an incident among those about which it has to be decided whether the customer is told. Each change once. */
export async function noteChange(
  unit: UnitOfWork,
  platform: Pick<Platform, "createId">,
  shopId: string,
  incident: Incident,
  change: OutreachChange,
  now: number,
): Promise<void> {
  await unit.database
    .insertInto("outreach_decisions")
    .values({
      shop_id: shopId,
      incident_id: incident.id,
      change,
      id: platform.createId("out"),
      order_ref: incident.orderRef,
      customer_id: null,
      decision: "wait",
      reason: "undecided",
      hold_out: 0,
      again_at: now,
      ticket_id: null,
      message_id: null,
      promise_id: null,
      decided_at: now,
    })
    .onConflict((conflict) => conflict.columns(["shop_id", "incident_id", "change"]).doNothing())
    .execute();
}
