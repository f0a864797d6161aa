import type { ShopSettings } from "../storage/store.ts";

/** Whose documents are written, and how its phone numbers are completed. */
export interface IndexedShop {
  shopId: string;
  countryCode: string | undefined;
}

export function indexedShop(store: { shopId: string; shop: ShopSettings }): IndexedShop {
  return { shopId: store.shopId, countryCode: store.shop.countryCode };
}
