import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { round } from "../bench/measure.ts";
import { createRunFiles, type RunFiles, type StorageKind } from "./ground/run-files.ts";
import { mountSmallDisk, smallDiskUnavailable } from "./ground/small-disk.ts";
import { underLoad } from "./under-load.ts";

export interface DiskFullOptions {
  storage: StorageKind;
  seed: number;
  /** How often the disk fills up. Default 3. */
  times?: number;
  /** How long it stays full each time, in milliseconds. Default 3000. */
  fullMs?: number;
}

const longestRecoveryMs = 5000;
/** A new PostgreSQL cluster takes about 60 MB with small files for its log. */
const megabytes = { sqlite: 48, postgres: 160 };

/** R9: the disk under the storage is filled while a server works, and freed again. */
export async function diskFullFault({ storage, seed, times = 3, fullMs = 3000 }: DiskFullOptions) {
  const skipped = await smallDiskUnavailable();
  if (skipped !== null) return { fault: "disk-full", storage, skipped, ok: true };
  const startedAt = performance.now();
  const folder = mkdtempSync(join(tmpdir(), "askonce-fault-disk-"));
  // PostgreSQL is run as somebody else when we are root, and has to get there.
  chmodSync(folder, 0o711);
  const disk = await mountSmallDisk(folder, megabytes[storage]);
  let files: RunFiles | null = null;
  try {
    files = await createRunFiles(storage, {
      dataFolder: disk.path,
      postgres: { durable: true, settings: { min_wal_size: "32MB", max_wal_size: "32MB", shared_buffers: "16MB" } },
    });
    const { server } = files;
    const { clean, ...result } = await underLoad({ files, seed, rate: 60 }, async ({ recovery, load }) => {
      await delay(2000);
      const recoveries: number[] = [];
      let refusedWhileFull = 0;
      for (let time = 0; time < times; time++) {
        const refusedBefore = load.book.refused;
        await disk.fill();
        await delay(fullMs);
        refusedWhileFull += load.book.refused - refusedBefore;
        await disk.free();
        // PostgreSQL gives up when it cannot write its log; whoever frees the disk starts it again.
        await server?.start();
        recoveries.push(await recovery(performance.now()));
        await delay(1000);
      }
      return { fault: "disk-full", storage, times, refusedWhileFull, recoveredMs: { n: recoveries.length, max: Math.max(...recoveries) } };
    });
    return {
      ...result,
      ms: round(performance.now() - startedAt, 0),
      // A disk that was not full for anybody proves nothing.
      ok: clean && result.refusedWhileFull > 0 && result.recoveredMs.max <= longestRecoveryMs,
    };
  } finally {
    await files?.remove();
    await disk.remove();
    rmSync(folder, { recursive: true, force: true });
  }
}
