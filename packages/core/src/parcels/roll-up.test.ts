import type { DeliveryException, DeliveryStatus, ExceptionFact } from "@askonce/spec";
import { expect, it } from "vitest";
import { rollUpParcels, rollUpStatus, worstSeverity } from "./roll-up.ts";

const at = "2026-11-20T12:00:00Z";
const fact = (kind: DeliveryException, clearedAt: string | null = null): ExceptionFact => ({
  kind,
  by: "carrier",
  since: "2026-11-18T02:00:00Z",
  clearedAt,
});
const parcel = (status: DeliveryStatus, exceptions: ExceptionFact[] = []) => ({
  status,
  leg: status === "returned" ? ("return" as const) : ("forward" as const),
  deliveredAt: status === "delivered" ? "2026-11-19T10:00:00Z" : null,
  lastScanAt: null,
  exceptions,
});

it("is the least advanced parcel's, and unknown without parcels", () => {
  expect(rollUpParcels([parcel("delivered"), parcel("in_transit"), parcel("out_for_delivery")], at).status).toBe("in_transit");
  expect(rollUpParcels([], at)).toEqual({ status: "unknown", leg: "forward", exceptions: [], severity: 0 });
});

it("derives a partial delivery from some that came and some that did not", () => {
  const partial = { kind: "partial_delivery", by: "derived", since: "2026-11-19T10:00:00Z", clearedAt: null };
  expect(rollUpParcels([parcel("delivered"), parcel("in_transit")], at).exceptions).toEqual([partial]);
  expect(rollUpParcels([parcel("delivered"), parcel("returned")], at).exceptions).toEqual([partial]);
  expect(rollUpParcels([parcel("delivered"), parcel("delivered")], at).exceptions).toEqual([]);
  expect(rollUpParcels([parcel("in_transit"), parcel("returned")], at).exceptions).toEqual([]);
  // A voided label is no missing box.
  expect(rollUpParcels([parcel("delivered"), parcel("cancelled")], at)).toMatchObject({ status: "delivered", exceptions: [] });
  expect(rollUpStatus([{ ...parcel("delivered"), deliveredAt: null }, parcel("in_transit")])).toMatchObject({
    isPartial: true,
    partialSince: null,
  });
});

it("weighs as much as the worst open exception", () => {
  const parcels = [parcel("in_transit", [fact("weather_delay")]), parcel("on_hold", [fact("damaged")])];
  expect(rollUpParcels(parcels, at)).toMatchObject({ status: "in_transit", severity: 3 });
  expect(worstSeverity([fact("damaged", at), fact("weather_delay")])).toBe(1);
  expect(worstSeverity([fact("locker_ready")])).toBe(0);
});
