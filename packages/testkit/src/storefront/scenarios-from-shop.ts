import type { SourceRef } from "@askonce/spec";
import type { FakeOrder } from "../shop-data/shop.ts";
import type { ConformanceShop, ShopScenario } from "./conformance-shop.ts";
import type { OrderScenario, StorefrontScenarios } from "./descriptor.ts";
import { expectedFromOrder } from "./expected-from-shop.ts";
import type { ExpectedOrder } from "./expected-order.ts";

export interface ScenariosFromShopOptions {
  /** The reference that the adapter gives to an order of the shop. */
  ref(order: Pick<FakeOrder, "id">): SourceRef;
  /**
   * What the platform says differently, by scenario: merged over what follows from the neutral shop. `unknown-status` needs its entry,
   * with `rawStatus` and the field that has to be `unknown`.
   */
  expect?: Partial<Record<ShopScenario, Partial<ExpectedOrder>>>;
  /** The same for all scenarios, for example a status the platform does not have. Applied before `expect`. */
  expectAll?: (expected: ExpectedOrder, order: FakeOrder) => ExpectedOrder;
}

/** Fixtures for all scenarios from {@link ConformanceShop}, for a harness whose fake was built from its `shop`. */
export function scenariosFromShop(conformance: ConformanceShop, options: ScenariosFromShopOptions): Required<StorefrontScenarios> {
  const { ref, expect = {}, expectAll = (expected) => expected } = options;
  const entries = Object.entries(conformance.orders) as [ShopScenario, FakeOrder][];
  const orderScenarios = Object.fromEntries(
    entries.map(([name, order]): [ShopScenario, OrderScenario] => [
      name,
      { ref: ref(order), expect: { ...expectAll(expectedFromOrder(order), order), ...expect[name] } },
    ]),
  ) as Record<ShopScenario, OrderScenario>;
  const [newer, older] = conformance.sameEmailOrders;
  return {
    ...orderScenarios,
    "guest-order-by-number-and-email": {
      query: { orderNumber: conformance.guestOrder.number, email: conformance.guestOrder.email },
      refs: [ref(conformance.guestOrder)],
    },
    "two-orders-same-email": { query: { email: newer.email }, refs: [ref(newer), ref(older)] },
    "order-by-phone": { query: { phone: spaced(conformance.guestOrder.phone) }, refs: [ref(conformance.guestOrder)] },
    "order-not-found": { ref: ref({ id: conformance.missingId }) },
  };
}

/** Personal data of the shop's people, for the harness. */
export function personalDataOf(conformance: ConformanceShop): string[] {
  const values = conformance.shop.orders.flatMap((order) => [
    order.email,
    order.phone,
    order.shippingAddress.lastName,
    order.shippingAddress.line1,
    order.shippingAddress.phone,
  ]);
  return [...new Set(values)].filter((value) => value.length >= 4);
}

/** As people write a phone number: `+39 333 100 0303`. */
function spaced(phone: string): string {
  return `${phone.slice(0, 3)} ${phone.slice(3, 6)} ${phone.slice(6, 9)} ${phone.slice(9)}`;
}
