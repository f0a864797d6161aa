import { deliveryExceptions, deliveryStatuses, type Incident, incidentEvidenceSchema, incidentKinds, incidentSchema } from "@askonce/spec";
import { describe, expect, it } from "vitest";
import { at, checkpoint, deliveryOf, exception, onTime, orderOf, parcelOf } from "./__fixtures__/parcels.ts";
import { createRandom, type Random } from "./__fixtures__/random.ts";
import { brief, run, situation } from "./__fixtures__/situations.ts";
import { incidentEvidenceCodes } from "./evidence-codes.ts";
import { decideIncidents } from "./incident.ts";
import { isActive } from "./incident-state.ts";
import type { ParcelSituation } from "./situation.ts";

describe("for any history", () => {
  const latenessStates = ["on_time", "at_risk", "late", "very_late", "delivered_late", "unknown_promise"] as const;
  const sources = ["carrier", "customer", "agent"] as const;

  function anySituation(random: Random, hours: number, known: Incident[]): ParcelSituation {
    const status = random.pick(deliveryStatuses);
    const moments = Array.from({ length: random.integer(0, 6) }, () => random.integer(0, hours)).sort((one, other) => other - one);
    const checkpoints = moments.map((moment) =>
      checkpoint(moment, random.pick(deliveryStatuses), { leg: random.chance(0.8) ? "forward" : "return" }),
    );
    const exceptions = Array.from({ length: random.integer(0, 3) }, () => {
      const since = random.integer(0, hours);
      return exception(
        random.pick(deliveryExceptions),
        random.pick(sources),
        since,
        random.chance(0.3) ? random.integer(since, hours) : null,
      );
    });
    const isStopped = random.chance(0.2);
    return situation({
      hours,
      parcel: parcelOf(status, { checkpoints, lastScanAt: random.chance(0.9) ? at(random.integer(0, hours)) : null }),
      delivery: deliveryOf({
        exceptions,
        lateness: {
          ...onTime,
          state: random.pick(latenessStates),
          promiseId: random.pick(["promise1", "promise2"]),
          stalledSince: random.chance(0.4) ? at(random.integer(0, hours)) : null,
          stoppedAt: isStopped ? at(random.integer(0, hours)) : null,
        },
        pickup: random.chance(0.4) ? { name: null, until: at(random.integer(0, hours + 48)), untilAssumed: random.chance(0.5) } : null,
      }),
      order: orderOf([], { status: random.chance(0.05) ? "cancelled" : "open" }),
      known,
    });
  }

  it("decides nothing more when asked again, holds one active incident of a kind, and makes valid incidents", () => {
    const random = createRandom(20_261_122);
    const seenKinds = new Set<string>();
    const seenEnds = new Set<string>();
    for (let history = 0; history < 1_500; history += 1) {
      let known: Incident[] = [];
      for (let step = 1; step <= 6; step += 1) {
        const given = anySituation(random, step * random.integer(5, 80), known);
        const first = run(given);
        expect(decideIncidents(given)).toEqual(first.changes);
        known = first.known;
        expect(brief(decideIncidents({ ...given, known })), `history ${history}, step ${step}`).toEqual([]);
        for (const change of first.changes) {
          seenKinds.add(change.kind);
          if (change.change === "resolve") seenEnds.add(change.because);
        }
      }
      for (const kind of incidentKinds)
        expect(known.filter((incident) => incident.kind === kind && isActive(incident)).length).toBeLessThanOrEqual(1);
      for (const incident of known) {
        expect(incidentSchema.safeParse(incident).success).toBe(true);
        expect(isActive(incident)).toBe(incident.closedAt === null);
        for (const entry of incident.evidence) expect(incidentEvidenceCodes).toContain(entry.code);
      }
    }
    expect([...seenKinds].sort()).toEqual([...incidentKinds].sort());
    expect([...seenEnds].sort()).toEqual(["collected", "delivered", "given_up", "mistaken", "moved_again", "returned"]);
  });

  it("has only codes the vocabulary allows", () => {
    for (const code of incidentEvidenceCodes) {
      expect(incidentEvidenceSchema.safeParse({ by: "derived", at: at(0), code, values: {}, text: null }).success).toBe(true);
    }
    expect(new Set(incidentEvidenceCodes).size).toBe(incidentEvidenceCodes.length);
  });
});
