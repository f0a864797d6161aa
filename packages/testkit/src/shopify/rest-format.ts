import type { ProtectedContent } from "./access-table.ts";
import { type OrderCurrencies, presentmentMinor, restAmount, shopMinor } from "./money.ts";
import type { OrderRecord } from "./records.ts";
import { restInstant } from "./rest-instant.ts";
import type { RestValue } from "./rest-json.ts";
import type { SimulatorStore } from "./store.ts";

/** What every payload needs to know beside its subject. */
export interface PayloadSettings {
  store: SimulatorStore;
  /** Without approval for a kind of customer data, webhooks carry `null` in its place. */
  approved: ReadonlySet<ProtectedContent>;
}

export type RestObject = { readonly [name: string]: RestValue };

export function at(instant: string | null, settings: PayloadSettings): string | null {
  return instant === null ? null : restInstant(instant, settings.store.shop.timeZone);
}

export function show(content: ProtectedContent, value: string | null, settings: PayloadSettings): string | null {
  return settings.approved.has(content) ? value : null;
}

/** Plain amounts in webhooks are in the shop's currency. */
export function shown(order: OrderRecord, storedMinor: number): string {
  return restAmount(shopMinor(order.currencies, storedMinor), order.currencies.shop);
}

export function bag(currencies: OrderCurrencies, storedMinor: number): RestObject {
  const inShop = restAmount(shopMinor(currencies, storedMinor), currencies.shop);
  const inPresentment = restAmount(presentmentMinor(currencies, storedMinor), currencies.presentment);
  return {
    shop_money: { amount: inShop, currency_code: currencies.shop },
    presentment_money: { amount: inPresentment, currency_code: currencies.presentment },
  };
}

export function priced(name: string, currencies: OrderCurrencies, storedMinor: number): RestObject {
  return { [name]: restAmount(shopMinor(currencies, storedMinor), currencies.shop), [`${name}_set`]: bag(currencies, storedMinor) };
}
