import { setTimeout as delay } from "node:timers/promises";
import type { EventReceiver } from "../load/event-receiver.ts";
import type { StorageSettings } from "../server/server-settings.ts";
import { readProgress } from "./stored-state.ts";

/** Waits until the inbox is empty, every order is looked at, the subscriber has everything and the endpoint has every new ticket. @returns `false` when that takes longer than `patienceMs` */
export async function waitUntilDone(settings: StorageSettings, receiver: EventReceiver, patienceMs: number): Promise<boolean> {
  for (const until = performance.now() + patienceMs; performance.now() < until; ) {
    const { pending, unchecked, lastSequence, delivered, ticketsCreated } = await readProgress(settings);
    if (pending + unchecked === 0 && delivered >= lastSequence && receiver.deliveries.size >= ticketsCreated) return true;
    await delay(100);
  }
  return false;
}
