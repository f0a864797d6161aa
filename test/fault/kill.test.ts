import { describe, expect, it } from "vitest";
import { storageUnavailable } from "./ground/run-files.ts";
import { killFault } from "./kill.ts";
import { killPoints } from "./server/kill-points.ts";
import { plantedDefects } from "./server/server-settings.ts";

const noPostgres = await storageUnavailable("postgres");
const clean = { lost: 0, doubled: 0, wrong: 0 };

/** How often each of the four points was met. */
function met(points: Readonly<Record<string, number>>): string[] {
  return killPoints.filter((point) => Object.keys(points).some((name) => name.startsWith(point)));
}

describe("kill -9 under load", () => {
  it("loses and doubles nothing on SQLite", async () => {
    const result = await killFault({ storage: "sqlite", kills: 20, seed: 1 });
    expect(result).toMatchObject({ findings: { lost: [], doubled: [], wrong: [] }, ...clean, ok: true });
    expect(met(result.points)).toEqual(killPoints);
    expect(result.acked.webhooks).toBeGreaterThan(100);
    expect(result.acked.commands).toBeGreaterThan(10);
    expect(result.resumedMs.n).toBeGreaterThan(0);
  });

  it.skipIf(noPostgres !== null)(
    `loses and doubles nothing on PostgreSQL${noPostgres === null ? "" : ` (skipped: ${noPostgres})`}`,
    async () => {
      const result = await killFault({ storage: "postgres", kills: 20, seed: 1 });
      expect(result).toMatchObject({ findings: { lost: [], doubled: [], wrong: [] }, ...clean, ok: true });
      expect(met(result.points)).toEqual(killPoints);
      expect(result.acked.webhooks).toBeGreaterThan(100);
      expect(result.resumedMs.n).toBeGreaterThan(0);
    },
  );

  it.each(plantedDefects)("finds the planted defect %s", async (broken) => {
    const result = await killFault({ storage: "sqlite", kills: 5, seed: 2, patienceMs: 2000, broken });
    expect(result.ok).toBe(false);
    if (broken === "no-dedupe") expect(result.doubled).toBeGreaterThan(0);
    else expect(result.lost).toBeGreaterThan(0);
  });
});
