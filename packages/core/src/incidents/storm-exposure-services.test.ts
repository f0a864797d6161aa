import { join } from "node:path";
import type { FakeOrder } from "@askonce/testkit/shop-data";
import { expect, it, onTestFinished } from "vitest";
import { systemCaller } from "../caller.ts";
import { createPlatform } from "../platform/platform.ts";
import { silentLogger } from "../platform/silent-logger.ts";
import { createStore } from "../storage/store.ts";
import { scriptedCarrier } from "../testing/scripted-carrier.ts";
import { storefrontInstance } from "../testing/storefront-instance.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";
import { testStorage } from "../testing/test-storage.ts";
import { readExposure } from "./storm-exposure.sql.ts";

const hourMs = 3_600_000;

it.each([
  ["late", null],
  ["on time", 5],
])("a parcel that is %s counts once, when it was due", async (_, deliveredAfterHours) => {
  const path = join(temporaryFolder(), "askonce.db");
  const carrier = scriptedCarrier();
  const { askonce, shop, memory, clock } = storefrontInstance({ path, carriers: [carrier.adapter] });
  const order = shop.orders.find((one) => one.parcels.length === 1 && one.status !== "cancelled") as FakeOrder;
  const [parcel] = order.parcels;
  if (!parcel) throw new Error("the generated shop has no parcel");
  const start = clock.now();
  const at = (ms: number) => new Date(start + ms).toISOString();
  const sent = {
    ...parcel,
    carrier: "Scripted",
    shippedAt: at(0),
    deliveredAt: null,
    estimatedAt: null,
    promisedAt: at(48 * hourMs),
    events: [],
  };
  memory.updateOrder(order.id, { placedAt: at(-hourMs), updatedAt: at(0), parcels: [sent] });
  await askonce.orders.refresh(memory.ref(order.id), systemCaller);
  carrier.scan(parcel.trackingNumber, start + hourMs, "handed_over");
  if (deliveredAfterHours !== null) carrier.scan(parcel.trackingNumber, start + deliveredAfterHours * hourMs, "delivered");
  for (let look = 0; look < 24; look++) {
    clock.advance(6 * hourMs);
    await askonce.drain();
  }

  const shopSettings = { id: "default", name: "Shop", timeZone: "Europe/Bucharest", language: "en" };
  const store = createStore(testStorage(path), shopSettings, createPlatform(clock, silentLogger, fetch), () => {});
  onTestFinished(() => store.close());
  const courier = { cause: "carrier", causeName: "Scripted" } as const;
  const exposure = await readExposure(await store.ready(), "default", [courier], start, start + 200 * hourMs);
  const due = start + 48 * hourMs;
  for (const cause of [null, courier]) {
    expect(exposure?.between(cause, start, start + 200 * hourMs)).toBe(1);
    // Late is noticed with the next look.
    expect(exposure?.between(cause, due, due + 6 * hourMs)).toBe(1);
  }
});
