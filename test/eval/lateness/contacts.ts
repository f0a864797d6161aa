import type { Incident } from "@askonce/spec";
import { instantText } from "../../../packages/core/src/calendars/zone-days.ts";
import { decideOutreach, type ToldBefore } from "../../../packages/core/src/outreach/decide-outreach.ts";
import { holdOutDraw } from "../../../packages/core/src/outreach/hold-out.ts";
import type { ContactGroup } from "../../../packages/core/src/outreach/measure.ts";
import type { SeenChange } from "./detect.ts";
import { diceOf } from "./dice.ts";
import type { ParcelLife } from "./life.ts";
import type { World } from "./world.ts";

const hourMs = 3_600_000;
/** An agent answers within so long; while the ticket is open nothing is sent. */
const answeredAfterMs = 48 * hourMs;

/** Something a customer may be told of: incidents of the product, or the alarm of a baseline as one. */
export interface Tellable {
  incidents: readonly Incident[];
  changes: readonly SeenChange[];
}

/** When the customer of a parcel writes, told or not. The same customer does the same whatever watches the parcel. */
interface Customer {
  /** Because it is late; `null`: would not. */
  lateMs: number | null;
  isCalmed: boolean;
  anywayMs: number | null;
  isUpset: boolean;
}

/**
 * Tells the customer of a parcel, or not, by the product's own rules, and counts whether they write afterwards: into `told` or `heldOut`, or
 * into neither when the rules have nothing to say.
 */
export async function tellCustomer(
  world: World,
  life: ParcelLife,
  { incidents, changes }: Tellable,
  groups: { told: ContactGroup; heldOut: ContactGroup },
): Promise<void> {
  const worthwhile = changes.filter(
    ({ kind, change }) => change !== "resolve" && (kind === "late" || kind === "stalled" || kind === "lost"),
  );
  if (worthwhile.length === 0) return;
  const customer = customerOf(world, life);
  const draw = await holdOutDraw(`eval ${world.seed}`, String(life.index));
  const waiting = worthwhile.map((change) => ({ ...change, now: change.at }));
  const { zone } = life.courier.places[life.country];
  const told: ToldBefore[] = [];
  for (const one of waiting) {
    const incident = incidents.find(({ id }) => id === one.incidentId);
    if (!incident) continue;
    for (let now = one.now; ; ) {
      const wrote = [customer.lateMs, customer.anywayMs].filter((at) => at !== null && at <= now) as number[];
      const decision = decideOutreach({
        incident: asOf(incident, changes, now),
        change: one.change,
        changedAt: instantText(one.at),
        ticketsOpen: wrote.some((at) => now - at < answeredAfterMs) ? 1 : 0,
        customerWroteSince: wrote.some((at) => at >= Date.parse(incident.openedAt)),
        courierTold: false,
        alreadyTold: told,
        consent: "unknown",
        zone,
        now,
        holdOutDraw: draw,
      });
      if (decision.decision === "wait" && decision.at !== null) {
        now = Date.parse(decision.at);
        continue;
      }
      const isTold = decision.decision === "send";
      if (isTold || decision.reason === "held_out") {
        count(isTold ? groups.told : groups.heldOut, writesAfter(world, life, customer, now, isTold));
        return;
      }
      break;
    }
  }
}

/** The incident as it was: closed later does not count yet. */
function asOf(incident: Incident, changes: readonly SeenChange[], now: number): Pick<Incident, "id" | "kind" | "state" | "evidence"> {
  if (incident.closedAt !== null && Date.parse(incident.closedAt) <= now) return incident;
  const isConfirmed = changes.some((one) => one.incidentId === incident.id && one.change === "strengthen" && one.at <= now);
  const evidence = incident.evidence.filter(({ at }) => Date.parse(at) <= now);
  const isSuspicion = incident.kind === "stalled" || (incident.kind === "lost" && evidence.every(({ by }) => by === "derived"));
  return { id: incident.id, kind: incident.kind, state: isSuspicion && !isConfirmed ? "suspected" : "open", evidence };
}

function customerOf({ seed, parameters }: World, life: ParcelLife): Customer {
  const { contacts } = parameters;
  const dice = diceOf(seed, life.index + 0x60000000);
  const writes = dice.chance(contacts.writesWhenLate);
  const at = life.truth.dueMs + dice.wait(contacts.meanWaitMs);
  const isCalmed = dice.chance(contacts.messageCalms);
  const isUpset = dice.chance(contacts.writesWhenToldWrongly);
  const anywayMs = dice.chance(contacts.writesAnyway) ? life.placedMs + dice.between(0, 14 * 24) * hourMs : null;
  const { isLate, reachedMs } = life.truth;
  const isStillMissing = isLate && (reachedMs === null || reachedMs > at);
  return { lateMs: writes && isStillMissing ? at : null, isCalmed, anywayMs, isUpset };
}

function writesAfter({ parameters }: World, life: ParcelLife, customer: Customer, now: number, isTold: boolean): boolean {
  const isCounted = (at: number | null) => at !== null && at > now && at <= now + parameters.contacts.countedForMs;
  const because = isCounted(customer.lateMs) && !(isTold && customer.isCalmed);
  const wrongly = isTold && customer.isUpset && !life.truth.isLate;
  return because || wrongly || isCounted(customer.anywayMs);
}

function count(group: ContactGroup, wrote: boolean): void {
  group.customers += 1;
  if (wrote) group.contacted += 1;
}
