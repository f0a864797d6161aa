import { pickFields } from "../fields.ts";
import { linkedCustomer } from "../links.ts";
import { cutPage } from "../paging.ts";
import { RestError } from "../rest-error.ts";
import type { Route, RouteAnswer, RouteRequest } from "../router.ts";
import { requireSignedIn } from "../site.ts";
import { validate } from "../validation.ts";

export const customerRoutes: readonly Route[] = [
  { name: "/wc/v3/customers", path: /^\/wc\/v3\/customers$/, methods: { GET: listCustomers } },
  { name: "/wc/v3/customers/(?P<id>[\\d]+)", path: /^\/wc\/v3\/customers\/(\d+)$/, methods: { GET: getCustomer } },
];

/** Without `role=all` only users with the role `customer` are found, also by e-mail: a manager who buys in the own shop is not. */
function listCustomers(request: RouteRequest): RouteAnswer {
  requireSignedIn(request, "list");
  const { site, query } = request;
  const check = validate(query);
  const page = check.integer("page", 1, { minimum: 1 });
  const perPage = check.integer("per_page", 10, { minimum: 1, maximum: 100 });
  const include = check.integers("include");
  check.finish();
  const role = query.text("role") ?? "customer";
  const email = query.text("email")?.toLowerCase();
  const search = query.text("search")?.toLowerCase();
  const found = [...site.store.customers.values()]
    .filter((customer) => role === "all" || customer.role === role)
    .filter((customer) => email === undefined || customer.email.toLowerCase() === email)
    .filter((customer) => include === null || include.length === 0 || include.includes(customer.id))
    .filter((customer) => search === undefined || `${customer.email} ${customer.username}`.toLowerCase().includes(search))
    .sort((a, b) => a.username.localeCompare(b.username) || a.id - b.id);
  const cut = cutPage(found, {
    page,
    perPage,
    offset: null,
    path: "/wp-json/wc/v3/customers",
    baseUrl: site.baseUrl(),
    query,
    added: () => [],
  });
  const fields = query.list("_fields");
  return { body: cut.items.map((customer) => pickFields(linkedCustomer(customer, site.baseUrl()), fields)), headers: cut.headers };
}

function getCustomer(request: RouteRequest): RouteAnswer {
  requireSignedIn(request, "view");
  const customer = request.site.store.customers.get(Number(request.ids[0]));
  if (customer === undefined) throw new RestError(404, "woocommerce_rest_invalid_id", "Invalid resource ID.");
  return { body: pickFields(linkedCustomer(customer, request.site.baseUrl()), request.query.list("_fields")) };
}
