import type { Context, ContextOrder, Order, OrderDelivery, Parcel } from "@askonce/spec";
import type { CSSResult } from "lit";
import { deliveryStyles } from "../deliveries/delivery-styles.ts";
import type { DeliveryTexts } from "../deliveries/delivery-texts.ts";
import { incidents } from "../deliveries/incidents.ts";
import { parcelDetails } from "../deliveries/parcel-details.ts";
import { promises } from "../deliveries/promises.ts";
import { storms } from "../deliveries/storms.ts";
import { orderDetails } from "../view/order-details.ts";
import type { Piece } from "../view/pieces.ts";
import type { View } from "../view/view.ts";

export { enDeliveries } from "../deliveries/en-deliveries.ts";

/** The second look at an order, in one language. It comes in a file of its own, so that the first look does not wait for it. */
export interface PanelDetails {
  readonly deliveryStyles: CSSResult;
  /** Also for a packet, which is in these words too. */
  readonly deliveryTexts: DeliveryTexts;
  storms(view: View, context: Context, delivery: OrderDelivery): Piece;
  incidents(view: View, context: Context, linked: ContextOrder): Piece;
  parcel(view: View, context: Context, linked: ContextOrder, parcel: Parcel): Piece;
  promises(view: View, context: Context, linked: ContextOrder): Piece;
  order(view: View, order: Order): Piece;
}

export function createPanelDetails(deliveryTexts: DeliveryTexts): PanelDetails {
  const within = (view: View, context: Context) => ({ ...view, context, deliveryTexts });
  return {
    deliveryStyles,
    deliveryTexts,
    storms: (view, context, delivery) => storms(within(view, context), delivery),
    incidents: (view, context, linked) => incidents(within(view, context), linked),
    parcel: (view, context, linked, parcel) => parcelDetails(within(view, context), linked, parcel),
    promises: (view, context, linked) => promises(within(view, context), linked),
    order: orderDetails,
  };
}
