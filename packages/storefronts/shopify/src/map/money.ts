import { parseMoney } from "@askonce/adapter-kit";
import type { DualMoney } from "@askonce/spec";
import type { MoneyBag } from "../documents/money.ts";

/** Both sides of a `MoneyBag`; the buyer's side only when it is another currency. */
export function dualMoney(bag: MoneyBag): DualMoney {
  const shop = parseMoney(bag.shopMoney.amount, bag.shopMoney.currencyCode);
  const seen = bag.presentmentMoney;
  if (!seen || seen.currencyCode === bag.shopMoney.currencyCode) return { shop, presentment: null };
  return { shop, presentment: parseMoney(seen.amount, seen.currencyCode) };
}

/** As {@link dualMoney}, and zero in the currencies of `like` when there is no amount. */
export function dualMoneyOrZero(bag: MoneyBag | null | undefined, like: DualMoney): DualMoney {
  if (bag) return dualMoney(bag);
  return {
    shop: { amountMinor: 0, currency: like.shop.currency },
    presentment: like.presentment === null ? null : { amountMinor: 0, currency: like.presentment.currency },
  };
}
