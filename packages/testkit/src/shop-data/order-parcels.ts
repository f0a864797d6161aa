import type { Carrier } from "./carriers.ts";
import { dayMs, hourMs, workingHour } from "./instants.ts";
import { dealItems } from "./make-items.ts";
import { makeParcel, type ParcelOutcome } from "./make-parcel.ts";
import type { OrderMaker } from "./order-maker.ts";
import type { Country } from "./places.ts";
import type { Random } from "./random.ts";
import type { FakeOrder, FakeParcel } from "./shop.ts";

/** The parcels of an order that has been paid (or need not be yet), as its scenario wants them. */
export function makeParcels(
  maker: OrderMaker,
  order: FakeOrder,
  country: Country,
  carriers: readonly Carrier[],
  pickupPoint: string,
): FakeParcel[] {
  const { random, now } = maker;
  const outcomes = parcelOutcomes(random, order, now);
  if (outcomes.length === 0) return [];
  const shares = dealShares(random, order, outcomes.length);
  const placedAt = Date.parse(order.placedAt);
  const start = order.paidAt === null ? placedAt : Date.parse(order.paidAt);
  const longest = Math.min(26 * hourMs, (now - placedAt) * 0.35);
  const { city } = order.shippingAddress;
  return outcomes.flatMap((outcome, index): FakeParcel[] => {
    const carrier = carriers[index];
    const items = shares[index];
    if (carrier === undefined || items === undefined) return [];
    const shippedAt = workingHour(random, start + longest * 0.1, start + longest * (0.7 + 0.1 * index));
    const to = { country, city, pickupPoint };
    const trackingNumber = maker.trackingNumber(carrier);
    return [
      makeParcel(random, {
        id: maker.nextId("parcel"),
        carrier,
        trackingNumber,
        outcome,
        shippedAt,
        now,
        from: maker.homeCountry,
        to,
        items,
      }),
    ];
  });
}

function parcelOutcomes(random: Random, { scenario, placedAt }: FakeOrder, now: number): ParcelOutcome[] {
  const ageDays = (now - Date.parse(placedAt)) / dayMs;
  switch (scenario) {
    case "new":
    case "processing":
    case "cancelled":
      return [];
    case "delivered":
    case "partlyRefunded":
      return ["delivered"];
    case "fullyRefunded":
      return random.chance(0.7) ? ["delivered"] : [];
    case "inTransit":
      return ["moving"];
    case "splitShipment":
      return random.shuffle<ParcelOutcome>(random.chance(0.4) ? ["delivered", "moving", "moving"] : ["delivered", "moving"]);
    case "partlyShipped":
      return [random.chance(0.5) ? "delivered" : "moving"];
    case "foreignCurrency":
    case "cashOnDelivery":
      return [ageDays > 6 ? "delivered" : "moving"];
    default:
      return [scenario];
  }
}

/** What goes into which parcel. Of a partly shipped order at least one piece stays behind. */
function dealShares(random: Random, order: FakeOrder, parcelCount: number): FakeParcel["items"][] {
  return dealItems(random, order.items, order.scenario === "partlyShipped" ? parcelCount + 1 : parcelCount);
}

/** When the last parcel of a completely delivered order arrived. */
export function wholeDeliveryAt({ parcels }: FakeOrder): string | null {
  const arrivals = parcels.map((parcel) => parcel.deliveredAt);
  if (arrivals.length === 0 || arrivals.includes(null)) return null;
  return (
    arrivals
      .flatMap((at) => at ?? [])
      .sort()
      .at(-1) ?? null
  );
}
