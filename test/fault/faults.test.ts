import { describe, expect, it } from "vitest";
import { diskFullFault } from "./disk-full.ts";
import { storageUnavailable } from "./ground/run-files.ts";
import { smallDiskUnavailable } from "./ground/small-disk.ts";
import { halfOpenFault } from "./half-open.ts";
import { poolFault } from "./pool.ts";
import { restartsFault } from "./restarts.ts";
import { skewFault, skewUnavailable } from "./skew.ts";

const noPostgres = await storageUnavailable("postgres");
const noSmallDisk = await smallDiskUnavailable();
const noSkew = skewUnavailable();

/** The name of a test, with the reason why it cannot run here. */
function named(name: string, missing: string | null): string {
  return missing === null ? name : `${name} (skipped: ${missing})`;
}

const clean = { findings: { lost: [], doubled: [], wrong: [] }, ok: true };

describe("a storage that fails under load", () => {
  it.skipIf(noPostgres)(named("PostgreSQL stops and comes back", noPostgres), async () => {
    const result = await restartsFault({ seconds: 6, seed: 1, everyMs: [500, 1500] });
    expect(result).toMatchObject(clean);
    expect(result.recoveredMs.n).toBeGreaterThan(1);
  });

  it.skipIf(noSmallDisk)(named("the disk under SQLite is full", noSmallDisk), async () => {
    expect(await diskFullFault({ storage: "sqlite", seed: 1, times: 1, fullMs: 1500 })).toMatchObject(clean);
  });

  it.skipIf(noSmallDisk ?? noPostgres)(named("the disk under PostgreSQL is full", noSmallDisk ?? noPostgres), async () => {
    expect(await diskFullFault({ storage: "postgres", seed: 1, times: 1, fullMs: 1500 })).toMatchObject(clean);
  });

  it.skipIf(noPostgres)(named("all connections are taken", noPostgres), async () => {
    expect(await poolFault({ seed: 1, requests: 100, hogMs: 4000 })).toMatchObject(clean);
  });

  it.skipIf(noPostgres)(named("connections are open and dead", noPostgres), async () => {
    expect(await halfOpenFault({ seed: 1, times: 1, silentMs: 2000 })).toMatchObject(clean);
  });

  it.skipIf(noSkew ?? noPostgres)(named("clocks are twenty minutes apart", noSkew ?? noPostgres), async () => {
    const result = await skewFault({ seed: 1, kills: 2 });
    expect(result).toMatchObject(clean);
    expect(result.acked.webhooks).toBeGreaterThan(50);
  });
});
