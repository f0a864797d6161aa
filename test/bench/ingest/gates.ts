import type { IngestRun } from "./run-subject.ts";

/** The most that a webhook may cost under load, on average, on any storage. */
const limits = { commitsPerWebhook: 0.25, statementsPerWebhook: 1.5 } as const;

/** What is not as it has to be, in words; empty when all is well. Never because of the time it took. */
export function gatesOf({ closed, stored, applied, refused }: IngestRun): string[] {
  const exceeded: string[] = [];
  const { commitsPerWebhook, statementsPerWebhook } = closed;
  if (commitsPerWebhook > limits.commitsPerWebhook)
    exceeded.push(`${commitsPerWebhook} commits for a webhook, at most ${limits.commitsPerWebhook}`);
  if (statementsPerWebhook > limits.statementsPerWebhook)
    exceeded.push(`${statementsPerWebhook} statements for a webhook, at most ${limits.statementsPerWebhook}`);
  if (refused > 0) exceeded.push(`${refused} webhooks were not accepted`);
  for (const [name, count] of Object.entries({ ...stored, stored: 0, ...applied?.findings }))
    if (count > 0) exceeded.push(`${name}: ${count}`);
  return exceeded;
}
