import type { IncidentCause, Order, Parcel } from "@askonce/spec";
import { isMovement } from "./situation.ts";

/** Something that several incidents can have in common. */
export interface StormCause {
  cause: IncidentCause;
  /** As the sources write it: `Cluj-Napoca, Example Courier`, `RO-IT`, a product's SKU. */
  causeName: string;
}

/**
 * What an incident could be caused by: the courier, the depot that scanned the parcel last, the lane between two countries, the products
 * inside. A parcel whose content is not known stands for all of the order's products.
 *
 * @param originCountry where the shop ships from, ISO 3166-1 alpha-2; `null` when that is not known
 */
export function causesOf(
  parcel: Pick<Parcel, "carrier" | "checkpoints" | "items">,
  order: Pick<Order, "items" | "shippingAddress">,
  originCountry: string | null,
): StormCause[] {
  const causes: StormCause[] = [];
  const carrier = parcel.carrier?.trim() || null;
  if (carrier) causes.push({ cause: "carrier", causeName: carrier });
  const city = parcel.checkpoints.find((checkpoint) => checkpoint.city !== null && isMovement(checkpoint))?.city?.trim();
  if (city && carrier) causes.push({ cause: "depot", causeName: `${city}, ${carrier}` });
  const destination = order.shippingAddress?.countryCode;
  if (originCountry && destination) causes.push({ cause: "lane", causeName: `${originCountry}-${destination}` });
  const inside = new Set(parcel.items.map((item) => item.lineItemId));
  const skus = order.items.filter((item) => inside.size === 0 || inside.has(item.id)).map((item) => item.sku?.trim());
  for (const sku of new Set(skus)) if (sku) causes.push({ cause: "product", causeName: sku });
  return causes;
}
