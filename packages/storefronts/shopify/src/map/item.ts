import type { LineItem } from "@askonce/spec";
import type { ItemAnswer } from "../documents/order-answer.ts";
import { dualMoney } from "./money.ts";
import { linkOrNull, textOrNull } from "./text.ts";

export function mapItem(item: ItemAnswer): LineItem {
  return {
    id: item.id,
    title: item.title,
    variant: textOrNull(item.variantTitle),
    sku: textOrNull(item.sku),
    imageUrl: linkOrNull(item.image?.url),
    quantity: item.quantity,
    currentQuantity: item.currentQuantity ?? item.quantity,
    unitPrice: dualMoney(item.originalUnitPriceSet),
    total: dualMoney(item.discountedTotalSet),
    // Names that begin with an underscore are hidden from the buyer by convention of the themes: notes of apps to themselves.
    attributes: (item.customAttributes ?? [])
      .filter((attribute) => !attribute.key.startsWith("_"))
      .map((attribute) => ({ name: attribute.key, value: attribute.value ?? "" })),
  };
}
