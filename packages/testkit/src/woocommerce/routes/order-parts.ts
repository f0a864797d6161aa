import { pickFields } from "../fields.ts";
import { linkedNote, linkedRefund } from "../links.ts";
import { minorAmount } from "../money.ts";
import { addNoteTo, addRefundTo, findOrder } from "../order-changes.ts";
import { invalidOrderId, RestError } from "../rest-error.ts";
import type { Route, RouteAnswer, RouteRequest } from "../router.ts";
import { requireManager, requireSignedIn } from "../site.ts";
import type { StoredOrder } from "../store.ts";

export const orderPartRoutes: readonly Route[] = [
  {
    name: "/wc/v3/orders/(?P<order_id>[\\d]+)/notes",
    path: /^\/wc\/v3\/orders\/(\d+)\/notes$/,
    methods: { GET: listNotes, POST: createNote },
  },
  {
    name: "/wc/v3/orders/(?P<order_id>[\\d]+)/refunds",
    path: /^\/wc\/v3\/orders\/(\d+)\/refunds$/,
    methods: { GET: listRefunds, POST: createRefund },
  },
  {
    name: "/wc/v3/orders/(?P<order_id>[\\d]+)/refunds/(?P<id>[\\d]+)",
    path: /^\/wc\/v3\/orders\/(\d+)\/refunds\/(\d+)$/,
    methods: { GET: getRefund },
  },
  {
    name: "/wc/v3/orders/(?P<order_id>[\\d]+)/fulfillments",
    path: /^\/wc\/v3\/orders\/(\d+)\/fulfillments$/,
    methods: { GET: listFulfillments },
    exists: (site) => site.fulfillmentsEnabled,
  },
];

function orderOrNoOrder(request: RouteRequest): StoredOrder {
  const stored = request.site.store.orders.get(Number(request.ids[0]));
  if (stored === undefined) throw new RestError(404, "woocommerce_rest_order_invalid_id", "Invalid order ID.");
  return stored;
}

function listNotes(request: RouteRequest): RouteAnswer {
  requireSignedIn(request, "list");
  const { order, notes } = orderOrNoOrder(request);
  const type = request.query.text("type") ?? "any";
  const shown = notes
    .filter((note) => type === "any" || note.customer_note === (type === "customer"))
    .toSorted((a, b) => compareText(b.date_created_gmt, a.date_created_gmt));
  return { body: shown.map((note) => linkedNote(note, order.id, request.site.baseUrl())) };
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function createNote(request: RouteRequest): RouteAnswer {
  requireManager(request, "create");
  const stored = orderOrNoOrder(request);
  const { note: text, customer_note: visible } = request.body;
  if (typeof text !== "string" || text === "") {
    throw new RestError(400, "rest_missing_callback_param", "Missing parameter(s): note", { params: ["note"] });
  }
  const note = addNoteTo(request.site, stored, { text, visibleToCustomer: visible === true });
  return { body: linkedNote(note, stored.order.id, request.site.baseUrl()), status: 201 };
}

/** Unlike everywhere else, an order that does not exist is no error here: it has no refunds. */
function listRefunds(request: RouteRequest): RouteAnswer {
  requireSignedIn(request, "list");
  const stored = request.site.store.orders.get(Number(request.ids[0]));
  const total = stored?.refunds.length ?? 0;
  const fields = request.query.list("_fields");
  return {
    body: (stored?.refunds ?? []).map((refund) => pickFields(linkedRefund(refund, stored?.order.id ?? 0, request.site.baseUrl()), fields)),
    headers: { "x-wp-total": String(total), "x-wp-totalpages": String(Math.ceil(total / 10)) },
  };
}

function getRefund(request: RouteRequest): RouteAnswer {
  requireSignedIn(request, "view");
  const { order, refunds } = findOrder(request.site, Number(request.ids[0]));
  const refund = refunds.find((each) => each.id === Number(request.ids[1]));
  if (refund === undefined) throw new RestError(404, "woocommerce_rest_shop_order_refund_invalid_id", "Invalid ID.");
  return { body: linkedRefund(refund, order.id, request.site.baseUrl()) };
}

function createRefund(request: RouteRequest): RouteAnswer {
  requireManager(request, "create");
  const stored = request.site.store.orders.get(Number(request.ids[0]));
  if (stored === undefined) throw new RestError(404, "woocommerce_rest_invalid_order_id", "Invalid order ID.");
  const { order } = stored;
  const { body } = request;
  const amountMinor = minorAmount(String(body.amount ?? "0"), order.currency);
  const left = order.refunds.reduce(
    (sum, refund) => sum + minorAmount(refund.total, order.currency),
    minorAmount(order.total, order.currency),
  );
  // Asking the gateway is the default; cash on delivery has none that could pay back.
  const usesGateway = body.api_refund !== false && order.payment_method === "cod" && amountMinor > 0 && amountMinor <= left;
  if (usesGateway) {
    const message = "The payment gateway for this order does not support automatic refunds.";
    throw new RestError(500, "woocommerce_rest_cannot_create_order_refund", message, 500);
  }
  const refund = addRefundTo(request.site, stored, {
    amountMinor,
    reason: typeof body.reason === "string" ? body.reason : "",
    items: refundItems(body.line_items, order.currency),
  });
  refund.refunded_payment = body.api_refund !== false;
  return { body: linkedRefund(refund, order.id, request.site.baseUrl()), status: 201 };
}

function refundItems(given: unknown, currency: string): { itemId: number; quantity: number; amountMinor: number }[] {
  if (!Array.isArray(given)) return [];
  return given.map((item: Record<string, unknown>) => ({
    itemId: Number(item.id),
    quantity: Number(item.quantity ?? 0),
    amountMinor: minorAmount(String(item.refund_total ?? "0"), currency),
  }));
}

/**
 * Reading needs the right to manage the shop. A stranger is refused, except for a guest's order: there WooCommerce 10.5 compares the
 * owner (0) with the visitor (0) and shows the tracking number to anybody.
 */
function listFulfillments(request: RouteRequest): RouteAnswer {
  const stored = request.site.store.orders.get(Number(request.ids[0]));
  if (stored === undefined) {
    requireManager(request, "viewMany");
    throw invalidOrderId();
  }
  const leaks = !request.signedIn && stored.order.customer_id === 0;
  if (!leaks) requireManager(request, "viewMany");
  return { body: stored.fulfillments };
}
