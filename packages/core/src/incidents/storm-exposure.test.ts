import { conformanceClock } from "@askonce/testkit";
import { describe, expect, it, onTestFinished } from "vitest";
import { createPlatform } from "../platform/platform.ts";
import { silentLogger } from "../platform/silent-logger.ts";
import { createStore } from "../storage/store.ts";
import { testStorage } from "../testing/test-storage.ts";
import { countExposure, forgetExposure, readExposure } from "./storm-exposure.sql.ts";
import { createExposure, exposedAt, exposureStart, exposureStep } from "./storm-exposure.ts";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const courier = { cause: "carrier", causeName: "Cargus" } as const;
const longer = { cause: "carrier", causeName: "Cargus:12345678" } as const;

describe("a parcel that could have been late", () => {
  const now = Date.parse("2026-11-20T22:00:01Z");
  const due = (at: string, state: "open" | "kept" | "broken" | "superseded" | "withdrawn") => ({ id: "p", dueAt: at, state });
  const open = [{ id: "p", state: "open" as const }];
  const ended = (more: Partial<Parameters<typeof exposedAt>[0]>) =>
    exposedAt({ promiseId: "p", before: open, after: [due("2026-11-20T21:59:59Z", "broken")], isLateNow: false, now, ...more });

  it("counts when it is known how its promise ended, not before it was due, and once", () => {
    expect(ended({})).toBe(now);
    const later = "2026-11-22T21:59:59Z";
    expect(ended({ after: [due(later, "kept")] })).toBe(Date.parse(later));
    expect(ended({ after: [due(later, "superseded")] })).toBe(Date.parse(later));
    expect(ended({ after: [due(later, "open")] })).toBeNull();
    expect(ended({ after: [due(later, "withdrawn")] })).toBeNull();
    expect(ended({ before: [{ id: "p", state: "kept" }] })).toBeNull();
    expect(ended({ promiseId: "other" })).toBeNull();
    expect(ended({ promiseId: null })).toBeNull();
  });

  it("does not count when it was over before it was seen, unless it is found to be late now", () => {
    const after = [due("2026-11-01T21:59:59Z", "broken")];
    expect(ended({ before: [], after })).toBeNull();
    expect(ended({ before: [], after, isLateNow: true })).toBe(now);
    expect(ended({ before: [], after: [due("2026-11-22T21:59:59Z", "kept")] })).toBe(Date.parse("2026-11-22T21:59:59Z"));
  });

  it("falls into the same stretch whether it was late or not, when its day or half hour ends", () => {
    for (const end of ["2026-11-20T21:59:59Z", "2026-11-20T16:00:00Z", "2026-11-20T16:30:00Z"]) {
      const moment = Date.parse(end);
      expect(exposureStep(moment)).toBe(exposureStep(moment + 15 * 60_000));
      expect(exposureStart(moment)).toBeLessThan(moment);
      expect(moment - exposureStart(moment)).toBeLessThan(hourMs);
    }
  });
});

it("sums what was counted of a cause between two moments", () => {
  const at = exposureStart(Date.parse("2026-11-20T12:00:00Z"));
  const counted = [0, 1, 1, 5].map((hours) => ({ cause: courier, step: exposureStep(at + hours * hourMs), parcels: 2 }));
  const exposure = createExposure(at, [...counted.toReversed(), { cause: null, step: exposureStep(at), parcels: 9 }]);
  expect(exposure.between(courier, at, at)).toBe(2);
  expect(exposure.between(courier, at, at + hourMs)).toBe(6);
  expect(exposure.between(courier, at + hourMs, at + 9 * hourMs)).toBe(6);
  expect(exposure.between(courier, at + 2 * hourMs, at + 4 * hourMs)).toBe(0);
  expect(exposure.between(courier, at - dayMs, at - 1)).toBe(0);
  expect(exposure.between(null, at - dayMs, at + dayMs)).toBe(9);
  expect(exposure.between(longer, at - dayMs, at + dayMs)).toBe(0);
});

it("is stored by cause and hour, read by range, and forgotten when it is old", async () => {
  const clock = conformanceClock(Date.parse("2026-11-20T12:00:00Z"));
  const shop = { id: "shop", name: "Shop", timeZone: "Europe/Bucharest", language: "en" };
  const store = createStore(testStorage(), shop, createPlatform(clock, silentLogger, fetch), () => {});
  onTestFinished(async () => {
    await store.close();
    clock.stop();
  });
  const now = clock.now();
  const count = (at: number, ...causes: Parameters<typeof countExposure>[2]) =>
    store.write((database) => countExposure(database, "shop", causes, at));
  const read = async (from: number, until: number) => readExposure(await store.ready(), "shop", [courier, longer], from, until);
  expect(await read(now - dayMs, now)).toBeNull();
  await count(now, courier);
  await count(now + 1, courier);
  await count(now, longer, courier);
  await count(now - 40 * dayMs, courier);
  await count(now + 3 * dayMs, courier);
  const exposure = await read(now - 30 * dayMs, now);
  expect(exposure?.between(courier, now - 90 * dayMs, now + 90 * dayMs)).toBe(3);
  expect(exposure?.between(longer, now - dayMs, now)).toBe(1);
  expect(exposure?.between(null, now - dayMs, now)).toBe(3);
  expect(Math.abs((exposure?.since ?? 0) - (now - 40 * dayMs))).toBeLessThanOrEqual(2 * hourMs);
  expect((await read(now - 50 * dayMs, now + 9 * dayMs))?.between(courier, now - 50 * dayMs, now + 9 * dayMs)).toBe(5);
  await forgetExposure(store, now);
  expect((await read(now - 50 * dayMs, now))?.between(null, now - 50 * dayMs, now)).toBe(4);
  await forgetExposure(store, now + 300 * dayMs);
  expect(await read(now - 50 * dayMs, now + 9 * dayMs)).toBeNull();
});
