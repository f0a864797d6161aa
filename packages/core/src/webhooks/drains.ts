import { codeOf } from "../orders/live-reads.ts";
import { createInFlight } from "../platform/in-flight.ts";
import { type DeliveryRun, deliverDue } from "./deliver-due.ts";
import type { WebhooksAccess } from "./webhooks-access.ts";

/** The endpoints that this process sends to at the moment. */
export interface Drains {
  /**
   * Sees to it that what is due at an endpoint is sent.
   *
   * @returns what resolves when this process has nothing more to do there, or `null` when it was at it already
   */
  ensure(endpointId: string): Promise<void> | null;
  /** Resolves when nothing is under way. */
  settled(): Promise<void>;
}

/**
 * One process at a time sends to an endpoint, so that nothing is sent twice without need and an endpoint is not overrun by many processes.
 * What a process that dies has begun is sent again by the next one.
 */
export function createDrains(access: WebhooksAccess, run: Pick<DeliveryRun, "slots" | "signal">, isStopped: () => boolean): Drains {
  const { leases, store, platform } = access;
  const inFlight = createInFlight();
  const active = new Map<string, Again>();

  const drain = async (endpointId: string, again: Again) => {
    const lease = `webhooks:${endpointId}`;
    const mayGoOn = async () => !isStopped() && (await leases.hold(lease));
    while (await mayGoOn()) {
      // A request can take longer than the lease.
      const renewing = setInterval(() => void leases.hold(lease).catch(() => {}), store.dialect.leaseMs / 3);
      again.isAsked = false;
      try {
        await deliverDue(access, endpointId, { ...run, mayGoOn, more: again.asked });
      } finally {
        clearInterval(renewing);
        await leases.release(lease).catch(() => {});
      }
      // Asked for again since then: that may have been after the last look.
      if (!again.isAsked) break;
    }
    // In the same turn as the decision, so that whoever comes now begins anew.
    active.delete(endpointId);
  };

  return {
    ensure(endpointId) {
      const known = active.get(endpointId);
      if (known) {
        known.ask();
        return null;
      }
      const again = createAgain();
      active.set(endpointId, again);
      const ended = inFlight.track(drain(endpointId, again));
      ended.catch((error: unknown) => {
        if (active.get(endpointId) === again) active.delete(endpointId);
        if (!isStopped()) platform.logger.error("Webhooks could not be sent", { endpointId, code: codeOf(error) });
      });
      return ended;
    },
    settled: inFlight.settled,
  };
}

/** Remembers that somebody asked while something was under way. */
interface Again {
  isAsked: boolean;
  ask(): void;
  /** Resolves with the next asking. */
  asked(): Promise<void>;
}

function createAgain(): Again {
  let waiting: (() => void)[] = [];
  return {
    isAsked: false,
    ask() {
      this.isAsked = true;
      for (const resolve of waiting) resolve();
      waiting = [];
    },
    asked: () => new Promise((resolve) => waiting.push(resolve)),
  };
}
