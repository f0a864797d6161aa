import { pickFields } from "../fields.ts";
import { linkedOrder } from "../links.ts";
import type { WooMeta, WooOrder } from "../model.ts";
import { changeOrder, findOrder, trash } from "../order-changes.ts";
import { orderStatuses, readOrderQuery, settableStatuses } from "../order-query.ts";
import { cutPage } from "../paging.ts";
import { isTrue } from "../parameters.ts";
import type { Route, RouteAnswer, RouteRequest } from "../router.ts";
import { requireManager, requireSignedIn } from "../site.ts";
import { invalidParameters, notOneOf } from "../validation.ts";

export const orderRoutes: readonly Route[] = [
  { name: "/wc/v3/orders", path: /^\/wc\/v3\/orders$/, methods: { GET: listOrders } },
  {
    name: "/wc/v3/orders/statuses",
    path: /^\/wc\/v3\/orders\/statuses$/,
    methods: { GET: () => ({ body: orderStatuses.map(([slug, name]) => ({ slug, name })) }) },
  },
  {
    name: "/wc/v3/orders/(?P<id>[\\d]+)",
    path: /^\/wc\/v3\/orders\/(\d+)$/,
    methods: { GET: getOrder, PUT: updateOrder, POST: updateOrder, DELETE: deleteOrder },
  },
];

function listOrders(request: RouteRequest): RouteAnswer {
  requireSignedIn(request, "list");
  const { site, query } = request;
  const parsed = readOrderQuery(query, site.timeZone);
  const all = [...site.store.orders.values()].filter((stored) => parsed.matches(stored)).sort((a, b) => parsed.compare(a, b));
  const page = cutPage(all, {
    page: parsed.page,
    perPage: parsed.perPage,
    offset: parsed.offset,
    path: "/wp-json/wc/v3/orders",
    baseUrl: site.baseUrl(),
    query,
    added: (hasRows) => [
      ["status", parsed.status],
      ...(hasRows
        ? ([
            ["dp", query.text("dp") ?? "2"],
            ["context", query.text("context") ?? "view"],
          ] satisfies [string, string][])
        : []),
    ],
  });
  const fields = query.list("_fields");
  return { body: page.items.map(({ order }) => pickFields(linkedOrder(order, site.baseUrl()), fields)), headers: page.headers };
}

function getOrder(request: RouteRequest): RouteAnswer {
  // As in WooCommerce, a stranger hears 404 for an unknown id and 401 for a known one.
  const { order } = findOrder(request.site, Number(request.ids[0]));
  requireSignedIn(request, "view");
  const single = withSingleMetaOrder(linkedOrder(order, request.site.baseUrl()), request.site.renderContext !== null);
  return { body: pickFields(single, request.query.list("_fields")) };
}

/**
 * A single read lists `meta_data` in another order than the list does. Which order is not promised by anybody, so a rendered shop turns it
 * round; the recorded shop keeps what was recorded.
 */
function withSingleMetaOrder(order: Record<string, unknown>, rendered: boolean): Record<string, unknown> {
  const meta = order.meta_data;
  return rendered && Array.isArray(meta) ? { ...order, meta_data: [...meta].reverse() } : order;
}

function updateOrder(request: RouteRequest): RouteAnswer {
  const { site, body } = request;
  const stored = findOrder(site, Number(request.ids[0]));
  requireManager(request, "edit");
  const change: Partial<WooOrder> = {};
  if (body.status !== undefined) {
    const status = settableStatuses.find((slug) => slug === body.status);
    if (status === undefined) throw invalidParameters(new Map([["status", notOneOf("status", settableStatuses)]]));
    change.status = status;
  }
  if (typeof body.customer_note === "string") change.customer_note = body.customer_note;
  if (typeof body.transaction_id === "string") change.transaction_id = body.transaction_id;
  if (Array.isArray(body.meta_data)) change.meta_data = mergedMeta(stored.order, body.meta_data);
  if (typeof body.shipping === "object" && body.shipping !== null) change.shipping = { ...stored.order.shipping, ...body.shipping };
  if (typeof body.billing === "object" && body.billing !== null) change.billing = { ...stored.order.billing, ...body.billing };
  changeOrder(site, stored, change);
  return { body: linkedOrder(stored.order, site.baseUrl()) };
}

/** A known key is overwritten, a new one added. */
function mergedMeta(order: WooOrder, given: readonly { key?: unknown; value?: unknown }[]): WooMeta[] {
  const meta = order.meta_data.map((each) => ({ ...each }));
  for (const { key, value } of given) {
    if (typeof key !== "string") continue;
    const known = meta.find((each) => each.key === key);
    if (known !== undefined) known.value = value;
    else meta.push({ id: order.id * 1000 + meta.length, key, value });
  }
  return meta;
}

function deleteOrder(request: RouteRequest): RouteAnswer {
  const { site } = request;
  const stored = findOrder(site, Number(request.ids[0]));
  requireManager(request, "remove");
  const body = linkedOrder(stored.order, site.baseUrl());
  // A forced deletion tells nobody; only the trash sends order.deleted.
  if (isTrue(request.query.text("force"))) site.store.orders.delete(stored.order.id);
  else trash(site, stored);
  return { body };
}
