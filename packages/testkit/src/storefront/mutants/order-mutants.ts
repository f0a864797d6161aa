import { AskonceError, type DualMoney, type Order, parseSourceRef, sourceRef } from "@askonce/spec";
import { changingOrders, changingParcels, type Mutant } from "./mutant.ts";

const scaled = (money: DualMoney, factor: number): DualMoney => ({
  ...money,
  shop: { ...money.shop, amountMinor: Math.trunc(money.shop.amountMinor * factor) },
});

export const orderMutants: readonly Mutant[] = [
  {
    name: "calls every sent parcel delivered",
    caughtBy: ["order-fulfilled-not-delivered", "order-late-in-transit", "order-at-pickup-point"],
    wrap: changingParcels((parcel) => ({ ...parcel, status: "delivered", deliveredAt: parcel.deliveredAt ?? parcel.shippedAt })),
  },
  {
    name: "never says delivered",
    caughtBy: ["order-delivered"],
    wrap: changingParcels((parcel) => ({ ...parcel, status: "in_transit", deliveredAt: null })),
  },
  {
    name: "loses the promised day",
    caughtBy: ["order-late-in-transit"],
    wrap: changingParcels((parcel) => ({ ...parcel, promisedAt: null })),
  },
  {
    name: "keeps one parcel per order",
    caughtBy: ["order-split-shipments"],
    wrap: changingOrders((order) => ({ ...order, parcels: order.parcels.slice(0, 1) })),
  },
  {
    name: "puts all items into every parcel",
    caughtBy: ["order-split-shipments", "order-partly-shipped"],
    wrap: changingOrders((order) => ({
      ...order,
      parcels: order.parcels.map((parcel) => ({ ...parcel, items: order.items.map(({ id, quantity }) => ({ lineItemId: id, quantity })) })),
    })),
  },
  {
    name: "calls a part shipped all shipped",
    caughtBy: ["order-partly-shipped"],
    wrap: changingOrders((order) => ({ ...order, fulfillmentStatus: "fulfilled" })),
  },
  {
    name: "lists tracking events oldest first",
    caughtBy: ["order-delivered", "every-order-is-sound"],
    wrap: changingParcels((parcel) => ({ ...parcel, checkpoints: parcel.checkpoints.toReversed() })),
  },
  {
    name: "drops the cancel reason",
    caughtBy: ["order-cancelled"],
    wrap: changingOrders((order) => ({ ...order, cancelReason: null })),
  },
  {
    name: "writes letters with another encoding",
    caughtBy: ["unicode-and-diacritics"],
    wrap: changingOrders((order) => JSON.parse(Buffer.from(JSON.stringify(order)).toString("latin1"))),
  },
  {
    name: "throws at a state it does not know",
    caughtBy: ["unknown-status"],
    wrap: changingOrders((order) => {
      if (order.status === "unknown") throw new RangeError("unexpected status");
      return order;
    }),
  },
  {
    name: "takes a state it does not know for an open order",
    caughtBy: ["unknown-status"],
    wrap: changingOrders((order) => (order.status === "unknown" ? { ...order, status: "open", fulfillmentStatus: "unfulfilled" } : order)),
  },
  {
    name: "refuses answers with fields it does not know",
    caughtBy: ["extra-fields"],
    wrap: changingOrders((order) => {
      // The reference's mapping has dropped the fields by now, so the order is known by its number.
      if (order.number === "20003") throw new AskonceError("ADAPTER_BAD_RESPONSE");
      return order;
    }),
  },
  {
    name: "invents an account for a guest",
    caughtBy: ["missing-optional-fields"],
    wrap: changingOrders((order) => ({
      ...order,
      customer: order.customer ?? {
        ref: order.ref,
        name: null,
        email: null,
        phone: null,
        language: null,
        since: null,
        ordersCount: null,
        totalSpent: null,
        tags: [],
        note: null,
      },
    })),
  },
  {
    name: "reads ids as numbers",
    caughtBy: ["ids-beyond-2-53", "every-order-is-sound"],
    wrap: changingOrders((order) => {
      const { adapterId, vendorId } = parseSourceRef(order.ref) ?? { adapterId: "", vendorId: "" };
      return { ...order, ref: sourceRef(adapterId, String(Number(vendorId))) };
    }),
  },
  {
    name: "throws when there is no such order",
    caughtBy: ["order-not-found"],
    wrap: (adapter) => ({
      ...adapter,
      getOrder: async (ref, context) => {
        const order = await adapter.getOrder(ref, context);
        if (order === null) throw new AskonceError("ORDER_NOT_FOUND");
        return order;
      },
    }),
  },
  {
    name: "reads any adapter's references",
    caughtBy: ["foreign-reference-is-refused"],
    wrap: (adapter) => ({
      ...adapter,
      getOrder: (ref, context) => adapter.getOrder(sourceRef(adapter.id, parseSourceRef(ref)?.vendorId ?? ""), context),
    }),
  },
  {
    name: "gives every read its own version",
    caughtBy: ["same-read-twice"],
    wrap: (adapter) => ({
      ...adapter,
      getOrder: async (ref, context) => {
        const order = await adapter.getOrder(ref, context);
        return order === null ? null : { ...order, updatedAt: new Date(context.clock.now()).toISOString() };
      },
    }),
  },
  {
    name: "cuts amounts as floating point does",
    caughtBy: ["money-two-decimals"],
    wrap: changingOrders((order) => ({ ...order, discountTotal: scaled(order.discountTotal, 0.9999) })),
  },
  {
    name: "counts every currency in hundredths",
    caughtBy: ["money-other-decimals"],
    wrap: changingOrders((order) => (order.total.shop.currency === "KWD" ? { ...order, total: scaled(order.total, 0.1) } : order)),
  },
  {
    name: "gives the buyer's amount as the shop's",
    caughtBy: ["presentment-and-shop-currency"],
    wrap: changingOrders((order) => ({
      ...order,
      total: { shop: order.total.presentment ?? order.total.shop, presentment: order.total.presentment },
    })),
  },
  {
    name: "refunds negative amounts",
    caughtBy: ["order-refunded-partly", "order-refunded-fully"],
    wrap: changingOrders((order) => ({
      ...order,
      refunds: order.refunds.map((refund) => ({ ...refund, amount: scaled(refund.amount, -1) })),
    })),
  },
  {
    name: "subtracts refunds from the total",
    caughtBy: ["order-refunded-partly", "order-refunded-fully"],
    wrap: changingOrders((order: Order) => ({
      ...order,
      total: {
        ...order.total,
        shop: { ...order.total.shop, amountMinor: order.total.shop.amountMinor - order.refundedTotal.shop.amountMinor },
      },
    })),
  },
];
