import type { StorageV1 } from "@askonce/spec/storage";
import { vi } from "vitest";
import { type Caller, systemCaller } from "../../caller.ts";
import { type Instance, instance } from "../../testing/instance.ts";
import { testStorage } from "../../testing/test-storage.ts";
import type { WebhookOptions } from "../webhook-options.ts";
import { webhooksToLoopback } from "./webhook-instance-options.ts";

export const owner: Caller = systemCaller;

/** With the core's own jobs on both storages, because those go by the test's clock. */
export function webhookStorage(place?: string): StorageV1 {
  const { jobs: _, ...storage } = testStorage(place);
  return storage;
}

/** An instance that sends to the loopback. */
export function webhookInstance(options: Omit<NonNullable<Parameters<typeof instance>[0]>, "webhooks"> & { webhooks?: Partial<WebhookOptions> } = {}): Instance {
  const { webhooks, path, ...rest } = options;
  return instance({ storage: webhookStorage(path), ...rest, webhooks: webhooksToLoopback(webhooks) });
}

/** Waits for what a started instance does by itself. */
export function eventually(check: () => unknown | Promise<unknown>): Promise<unknown> {
  return vi.waitFor(check, { timeout: 15_000, interval: 10 });
}

/** Opens as many tickets, each of which is one event `ticket.created`. */
export async function openTickets({ askonce }: Pick<Instance, "askonce">, count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let index = 0; index < count; index++) ids.push((await askonce.tickets.create({ subject: `T${index}` }, systemCaller)).id);
  return ids;
}
