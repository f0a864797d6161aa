import type { DeliveryStatus, Instant, Parcel } from "@askonce/spec";

/** One stop on a parcel's way. `status` names it in the vocabulary's own words. */
interface TimelineStep {
  status: DeliveryStatus;
  reached: boolean;
  current: boolean;
  /** When it was first seen there; `null` when nobody recorded it. */
  at: Instant | null;
}

export interface Timeline {
  steps: TimelineStep[];
  /** The parcel left the way or stands still: held, attempted, cancelled, failed, unknown. */
  interrupted: boolean;
}

const forward: readonly DeliveryStatus[] = ["label_created", "handed_over", "in_transit", "out_for_delivery", "delivered"];
const toPickup: readonly DeliveryStatus[] = ["label_created", "handed_over", "in_transit", "ready_for_pickup", "delivered"];
const back: readonly DeliveryStatus[] = ["label_created", "handed_over", "returning", "returned"];

/** On which stop of the way a status stands; -1 when it says nothing about the way. */
function stopOf(status: DeliveryStatus, way: readonly DeliveryStatus[]): number {
  if (status === "on_hold") return way.indexOf(way === back ? "returning" : "in_transit");
  if (way === back && (status === "in_transit" || status === "out_for_delivery" || status === "delivery_attempted")) return 2;
  if (way === back && status === "delivered") return 3;
  if (status === "delivery_attempted") return 3;
  if (status === "out_for_delivery" && way === toPickup) return 2;
  return way.indexOf(status);
}

/**
 * The way of a parcel in few stops. A stop counts as reached when the parcel is at it or beyond, even if nobody scanned it there. A
 * cancelled, failed or unknown parcel has reached what its checkpoints show.
 */
export function parcelTimeline(parcel: Parcel): Timeline {
  const waysBack = parcel.leg === "return" || parcel.status === "returning" || parcel.status === "returned";
  const atPickup = parcel.status === "ready_for_pickup" || parcel.checkpoints.some((each) => each.status === "ready_for_pickup");
  const way = waysBack ? back : atPickup ? toPickup : forward;
  const ownLeg = parcel.checkpoints.filter((each) => !waysBack || each.leg === "return" || parcel.leg === "forward");

  let stop = stopOf(parcel.status, way);
  const knowsPlace = stop >= 0;
  if (!knowsPlace) stop = Math.max(-1, ...ownLeg.map((each) => stopOf(each.status, way)));

  const firstAt = (index: number): Instant | null => {
    const seen = ownLeg.filter((each) => stopOf(each.status, way) === index).map((each) => each.at);
    const oldest = seen.reduce<Instant | null>((least, at) => (least === null || at < least ? at : least), null);
    if (way[index] === "delivered") return parcel.deliveredAt ?? oldest;
    return oldest ?? (way[index] === "handed_over" ? parcel.shippedAt : null);
  };
  return {
    steps: way.map((status, index) => ({
      status,
      reached: index <= stop,
      current: knowsPlace && index === stop,
      at: index <= stop ? firstAt(index) : null,
    })),
    interrupted: !knowsPlace || parcel.status === "on_hold" || parcel.status === "delivery_attempted",
  };
}
