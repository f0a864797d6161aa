import { AskonceError } from "@askonce/spec";
import type { UnitOfWork } from "../storage/store.ts";

/** What can be looked at, and refused, before it is written. */
export interface BeforePayloads {
  "ticket.create": { subject: string; channel: string; customerId: string | null };
  "ticket.update": { ticketId: string; changes: Readonly<Record<string, unknown>> };
  "ticket.merge": { ticketId: string; intoTicketId: string };
  "message.create": { ticketId: string; direction: "inbound" | "outbound" | "note"; text: string };
}

export type BeforeHook<Name extends keyof BeforePayloads> = (payload: BeforePayloads[Name], unit: UnitOfWork) => void | Promise<void>;

/** Awaited in the same transaction; throwing vetoes the change and nothing is written. */
export interface BeforeHooks {
  before<Name extends keyof BeforePayloads>(name: Name, hook: BeforeHook<Name>): () => void;
  run<Name extends keyof BeforePayloads>(name: Name, payload: BeforePayloads[Name], unit: UnitOfWork): Promise<void>;
}

export function createBeforeHooks(): BeforeHooks {
  const hooks = new Map<string, Set<BeforeHook<keyof BeforePayloads>>>();
  return {
    before(name, hook) {
      const set = hooks.get(name) ?? new Set();
      hooks.set(name, set.add(hook as BeforeHook<keyof BeforePayloads>));
      return () => set.delete(hook as BeforeHook<keyof BeforePayloads>);
    },
    async run(name, payload, unit) {
      for (const hook of hooks.get(name) ?? []) {
        try {
          await hook(payload, unit);
        } catch (cause) {
          if (AskonceError.is(cause)) throw cause;
          throw new AskonceError("VETOED", { cause, details: { hook: name } });
        }
      }
    },
  };
}
