import type { DeliveryStatus } from "@askonce/spec";
import { describe, expect, it } from "vitest";
import { checkpoint, report, situation, tracked } from "./__fixtures__/parcels.ts";
import { foldParcel } from "./parcel-state.ts";

const fold = (...given: Parameters<typeof situation>) => foldParcel(situation(...given));

describe("waiting to be collected", () => {
  const ready = checkpoint("ready_for_pickup", "2026-11-19T10:00:00Z", { exceptions: ["locker_ready"] });
  const hold = { pickupHoldMs: 48 * 3_600_000 };
  const kinds = (folded: ReturnType<typeof fold>) =>
    folded.delivery.exceptions.filter(({ clearedAt }) => clearedAt === null).map(({ kind }) => kind);
  const at = (now: string) => ({ ...hold, now: Date.parse(now) });

  it("lasts as long as the courier says", () => {
    const said = tracked([ready], { pickupPoint: { id: "9", name: "Locker 9" }, pickupUntil: "2026-11-20T20:00:00Z" });
    const folded = fold([report(said)], hold);
    expect(folded.delivery.pickup).toEqual({ name: "Locker 9", until: "2026-11-20T20:00:00Z", untilAssumed: false });
    expect(kinds(folded)).toEqual(["locker_ready", "pickup_expiring"]);
    expect(kinds(fold([report(said)], at("2026-11-20T20:00:01Z")))).toEqual(["locker_ready", "pickup_expired"]);
  });

  it("is assumed otherwise, and then never expires by itself", () => {
    const folded = fold([report(tracked([ready]))], at("2026-11-19T12:00:00Z"));
    expect(folded.delivery.pickup).toEqual({ name: null, until: "2026-11-21T10:00:00Z", untilAssumed: true });
    expect(kinds(folded)).toEqual(["locker_ready"]);
    expect(kinds(fold([report(tracked([ready]))], at("2026-11-20T10:00:01Z")))).toEqual(["locker_ready", "pickup_expiring"]);
    expect(kinds(fold([report(tracked([ready]))], at("2026-11-25T10:00:00Z")))).toEqual(["locker_ready", "pickup_expiring"]);
    expect(fold([report(tracked([ready]))]).delivery.pickup).toEqual({ name: null, until: null, untilAssumed: false });
  });

  it("is counted from the first notice and over when it is collected or sent back", () => {
    const reminder = checkpoint("ready_for_pickup", "2026-11-20T08:00:00Z");
    const reminded = fold([report(tracked([reminder, ready]))], hold);
    expect(reminded.delivery.pickup?.until).toBe("2026-11-21T10:00:00Z");
    expect(kinds(reminded)).toContain("locker_ready");
    for (const end of ["delivered", "returning"] as DeliveryStatus[]) {
      const over = fold([report(tracked([checkpoint(end, "2026-11-20T11:00:00Z"), ready]))], hold);
      expect(over.delivery.pickup).toBeNull();
      expect(over.delivery.exceptions).toEqual([
        { kind: "locker_ready", by: "carrier", since: ready.at, clearedAt: "2026-11-20T11:00:00Z" },
      ]);
    }
  });
});
