import type { Attributes, BatchObservableResult, Observable } from "@opentelemetry/api";
import type { Instruments } from "./signals.ts";

/** What waits to be done in a shop. */
export interface BacklogFigures {
  inbox: { waiting: number; oldestDueMs: number | null };
  jobs: { waiting: number; dead: number; oldestDueMs: number | null };
  subscribers: readonly { name: string; behind: number }[];
}

export interface BacklogGauges {
  attach(instruments: Instruments): void;
  read(source: () => Promise<BacklogFigures | null>): void;
  close(): void;
}

/** Gauges that ask the storage when somebody collects, and not otherwise. How often at most, the source sees to. */
export function createBacklogGauges(common: Attributes): BacklogGauges {
  let source: (() => Promise<BacklogFigures | null>) | null = null;
  let detach = () => {};
  let isClosed = false;

  const observe = async ({ gauges }: Instruments, result: BatchObservableResult) => {
    // A storage that does not answer leaves a gap, which is what it is.
    const figures = await source?.().catch(() => null);
    if (!figures || isClosed) return;
    const { inbox, jobs, subscribers } = figures;
    result.observe(gauges["askonce.inbox.waiting"], inbox.waiting, common);
    result.observe(gauges["askonce.inbox.oldest_age"], (inbox.oldestDueMs ?? 0) / 1000, common);
    result.observe(gauges["askonce.job.waiting"], jobs.waiting, common);
    result.observe(gauges["askonce.job.dead"], jobs.dead, common);
    result.observe(gauges["askonce.job.oldest_age"], (jobs.oldestDueMs ?? 0) / 1000, common);
    for (const { name, behind } of subscribers)
      result.observe(gauges["askonce.subscriber.lag"], behind, { "askonce.subscriber.name": name, ...common });
  };

  return {
    attach(instruments) {
      detach();
      if (isClosed) return;
      const callback = (result: BatchObservableResult) => observe(instruments, result);
      const observables: Observable[] = Object.values(instruments.gauges);
      instruments.meter.addBatchObservableCallback(callback, observables);
      detach = () => instruments.meter.removeBatchObservableCallback(callback, observables);
    },
    read(next) {
      source = next;
    },
    close() {
      isClosed = true;
      detach();
    },
  };
}
