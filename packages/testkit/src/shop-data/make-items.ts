import { catalogue, skuOf, variants } from "./catalogue.ts";
import { shopPriceMinor } from "./money.ts";
import { productImagePath } from "./product-image.ts";
import type { Random } from "./random.ts";
import type { FakeItem, FakeLanguage } from "./shop.ts";

/** Order lines of different products, with at least `leastUnits` pieces in all. Names are in the buyer's language. */
export function makeItems(
  random: Random,
  options: { language: FakeLanguage; currency: string; leastUnits: number; nextId: () => number },
): FakeItem[] {
  const lineCount = Number(random.weighted({ 1: 46, 2: 32, 3: 16, 4: 6 }));
  const products = new Set(Array.from({ length: lineCount }, () => random.pick(catalogue)));
  const items = [...products].map((product): FakeItem => {
    const variant = random.pick(product.variants);
    const sku = skuOf(product, variant);
    return {
      id: options.nextId(),
      productId: product.id,
      sku,
      name: product.name[options.language],
      variant: variants[variant].name[options.language],
      quantity: random.chance(0.82) ? 1 : random.integer(2, 3),
      unitPriceMinor: shopPriceMinor(product.priceRon, options.currency),
      imageUrl: productImagePath(sku),
    };
  });
  const missing = options.leastUnits - items.reduce((sum, item) => sum + item.quantity, 0);
  const first = items[0];
  if (missing > 0 && first !== undefined) first.quantity += missing;
  return items;
}

/** Deals the pieces of an order into `count` parcels, none of them empty. The order must have at least `count` pieces. */
export function dealItems(random: Random, items: readonly FakeItem[], count: number): { itemId: number; quantity: number }[][] {
  const units = random.shuffle(items.flatMap((item) => Array.from({ length: item.quantity }, () => item.id)));
  const shares = Array.from({ length: count }, () => new Map<number, number>());
  units.forEach((itemId, index) => {
    const share = shares[index < count ? index : random.integer(0, count - 1)];
    share?.set(itemId, (share.get(itemId) ?? 0) + 1);
  });
  return shares.map((share) => [...share].map(([itemId, quantity]) => ({ itemId, quantity })));
}
