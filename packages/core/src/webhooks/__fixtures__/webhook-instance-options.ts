import { createPublicFetch } from "../../node/public-fetch.ts";
import type { WebhookOptions } from "../webhook-options.ts";

export const encryptionKeys = [{ id: "one", secret: "an encryption key of 32 characters or more" }];

/** The option `webhooks` with what sends to receivers of the test. */
export function webhooksToLoopback(options: Partial<WebhookOptions> = {}): WebhookOptions {
  const transport = createPublicFetch({ allowPrivateNetworks: true, timeoutMs: 2000 });
  return { transport, encryptionKeys, allowPrivateNetworks: true, ...options };
}
