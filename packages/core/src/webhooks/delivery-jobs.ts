import type { NewJob } from "@askonce/spec/storage";

/** Has somebody see to what is due at an endpoint. */
export const deliverJobName = "webhook.deliver";
/** Makes the deliveries of a replay. */
export const replayJobName = "webhook.replay";

const resolutionMs = 1000;

/**
 * One job stands for everything that is due at an endpoint: a backlog of ten thousand deliveries to one that answers slowly is not ten thousand
 * jobs in front of everybody else's.
 *
 * @param delayMs jobs for the same second are one
 * @param now milliseconds since the epoch
 */
export function deliverJob(endpointId: string, delayMs: number, now: number): NewJob {
  const key = `${deliverJobName}:${endpointId}`;
  return {
    name: deliverJobName,
    data: { endpointId },
    retryLimit: 50,
    ...(delayMs > 0 ? { delayMs, singletonKey: `${key}:${Math.ceil((now + delayMs) / resolutionMs)}` } : { singletonKey: key }),
  };
}
