import { type Askonce, createAskonce, systemCaller } from "@askonce/core";
import type { SourceRef } from "@askonce/spec";
import { sqlite } from "@askonce/sqlite";
import type { FaultShop } from "../load/fault-shop.ts";
import { openStorage } from "../server/open-storage.ts";
import type { StorageSettings } from "../server/server-settings.ts";

/**
 * Compares the orders of a storage with those of a fresh one that was told the shop's changes once, in order and undisturbed. Each change
 * holds the whole order, so that the last one of each is the replay.
 *
 * @returns the references of orders that differ
 */
export async function differsFromReplay(settings: StorageSettings, shop: FaultShop): Promise<string[]> {
  const { adapter } = shop.storefront;
  const replayed = createAskonce({ storage: sqlite(":memory:"), storefronts: [adapter] });
  const tested = createAskonce({ storage: openStorage(settings), storefronts: [adapter] });
  try {
    for (const ref of shop.changed()) {
      const webhook = shop.lastWebhook(ref);
      if (!webhook) continue;
      const body = webhook.body as Uint8Array<ArrayBuffer>;
      const request = new Request("http://127.0.0.1/api/v1/webhooks/memory", { method: "POST", headers: webhook.headers, body });
      const { status } = await replayed.handler(request);
      if (status !== 200) throw new Error(`The replay was answered ${status}`);
    }
    await replayed.drain();
    const differing: string[] = [];
    for (const ref of shop.changed()) {
      if (!shop.lastWebhook(ref)) continue;
      if ((await orderOf(tested, ref)) !== (await orderOf(replayed, ref))) differing.push(ref);
    }
    return differing;
  } finally {
    await replayed.stop();
    await tested.stop();
  }
}

async function orderOf(askonce: Askonce, ref: SourceRef): Promise<string> {
  const found = await askonce.orders.get(ref, systemCaller).catch(() => null);
  return JSON.stringify(found?.order ?? null);
}
