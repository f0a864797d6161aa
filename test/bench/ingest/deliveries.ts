import { generateShop } from "@askonce/testkit/shop-data";
import { type MemoryStorefront, memoryStorefront } from "@askonce/testkit/storefront";
import { seededRandom } from "../measure.ts";

/** One webhook on its way; a duplicate is the same object twice in the list. */
export interface Delivery {
  /** What identifies the change, however often it is delivered. */
  key: string;
  ref: string;
  /** Milliseconds since the epoch. */
  version: number;
  headers: Readonly<Record<string, string>>;
  body: Uint8Array;
}

export interface DeliveryShares {
  /** Of all deliveries: those of a key that was sent before. */
  duplicates: number;
  /** Of the others: those sent after a newer change of the same order. */
  reordered: number;
}

const duplicateShare = 0.3;
const reorderedShare = 0.2;
/** A second change of an order that was held back comes this many deliveries later, and the first one up to as many after it. */
const reorderDistance = 20;
/** A repetition comes up to this many deliveries later. Senders repeat within seconds at the soonest; some are here while the first is still under way. */
const repeatDistance = 400;

const orderNow = "2026-11-20T09:00:00.000Z";

/** The same seed and count give the same deliveries, to the byte. */
export function makeDeliveries({ seed, count, orders }: { seed: number; count: number; orders: number }): Delivery[] {
  const random = seededRandom(seed);
  const shop = generateShop({ seed, orders, now: orderNow });
  const storefront = memoryStorefront(shop);
  const orderIds = shop.orders.map((order) => order.id);
  const change = changeMaker(storefront, random);
  const deliveries: Delivery[] = [];
  const sent = new Set<Delivery>();
  /** What goes out once so many deliveries have. */
  const later: { at: number; make: () => Delivery[] }[] = [];
  const push = (delivery: Delivery) => {
    sent.add(delivery);
    deliveries.push(delivery);
    // A repetition is one of all deliveries, so for each first one there are s / (1 - s).
    if (random() < duplicateShare / (1 - duplicateShare))
      later.push({ at: deliveries.length + Math.ceil(random() ** 2 * repeatDistance), make: () => [delivery] });
  };
  while (deliveries.length < count) {
    const index = later.findIndex(({ at }) => at <= deliveries.length);
    const [due] = index === -1 ? [] : later.splice(index, 1);
    if (due) {
      for (const delivery of due.make()) {
        if (sent.has(delivery)) deliveries.push(delivery);
        else push(delivery);
      }
      continue;
    }
    const orderId = orderIds[Math.floor(random() * orderIds.length)] ?? 0;
    const first = change(orderId);
    // Of two changes of one order the first goes last: half of those that are held back count.
    if (random() < reorderedShare / (1 - reorderedShare)) {
      later.push({
        at: deliveries.length + Math.ceil(random() * reorderDistance),
        make: () => {
          later.push({ at: deliveries.length + 1 + Math.ceil(random() * reorderDistance), make: () => [first] });
          return [change(orderId)];
        },
      });
    } else push(first);
  }
  return deliveries;
}

/** What the list really holds: the shares above are chances. */
export function sharesOf(deliveries: readonly Delivery[]): DeliveryShares {
  const newest = new Map<string, number>();
  const seen = new Set<string>();
  let duplicates = 0;
  let reordered = 0;
  for (const { key, ref, version } of deliveries) {
    if (seen.has(key)) duplicates++;
    else if ((newest.get(ref) ?? 0) > version) reordered++;
    seen.add(key);
    newest.set(ref, Math.max(newest.get(ref) ?? 0, version));
  }
  return { duplicates: duplicates / deliveries.length, reordered: reordered / (deliveries.length - duplicates) };
}

/** Changes an order and tells of it, with the kind of fields that vendors send along and nobody reads. */
function changeMaker(storefront: MemoryStorefront, random: () => number): (orderId: number) => Delivery {
  let changes = 0;
  return (orderId) => {
    changes++;
    const extra = Array.from({ length: 8 + Math.floor(random() * 30) }, (_, index) => ({
      id: changes * 100 + index,
      key: `_field_${Math.floor(random() * 1e6).toString(36)}`,
      value: random().toString(36).repeat(2),
    }));
    storefront.updateOrder(orderId, { customerNote: `change ${changes}`, metaData: extra });
    const webhook = storefront.webhook("order.changed", orderId);
    const { id, updatedAt } = JSON.parse(new TextDecoder().decode(webhook.body)) as { id: string; updatedAt: string };
    return {
      key: `changed:${id}:${updatedAt}`,
      ref: storefront.ref(orderId),
      version: Date.parse(updatedAt),
      headers: Object.fromEntries(webhook.headers),
      body: webhook.body,
    };
  };
}
