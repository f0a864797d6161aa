import type {
  DeliveryException,
  EvidenceSource,
  ExceptionFact,
  IncidentEvidence,
  IncidentKind,
  IncidentState,
  Instant,
} from "@askonce/spec";
import { fromInstant, toInstant } from "../platform/instants.ts";
import type { IncidentEvidenceCode } from "./evidence-codes.ts";
import { isMovement, lastScan, type Situation, standing } from "./situation.ts";

/** What the present state says for an incident of one kind. */
export interface Finding {
  state: Extract<IncidentState, "suspected" | "open">;
  /** Each of these can open one. */
  grounds: IncidentEvidence[];
  /** These only add to one that is there: the same trouble grown worse is not a new trouble once somebody has closed it. */
  supports: IncidentEvidence[];
}

type Finder = (situation: Situation) => Finding | null;

function derived(code: IncidentEvidenceCode, at: Instant, values: IncidentEvidence["values"]): IncidentEvidence {
  return { by: "derived", at, code, values, text: null };
}

const codeOfSource: Readonly<Record<EvidenceSource, IncidentEvidenceCode>> = {
  carrier: "carrier_exception",
  derived: "carrier_exception",
  customer: "customer_report",
  agent: "agent_report",
  storefront: "storefront_status",
};

function exceptionEvidence(situation: Situation, exception: ExceptionFact): IncidentEvidence {
  const said = situation.checkpoints.find(
    (checkpoint) => checkpoint.exceptions.includes(exception.kind) && checkpoint.at === exception.since,
  );
  return {
    by: exception.by,
    at: exception.since,
    code: codeOfSource[exception.by],
    values: { exception: exception.kind, since: exception.since },
    // The courier's code and not its sentence: sentences name people.
    text: exception.by === "carrier" ? (said?.rawStatus?.slice(0, 500) ?? null) : null,
  };
}

/** Open as long as somebody who may say so says so. */
function reported(kinds: readonly DeliveryException[], sources?: readonly EvidenceSource[]): Finder {
  return (situation) => {
    const found = standing(situation, kinds, sources);
    if (found.length === 0) return null;
    return { state: "open", grounds: found.map((exception) => exceptionEvidence(situation, exception)), supports: [] };
  };
}

const findLate: Finder = ({ delivery: { lateness }, now }) => {
  if ((lateness.state !== "late" && lateness.state !== "very_late") || lateness.dueAt === null) return null;
  const values = { promiseId: lateness.promiseId, dueAt: lateness.dueAt };
  const supports = lateness.state === "very_late" ? [derived("long_overdue", toInstant(now), values)] : [];
  return { state: "open", grounds: [derived("due_passed", lateness.dueAt, values)], supports };
};

const findStalled: Finder = (situation) => {
  const { delivery, parcel, order, now, rules } = situation;
  const { stalledSince } = delivery.lateness;
  if (stalledSince === null || situation.isDelivered) return null;
  const since = fromInstant(stalledSince);
  const quietFrom = lastScan(situation) ?? fromInstant(parcel.shippedAt ?? order.placedAt);
  const allowedMs = since > quietFrom ? since - quietFrom : rules.stallAgainMs;
  const values = { lastScanAt: parcel.lastScanAt };
  const isCertain = now >= since + allowedMs;
  return {
    state: isCertain ? "open" : "suspected",
    grounds: [derived("no_scan", stalledSince, values)],
    supports: isCertain ? [derived("still_no_scan", toInstant(since + allowedMs), values)] : [],
  };
};

const lostWords = ["lost", "destroyed", "compensated"] as const;
/** On the van and at a pickup point somebody else has it in hands; before the first scan there is nothing to lose. */
const statusesThatLose = new Set(["handed_over", "in_transit", "on_hold", "out_for_delivery", "delivery_attempted", "returning"]);

const findLost: Finder = (situation) => {
  const said = standing(situation, lostWords).map((exception) => exceptionEvidence(situation, exception));
  if (said.length > 0) return { state: "open", grounds: said, supports: [] };
  const scan = lastScan(situation);
  const days = situation.rules.lostAfterWorkingDays;
  if (scan === null || !statusesThatLose.has(situation.parcel.status)) return null;
  if (situation.workingDaysBetween(scan, situation.now) <= days) return null;
  const values = { lastScanAt: situation.parcel.lastScanAt, workingDays: days };
  return { state: "suspected", grounds: [derived("no_scan_for_days", toInstant(situation.now), values)], supports: [] };
};

const findReturned: Finder = (situation) => {
  const { parcel, checkpoints, order } = situation;
  if (!situation.goesBack || order.status === "cancelled" || standing(situation, ["recalled_by_sender"]).length > 0) return null;
  const lastForward = checkpoints.findIndex((checkpoint) => checkpoint.leg === "forward" && isMovement(checkpoint));
  const wayBack = lastForward === -1 ? checkpoints : checkpoints.slice(0, lastForward);
  const turned = wayBack.at(-1);
  const since = turned?.at ?? parcel.lastScanAt ?? order.placedAt;
  const evidence = (status: string, at: Instant, text: string | null): IncidentEvidence => ({
    by: "carrier",
    at,
    code: "carrier_status",
    values: { status, since: at },
    text: text?.slice(0, 500) ?? null,
  });
  const back = checkpoints.find((checkpoint) => checkpoint.status === "returned");
  const supports = parcel.status === "returned" ? [evidence("returned", back?.at ?? since, back?.rawStatus ?? null)] : [];
  return { state: "open", grounds: [evidence("returning", since, turned?.rawStatus ?? parcel.rawStatus)], supports };
};

const findPickupExpiring: Finder = (situation) => {
  const pickup = situation.delivery.pickup;
  if (situation.parcel.status !== "ready_for_pickup" || pickup === null || pickup.until === null) return null;
  const until = fromInstant(pickup.until);
  const warnAt = until - situation.rules.pickupWarningMs;
  if (situation.now < warnAt) return null;
  return {
    state: pickup.untilAssumed ? "suspected" : "open",
    grounds: [derived("pickup_ends_soon", toInstant(warnAt), { until: pickup.until, assumed: pickup.untilAssumed ? 1 : 0 })],
    supports: situation.now >= until ? [derived("pickup_over", pickup.until, { until: pickup.until })] : [],
  };
};

const findFailedAttempt: Finder = ({ parcel, checkpoints }) => {
  // What was tried before the parcel went to a pickup point is settled by that.
  const settled = checkpoints.findIndex((checkpoint) => checkpoint.status === "ready_for_pickup");
  const attempts = checkpoints
    .slice(0, settled === -1 ? undefined : settled)
    .filter((checkpoint) => checkpoint.status === "delivery_attempted" && checkpoint.leg === "forward")
    .map((checkpoint) => ({ at: checkpoint.at, rawStatus: checkpoint.rawStatus }));
  if (attempts.length === 0 && parcel.status === "delivery_attempted" && parcel.lastScanAt !== null)
    attempts.push({ at: parcel.lastScanAt, rawStatus: parcel.rawStatus });
  if (attempts.length === 0) return null;
  const grounds = attempts.toReversed().map(
    ({ at, rawStatus }): IncidentEvidence => ({
      by: "carrier",
      at,
      code: "carrier_status",
      values: { status: "delivery_attempted", since: at },
      text: rawStatus?.slice(0, 500) ?? null,
    }),
  );
  return { state: "open", grounds, supports: [] };
};

const finders: Readonly<Record<IncidentKind, Finder>> = {
  late: findLate,
  stalled: findStalled,
  lost: findLost,
  damaged: reported(["damaged"]),
  missing_items: reported(["missing_items"]),
  wrong_item: reported(["wrong_item"]),
  delivered_not_received: reported(["delivered_not_received"]),
  returned_to_sender: findReturned,
  pickup_expiring: findPickupExpiring,
  failed_attempt: findFailedAttempt,
  address_problem: reported(["address_issue"]),
  customs_hold: reported(["customs_hold"]),
  refused: reported(["refused"]),
};

/** What a customer's own return parcel can suffer: nobody waits for it but the shop. */
const kindsOfReturns: ReadonlySet<IncidentKind> = new Set(["stalled", "lost", "damaged"]);

/** What the present state says for an incident of this kind; `null` when nothing does. */
export function findingFor(kind: IncidentKind, situation: Situation): Finding | null {
  if (situation.isCustomerReturn && !kindsOfReturns.has(kind)) return null;
  return finders[kind](situation);
}
