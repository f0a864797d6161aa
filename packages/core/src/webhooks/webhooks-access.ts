import type { Jobs } from "../jobs/jobs.ts";
import type { Platform } from "../platform/platform.ts";
import type { Sealer } from "../platform/sealed.ts";
import type { Store } from "../storage/store.ts";
import type { Leases } from "../work/leases.ts";
import type { WebhookTransport } from "./webhook-transport.ts";

/** What the parts of the outgoing webhooks work with. */
export interface WebhooksAccess {
  store: Store;
  platform: Platform;
  leases: Leases;
  jobs: Pick<Jobs, "enqueueIn">;
  /** Says, after the commit, that there may be jobs to do. */
  wakeJobs: () => void;
  sealer: Sealer;
  transport: WebhookTransport;
  allowPrivateNetworks: boolean;
  /** Of this package, for the receivers' logs. */
  version: string;
}
