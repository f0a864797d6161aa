import { postgresUnavailable } from "@askonce/testkit/postgres";
import { describe, expect, it } from "vitest";
import { benchIngest, type IngestBenchOptions } from "./bench-ingest.ts";
import { makeDeliveries, sharesOf } from "./deliveries.ts";

const reason = await postgresUnavailable();
const small = { webhooks: 600, connections: 32, rates: [200], seconds: 1, seed: 7, peers: false, works: false, defects: [] };

describe("the deliveries", () => {
  it("are the same for the same seed, with the shares of repetitions and late ones that they should have", () => {
    const deliveries = makeDeliveries({ seed: 3, count: 4000, orders: 300 });
    const shares = sharesOf(deliveries);
    expect(shares.duplicates).toBeGreaterThan(0.27);
    expect(shares.duplicates).toBeLessThan(0.33);
    expect(shares.reordered).toBeGreaterThan(0.17);
    expect(shares.reordered).toBeLessThan(0.23);
    expect(makeDeliveries({ seed: 3, count: 4000, orders: 300 })).toEqual(deliveries);
    const bytes = deliveries.map(({ body }) => body.length).sort((one, other) => one - other);
    expect(bytes[bytes.length >> 1]).toBeGreaterThan(4000);
  });
});

describe.each(["sqlite", "postgres"] as const)("the intake on %s", (storage) => {
  const options = (changes: Partial<IngestBenchOptions> = {}): IngestBenchOptions => ({ ...small, storage, ...changes });
  const isThere = storage === "sqlite" || reason === null;

  it.runIf(isThere)("shares commits, loses nothing and does nothing twice", async () => {
    const result = await benchIngest(options());
    expect(result.exceeded).toEqual([]);
    const { askonce } = result;
    expect(askonce.stored).toEqual({ stored: askonce.stored.stored, lost: 0, double: 0, unknown: 0 });
    expect(askonce.stored.stored + askonce.duplicatesRecognized).toBe(result.n);
    expect(askonce.duplicatesRecognized).toBeGreaterThan(result.n / 5);
    expect(askonce.applied).toMatchObject({ upstreamReads: 0, findings: { behind: 0, doubleEffects: 0, unsettled: 0 } });
  });

  it.runIf(isThere)("fails the run when each webhook has a commit of its own and repetitions are not recognized", async () => {
    const { ok, exceeded } = await benchIngest(options({ defects: ["no-grouping", "no-dedupe"], webhooks: 200, rates: [] }));
    expect(ok).toBe(false);
    expect(exceeded.join()).toContain("commits for a webhook");
    expect(exceeded.join()).toContain("double:");
  });
});
