import { deliverToSubscriber, type Subscription } from "./events/subscribers.ts";
import { applyInbox } from "./inbox/apply-inbox.ts";
import { codeOf } from "./orders/live-reads.ts";
import type { Services } from "./services.ts";
import { forgetWhatIsOver } from "./verifications/forget-what-is-over.ts";

export interface WorkerSettings {
  reconcileEveryMs: number;
  /** How long a raw webhook is kept. */
  keepRawMs: number;
}

const searchPollMs = 5000;
const inboxPollMs = 1000;
const subscriberPollMs = 1000;
const deliveryPollMs = 2000;
const carrierPollMs = 2000;
/** As often as the stated rate of false alarms assumes. */
const stormsEveryMs = 3_600_000;
const cleanEveryMs = 3_600_000;

/** The loops that keep the projection and the subscribers up to date while the instance runs. Each survives its own failures. */
export function startWorker(
  services: Services,
  subscriptions: () => readonly Subscription[],
  settings: WorkerSettings,
  signal: AbortSignal,
): Promise<unknown> {
  const { store, platform, live, sync, wake, inboxWake, leases, progress } = services;

  const loop = async (name: string, work: () => Promise<void>) => {
    progress.begin(name);
    while (!signal.aborted) {
      try {
        await work();
        progress.succeeded(name);
      } catch (error) {
        if (signal.aborted) return;
        progress.failed(name);
        platform.logger.error("A part of the worker failed and goes on", { part: name, code: codeOf(error) });
        await inboxWake.wait(1000, signal);
      }
    }
  };
  const every = (name: string, periodMs: number, work: () => Promise<void>) => {
    let last = platform.clock.now();
    return loop(name, async () => {
      await inboxWake.wait(Math.min(periodMs, 5000), signal);
      if (signal.aborted || platform.clock.now() - last < periodMs) return;
      last = platform.clock.now();
      await work();
    });
  };

  // Each subscriber has its own pace: one that hangs or fails holds nobody else back.
  const delivering = new Map<string, Promise<void>>();
  const deliver = (subscription: Subscription) => {
    if (delivering.has(subscription.name)) return;
    const isStopped = () => signal.aborted || !subscriptions().includes(subscription);
    const delivery = deliverToSubscriber(store, platform, subscription, isStopped, leases)
      .catch((error: unknown) => {
        if (!signal.aborted) platform.logger.error("A part of the worker failed and goes on", { part: "subscribers", code: codeOf(error) });
        return false;
      })
      .then((more) => {
        delivering.delete(subscription.name);
        if (more) wake.notify();
      });
    delivering.set(subscription.name, delivery);
  };

  const workOnJobs = () => {
    progress.begin("jobs");
    return services.jobs.loop(signal);
  };

  return Promise.all([
    loop("inbox", async () => {
      if (!(await applyInbox(store, platform, live, services.carriers, signal, leases))) await inboxWake.wait(inboxPollMs, signal);
    }),
    loop("subscribers", async () => {
      for (const subscription of subscriptions()) deliver(subscription);
      await wake.wait(subscriberPollMs, signal);
    }).finally(() => Promise.all(delivering.values())),
    loop("delivery", async () => {
      if (!(await services.deliveryWork.checkDue(signal, leases))) await wake.wait(deliveryPollMs, signal);
    }),
    loop("outreach", async () => {
      if (!(await services.deliveryWork.tellDue(signal, leases))) await wake.wait(deliveryPollMs, signal);
    }),
    every("digest", stormsEveryMs, () => services.deliveryWork.digest(leases)),
    every("storms", stormsEveryMs, () => services.deliveryWork.watchStorms(leases)),
    ...services.carriers.all.map((carrier) =>
      loop(`carrier ${carrier.id}`, async () => {
        if (!(await services.deliveryWork.ask(carrier.id, signal, leases))) await wake.wait(carrierPollMs, signal);
      }),
    ),
    loop("backfill", async () => {
      await sync.runPending(signal);
      await inboxWake.wait(2000, signal);
    }),
    workOnJobs(),
    loop("webhooks", async () => {
      if (!(await services.webhookWork.fanOut())) await wake.wait(subscriberPollMs, signal);
    }),
    loop("search", async () => {
      if (!(await services.search.catchUp())) await wake.wait(searchPollMs, signal);
    }),
    every("reconcile", settings.reconcileEveryMs, () => sync.reconcileAll(signal, settings.reconcileEveryMs)),
    every("clean", cleanEveryMs, async () => {
      await cleanInbox(services, settings.keepRawMs);
      await store.write((database) => forgetWhatIsOver(database, store.shopId, services.platform.clock.now()));
    }),
    every("clean-webhooks", cleanEveryMs, () => services.webhookWork.clean()),
  ]);
}

/** Raw webhooks hold personal data: they go after their time, with what was made of them. */
async function cleanInbox({ store, platform }: Services, keepRawMs: number): Promise<void> {
  const before = platform.clock.now() - keepRawMs;
  await store.write(async (database) => {
    await database
      .deleteFrom("inbox")
      .where("shop_id", "=", store.shopId)
      .where("received_at", "<", before)
      .where("state", "<>", "pending")
      .execute();
    await database
      .deleteFrom("inbox_raw")
      .where("shop_id", "=", store.shopId)
      .where("received_at", "<", before)
      .where((where) =>
        where.not(
          where.exists(
            where
              .selectFrom("inbox")
              .select("inbox.id")
              .whereRef("inbox.shop_id", "=", "inbox_raw.shop_id")
              .whereRef("inbox.raw_id", "=", "inbox_raw.id"),
          ),
        ),
      )
      .execute();
  });
}
