import type { Jobs } from "../jobs/jobs.ts";
import { isOver } from "./deliver-due.ts";
import { nextDueAt } from "./deliveries.sql.ts";
import { deliverJob, deliverJobName } from "./delivery-jobs.ts";
import type { Drains } from "./drains.ts";
import { readEndpoint } from "./endpoints.sql.ts";
import type { WebhooksAccess } from "./webhooks-access.ts";

/** How long a job waits for the sending it began, in milliseconds of real time: longer requests go on without holding up other jobs. */
const patienceMs = 300;
/** While something is being sent it is looked after this often, so that what a process that died has begun goes on soon. */
const lookAfterMs = 1000;

/**
 * Does the jobs that stand for an endpoint's due deliveries. Each asks for its successor as long as anything is pending, in the transaction
 * that ends it: the last of them finds nothing pending, or an endpoint to which nothing is sent at present.
 */
export function handleDeliverJobs(access: WebhooksAccess, jobs: Pick<Jobs, "handle" | "enqueueIn">, drains: Drains): void {
  const { store } = access;
  jobs.handle(deliverJobName, async (job, { complete }) => {
    const endpointId = String(job.data.endpointId);
    const sending = drains.ensure(endpointId);
    if (sending) await untilPatienceEnds(sending);
    await store.write(async (transaction) => {
      const dueAt = await wakeAt(access, transaction, endpointId);
      const now = store.agreedNow();
      if (dueAt !== null) {
        const delayMs = dueAt > now ? dueAt - now : lookAfterMs;
        await jobs.enqueueIn({ database: transaction }, deliverJob(endpointId, delayMs, now));
      }
      await complete({ database: transaction });
    });
  });
}

/** When there is something to do for an endpoint; `null` when there is not. */
async function wakeAt({ store }: WebhooksAccess, database: Parameters<typeof nextDueAt>[0], endpointId: string): Promise<number | null> {
  const endpoint = await readEndpoint(database, store.shopId, endpointId);
  if (!endpoint) return null;
  const dueAt = await nextDueAt(database, store.shopId, endpointId);
  if (dueAt !== null && isOver(endpoint)) return store.agreedNow();
  return endpoint.state === "active" ? dueAt : null;
}

async function untilPatienceEnds(work: Promise<void>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const patience = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, patienceMs);
  });
  try {
    await Promise.race([work, patience]);
  } finally {
    clearTimeout(timer);
  }
}
