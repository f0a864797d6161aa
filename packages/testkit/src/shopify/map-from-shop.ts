import type { FakeAddress, FakeCustomer, FakeItem, FakeOrder, FakeRefund, FakeShop } from "../shop-data/shop.ts";
import { type NumericId, numericId } from "./ids.ts";
import { shopifyInstant, shopifyInstantOrNull } from "./instant.ts";
import { mapParcel } from "./map-parcel.ts";
import type { OrderCurrencies } from "./money.ts";
import { orderTotals } from "./order-totals.ts";
import type { AddressRecord, CustomerRecord, LineItemRecord, OrderRecord, RefundRecord, TransactionRecord } from "./records.ts";

/** The records a fake shop becomes. */
export interface MappedShop {
  customers: CustomerRecord[];
  orders: OrderRecord[];
}

/**
 * Renders a fake shop in Shopify's words.
 *
 * @param options.largeIds gives every object an id above 2^53. Without it only the newest order has one, so that no test set is without it
 */
export function mapShop(shop: FakeShop, options: { largeIds: boolean }): MappedShop {
  // The newest, because old ones are hidden from tokens without read_all_orders.
  const newest = shop.orders.toSorted((left, right) => (left.placedAt < right.placedAt ? -1 : 1)).at(-1);
  return {
    customers: shop.customers.map((customer) => mapCustomer(customer, options.largeIds)),
    orders: shop.orders.map((order) =>
      mapOrder(shop, order, { largeOrder: options.largeIds || order === newest, large: options.largeIds }),
    ),
  };
}

function mapCustomer(customer: FakeCustomer, large: boolean): CustomerRecord {
  return {
    __typename: "Customer",
    id: numericId("Customer", customer.id, large),
    fakeId: customer.id,
    firstName: customer.firstName,
    lastName: customer.lastName,
    email: emptyToNull(customer.email),
    phone: emptyToNull(customer.phone),
    locale: customer.language,
    createdAt: shopifyInstant(customer.createdAt),
    updatedAt: shopifyInstant(customer.createdAt),
    note: null,
    tags: [],
    address: mapAddress(customer.address, numericId("MailingAddress", customer.id, large)),
  };
}

/** @param size.largeOrder whether the order's own id exceeds 2^53; `large` says so of everything in it */
export function mapOrder(shop: FakeShop, order: FakeOrder, { largeOrder, large }: { largeOrder: boolean; large: boolean }): OrderRecord {
  const id = numericId("Order", order.id, largeOrder);
  const record: OrderRecord = {
    __typename: "Order",
    id,
    fakeId: order.id,
    name: `#${order.number}`,
    confirmationNumber: confirmationNumber(order.id),
    createdAt: shopifyInstant(order.placedAt),
    processedAt: shopifyInstant(order.placedAt),
    updatedAt: shopifyInstant(order.updatedAt),
    cancelledAt: shopifyInstantOrNull(order.cancelledAt),
    cancelReason: order.cancelledAt === null ? null : (order.cancelReason ?? "other").toUpperCase(),
    cancelStaffNote: null,
    closedAt: order.status === "completed" ? shopifyInstant(order.updatedAt) : null,
    customerId: order.customerId === null ? null : numericId("Customer", order.customerId, large),
    email: emptyToNull(order.email),
    phone: emptyToNull(order.phone),
    locale: order.language,
    currencies: currenciesOf(shop, order),
    tags: [],
    note: emptyToNull(order.customerNote),
    poNumber: null,
    sourceName: "web",
    test: false,
    edited: false,
    onHold: order.status === "onHold",
    lineItems: order.items.map((item) => mapItem(item, large)),
    shipping: { id: numericId("ShippingLine", order.id, large), title: order.shippingMethod, amountMinor: order.shippingMinor },
    discount: { code: order.discountCode, amountMinor: order.discountMinor },
    taxMinor: order.taxMinor,
    gateway: gatewayName(order.paymentMethod),
    transactions: [],
    fulfillments: order.parcels.map((parcel, index) => mapParcel(parcel, { order, orderId: id, position: index + 1, large })),
    refunds: order.refunds.map((refund) => mapRefund(refund, order, large)),
    returns: [],
    disputes: [],
    risk: null,
    shippingAddress: mapAddress(order.shippingAddress, numericId("MailingAddress", 1_000_000 + order.id * 2, large)),
    billingAddress: mapAddress(order.billingAddress, numericId("MailingAddress", 1_000_001 + order.id * 2, large)),
  };
  record.transactions = transactionsOf(order, record, large);
  return record;
}

function currenciesOf(shop: FakeShop, order: FakeOrder): OrderCurrencies {
  if (order.presentment === null) return { shop: order.currency, presentment: order.currency, rate: 1, storedIn: "shop" };
  return {
    shop: shop.currency,
    presentment: order.presentment.currency,
    rate: order.presentment.rate,
    storedIn: order.currency === order.presentment.currency && order.currency !== shop.currency ? "presentment" : "shop",
  };
}

function mapItem(item: FakeItem, large: boolean): LineItemRecord {
  return {
    id: numericId("LineItem", item.id, large),
    fakeId: item.id,
    productId: numericId("Product", item.productId, large),
    variantId: numericId("ProductVariant", item.productId, large),
    title: item.name,
    variantTitle: emptyToNull(item.variant),
    sku: item.sku,
    quantity: item.quantity,
    unitPriceMinor: item.unitPriceMinor,
    imageUrl: item.imageUrl,
  };
}

function mapRefund(refund: FakeRefund, order: FakeOrder, large: boolean): RefundRecord {
  const itemsMinor = refund.items.reduce((sum, item) => sum + item.amountMinor, 0);
  return {
    id: numericId("Refund", refund.id, large),
    createdAt: shopifyInstant(refund.at),
    processedAt: shopifyInstant(refund.at),
    note: emptyToNull(refund.reason),
    amountMinor: refund.amountMinor,
    shippingMinor: refund.items.length > 0 ? Math.min(order.shippingMinor, Math.max(0, refund.amountMinor - itemsMinor)) : 0,
    lines: refund.items.map((item, index) => ({
      id: numericId("RefundLineItem", refund.id * 100 + index, large),
      lineItemId: numericId("LineItem", item.itemId, large),
      quantity: item.quantity,
      amountMinor: item.amountMinor,
      restockType: "NO_RESTOCK",
    })),
    transactionIds: [transactionId(order, 1 + order.refunds.indexOf(refund), large)],
  };
}

function transactionsOf(order: FakeOrder, record: OrderRecord, large: boolean): TransactionRecord[] {
  const sale: TransactionRecord = {
    id: transactionId(order, 0, large),
    kind: "SALE",
    status: order.paidAt !== null ? "SUCCESS" : order.status === "failed" ? "FAILURE" : "PENDING",
    amountMinor: orderTotals(record).totalMinor,
    gateway: record.gateway,
    processedAt: shopifyInstant(order.paidAt ?? order.placedAt),
    parentId: null,
  };
  const refunds = order.refunds.map(
    (refund, index): TransactionRecord => ({
      id: transactionId(order, index + 1, large),
      kind: "REFUND",
      status: "SUCCESS",
      amountMinor: refund.amountMinor,
      gateway: record.gateway,
      processedAt: shopifyInstant(refund.at),
      parentId: sale.id,
    }),
  );
  return [sale, ...refunds];
}

function transactionId(order: FakeOrder, position: number, large: boolean): NumericId {
  return numericId("OrderTransaction", order.id * 100 + position, large);
}

function mapAddress(address: FakeAddress, id: NumericId): AddressRecord {
  return {
    id,
    firstName: address.firstName,
    lastName: address.lastName,
    company: address.company,
    address1: address.line1,
    address2: address.line2,
    city: address.city,
    province: address.province,
    zip: address.postcode,
    countryCode: address.countryCode,
    phone: address.phone,
  };
}

/** Shopify names manual payment methods by their title and providers by a handle. */
function gatewayName({ code, title }: FakeOrder["paymentMethod"]): string {
  if (/cash|cod|bank|transfer/i.test(code)) return title;
  return code === "card" ? "shopify_payments" : code;
}

/** Nine capitals and digits, the same for the same order; not unique by Shopify's own words, though these are. */
function confirmationNumber(fakeId: number): string {
  const mixed = (BigInt(fakeId) * 2_654_435_761n) % 101_559_956_668_416n;
  return mixed.toString(36).toUpperCase().padStart(9, "K").slice(-9);
}

function emptyToNull(text: string): string | null {
  return text === "" ? null : text;
}
