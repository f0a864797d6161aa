import type { Context, Parcel } from "@askonce/spec";
import { type Piece, theirs } from "../view/pieces.ts";
import type { View } from "../view/view.ts";
import type { DeliveryTexts } from "./delivery-texts.ts";

/** What every part of the deliveries gets. */
export interface DeliveryView extends View {
  readonly deliveryTexts: DeliveryTexts;
  readonly context: Context;
}

/** A source in words people know: an adapter by the name it has elsewhere, a person by what they are. */
export function sourceName({ context, deliveryTexts }: DeliveryView, source: string, parcel?: Parcel): Piece {
  if (source === "agent") return deliveryTexts.agentSource;
  if (source === "customer") return deliveryTexts.customerSource;
  const carrier = parcel?.carrier?.toLowerCase().replaceAll(/\W/g, "");
  return theirs(
    context.sources.find((each) => each.adapterId === source)?.displayName ?? (carrier === source ? (parcel?.carrier ?? source) : source),
  );
}
