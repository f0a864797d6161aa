import { wooCommerceRecording } from "../recordings.ts";
import type { Route, RouteAnswer, RouteRequest } from "../router.ts";
import { requireManager, type Site } from "../site.ts";
import { siteOffsetMs } from "../site-time.ts";
import { customerRoutes } from "./customers.ts";
import { orderPartRoutes } from "./order-parts.ts";
import { orderRoutes } from "./orders.ts";
import { shipmentTrackingRoutes } from "./shipment-trackings.ts";
import { webhookRoutes } from "./webhooks.ts";

/** Every route of the fake shop. */
export const allRoutes: readonly Route[] = [
  { name: "/", path: /^\/?$/, methods: { GET: siteIndex } },
  { name: "/wc/v3", path: /^\/wc\/v3$/, methods: { GET: ({ site }) => ({ body: { namespace: "wc/v3", routes: routeTable(site) } }) } },
  ...orderRoutes,
  ...orderPartRoutes,
  ...shipmentTrackingRoutes,
  ...customerRoutes,
  ...webhookRoutes,
  { name: "/wc/v3/system_status", path: /^\/wc\/v3\/system_status$/, methods: { GET: systemStatus } },
];

/** The index that tells what a shop can do: its namespaces and routes. Everybody may read it. */
function siteIndex({ site }: RouteRequest): RouteAnswer {
  const home = site.baseUrl();
  return {
    body: {
      name: site.store.name,
      description: "",
      url: home,
      home,
      gmt_offset: siteOffsetMs(site.now(), site.timeZone) / 3_600_000,
      timezone_string: site.timeZone,
      page_for_posts: 0,
      page_on_front: 0,
      show_on_front: "posts",
      namespaces: [
        "oembed/1.0",
        "wc/v1",
        "wc/v2",
        "wc/v3",
        ...(site.shipmentTrackingInstalled ? ["wc-shipment-tracking/v3"] : []),
        ...(site.askonceInstalled ? ["wc-askonce/v1"] : []),
        "wc-admin",
        "wc-analytics",
        "wc/store",
        "wc/store/v1",
        "wp/v2",
      ],
      authentication: {},
      routes: routeTable(site),
      site_logo: 0,
      site_icon: 0,
      site_icon_url: "",
    },
  };
}

function routeTable(site: Site): Record<string, { namespace: string; methods: string[] }> {
  const existing = allRoutes.filter((route) => route.exists?.(site) !== false && route.name !== "/");
  return Object.fromEntries(
    existing.map((route) => {
      const namespace = route.name.split("/").slice(1, 3).join("/");
      return [route.name, { namespace, methods: Object.keys(route.methods) }];
    }),
  );
}

/** The recorded report with this shop's address and currency. */
function systemStatus(request: RouteRequest): RouteAnswer {
  requireManager(request, "list");
  const { site } = request;
  const recorded = wooCommerceRecording("system-status", site.recordingsDirectory) as {
    environment: Record<string, unknown>;
    settings: Record<string, unknown>;
  };
  if (site.renderContext === null) return { body: recorded };
  return {
    body: {
      ...recorded,
      environment: { ...recorded.environment, home_url: site.baseUrl(), site_url: site.baseUrl() },
      settings: { ...recorded.settings, currency: site.store.currency },
    },
  };
}
