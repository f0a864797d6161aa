import type { EncryptionKey } from "../platform/sealed.ts";
import type { WebhookTransport } from "./webhook-transport.ts";

/** What sending webhooks needs. Without it nothing is sent, and endpoints cannot be managed. */
export interface WebhookOptions {
  /** What sends: `createPublicFetch()` of `@askonce/core/node`. */
  transport: WebhookTransport;
  /**
   * Keys that the endpoints' URLs and secrets are encrypted with. The first one encrypts, all of them decrypt. To replace one, put the new one
   * first and call `askonce.webhooks.reseal()`; then leave the old one out.
   */
  encryptionKeys: readonly EncryptionKey[];
  /** Only for tests and for development on one machine: takes URLs of private networks. The transport needs the same. Default: `false` */
  allowPrivateNetworks?: boolean;
  /** How many requests are under way at a time in this process; two of them to one endpoint. Default: 8 */
  concurrency?: number;
}
