import { childLinks } from "../links.ts";
import { RestError } from "../rest-error.ts";
import type { Route, RouteAnswer, RouteRequest } from "../router.ts";
import { requireSignedIn, type Site } from "../site.ts";

/** The route of the Shipment Tracking plugins, which they register under several namespaces. */
export const shipmentTrackingRoutes: readonly Route[] = ["wc-shipment-tracking/v3", "wc/v3", "wc/v2", "wc/v1"].map((namespace) => ({
  name: `/${namespace}/orders/(?P<order_id>[\\d]+)/shipment-trackings`,
  path: new RegExp(`^/${namespace}/orders/(\\d+)/shipment-trackings$`),
  methods: { GET: (request: RouteRequest) => listTrackings(request, namespace) },
  exists: (site: Site) => site.shipmentTrackingInstalled,
}));

interface StoredTracking {
  tracking_provider: string;
  custom_tracking_provider: string;
  custom_tracking_link: string;
  tracking_number: string;
  date_shipped: number | string;
  tracking_id: string;
  source?: string;
}

function listTrackings(request: RouteRequest, namespace: string): RouteAnswer {
  requireSignedIn(request, "list");
  const { site } = request;
  const stored = site.store.orders.get(Number(request.ids[0]));
  if (stored === undefined) throw new RestError(404, "woocommerce_rest_order_invalid_id", "Invalid order ID.");
  const meta = stored.order.meta_data.find((each) => each.key === "_wc_shipment_tracking_items");
  const items = (meta?.value ?? []) as StoredTracking[];
  const order = `${site.baseUrl()}/wp-json/${namespace}/orders/${stored.order.id}`;
  return {
    body: items.map((item) => {
      // Advanced Shipment Tracking answers an empty provider and link when its table of providers was never downloaded, as recorded.
      const bare = item.source !== undefined;
      return {
        tracking_id: item.tracking_id,
        tracking_provider: bare ? "" : item.tracking_provider || item.custom_tracking_provider,
        tracking_link: bare ? "" : item.custom_tracking_link.replace("%1$s", item.tracking_number),
        tracking_number: item.tracking_number,
        date_shipped: new Date(Number(item.date_shipped) * 1000).toISOString().slice(0, 10),
        _links: childLinks(order, "shipment-trackings", item.tracking_id),
      };
    }),
  };
}
