import type { Checkpoint, DeliveryException } from "@askonce/spec";
import { expect, it } from "vitest";
import { checkpoint, report, reported, situation, tracked } from "./__fixtures__/parcels.ts";
import { foldParcel } from "./parcel-state.ts";

/** The exceptions after these checkpoints, newest first: kind and when it was cleared. */
const after = (...checkpoints: Checkpoint[]) =>
  foldParcel(situation([report(tracked(checkpoints))])).delivery.exceptions.map(({ kind, clearedAt }) => [kind, clearedAt]);

const hold = (kind: DeliveryException) => checkpoint("on_hold", "2026-11-18T02:00:00Z", { exceptions: [kind] });

it("clears a problem when the parcel moves on", () => {
  expect(after(hold("address_issue"))).toEqual([["address_issue", null]]);
  expect(after(checkpoint("in_transit", "2026-11-18T09:00:00Z"), hold("address_issue"))).toEqual([
    ["address_issue", "2026-11-18T09:00:00Z"],
  ]);
});

it("keeps a failed attempt until the next one, not until the depot", () => {
  const absent = checkpoint("delivery_attempted", "2026-11-18T12:00:00Z", { exceptions: ["recipient_absent"] });
  const depot = checkpoint("in_transit", "2026-11-18T18:00:00Z");
  expect(after(depot, absent)).toEqual([["recipient_absent", null]]);
  expect(after(checkpoint("out_for_delivery", "2026-11-19T07:00:00Z"), depot, absent)).toEqual([
    ["recipient_absent", "2026-11-19T07:00:00Z"],
  ]);
});

it.each(["damaged", "destroyed", "compensated"] as const)("never clears %s by moving on", (kind) => {
  expect(after(checkpoint("delivered", "2026-11-19T10:00:00Z"), hold(kind))).toEqual([[kind, null]]);
});

it("clears a loss when it is found", () => {
  const lost = checkpoint("failed", "2026-11-18T12:00:00Z", { exceptions: ["lost"] });
  expect(after(lost)).toEqual([["lost", null]]);
  expect(after(checkpoint("delivered", "2026-11-19T10:00:00Z"), checkpoint("in_transit", "2026-11-19T02:00:00Z"), lost)).toEqual([
    ["lost", "2026-11-19T02:00:00Z"],
  ]);
});

it("keeps the reason of a return on the way back", () => {
  const refused = checkpoint("delivery_attempted", "2026-11-18T12:00:00Z", { exceptions: ["refused"] });
  expect(after(checkpoint("returned", "2026-11-20T10:00:00Z"), checkpoint("returning", "2026-11-18T18:00:00Z"), refused)).toEqual([
    ["refused", null],
  ]);
});

it("keeps a courier's late and stalled as its own words, which decide nothing", () => {
  const delayed = checkpoint("in_transit", "2026-11-19T12:00:00Z", { exceptions: ["late", "stalled"] });
  const { parcel, delivery } = foldParcel(situation([report(tracked([delayed, checkpoint("in_transit", "2026-11-18T02:00:00Z")]))]));
  expect(delivery.exceptions).toEqual([
    { kind: "late", by: "carrier", since: delayed.at, clearedAt: null },
    { kind: "stalled", by: "carrier", since: delayed.at, clearedAt: null },
  ]);
  // A notice of a delay is no scan.
  expect(parcel).toMatchObject({ status: "in_transit", lastScanAt: "2026-11-18T02:00:00Z" });
});

it("keeps what the customer claims until it is taken back", () => {
  const claim = { kind: "damaged", by: "customer", at: "2026-11-18T20:00:00Z", clearedAt: null } as const;
  const reports = [report(tracked([checkpoint("delivered", "2026-11-18T10:00:00Z")]))];
  expect(foldParcel(situation(reports, { claims: [claim] })).delivery.exceptions).toMatchObject([{ kind: "damaged", clearedAt: null }]);
  const cleared = foldParcel(situation(reports, { claims: [{ ...claim, clearedAt: "2026-11-19T09:00:00Z" }] }));
  expect(cleared.delivery.exceptions).toMatchObject([{ kind: "damaged", clearedAt: "2026-11-19T09:00:00Z" }]);
  expect(cleared.parcel.exceptions).toEqual([]);
});

it("begins a problem anew when it comes again", () => {
  const again = checkpoint("on_hold", "2026-11-19T02:00:00Z", { exceptions: ["customs_hold"] });
  expect(after(again, checkpoint("in_transit", "2026-11-18T09:00:00Z"), hold("customs_hold"))).toEqual([
    ["customs_hold", "2026-11-18T09:00:00Z"],
    ["customs_hold", null],
  ]);
});

it("overlooks problems of another parcel and of the future", () => {
  expect(after(checkpoint("on_hold", "2024-05-02T02:00:00Z", { exceptions: ["damaged"] }))).toEqual([]);
  expect(after(checkpoint("on_hold", "2026-11-21T02:00:00Z", { exceptions: ["damaged"] }))).toEqual([]);
});

it("takes a problem from a code that means no status", () => {
  const expired = checkpoint("unknown", "2026-11-19T02:00:00Z", { exceptions: ["data_issue"] });
  const { parcel, delivery } = foldParcel(situation([report(tracked([expired, checkpoint("in_transit", "2026-11-18T02:00:00Z")]))]));
  expect(parcel.status).toBe("in_transit");
  expect(delivery).toMatchObject({ uncounted: [], exceptions: [{ kind: "data_issue" }] });
});

it("keeps the beginning of a problem that has no time", () => {
  const shops = reported({
    status: "unknown",
    rawStatus: null,
    shippedAt: null,
    exceptions: [{ kind: "damaged", by: "carrier", at: null }],
  });
  const first = foldParcel(situation([], { reported: shops }));
  expect(first.delivery.exceptions).toEqual([{ kind: "damaged", by: "carrier", since: "2026-11-20T11:00:00Z", clearedAt: null }]);
  const later = { source: "shop", fetchedAt: "2026-11-20T11:59:00Z" };
  const second = foldParcel(situation([], { reported: shops, reportedBy: later, known: first.delivery.exceptions }));
  expect(second.delivery.exceptions).toEqual(first.delivery.exceptions);
});
