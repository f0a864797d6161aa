import type { MovableClock } from "../simulation/movable-clock.ts";
import type { DataFolder } from "./data-folder.ts";
import { createParcelMover } from "./move-parcels.ts";
import type { RunningCourier } from "./start-courier.ts";
import type { RunningShop } from "./start-shops.ts";

/** How much time there is between two steps of a parcel, when time is skipped. */
const stepMs = 24 * 3_600_000;
/** From the label to the door it is no more. */
const mostSteps = 5;

export interface PassingTimeOptions {
  folder: DataFolder;
  running: readonly RunningShop[];
  courier: RunningCourier;
  clock: MovableClock;
  baseUrl: string;
  tickMs: number;
}

export interface PassingTime {
  /** Skips so many milliseconds; what is under way in the shops moves on as it would have in that time. */
  skip(durationMs: number): void;
  /** Resolves when a delivery of webhooks that is under way has ended. */
  stop(): Promise<void>;
}

/** Lets time pass in the shops. */
export function passTime({ folder, running, courier, clock, baseUrl, tickMs }: PassingTimeOptions): PassingTime {
  const watched = new Set(folder.state.watched);
  const movers = running.map((shop) => ({
    shop,
    mover: createParcelMover({ running: shop, courier, shop: folder.shops[shop.name], watched, save: folder.saveShop }),
  }));
  let underWay = Promise.resolve();
  let turn = 0;
  const deliver = (shop: RunningShop) => {
    underWay = underWay.then(() => shop.deliver(baseUrl)).catch(() => {});
  };
  const timer = setInterval(() => {
    const next = movers[turn++ % movers.length];
    if (next?.mover.moveOne(clock.now())) deliver(next.shop);
  }, tickMs);
  return {
    skip(durationMs) {
      const from = clock.now();
      clock.advance(durationMs);
      folder.state.aheadMs = clock.aheadMs();
      folder.save(folder.state);
      const steps = Math.min(mostSteps, Math.floor(durationMs / stepMs));
      for (const { shop, mover } of movers) {
        for (let step = 1; step <= steps; step++) mover.moveAll(from + (durationMs * step) / (steps + 1));
        if (steps > 0) deliver(shop);
      }
    },
    async stop() {
      clearInterval(timer);
      await underWay;
    },
  };
}
