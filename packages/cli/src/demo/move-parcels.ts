import type { FakeShop } from "@askonce/testkit/shop-data";
import type { ShopName } from "./data-folder.ts";
import { nextParcelEvent, withParcelEvent } from "./next-parcel-event.ts";
import type { RunningShop } from "./start-shops.ts";

export interface ParcelMoverOptions {
  running: RunningShop;
  /** Changed in place: the fake shop and the file have to agree. */
  shop: FakeShop;
  /** Numbers of orders that tickets are about; they move first, because somebody may be looking. */
  watched: ReadonlySet<string>;
  save(name: ShopName, shop: FakeShop): void;
  now(): number;
}

/** Moves one parcel a step on with every call; `false` when every parcel has arrived. */
export function createParcelMover({ running, shop, watched, save, now }: ParcelMoverOptions): () => boolean {
  let turn = 0;
  return () => {
    const moving = shop.orders.flatMap((order, orderIndex) =>
      order.parcels.flatMap((parcel, parcelIndex) => {
        const event = running.isFollowed(order, parcelIndex) ? nextParcelEvent(order, parcel, now()) : null;
        return event === null ? [] : [{ orderIndex, order, parcelIndex, event }];
      }),
    );
    const seen = moving.filter(({ order }) => watched.has(order.number));
    // Two of three steps are ones that can be seen from a ticket.
    const among = seen.length > 0 && turn % 3 !== 2 ? seen : moving;
    const chosen = among[(turn * 7) % Math.max(1, among.length)];
    turn += 1;
    if (!chosen) return false;
    const changed = withParcelEvent(chosen.order, chosen.parcelIndex, chosen.event);
    shop.orders[chosen.orderIndex] = changed;
    running.announce(changed, chosen.parcelIndex);
    save(running.name, shop);
    return true;
  };
}
