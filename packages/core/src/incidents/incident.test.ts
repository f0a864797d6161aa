import { describe, expect, it } from "vitest";
import { at, checkpoint, deliveryOf, exception, hourMs, incidentOf, orderOf, parcelOf } from "./__fixtures__/parcels.ts";
import { brief, run, situation } from "./__fixtures__/situations.ts";
import { decideIncidents } from "./incident.ts";

const late = deliveryOf({ lateness: { state: "late", lateByMs: 1 } });
const veryLate = deliveryOf({ lateness: { state: "very_late", lateByMs: 1 } });

describe("late", () => {
  it("is opened by a promise that passed and never by a risk", () => {
    for (const state of ["on_time", "at_risk", "unknown_promise", "delivered_late"] as const)
      expect(decideIncidents(situation({ hours: 97, delivery: deliveryOf({ lateness: { state } }) }))).toEqual([]);
    const [change] = decideIncidents(situation({ hours: 97, delivery: late }));
    expect(change).toMatchObject({ change: "open", kind: "late", state: "open", severity: 2, at: at(97) });
    expect(change?.evidence).toEqual([
      { by: "derived", at: at(96), code: "due_passed", values: { promiseId: "promise1", dueAt: at(96) }, text: null },
    ]);
  });

  it("is strengthened once when very late, and kept with how late it was when delivered", () => {
    const first = run(situation({ hours: 97, delivery: late }));
    const second = run(situation({ hours: 150, delivery: veryLate, known: first.known }));
    expect(brief(second.changes)).toEqual(["late: strengthen open (long_overdue)"]);
    expect(run(situation({ hours: 160, delivery: veryLate, known: second.known })).changes).toEqual([]);
    const lateness = { state: "delivered_late", lateByMs: 70 * hourMs, stoppedAt: at(166) } as const;
    const parcel = parcelOf("delivered", { lastScanAt: at(166) });
    const third = run(situation({ hours: 167, parcel, delivery: deliveryOf({ lateness }), known: second.known }));
    expect(brief(third.changes)).toEqual(["late: resolve resolved delivered (delivered)"]);
    expect(third.known[0]?.evidence.at(-1)?.values).toEqual({ deliveredAt: at(166), dueAt: at(96), lateByMs: 70 * hourMs });
    expect(third.known[0]).toMatchObject({ state: "resolved", closedBecause: "delivered", closedAt: at(167), version: 3 });
  });

  it("stays open at a pickup point after the clock stopped, and is dismissed when there was nothing to be late for", () => {
    const { known } = run(situation({ hours: 97, delivery: late }));
    const waiting = deliveryOf({ lateness: { state: "delivered_late", lateByMs: hourMs, stoppedAt: at(98) } });
    expect(decideIncidents(situation({ hours: 99, parcel: parcelOf("ready_for_pickup"), delivery: waiting, known }))).toEqual([]);
    const withdrawn = deliveryOf({ lateness: { state: "unknown_promise", dueAt: null, promiseId: null } });
    expect(brief(decideIncidents(situation({ hours: 99, delivery: withdrawn, known })))).toEqual([
      "late: resolve dismissed mistaken (not_overdue)",
    ]);
  });

  it("stays open when the delivery failed for good: no clock runs then, and nobody was reached", () => {
    const { known } = run(situation({ hours: 97, delivery: late }));
    expect(decideIncidents(situation({ hours: 99, parcel: parcelOf("failed"), delivery: deliveryOf(), known }))).toEqual([]);
    expect(decideIncidents(situation({ hours: 99, delivery: deliveryOf(), known }))).toHaveLength(1);
  });

  it("does not come back through the same promise after a person closed it, but through another one", () => {
    const { known } = run(situation({ hours: 97, delivery: late }));
    const closed = known.map((incident) => ({
      ...incident,
      state: "resolved" as const,
      closedBecause: "remedied" as const,
      closedAt: at(98),
    }));
    expect(decideIncidents(situation({ hours: 150, delivery: veryLate, known: closed }))).toEqual([]);
    const again = deliveryOf({ lateness: { state: "late", promiseId: "promise2", dueAt: at(140), lateByMs: 1 } });
    expect(brief(decideIncidents(situation({ hours: 150, delivery: again, known: closed })))).toEqual(["late: open open (due_passed)"]);
  });

  it("is not taken back by the clock when an agent entered it", () => {
    const evidence = [{ by: "agent" as const, at: at(50), code: "agent_report", values: {}, text: null }];
    const known = [incidentOf("late", { evidence }), incidentOf("stalled", { evidence }), incidentOf("lost", { evidence })];
    expect(decideIncidents(situation({ hours: 60, known }))).toEqual([]);
  });

  it("is given up with the order", () => {
    const { known } = run(situation({ hours: 97, delivery: late }));
    const order = orderOf([], { status: "cancelled" });
    expect(brief(decideIncidents(situation({ hours: 98, delivery: late, order, known })))).toEqual([
      "late: resolve resolved given_up (order_cancelled)",
    ]);
    expect(decideIncidents(situation({ hours: 98, delivery: late, order }))).toEqual([]);
  });
});

describe("stalled", () => {
  // The last scan was 24 hours after the start and may take 72.
  const stalled = deliveryOf({ lateness: { state: "at_risk", risk: "stalled", stalledSince: at(96) } });

  it("is suspected at first, certain after as long again, over with the next scan", () => {
    const first = run(situation({ hours: 97, delivery: stalled }));
    expect(brief(first.changes)).toEqual(["stalled: open suspected (no_scan)"]);
    expect(run(situation({ hours: 167, delivery: stalled, known: first.known })).changes).toEqual([]);
    const second = run(situation({ hours: 168, delivery: stalled, known: first.known }));
    expect(brief(second.changes)).toEqual(["stalled: strengthen open (still_no_scan)"]);
    const parcel = parcelOf("in_transit", { lastScanAt: at(170) });
    const third = run(situation({ hours: 171, parcel, known: second.known }));
    expect(brief(third.changes)).toEqual(["stalled: resolve resolved moved_again (moved_again)"]);
  });

  it("is open at once when it is noticed late, and a second stall is a second incident", () => {
    const first = run(situation({ hours: 200, delivery: stalled }));
    expect(brief(first.changes)).toEqual(["stalled: open open (no_scan still_no_scan)"]);
    const parcel = parcelOf("in_transit", { lastScanAt: at(201) });
    const again = deliveryOf({ lateness: { stalledSince: at(273) } });
    const second = run(situation({ hours: 274, parcel, delivery: again, known: first.known }));
    expect(brief(second.changes)).toEqual(["stalled: resolve resolved moved_again (moved_again)", "stalled: open suspected (no_scan)"]);
  });
});

describe("lost", () => {
  it("is open when the courier says so and dismissed when it moves again", () => {
    for (const kind of ["lost", "destroyed", "compensated"] as const) {
      const first = run(situation({ hours: 40, delivery: deliveryOf({ exceptions: [exception(kind, "carrier", 30)] }) }));
      expect(brief(first.changes)).toEqual(["lost: open open (carrier_exception)"]);
      expect(first.changes[0]?.evidence[0]?.values).toEqual({ exception: kind, since: at(30) });
      const parcel = parcelOf("in_transit", { lastScanAt: at(50) });
      const moved = deliveryOf({ exceptions: [exception(kind, "carrier", 30, 50)] });
      expect(brief(run(situation({ hours: 51, parcel, delivery: moved, known: first.known })).changes)).toEqual([
        "lost: resolve dismissed mistaken (moved_again)",
      ]);
    }
  });

  it("is suspected after more than ten working days without a scan, and only while somebody carries it", () => {
    const quiet = { delivery: deliveryOf({ lateness: { state: "unknown_promise" } }) };
    expect(decideIncidents(situation({ hours: 24 + 15 * 24, ...quiet }))).toEqual([]);
    expect(brief(decideIncidents(situation({ hours: 24 + 16 * 24, ...quiet })))).toEqual(["lost: open suspected (no_scan_for_days)"]);
    for (const status of ["label_created", "ready_for_pickup", "delivered", "returned", "cancelled"] as const)
      expect(decideIncidents(situation({ hours: 9_999, ...quiet, parcel: parcelOf(status) })).filter((it) => it.kind === "lost")).toEqual(
        [],
      );
  });

  it("is confirmed by the courier, and not dismissed by the scan with which the courier says so", () => {
    const suspected = run(situation({ hours: 24 + 16 * 24 }));
    const parcel = parcelOf("in_transit", { lastScanAt: at(410) });
    const delivery = deliveryOf({ exceptions: [exception("lost", "carrier", 410)] });
    expect(brief(run(situation({ hours: 411, parcel, delivery, known: suspected.known })).changes)).toEqual([
      "lost: strengthen open (carrier_exception)",
    ]);
  });
});

describe("what people and couriers report", () => {
  it.each([
    ["damaged", "damaged", "customer", "customer_report"],
    ["damaged", "damaged", "carrier", "carrier_exception"],
    ["missing_items", "missing_items", "customer", "customer_report"],
    ["wrong_item", "wrong_item", "customer", "customer_report"],
    ["delivered_not_received", "delivered_not_received", "customer", "customer_report"],
    ["lost", "lost", "agent", "agent_report"],
    ["address_problem", "address_issue", "carrier", "carrier_exception"],
    ["customs_hold", "customs_hold", "carrier", "carrier_exception"],
    ["refused", "refused", "carrier", "carrier_exception"],
  ] as const)("opens %s for %s by the %s", (kind, said, by, code) => {
    const changes = decideIncidents(situation({ hours: 40, delivery: deliveryOf({ exceptions: [exception(said, by, 30)] }) }));
    expect(brief(changes)).toEqual([`${kind}: open open (${code})`]);
  });

  it.each(["damaged", "missing_items", "wrong_item", "delivered_not_received"] as const)("dismisses %s when it was taken back", (kind) => {
    const parcel = parcelOf("delivered");
    const first = run(situation({ hours: 40, parcel, delivery: deliveryOf({ exceptions: [exception(kind, "customer", 30)] }) }));
    const delivery = deliveryOf({ exceptions: [exception(kind, "customer", 30, 50)] });
    const second = run(situation({ hours: 51, parcel, delivery, known: first.known }));
    expect(brief(second.changes)).toEqual([`${kind}: resolve dismissed mistaken (exception_cleared)`]);
    expect(run(situation({ hours: 52, parcel, delivery, known: second.known })).changes).toEqual([]);
  });

  it("adds the customer's word to the courier's", () => {
    const first = run(situation({ hours: 40, delivery: deliveryOf({ exceptions: [exception("damaged", "carrier", 30)] }) }));
    const confirmed = deliveryOf({ exceptions: [exception("damaged", "carrier", 30), exception("damaged", "customer", 60)] });
    const second = run(situation({ hours: 61, parcel: parcelOf("delivered"), delivery: confirmed, known: first.known }));
    expect(brief(second.changes)).toEqual(["damaged: strengthen open (customer_report)"]);
    const taken = deliveryOf({ exceptions: [exception("damaged", "carrier", 30), exception("damaged", "customer", 60, 70)] });
    expect(run(situation({ hours: 71, parcel: parcelOf("delivered"), delivery: taken, known: second.known })).changes).toEqual([]);
  });

  it("does not open a second one beside the order's own", () => {
    const evidence = [{ by: "customer" as const, at: at(29), code: "customer_report", values: {}, text: null }];
    const known = [incidentOf("damaged", { parcelId: null, evidence })];
    const delivery = deliveryOf({ exceptions: [exception("damaged", "customer", 30)] });
    expect(brief(decideIncidents(situation({ hours: 40, delivery, known })))).toEqual(["damaged: strengthen open (customer_report)"]);
  });

  it.each([
    ["address_issue", "address_problem"],
    ["customs_hold", "customs_hold"],
    ["refused", "refused"],
  ] as const)("ends %s when the parcel goes on", (said, kind) => {
    const first = run(situation({ hours: 40, delivery: deliveryOf({ exceptions: [exception(said, "carrier", 30)] }) }));
    const delivery = deliveryOf({ exceptions: [exception(said, "carrier", 30, 50)] });
    const second = run(situation({ hours: 51, delivery, known: first.known }));
    expect(brief(second.changes)).toEqual([`${kind}: resolve resolved moved_again (exception_cleared)`]);
    const again = deliveryOf({ exceptions: [...delivery.exceptions, exception(said, "carrier", 60)] });
    expect(brief(run(situation({ hours: 61, delivery: again, known: second.known })).changes)).toEqual([
      `${kind}: open open (carrier_exception)`,
    ]);
  });
});

describe("the way back", () => {
  const turned = [checkpoint(50, "returning", { leg: "return" }), checkpoint(24, "in_transit"), checkpoint(4, "handed_over")];

  it("is an incident for a parcel that turned around and ends what it overtakes", () => {
    const known = [incidentOf("late"), incidentOf("failed_attempt"), incidentOf("address_problem")];
    const parcel = parcelOf("returning", { checkpoints: turned, lastScanAt: at(50) });
    expect(brief(decideIncidents(situation({ hours: 51, parcel, delivery: late, known })))).toEqual([
      "late: resolve resolved returned (went_back)",
      "returned_to_sender: open open (carrier_status)",
      "failed_attempt: resolve resolved returned (went_back)",
      "address_problem: resolve resolved returned (went_back)",
    ]);
  });

  it("keeps a refusal open on the way back and ends it when the parcel is back", () => {
    const delivery = deliveryOf({ exceptions: [exception("refused", "carrier", 40, 50)] });
    const known = [
      incidentOf("refused", {
        evidence: [{ by: "carrier", at: at(40), code: "carrier_exception", values: { exception: "refused", since: at(40) }, text: null }],
      }),
    ];
    const kinds = (parcel: ReturnType<typeof parcelOf>) => brief(decideIncidents(situation({ hours: 80, parcel, delivery, known })));
    expect(kinds(parcelOf("returning", { checkpoints: turned }))).toEqual(["returned_to_sender: open open (carrier_status)"]);
    const back = [checkpoint(70, "returned", { leg: "return" }), ...turned];
    expect(kinds(parcelOf("returned", { checkpoints: back }))).toEqual([
      "returned_to_sender: open open (carrier_status carrier_status)",
      "refused: resolve resolved returned (went_back)",
    ]);
  });

  it("is none for a customer's return, a recall or a cancelled order, and over when the parcel turns again", () => {
    const own = parcelOf("returning", { checkpoints: [checkpoint(50, "returning", { leg: "return" })] });
    expect(decideIncidents(situation({ hours: 51, parcel: own, delivery: late }))).toEqual([]);
    const parcel = parcelOf("returning", { checkpoints: turned });
    const recalled = deliveryOf({ exceptions: [exception("recalled_by_sender", "agent", 40)] });
    expect(decideIncidents(situation({ hours: 51, parcel, delivery: recalled }))).toEqual([]);
    expect(decideIncidents(situation({ hours: 51, parcel, order: orderOf([], { status: "cancelled" }) }))).toEqual([]);
    const first = run(situation({ hours: 51, parcel }));
    const forward = parcelOf("in_transit", { checkpoints: [checkpoint(60, "in_transit"), ...turned], lastScanAt: at(60) });
    expect(brief(run(situation({ hours: 61, parcel: forward, known: first.known })).changes)).toEqual([
      "returned_to_sender: resolve resolved moved_again (moved_again)",
    ]);
  });
});

describe("pickup and attempts", () => {
  const waiting = (until: number, untilAssumed = false) => ({
    parcel: parcelOf("ready_for_pickup"),
    delivery: deliveryOf({ pickup: { name: "Locker 7", until: at(until), untilAssumed } }),
  });

  it("warns from 24 hours before the end, and is over when the parcel is collected", () => {
    expect(decideIncidents(situation({ hours: 75, ...waiting(100) }))).toEqual([]);
    const first = run(situation({ hours: 76, ...waiting(100) }));
    expect(brief(first.changes)).toEqual(["pickup_expiring: open open (pickup_ends_soon)"]);
    const second = run(situation({ hours: 101, ...waiting(100), known: first.known }));
    expect(brief(second.changes)).toEqual(["pickup_expiring: strengthen open (pickup_over)"]);
    expect(brief(run(situation({ hours: 102, parcel: parcelOf("delivered"), known: second.known })).changes)).toEqual([
      "pickup_expiring: resolve resolved collected (collected)",
    ]);
  });

  it("only suspects when the deadline is assumed, and starts anew when it was extended", () => {
    const first = run(situation({ hours: 80, ...waiting(100, true) }));
    expect(brief(first.changes)).toEqual(["pickup_expiring: open suspected (pickup_ends_soon)"]);
    const second = run(situation({ hours: 90, ...waiting(148), known: first.known }));
    expect(brief(second.changes)).toEqual(["pickup_expiring: resolve dismissed mistaken (pickup_extended)"]);
    expect(brief(run(situation({ hours: 125, ...waiting(148), known: second.known })).changes)).toEqual([
      "pickup_expiring: open open (pickup_ends_soon)",
    ]);
  });

  it("adds each further attempt to the same incident, until it is delivered or waits to be collected", () => {
    const attempts = [checkpoint(30, "delivery_attempted"), checkpoint(4, "handed_over")];
    const first = run(situation({ hours: 31, parcel: parcelOf("delivery_attempted", { checkpoints: attempts }) }));
    expect(brief(first.changes)).toEqual(["failed_attempt: open open (carrier_status)"]);
    const more = [checkpoint(54, "delivery_attempted"), ...attempts];
    const second = run(situation({ hours: 55, parcel: parcelOf("delivery_attempted", { checkpoints: more }), known: first.known }));
    expect(brief(second.changes)).toEqual(["failed_attempt: strengthen open (carrier_status)"]);
    expect(second.known[0]?.evidence.map((entry) => entry.at)).toEqual([at(30), at(54)]);
    for (const [status, because] of [
      ["delivered", "delivered"],
      ["ready_for_pickup", "moved_again"],
    ] as const)
      expect(decideIncidents(situation({ hours: 70, parcel: parcelOf(status, { checkpoints: more }), known: second.known }))).toMatchObject(
        [{ change: "resolve", kind: "failed_attempt", because }],
      );
  });

  it("opens nothing for an attempt that is learned of together with the delivery, or that does not count", () => {
    const attempts = [checkpoint(54, "delivered"), checkpoint(30, "delivery_attempted"), checkpoint(4, "handed_over")];
    expect(decideIncidents(situation({ hours: 55, parcel: parcelOf("delivered", { checkpoints: attempts }) }))).toEqual([]);
    const uncounted = deliveryOf({ uncounted: [{ checkpointId: "delivery_attempted-30", reason: "before_order" }] });
    const parcel = parcelOf("in_transit", { checkpoints: attempts.slice(1) });
    expect(decideIncidents(situation({ hours: 55, parcel, delivery: uncounted }))).toEqual([]);
    const collected = [checkpoint(40, "ready_for_pickup"), ...attempts.slice(1)];
    expect(decideIncidents(situation({ hours: 55, parcel: parcelOf("on_hold", { checkpoints: collected }) }))).toEqual([]);
  });
});
