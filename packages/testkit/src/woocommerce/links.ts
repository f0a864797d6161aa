import type { WooCustomer, WooNote, WooOrder, WooRefund } from "./model.ts";

const fullAccess = { allow: ["GET", "POST", "PUT", "PATCH", "DELETE"] };
const readAndDelete = { allow: ["GET", "DELETE"] };

/** Puts the shop's base URL into an order and adds its `_links`, giving exactly the recorded JSON. */
export function linkedOrder(order: WooOrder, baseUrl: string): Record<string, unknown> {
  const orders = `${baseUrl}/wp-json/wc/v3/orders`;
  const self = `${orders}/${order.id}`;
  return {
    ...order,
    line_items: order.line_items.map((item) => ({ ...item, image: { ...item.image, src: absolute(item.image.src, baseUrl) } })),
    payment_url: absolute(order.payment_url, baseUrl),
    _links: {
      self: [{ href: self, targetHints: fullAccess }],
      collection: [{ href: orders }],
      email_templates: [{ embeddable: true, href: `${self}/actions/email_templates` }],
      ...(order.customer_id === 0 ? {} : { customer: [{ href: `${baseUrl}/wp-json/wc/v3/customers/${order.customer_id}` }] }),
    },
  };
}

export function linkedCustomer(customer: WooCustomer, baseUrl: string): Record<string, unknown> {
  const customers = `${baseUrl}/wp-json/wc/v3/customers`;
  return {
    ...customer,
    _links: { self: [{ href: `${customers}/${customer.id}`, targetHints: fullAccess }], collection: [{ href: customers }] },
  };
}

export function linkedNote(note: WooNote, orderId: number, baseUrl: string): Record<string, unknown> {
  return { ...note, _links: orderPartLinks("notes", note.id, orderId, baseUrl) };
}

export function linkedRefund(refund: WooRefund, orderId: number, baseUrl: string): Record<string, unknown> {
  return { ...refund, _links: orderPartLinks("refunds", refund.id, orderId, baseUrl) };
}

function orderPartLinks(part: string, id: number | string, orderId: number, baseUrl: string): Record<string, unknown> {
  return childLinks(`${baseUrl}/wp-json/wc/v3/orders/${orderId}`, part, id);
}

/** The links of something below an order: itself, its list, and the order. */
export function childLinks(order: string, part: string, id: number | string): Record<string, unknown> {
  return {
    self: [{ href: `${order}/${part}/${id}`, targetHints: readAndDelete }],
    collection: [{ href: `${order}/${part}` }],
    up: [{ href: order }],
  };
}

/** The links of a webhook. */
export function webhookLinks(id: number, baseUrl: string): Record<string, unknown> {
  const webhooks = `${baseUrl}/wp-json/wc/v3/webhooks`;
  return { self: [{ href: `${webhooks}/${id}`, targetHints: fullAccess }], collection: [{ href: webhooks }] };
}

function absolute(address: string, baseUrl: string): string {
  return address.startsWith("/") ? baseUrl + address : address;
}
