import { cutPage } from "../paging.ts";
import { isTrue } from "../parameters.ts";
import { RestError } from "../rest-error.ts";
import type { Route, RouteAnswer, RouteRequest } from "../router.ts";
import { requireManager } from "../site.ts";
import { invalidParameters, notOneOf, validate } from "../validation.ts";

export const webhookRoutes: readonly Route[] = [
  { name: "/wc/v3/webhooks", path: /^\/wc\/v3\/webhooks$/, methods: { GET: listWebhooks, POST: createWebhook } },
  {
    name: "/wc/v3/webhooks/(?P<id>[\\d]+)",
    path: /^\/wc\/v3\/webhooks\/(\d+)$/,
    methods: { GET: getWebhook, POST: updateWebhook, PUT: updateWebhook, DELETE: deleteWebhook },
  },
];

function listWebhooks(request: RouteRequest): RouteAnswer {
  requireManager(request, "list");
  const { site, query } = request;
  const check = validate(query);
  const page = check.integer("page", 1, { minimum: 1 });
  const perPage = check.integer("per_page", 10, { minimum: 1, maximum: 100 });
  const status = check.oneOf("status", ["all", "active", "paused", "disabled"], "all");
  check.finish();
  const all = site.webhooks.list().filter((record) => status === "all" || record.status === status);
  const path = "/wp-json/wc/v3/webhooks";
  const cut = cutPage(all, { page, perPage, offset: null, path, baseUrl: site.baseUrl(), query, added: () => [] });
  return { body: cut.items.map((record) => site.webhooks.render(record, site.baseUrl())), headers: cut.headers };
}

function getWebhook(request: RouteRequest): RouteAnswer {
  requireManager(request, "view");
  return { body: request.site.webhooks.render(request.site.webhooks.get(Number(request.ids[0])), request.site.baseUrl()) };
}

/** Answers 201 and `active` even when nobody listens at the address: the ping's outcome is not looked at. */
function createWebhook(request: RouteRequest): RouteAnswer {
  requireManager(request, "create");
  const { site, body } = request;
  const record = site.webhooks.add({
    topic: String(body.topic ?? ""),
    deliveryUrl: String(body.delivery_url ?? ""),
    ...(typeof body.name === "string" && body.name !== "" ? { name: body.name } : {}),
    ...(typeof body.secret === "string" && body.secret !== "" ? { secret: body.secret } : {}),
  });
  site.queue.ping(record);
  const location = `${site.baseUrl()}/wp-json/wc/v3/webhooks/${record.id}`;
  return { body: site.webhooks.render(record, site.baseUrl()), status: 201, headers: { location } };
}

/** Setting a disabled webhook active leaves its failure count at six, so that one more failure disables it again. */
function updateWebhook(request: RouteRequest): RouteAnswer {
  requireManager(request, "edit");
  const { site, body } = request;
  const record = site.webhooks.get(Number(request.ids[0]));
  const allowed = ["active", "paused", "disabled"] as const;
  if (body.status !== undefined) {
    const status = allowed.find((each) => each === body.status);
    if (status === undefined) throw invalidParameters(new Map([["status", notOneOf("status", allowed)]]));
    record.status = status;
  }
  if (typeof body.name === "string") record.name = body.name;
  if (typeof body.secret === "string") record.secret = body.secret;
  if (typeof body.delivery_url === "string") record.deliveryUrl = body.delivery_url;
  record.modifiedMs = Math.floor(site.now() / 1000) * 1000;
  return { body: site.webhooks.render(record, site.baseUrl()) };
}

function deleteWebhook(request: RouteRequest): RouteAnswer {
  requireManager(request, "remove");
  const { site } = request;
  const record = site.webhooks.get(Number(request.ids[0]));
  if (!isTrue(request.query.text("force"))) {
    throw new RestError(501, "woocommerce_rest_trash_not_supported", "Webhooks do not support trashing.");
  }
  const body = site.webhooks.render(record, site.baseUrl());
  site.webhooks.remove(record.id);
  return { body };
}
