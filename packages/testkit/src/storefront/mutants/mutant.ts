import type { AdapterContext, Order, Parcel, StorefrontAdapterV1, StorefrontEvent } from "@askonce/spec";

/** The reference adapter with one thing broken, and the cases that have to notice. */
export interface Mutant {
  name: string;
  caughtBy: readonly [string, ...string[]];
  wrap(adapter: StorefrontAdapterV1): StorefrontAdapterV1;
}

/** Every order the adapter gives out goes through `change`. */
export function changingOrders(change: (order: Order) => Order): Mutant["wrap"] {
  return (adapter) => ({
    ...adapter,
    getOrder: async (ref, context) => {
      const order = await adapter.getOrder(ref, context);
      return order === null ? null : change(order);
    },
    findOrders: async (query, context) => {
      const found = await adapter.findOrders(query, context);
      return { ...found, orders: found.orders.map(change) };
    },
    ...(adapter.changes && {
      changes: {
        ...adapter.changes,
        list: async (request, context) => {
          const page = await adapter.changes?.list(request, context);
          if (page === undefined) throw new TypeError("changes vanished");
          return { ...page, snapshots: page.snapshots.map((snapshot) => ({ ...snapshot, order: change(snapshot.order) })) };
        },
      },
    }),
  });
}

export function changingParcels(change: (parcel: Parcel) => Parcel): Mutant["wrap"] {
  return changingOrders((order) => ({ ...order, parcels: order.parcels.map(change) }));
}

/** Every call gets another context than it was given. */
export function changingContext(change: (context: AdapterContext) => AdapterContext): Mutant["wrap"] {
  return (adapter) => ({
    ...adapter,
    getOrder: (ref, context) => adapter.getOrder(ref, change(context)),
    findOrders: (query, context) => adapter.findOrders(query, change(context)),
    check: (context) => adapter.check(change(context)),
  });
}

/** Every event of a webhook goes through `change`. */
export function changingEvents(change: (event: StorefrontEvent, headers: Headers) => StorefrontEvent[]): Mutant["wrap"] {
  return withWebhooks((receive) => async (webhook, context) => ({
    events: (await receive(webhook, context)).events.flatMap((event) => change(event, webhook.headers)),
  }));
}

type Receive = NonNullable<StorefrontAdapterV1["webhooks"]>["receive"];

export function withWebhooks(change: (receive: Receive) => Receive): Mutant["wrap"] {
  return (adapter) => {
    if (adapter.webhooks === undefined) throw new TypeError("The reference adapter has webhooks");
    return { ...adapter, webhooks: { ...adapter.webhooks, receive: change(adapter.webhooks.receive) } };
  };
}

type List = NonNullable<StorefrontAdapterV1["changes"]>["list"];

export function withChanges(change: (list: List) => List): Mutant["wrap"] {
  return (adapter) => {
    if (adapter.changes === undefined) throw new TypeError("The reference adapter has changes");
    return { ...adapter, changes: { ...adapter.changes, list: change(adapter.changes.list) } };
  };
}
