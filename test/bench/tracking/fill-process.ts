import { createAskonce } from "@askonce/core";
import { memoryStorefront } from "@askonce/testkit/storefront";
import { openStorage } from "../../fault/server/open-storage.ts";
import type { StorageSettings } from "../../fault/server/server-settings.ts";
import { sentOrders } from "./sent-orders.ts";

/** What is to be filled, as JSON in the first argument. */
export interface FillSettings {
  storage: StorageSettings;
  parcels: number;
  startMs: number;
}

const { storage, parcels, startMs } = JSON.parse(process.argv[2] ?? "") as FillSettings;
const askonce = createAskonce({
  storage: openStorage(storage),
  storefronts: [memoryStorefront(sentOrders(parcels, startMs), { pageSize: 5000 }).adapter],
  shop: { countryCode: "RO", timeZone: "Europe/Bucharest" },
  clock: { now: () => startMs, sleep: async () => {} },
});
await askonce.sync.backfill("memory");
await askonce.stop();
