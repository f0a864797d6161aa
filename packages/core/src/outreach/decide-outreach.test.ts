import { incidentKinds } from "@askonce/spec";
import { describe, expect, it } from "vitest";
import { at, hourMs, incidentOf, start } from "../incidents/__fixtures__/parcels.ts";
import { decideOutreach, type OutreachQuestion, type OutreachReason, outreachReasons } from "./decide-outreach.ts";
import type { OutreachPolicy } from "./outreach-policy.ts";

/** Ten in the morning of a Monday in Bucharest. */
function question(more: Partial<OutreachQuestion> = {}): OutreachQuestion {
  return {
    incident: incidentOf("late"),
    change: "open",
    changedAt: at(0),
    ticketsOpen: 0,
    customerWroteSince: false,
    courierTold: false,
    alreadyTold: [],
    consent: "unknown",
    zone: "Europe/Bucharest",
    now: start,
    holdOutDraw: 0.5,
    ...more,
  };
}
const told = (hours: number, incidentId = "other", change: OutreachQuestion["change"] = "open") => ({ incidentId, change, at: at(hours) });
const customerEvidence = { by: "customer" as const, at: at(0), code: "customer_report", values: {}, text: null };

const cases: [OutreachReason, Partial<OutreachQuestion>, Partial<OutreachPolicy>?][] = [
  ["worth_telling", {}],
  ["worth_telling", { consent: "granted", courierTold: true }],
  ["worth_telling", { change: "strengthen", alreadyTold: [told(-30, "incident-late")] }],
  ["worth_telling", { incident: incidentOf("pickup_expiring", { state: "suspected" }) }],
  ["worth_telling", { alreadyTold: [told(-25), told(-60)] }],
  [
    "worth_telling",
    { incident: incidentOf("late", { state: "resolved" }), change: "resolve", alreadyTold: [told(-30, "incident-late")] },
    { tells: { late: ["resolve"] } },
  ],
  ["kind_not_told", { incident: incidentOf("failed_attempt") }],
  ["kind_not_told", { incident: incidentOf("late", { state: "resolved" }), change: "resolve" }],
  ["kind_not_told", { incident: incidentOf("late", { state: "resolved" }), change: "resolve" }, { tells: { late: ["resolve"] } }],
  ["only_suspected", { incident: incidentOf("lost", { state: "suspected" }) }],
  ["already_told", { alreadyTold: [told(-300, "incident-late")] }],
  ["already_over", { incident: incidentOf("late", { state: "resolved" }) }],
  ["already_over", { incident: incidentOf("late", { state: "dismissed" }), change: "strengthen" }],
  ["no_consent", { consent: "denied" }],
  ["no_consent", { consent: "unknown" }, { tellsWithoutConsent: false }],
  ["ticket_open", { ticketsOpen: 1 }],
  ["customer_knows", { customerWroteSince: true }],
  ["customer_knows", { incident: incidentOf("damaged", { evidence: [customerEvidence] }) }],
  ["courier_told", { courierTold: true }, { courierMessageCounts: true }],
  ["stale", { changedAt: at(-73) }],
  ["weekly_limit", { alreadyTold: [told(-30), told(-60), told(-90)] }],
  ["daily_limit", { alreadyTold: [told(-3)] }],
  ["quiet_hours", { now: start + 12 * hourMs }],
  ["held_out", { holdOutDraw: 0.049 }],
];

describe("whether a customer is told", () => {
  it.each(cases)("%s %j %j", (reason, more, policy) => {
    const found = decideOutreach(question({ ...more, ...(policy && { policy }) }));
    expect(found.reason).toBe(reason);
    const isWaiting = reason === "daily_limit" || reason === "quiet_hours";
    expect(found.decision).toBe(reason === "worth_telling" ? "send" : isWaiting ? "wait" : "silent");
    expect(found.at !== null).toBe(isWaiting);
    expect(found.holdOut).toBe(reason === "held_out");
  });

  it("has a case for every reason", () => {
    expect([...new Set(cases.map(([reason]) => reason))].sort()).toEqual([...outreachReasons].sort());
  });

  it("waits for the morning of the recipient", () => {
    expect(decideOutreach(question({ now: start + 12 * hourMs }))).toMatchObject({ at: "2026-11-17T06:00:00.000Z" });
    expect(decideOutreach(question({ now: start + 12 * hourMs, zone: "America/New_York" })).decision).toBe("send");
  });

  it("waits for the end of the day that is full, and of the night it ends in", () => {
    expect(decideOutreach(question({ alreadyTold: [told(-3)] })).at).toBe("2026-11-17T06:00:00.000Z");
    // Told at half past one in the night before last; a day later is night again.
    expect(decideOutreach(question({ alreadyTold: [told(-10.5)] })).at).toBe("2026-11-17T06:00:00.000Z");
    expect(decideOutreach(question({ alreadyTold: [told(-1), told(-3)], policy: { mostPerDay: 2 } })).at).toBe("2026-11-17T06:00:00.000Z");
    expect(decideOutreach(question({ alreadyTold: [told(-0.5), told(-1)], policy: { mostPerDay: 1 } })).at).toBe(
      "2026-11-17T07:30:00.000Z",
    );
  });

  it("sends when it is asked again at the moment it named", () => {
    for (const more of [{ now: start + 12 * hourMs }, { alreadyTold: [told(-3)] }, { alreadyTold: [told(-10.5)] }]) {
      const first = decideOutreach(question(more));
      expect(first.decision).toBe("wait");
      expect(decideOutreach(question({ ...more, now: Date.parse(first.at ?? "") })).decision).toBe("send");
    }
  });

  it("holds out only whom it would have told, and after the wait", () => {
    expect(decideOutreach(question({ holdOutDraw: 0, ticketsOpen: 1 }))).toMatchObject({ reason: "ticket_open", holdOut: true });
    expect(decideOutreach(question({ holdOutDraw: 0, now: start + 12 * hourMs }))).toMatchObject({ reason: "quiet_hours", holdOut: true });
    expect(decideOutreach(question({ holdOutDraw: 0, policy: { holdOutShare: 0 } })).decision).toBe("send");
  });

  it("tells of no more kinds than are worth it", () => {
    const toldKinds = incidentKinds.filter((kind) => decideOutreach(question({ incident: incidentOf(kind) })).decision === "send");
    expect(toldKinds).toEqual([
      "late",
      "stalled",
      "lost",
      "damaged",
      "returned_to_sender",
      "pickup_expiring",
      "address_problem",
      "customs_hold",
    ]);
  });
});
