import { connect, connectInOrder, type PageArguments } from "../connection.ts";
import { type ExecutionContext, isVisible, visibleOrders } from "../context.ts";
import { badRequest, notModelled } from "../graphql-error.ts";
import { fromGid, gid } from "../ids.ts";
import type { CustomerRecord, OrderRecord } from "../records.ts";
import { returnReasonDefinitions } from "../return-reasons.ts";
import { applySearch, type SearchIndex } from "../search-apply.ts";
import { customerSearch } from "../search-customers.ts";
import { orderSearch } from "../search-orders.ts";
import { customerByGid, fulfillmentByGid, orderByGid } from "../store.ts";
import type { FieldArguments, FieldResolvers } from "./field-resolvers.ts";
import { orderConnection } from "./order.ts";
import { refundOf } from "./refund.ts";
import { returnableFulfillments } from "./returnable.ts";

export const queryResolvers: FieldResolvers<unknown> = {
  order: (_source, given, context) => visibleOrder(context, String(given.id)),
  orders: (_source, given, context) => orderConnection(searchOrders(context, given, "orders"), given, context, "PROCESSED_AT"),
  ordersCount: (_source, given, context) => {
    const count = searchOrders(context, given, "ordersCount").length;
    const limit = (given.limit as number | null | undefined) ?? null;
    return limit !== null && count > limit ? { count: limit, precision: "AT_LEAST" } : { count, precision: "EXACT" };
  },
  orderByIdentifier: (_source, given, context) => {
    const { id } = given.identifier as { id?: string | null };
    if (typeof id !== "string") throw notModelled("QueryRoot", "orderByIdentifier(identifier: { customId })");
    return visibleOrder(context, id);
  },
  customer: (_source, given, context) => customerByGid(context.store, String(given.id)) ?? null,
  customers: (_source, given, context) => {
    const found = search(context, [...context.store.customers.values()], given, customerSearch(context), "customers");
    return connect(found, { key: customerSortValue(given.sortKey), id: (customer) => customer.id }, given as PageArguments, context);
  },
  customersCount: (_source, given, context) => ({
    count: search(context, [...context.store.customers.values()], given, customerSearch(context), "customersCount").length,
    precision: "EXACT",
  }),
  customerByIdentifier: (_source, given, context) => customerByIdentifier(context, given),
  fulfillment: (_source, given, context) => {
    const found = fulfillmentByGid(context.store, String(given.id));
    return found && isVisible(context, found.order) ? found.fulfillment : null;
  },
  refund: (_source, given, context) => {
    const digits = fromGid("Refund", String(given.id));
    for (const order of visibleOrders(context)) {
      const refund = order.refunds.find((candidate) => candidate.id === digits);
      if (refund) return refundOf(order, refund);
    }
    return null;
  },
  return: (_source, given, context) => {
    const digits = fromGid("Return", String(given.id));
    for (const order of visibleOrders(context)) {
      const record = order.returns.find((candidate) => candidate.id === digits);
      if (record) return { ...record, order };
    }
    return null;
  },
  node: (_source, given, context) => nodeById(context, String(given.id)),
  nodes: (_source, given, context) => (given.ids as string[]).map((id) => nodeById(context, id)),
  returnableFulfillments,
  returnReasonDefinitions: (_source, given, context) =>
    connectInOrder([...returnReasonDefinitions], (definition) => definition.id, given as PageArguments, context),
  shop: (_source, _given, context) => shopOf(context),
  currentAppInstallation: (_source, _given, context) => ({
    id: gid("AppInstallation", "525900001"),
    accessScopes: [...context.scopes].sort().map((handle) => ({ handle, description: handle.replaceAll("_", " ") })),
  }),
  job: (_source, given, context) => {
    const digits = fromGid("Job", String(given.id));
    const doneAt = digits === null ? undefined : context.store.jobs.get(digits);
    return doneAt === undefined ? null : { id: given.id, done: context.now >= doneAt, query: {} };
  },
  webhookSubscription: (_source, given, context) =>
    context.store.subscriptions.get(fromGid("WebhookSubscription", String(given.id)) ?? "") ?? null,
  webhookSubscriptions: (_source, given, context) => {
    const topics = given.topics as string[] | null | undefined;
    const list = [...context.store.subscriptions.values()].filter(
      (subscription) =>
        (!topics || topics.includes(subscription.topic)) && (typeof given.uri !== "string" || given.uri === subscription.uri),
    );
    return connect(
      list,
      { key: (subscription) => subscription.createdAt, id: (subscription) => subscription.id },
      given as PageArguments,
      context,
    );
  },
  webhookSubscriptionsCount: (_source, _given, context) => ({ count: context.store.subscriptions.size, precision: "EXACT" }),
  bulkOperation: (_source, given, context) => context.store.bulkOperations.get(fromGid("BulkOperation", String(given.id)) ?? "") ?? null,
  currentBulkOperation: (_source, _given, context) => [...context.store.bulkOperations.values()].at(-1) ?? null,
};

function visibleOrder(context: ExecutionContext, id: string): OrderRecord | null {
  const order = orderByGid(context.store, id);
  return order && isVisible(context, order) ? order : null;
}

function searchOrders(context: ExecutionContext, given: FieldArguments, rootField: string): OrderRecord[] {
  return search(context, visibleOrders(context), given, orderSearch(context), rootField);
}

function search<Item>(context: ExecutionContext, list: Item[], given: FieldArguments, index: SearchIndex<Item>, rootField: string): Item[] {
  if (typeof given.savedSearchId === "string") throw notModelled("QueryRoot", `${rootField}(savedSearchId:)`);
  const query = given.query;
  if (typeof query !== "string" || query.trim() === "") return list;
  const known = context.searchFields.of(rootField) ?? new Map();
  const { items, report } = applySearch(list, query, { ...index, rootField }, known);
  context.searchReports.push(report);
  return items;
}

function customerByIdentifier(context: ExecutionContext, given: FieldArguments): CustomerRecord | null {
  const identifier = given.identifier as { id?: string | null; emailAddress?: string | null; phoneNumber?: string | null };
  if (typeof identifier.id === "string") return customerByGid(context.store, identifier.id) ?? null;
  const customers = [...context.store.customers.values()];
  if (typeof identifier.emailAddress === "string") {
    const wanted = identifier.emailAddress.toLowerCase();
    return customers.find((customer) => customer.email?.toLowerCase() === wanted) ?? null;
  }
  if (typeof identifier.phoneNumber === "string") {
    if (!/^\+[1-9]\d{6,14}$/.test(identifier.phoneNumber)) throw badRequest("The phone number must be in E.164 format.");
    return customers.find((customer) => customer.phone === identifier.phoneNumber) ?? null;
  }
  throw notModelled("QueryRoot", "customerByIdentifier(identifier: { customId })");
}

function nodeById(context: ExecutionContext, id: string): unknown {
  return (
    visibleOrder(context, id) ?? customerByGid(context.store, id) ?? (fulfillmentByGid(context.store, id)?.fulfillment as unknown) ?? null
  );
}

function customerSortValue(sortKey: unknown): (customer: CustomerRecord) => string {
  if (sortKey === "CREATED_AT") return (customer) => customer.createdAt;
  if (sortKey === "UPDATED_AT") return (customer) => customer.updatedAt;
  if (sortKey === "NAME") return (customer) => `${customer.lastName}, ${customer.firstName}`;
  return () => "";
}

function shopOf(context: ExecutionContext): Record<string, unknown> {
  const { shop } = context.store;
  return {
    id: gid("Shop", shop.id),
    name: shop.name,
    email: shop.email,
    contactEmail: shop.email,
    myshopifyDomain: shop.domain,
    url: `https://${shop.domain}`,
    primaryDomain: { id: "gid://shopify/Domain/1", host: shop.domain, url: `https://${shop.domain}`, sslEnabled: true },
    currencyCode: shop.currency,
    enabledPresentmentCurrencies: [shop.currency],
    ianaTimezone: shop.timeZone,
    orderNumberFormatPrefix: "#",
    orderNumberFormatSuffix: "",
    taxesIncluded: true,
    weightUnit: "KILOGRAMS",
    plan: { publicDisplayName: "Basic", shopifyPlus: false, partnerDevelopment: false },
  };
}
