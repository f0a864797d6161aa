import { applyEvent } from "./fulfillment-state.ts";
import { shopifyInstant } from "./instant.ts";
import { orderTotals } from "./order-totals.ts";
import type {
  CustomerRecord,
  FulfillmentEventRecord,
  FulfillmentRecord,
  OrderRecord,
  RefundRecord,
  ReturnRecord,
  TransactionRecord,
} from "./records.ts";
import { putOrder, removeOrder, type SimulatorStore } from "./store.ts";
import type { WebhookSubject } from "./webhook-payloads.ts";
import type { WebhookQueue } from "./webhook-queue.ts";

/** Everything that can happen in the shop. Each change moves `updatedAt` and announces itself as Shopify's webhooks would. */
export interface ShopChanges {
  addOrder(order: OrderRecord): void;
  updateOrder(order: OrderRecord, change: Partial<OrderRecord>): void;
  updateCustomer(customer: CustomerRecord, change: Partial<CustomerRecord>): void;
  addFulfillment(order: OrderRecord, fulfillment: FulfillmentRecord): void;
  addFulfillmentEvent(
    order: OrderRecord,
    fulfillment: FulfillmentRecord,
    event: Omit<FulfillmentEventRecord, "id" | "createdAt">,
  ): FulfillmentEventRecord;
  cancelOrder(order: OrderRecord, cancellation: { reason: string; staffNote: string | null; refund: boolean }): void;
  deleteOrder(order: OrderRecord): void;
  refundOrder(order: OrderRecord, refund: Pick<RefundRecord, "amountMinor" | "shippingMinor" | "note" | "lines">): RefundRecord;
  openReturn(order: OrderRecord, lines: ReturnRecord["lines"]): ReturnRecord;
  uninstall(): void;
}

/** @param webhooks told of every change; it reads the records at once, so later changes do not alter an announcement */
export function createShopChanges(
  store: SimulatorStore,
  now: () => number,
  webhooks: Pick<WebhookQueue, "announce" | "remember">,
): ShopChanges {
  const announce = (topic: string, subject: WebhookSubject): void => webhooks.announce(topic, subject);
  const remember = (order: OrderRecord): void => webhooks.remember("orders/updated", { order });
  const touch = (order: OrderRecord): void => {
    order.updatedAt = shopifyInstant(now());
  };
  const changes: ShopChanges = {
    addOrder(order) {
      putOrder(store, order);
      announce("orders/create", { order });
    },
    updateOrder(order, change) {
      remember(order);
      Object.assign(order, change);
      touch(order);
      announce("orders/updated", { order });
    },
    updateCustomer(customer, change) {
      webhooks.remember("customers/update", { customer });
      Object.assign(customer, change);
      customer.updatedAt = shopifyInstant(now());
      announce("customers/update", { customer });
    },
    addFulfillment(order, fulfillment) {
      remember(order);
      order.fulfillments.push(fulfillment);
      touch(order);
      announce("fulfillments/create", { order, fulfillment });
      announce("orders/updated", { order });
    },
    addFulfillmentEvent(order, fulfillment, given) {
      remember(order);
      webhooks.remember("fulfillments/update", { order, fulfillment });
      const event: FulfillmentEventRecord = { ...given, id: store.ids.next("FulfillmentEvent"), createdAt: shopifyInstant(now()) };
      applyEvent(fulfillment, event);
      touch(order);
      announce("fulfillment_events/create", { order, fulfillment, event });
      announce("fulfillments/update", { order, fulfillment });
      announce("orders/updated", { order });
      return event;
    },
    cancelOrder(order, { reason, staffNote, refund }) {
      remember(order);
      const { netPaymentMinor } = orderTotals(order);
      if (refund && netPaymentMinor > 0) {
        changes.refundOrder(order, { amountMinor: netPaymentMinor, shippingMinor: 0, note: staffNote, lines: [] });
      }
      order.cancelledAt = shopifyInstant(now());
      order.cancelReason = reason;
      order.cancelStaffNote = staffNote;
      touch(order);
      announce("orders/cancelled", { order });
      announce("orders/updated", { order });
    },
    deleteOrder(order) {
      removeOrder(store, order);
      announce("orders/delete", { deletedOrderId: order.id });
    },
    refundOrder(order, given) {
      remember(order);
      const at = shopifyInstant(now());
      const transaction = given.amountMinor > 0 ? refundTransaction(order, given.amountMinor, at, store) : undefined;
      const refund: RefundRecord = {
        ...given,
        id: store.ids.next("Refund"),
        createdAt: at,
        processedAt: at,
        transactionIds: transaction ? [transaction.id] : [],
      };
      order.refunds.push(refund);
      if (transaction) order.transactions.push(transaction);
      touch(order);
      announce("refunds/create", { order, refund });
      announce("orders/updated", { order });
      return refund;
    },
    openReturn(order, lines) {
      remember(order);
      const at = shopifyInstant(now());
      const record: ReturnRecord = {
        __typename: "Return",
        id: store.ids.next("Return"),
        name: `${order.name}-R${order.returns.length + 1}`,
        status: "OPEN",
        createdAt: at,
        closedAt: null,
        requestApprovedAt: null,
        decline: null,
        lines,
      };
      order.returns.push(record);
      touch(order);
      announce("orders/updated", { order });
      return record;
    },
    uninstall() {
      announce("app/uninstalled", { shop: store.shop });
    },
  };
  return changes;
}

function refundTransaction(order: OrderRecord, amountMinor: number, at: string, store: SimulatorStore): TransactionRecord {
  const sale = order.transactions.find((transaction) => transaction.kind === "SALE");
  return {
    id: store.ids.next("OrderTransaction"),
    kind: "REFUND",
    status: "SUCCESS",
    amountMinor,
    // A wrong gateway is corrected to the one of the payment, as recorded.
    gateway: sale?.gateway ?? order.gateway,
    processedAt: at,
    parentId: sale?.id ?? null,
  };
}
