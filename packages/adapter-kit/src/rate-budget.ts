import type { AdapterContext, CallPriority } from "@askonce/spec";

export interface RateBudgetOptions {
  /** How much can be spent at once. */
  capacity: number;
  /** How much comes back each second. */
  restorePerSecond: number;
  /**
   * The share of the capacity that a priority leaves for those before it. Default: agents may use all, webhooks leave a tenth,
   * background work leaves four tenths, so that a back-fill never makes an agent wait.
   */
  reserve?: Readonly<Record<CallPriority, number>>;
}

export interface RateBudget {
  /** Waits until `cost` can be spent, then spends it. Higher priorities overtake; equal ones keep their order. */
  spend(cost: number, context: Pick<AdapterContext, "clock" | "signal" | "priority">): Promise<void>;
  /** What the vendor says is left, which is the truth when several processes share its bucket. */
  correct(available: number, now: number): void;
  /** What is left now. */
  available(now: number): number;
}

const rank: Readonly<Record<CallPriority, number>> = { agent: 0, webhook: 1, background: 2 };
const defaultReserve: Readonly<Record<CallPriority, number>> = { agent: 0, webhook: 0.1, background: 0.4 };

/** How long one that is not next sleeps at most before it looks again, in milliseconds. */
const longestBlindWaitMs = 250;

/** A leaky bucket with priorities. A cost above what a priority may ever use is let through when the bucket is full. */
export function createRateBudget(options: RateBudgetOptions): RateBudget {
  const reserve = options.reserve ?? defaultReserve;
  const waiting: { rank: number; order: number; cost: number }[] = [];
  let level = options.capacity;
  let measuredAt: number | null = null;
  let arrivals = 0;

  const restore = (now: number) => {
    if (measuredAt !== null) level = Math.min(options.capacity, level + (Math.max(0, now - measuredAt) / 1000) * options.restorePerSecond);
    measuredAt = now;
  };

  return {
    async spend(cost, context) {
      const ticket = { rank: rank[context.priority], order: arrivals++, cost };
      const needed = Math.min(options.capacity, cost + reserve[context.priority] * options.capacity);
      waiting.push(ticket);
      try {
        for (;;) {
          context.signal.throwIfAborted();
          restore(context.clock.now());
          const ahead = waiting.filter((other) => other.rank < ticket.rank || (other.rank === ticket.rank && other.order < ticket.order));
          if (ahead.length === 0 && level >= needed) break;
          const missing = ahead.reduce((sum, other) => sum + other.cost, needed - level);
          const waitMs = Math.max(5, Math.ceil((missing / options.restorePerSecond) * 1000));
          // Whoever is ahead can give up at any time, so those behind look again before long.
          await context.clock.sleep(ahead.length === 0 ? waitMs : Math.min(waitMs, longestBlindWaitMs), context.signal);
        }
        level -= cost;
      } finally {
        waiting.splice(waiting.indexOf(ticket), 1);
      }
    },
    correct(available, now) {
      restore(now);
      level = Math.min(options.capacity, available);
    },
    available(now) {
      restore(now);
      return level;
    },
  };
}
