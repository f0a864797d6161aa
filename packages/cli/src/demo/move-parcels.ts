import type { FakeOrder, FakeParcel, FakeParcelEvent, FakeShop } from "@askonce/testkit/shop-data";
import type { ShopName } from "./data-folder.ts";
import { nextParcelEvent, withParcelEvent } from "./next-parcel-event.ts";
import type { RunningCourier } from "./start-courier.ts";
import type { RunningShop } from "./start-shops.ts";

/** A parcel without a scan for so long does not go on because time is skipped. */
const stuckAfterMs = 4 * 24 * 3_600_000;

export interface ParcelMoverOptions {
  running: RunningShop;
  courier: Pick<RunningCourier, "follows" | "tell">;
  /** Changed in place: the fake shop and the file have to agree. */
  shop: FakeShop;
  /** Numbers of orders that tickets are about; they move first, because somebody may be looking. */
  watched: ReadonlySet<string>;
  save(name: ShopName, shop: FakeShop): void;
}

export interface ParcelMover {
  /** Moves one parcel a step on; `false` when every parcel has arrived. */
  moveOne(now: number): boolean;
  /** Moves every parcel that was under way of late a step on. */
  moveAll(now: number): void;
}

interface Step {
  orderIndex: number;
  order: FakeOrder;
  parcelIndex: number;
  parcel: FakeParcel;
  event: FakeParcelEvent;
}

export function createParcelMover({ running, courier, shop, watched, save }: ParcelMoverOptions): ParcelMover {
  let turn = 0;

  const possibleSteps = (now: number): Step[] =>
    shop.orders.flatMap((order, orderIndex) =>
      order.parcels.flatMap((parcel, parcelIndex) => {
        const isSeen = running.isFollowed(order, parcelIndex) || courier.follows(parcel);
        const event = isSeen ? nextParcelEvent(order, parcel, now) : null;
        return event === null ? [] : [{ orderIndex, order, parcelIndex, parcel, event }];
      }),
    );
  const take = ({ orderIndex, parcelIndex, parcel, event }: Step) => {
    const order = shop.orders[orderIndex];
    if (order === undefined) return;
    const changed = withParcelEvent(order, parcelIndex, event);
    shop.orders[orderIndex] = changed;
    if (running.isFollowed(changed, parcelIndex)) running.announce(changed, parcelIndex);
    courier.tell(parcel, event);
  };

  return {
    moveOne(now) {
      const moving = possibleSteps(now);
      const seen = moving.filter(({ order }) => watched.has(order.number));
      // Two of three steps are ones that can be seen from a ticket.
      const among = seen.length > 0 && turn % 3 !== 2 ? seen : moving;
      const chosen = among[(turn * 7) % Math.max(1, among.length)];
      turn += 1;
      if (!chosen) return false;
      take(chosen);
      save(running.name, shop);
      return true;
    },
    moveAll(now) {
      for (const step of possibleSteps(now)) {
        const lastAt = step.parcel.events.at(-1)?.at ?? step.parcel.shippedAt;
        if (now - Date.parse(lastAt) < stuckAfterMs) take(step);
      }
      save(running.name, shop);
    },
  };
}
