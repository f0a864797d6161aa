import type { FakeShop } from "@askonce/testkit/shop-data";

/**
 * A Romanian shop and an Italian one, with customers of their own.
 *
 * @param variant other customers and orders for each number; 0 unless told
 */
export async function inventShops(now: string, variant = 0): Promise<{ woocommerce: FakeShop; shopify: FakeShop }> {
  const { generateShop } = await import("@askonce/testkit/shop-data");
  return {
    woocommerce: generateShop({
      seed: 1107 + variant,
      orders: 260,
      now,
      currency: "RON",
      timeZone: "Europe/Bucharest",
      name: "Casa Lumina",
    }),
    shopify: generateShop({
      seed: 2311 + variant,
      orders: 180,
      now,
      currency: "EUR",
      timeZone: "Europe/Rome",
      name: "Bottega Chiara",
      numberPrefix: "IT-",
    }),
  };
}
