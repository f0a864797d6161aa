import type { AskonceOptions } from "@askonce/core";

/** The part of the configuration with which events are sent to an address of this machine, the same for all processes of a run. */
export function sendEventsOptions(afterAnswer: () => void = () => {}): NonNullable<AskonceOptions["webhooks"]> {
  return {
    // What is sent where is not the matter here, only whether it is sent after a kill: no guard against private addresses, no time limit.
    async transport({ url, method, headers, body, signal }) {
      const startedAt = performance.now();
      const { status } = await fetch(url, { method, headers, body, ...(signal ? { signal } : {}) });
      afterAnswer();
      return { status, bodyExcerpt: "", durationMs: performance.now() - startedAt, retryAfterMs: null };
    },
    encryptionKeys: [{ id: "fault", secret: "a secret of the fault runs, which guards nothing" }],
    allowPrivateNetworks: true,
  };
}
