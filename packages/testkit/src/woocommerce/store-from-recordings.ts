import type { WooCustomer, WooFulfillment, WooNote, WooOrder, WooRefund } from "./model.ts";
import { wooCommerceRecording } from "./recordings.ts";
import { administrator } from "./render-parts.ts";
import type { Store, StoredOrder } from "./store.ts";

/** The base URL under which the recordings were made; a fake that answers under it repeats them byte for byte. */
export const recordedBaseUrl = "https://127.0.0.1:8843";

/** The time zone of the recorded shop. */
export const recordedTimeZone = "Europe/Bucharest";

/** Loads the recorded shop: nine orders, two customers, and the notes, refunds and fulfillments that were recorded for single orders. */
export function storeFromRecordings(directory: string): Store {
  const read = (name: string): unknown => wooCommerceRecording(name, directory);
  const notes = read("order-notes") as Linked<WooNote>[];
  const refunds = [...(read("refunds-partial") as Linked<WooRefund>[]), ...(read("refunds-full") as Linked<WooRefund>[])];
  const fulfillments = read("order-fulfillments-v3") as WooFulfillment[];
  const orders = new Map<number, StoredOrder>();
  for (const recorded of read("orders") as Linked<WooOrder>[]) {
    const { _links, ...order } = recorded;
    order.payment_url = order.payment_url.slice(recordedBaseUrl.length);
    orders.set(order.id, {
      order,
      createdMs: Date.parse(`${order.date_created_gmt}Z`),
      modifiedMs: Date.parse(`${order.date_modified_gmt}Z`),
      notes: notes.filter((note) => upId(note) === order.id).map(withoutLinks),
      refunds: refunds.filter((refund) => upId(refund) === order.id).map(withoutLinks),
      fulfillments: fulfillments.filter((each) => each.entity_id === String(order.id)),
      neutral: null,
      statusBeforeTrash: null,
    });
  }
  const customers = new Map<number, WooCustomer>();
  for (const recorded of read("customers") as Linked<WooCustomer>[]) customers.set(recorded.id, withoutLinks(recorded));
  customers.set(1, administrator(1, Date.parse("2026-11-21T17:00:00Z"), recordedTimeZone));
  return { orders, customers, currency: "RON", name: "AskOnce test shop" };
}

type Linked<Entity> = Entity & { _links: { up?: { href: string }[] } };

function withoutLinks<Entity>(recorded: Linked<Entity>): Entity {
  const { _links, ...rest } = recorded;
  // The compiler does not see that removing the added property leaves the entity.
  return rest as unknown as Entity;
}

/** The order that a note or refund belongs to, from its `up` link. */
function upId(recorded: { _links: { up?: { href: string }[] } }): number {
  return Number(recorded._links.up?.[0]?.href.split("/").at(-1));
}
