import { AskonceError } from "@askonce/spec";
import type { Askonce } from "../askonce.ts";
import { createWake } from "../events/wake.ts";
import { codeOf } from "../orders/live-reads.ts";
import type { Platform } from "../platform/platform.ts";
import type { DatabaseAccess } from "./database-access.ts";
import type { ShopDirectory } from "./directory.ts";
import { dueShops } from "./due-shops.ts";

interface ShopWorkers {
  databases: ReadonlyMap<string, DatabaseAccess>;
  directory: ShopDirectory;
  get(shopId: string): Promise<Askonce>;
  platform: Platform;
  signal: AbortSignal;
}

const pollMs = 1000;
const shopsAtOnce = 100;
const atATime = 8;
const sweepEveryMs = 600_000;

/**
 * One loop for each database asks which of its shops have something to do, and has it done, several shops at a time; one more goes from shop
 * to shop for what is due by time. No shop costs anything while nothing happens in it.
 */
export function startShopWorkers(workers: ShopWorkers): Promise<unknown> {
  const { databases, platform, signal } = workers;
  const pause = createWake();

  const loop = async (part: string, work: () => Promise<void>) => {
    while (!signal.aborted) {
      await work().catch((error: unknown) => {
        if (!signal.aborted) platform.logger.error("A part of the worker failed and goes on", { part, code: codeOf(error) });
      });
      await pause.wait(pollMs, signal);
    }
  };
  const forEach = async (shopIds: readonly string[], work: (instance: Askonce) => Promise<unknown>) => {
    const waiting = [...shopIds];
    const one = async () => {
      for (let shopId = waiting.shift(); shopId !== undefined && !signal.aborted; shopId = waiting.shift()) {
        try {
          await work(await workers.get(shopId));
        } catch (error) {
          if (signal.aborted) return;
          if (AskonceError.is(error, "SHOP_MOVED")) workers.directory.refresh(shopId);
          else platform.logger.warn("The work of a shop failed and will be tried again", { code: codeOf(error) });
        }
      }
    };
    await Promise.all(Array.from({ length: atATime }, one));
  };

  const sweep = async () => {
    let after: string | null = null;
    do {
      const page: { shopId: string }[] = await workers.directory.list(after, shopsAtOnce);
      await forEach(
        page.map(({ shopId }) => shopId),
        async (instance) => {
          await instance.sync.runPending(signal);
          await instance.sync.reconcileAll(signal, sweepEveryMs);
        },
      );
      after = page.at(-1)?.shopId ?? null;
    } while (after !== null && !signal.aborted);
  };
  let sweptAt = Number.NEGATIVE_INFINITY;

  return Promise.all([
    ...[...databases.values()].map((database) =>
      loop("due shops", async () => {
        const due = await dueShops(await database.ready(), database.jobs, database.now, shopsAtOnce);
        await forEach(due, (instance) => instance.drain({ unlessHeld: true }));
      }),
    ),
    loop("sweep", async () => {
      if (performance.now() - sweptAt < sweepEveryMs) return;
      sweptAt = performance.now();
      await sweep();
    }),
  ]);
}
