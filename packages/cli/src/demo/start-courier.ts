import type { CarrierAdapterV1, Clock } from "@askonce/spec";
import type { CourierEventKind } from "@askonce/testkit/courier";
import type { FakeParcel, FakeParcelEvent } from "@askonce/testkit/shop-data";
import { type ListedParcel, listParcels } from "../simulation/parcel-list.ts";
import type { DataFolder } from "./data-folder.ts";
import { serveAgain } from "./serve-again.ts";

/** The simulated courier with the adapter that is connected to it. */
export interface RunningCourier {
  url: string;
  carrier: CarrierAdapterV1;
  /** The planned parcels, with the orders they belong to. */
  planned(): (ListedParcel & { orderNumber: string })[];
  /** Whether it has this parcel and moves it only when it is told to. */
  follows(parcel: FakeParcel): boolean;
  /** Something happened to a parcel that it follows. */
  tell(parcel: FakeParcel, event: FakeParcelEvent): void;
  close(): Promise<void>;
}

const requestsPerSecond = 200;
const hourMs = 3_600_000;

const kinds: Readonly<Record<FakeParcelEvent["status"], CourierEventKind | null>> = {
  // The script of these parcels begins with it.
  labelCreated: null,
  pickedUp: "picked_up",
  inTransit: "at_hub",
  outForDelivery: "out_for_delivery",
  attemptFailed: "attempt_failed",
  readyForPickup: "ready_for_pickup",
  delivered: "delivered",
  delayed: "held",
  failed: "return_started",
};

/**
 * Starts the courier on the demo's clock. It has every parcel of the shops that is sent with it: the planned ones live by their scripts, the
 * others have the events that were invented for them.
 */
export async function startCourier({ shops, state }: DataFolder, clock: Clock): Promise<RunningCourier> {
  const [{ createCourierWorld, createFakeSameday }, { sameday }] = await Promise.all([
    import("@askonce/testkit/courier"),
    import("@askonce/sameday"),
  ]);
  const world = createCourierWorld({ clock, seed: 5 });
  const orderNumbers = new Map<string, string>();
  const followed = new Set<string>();
  for (const { trackingNumber, script, handedOverAt, orderNumber } of state.courier.parcels) {
    world.add({ trackingNumber, script, handedOverAt });
    orderNumbers.set(trackingNumber, orderNumber);
  }
  const tell = ({ trackingNumber }: FakeParcel, { status, at }: FakeParcelEvent) => {
    const kind = kinds[status];
    if (kind !== null && followed.has(trackingNumber)) world.say(trackingNumber, kind, at);
  };
  for (const parcel of [...shops.woocommerce.orders, ...shops.shopify.orders].flatMap((order) => order.parcels)) {
    const { carrier, trackingNumber, shippedAt } = parcel;
    if (carrier !== "Sameday" || orderNumbers.has(trackingNumber) || followed.has(trackingNumber)) continue;
    // The script's only event is the label, four hours before.
    world.add({ trackingNumber, script: "silent", handedOverAt: new Date(Date.parse(shippedAt) + 4 * hourMs).toISOString() });
    followed.add(trackingNumber);
    for (const event of parcel.events) tell(parcel, event);
  }
  const courier = createFakeSameday({ world });
  const server = await serveAgain((request) => courier.handle(request), state.ports.courier);
  const { username, password } = courier;
  return {
    url: server.url,
    carrier: sameday({ baseUrl: server.url, username, password, ratePerSecond: requestsPerSecond }),
    planned: () =>
      listParcels(world).flatMap((parcel) => {
        const orderNumber = orderNumbers.get(parcel.trackingNumber);
        return orderNumber === undefined ? [] : [{ ...parcel, orderNumber }];
      }),
    follows: ({ trackingNumber }) => followed.has(trackingNumber),
    tell,
    close: () => server.close(),
  };
}
