import { type Incident, type IncidentKind, incidentKinds, type Parcel, type ParcelDelivery, supportedLanguages } from "@askonce/spec";
import { describe, expect, it } from "vitest";
import { at, checkpoint, deliveryOf, exception, hourMs, incidentOf, parcelOf, start } from "../incidents/__fixtures__/parcels.ts";
import { type MessageQuestion, outreachMessage } from "./outreach-message.ts";
import { reportAcknowledgement } from "./report-acknowledgement.ts";

const zone = "Europe/Bucharest";
const late = deliveryOf({ lateness: { state: "late", lateByMs: hourMs } });
const turned = { checkpoints: [checkpoint(90, "returning", { leg: "return" }), checkpoint(20, "in_transit")] };
const carriers = { evidence: [{ by: "carrier" as const, at: at(30), code: "carrier_exception", values: {}, text: null }] };

/** Each kind in the state it is usually told in. */
const usual: Record<IncidentKind, { parcel: Parcel; delivery: ParcelDelivery; incident?: Partial<Incident> }> = {
  late: { parcel: parcelOf("in_transit"), delivery: late },
  stalled: { parcel: parcelOf("in_transit"), delivery: deliveryOf({ lateness: { stalledSince: at(96), dueAt: at(200) } }) },
  lost: { parcel: parcelOf("in_transit"), delivery: late, incident: carriers },
  damaged: { parcel: parcelOf("in_transit"), delivery: deliveryOf(), incident: carriers },
  missing_items: { parcel: parcelOf("delivered"), delivery: deliveryOf() },
  wrong_item: { parcel: parcelOf("delivered"), delivery: deliveryOf() },
  delivered_not_received: { parcel: parcelOf("delivered"), delivery: deliveryOf() },
  returned_to_sender: { parcel: parcelOf("returning", turned), delivery: deliveryOf() },
  pickup_expiring: {
    parcel: parcelOf("ready_for_pickup"),
    delivery: deliveryOf({ pickup: { name: "Locker 7", until: at(110), untilAssumed: false } }),
  },
  failed_attempt: { parcel: parcelOf("delivery_attempted"), delivery: deliveryOf() },
  address_problem: { parcel: parcelOf("on_hold"), delivery: deliveryOf({ exceptions: [exception("address_issue", "carrier", 30)] }) },
  customs_hold: { parcel: parcelOf("on_hold"), delivery: deliveryOf({ exceptions: [exception("customs_hold", "carrier", 30)] }) },
  refused: { parcel: parcelOf("returning", turned), delivery: deliveryOf() },
};
function question(kind: IncidentKind, more: Partial<MessageQuestion> = {}): MessageQuestion {
  const { parcel, delivery, incident } = usual[kind];
  return {
    incident: incidentOf(kind, incident),
    change: "open",
    orderNumber: "1042",
    parcel,
    delivery,
    language: "en",
    zone,
    now: start + 97 * hourMs,
    ...more,
  };
}
const all = incidentKinds.flatMap((kind) =>
  (["open", "strengthen"] as const).flatMap((change) => supportedLanguages.map((language) => [kind, change, language] as const)),
);

describe("a message", () => {
  it.each(all)("of %s, %s, in %s", (kind, change, language) => {
    const message = outreachMessage(question(kind, { change, language }));
    expect(message?.key).toBe(`${kind}.${change}`);
    for (const text of [message?.subject, message?.text]) {
      expect(text).toContain("1042");
      expect(text).not.toMatch(/[{}?]|undefined|\bnull\b|Invalid| {2}|^\s|\s$/);
    }
    expect(message?.subject.length).toBeLessThan(70);
    expect(message?.text.length).toBeLessThan(500);
  });

  it("carries the live answer, what is promised, and what is asked of nobody", () => {
    const message = outreachMessage(question("late"));
    expect(message?.subject).toBe("Your order 1042 is later than planned");
    expect(message?.text).toBe(
      "Order 1042 should have reached you by Friday 20 November, and it has not arrived yet. We are sorry. It was last scanned on Tuesday 17 November. We are taking it up with the courier and will write to you by Monday 23 November. You do not need to do anything. You can follow it here: https://track.example.test/EX123456789",
    );
    expect(message?.promise).toEqual({ kind: "reply", dueAt: "2026-11-23T16:00:00.000Z" });
    expect(outreachMessage(question("late", { position: { number: 2, count: 3 } }))?.text).toContain("parcel 2 of 3");
    expect(outreachMessage(question("pickup_expiring"))?.text).not.toContain("do not need");
  });

  it.each([
    ["late", "delivered", "delivered", parcelOf("delivered"), "was delivered"],
    ["stalled", "moved_again", "moved_again", parcelOf("in_transit"), "The parcel is moving again."],
    ["lost", "mistaken", "moved_again", parcelOf("in_transit"), "The parcel is moving again."],
    ["failed_attempt", "returned", "went_back", parcelOf("returning", turned), "on its way back"],
    ["late", "remedied", "agent_report", parcelOf("in_transit"), null],
    ["late", "mistaken", "not_overdue", parcelOf("in_transit"), null],
    ["pickup_expiring", "collected", "collected", parcelOf("delivered"), null],
    ["late", "given_up", "order_cancelled", parcelOf("in_transit"), null],
  ] as const)("of the end of %s because %s (%s)", (kind, closedBecause, code, parcel, said) => {
    const evidence = [{ by: "carrier" as const, at: at(100), code, values: {}, text: null }];
    const incident = incidentOf(kind, { state: "resolved", closedBecause, closedAt: at(101), evidence });
    const message = outreachMessage(
      question(kind, { incident, change: "resolve", parcel, delivery: deliveryOf({ lateness: { dueAt: at(200) } }) }),
    );
    if (said === null) expect(message).toBeNull();
    else expect(message?.text).toContain(said);
  });
});

describe("an acknowledgement", () => {
  const kinds = ["damaged", "missing_items", "wrong_item", "delivered_not_received"] as const;
  it.each(kinds.flatMap((kind) => supportedLanguages.map((language) => [kind, language] as const)))("of %s in %s", (kind, language) => {
    for (const photos of [0, 1, 3, 20]) {
      const { text, promise } = reportAcknowledgement({ kind, orderNumber: "1042", photos, language, zone, now: start });
      expect(text).toContain("1042");
      expect(text).not.toMatch(/[{}?]|undefined| {2}/);
      expect(promise).toEqual({ kind: "reply", dueAt: "2026-11-17T16:00:00.000Z" });
    }
  });

  it("says what arrived, once", () => {
    const text = (photos: number, language: string) =>
      reportAcknowledgement({ kind: "damaged", orderNumber: "1042", photos, language, zone, now: start }).text;
    expect(text(0, "ro")).toBe(
      "Vă mulțumim că ne-ați anunțat. Am primit sesizarea dumneavoastră despre o deteriorare la comanda 1042. Ne pare foarte rău. Vă scriem cu o soluție până marți, 17 noiembrie.",
    );
    expect(text(3, "ro")).toContain("Cele 3 fotografii");
    expect(text(20, "ro")).toContain("Cele 20 de fotografii");
    expect(text(1, "it")).toContain("La foto è arrivata");
  });
});
