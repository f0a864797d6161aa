import { createRequire } from "node:module";

/**
 * What a developer writes today with WooCommerce's official client: the order, its notes, its refunds, and the customer's other orders.
 * Nothing is stored, so every view asks again.
 */
export async function wooCommerceByHand(
  url: string,
  consumerKey: string,
  consumerSecret: string,
): Promise<(number: string, email: string) => Promise<unknown>> {
  const { default: Client } = createRequire(import.meta.url)("@woocommerce/woocommerce-rest-api") as {
    default: new (options: object) => { get(path: string, query?: object): Promise<{ data: { id: number; number: string }[] }> };
  };
  const client = new Client({ url, consumerKey, consumerSecret, version: "wc/v3" });
  return async (number, email) => {
    const found = await client.get("orders", { search: number, per_page: 20 });
    const order = found.data.find((one) => one.number === number);
    if (!order) return null;
    const [notes, refunds, others] = await Promise.all([
      client.get(`orders/${order.id}/notes`),
      client.get(`orders/${order.id}/refunds`),
      client.get("orders", { search: email, per_page: 20 }),
    ]);
    return { order, notes: notes.data, refunds: refunds.data, others: others.data };
  };
}

const orderFields = `id name createdAt displayFulfillmentStatus displayFinancialStatus email
  currentTotalPriceSet { shopMoney { amount currencyCode } }`;
const searchQuery = `query Search($query: String!) { orders(first: 5, query: $query) { nodes { id name email } } }`;
const orderQuery = `query One($id: ID!) { order(id: $id) { ${orderFields}
  lineItems(first: 20) { nodes { id title quantity } }
  fulfillments(first: 5) { id displayStatus trackingInfo(first: 5) { company number url } events(first: 20) { nodes { status happenedAt message } } }
  refunds(first: 5) { id createdAt note } } }`;
const othersQuery = `query Others($query: String!) { orders(first: 20, query: $query) { nodes { ${orderFields} } } }`;

/** The same with Shopify's own client: search by name, the order, the customer's other orders. */
export async function shopifyByHand(
  url: string,
  domain: string,
  accessToken: string,
): Promise<(number: string, email: string) => Promise<unknown>> {
  await import("@shopify/shopify-api/adapters/node");
  const { ApiVersion, Session, shopifyApi } = await import("@shopify/shopify-api");
  const { setAbstractFetchFunc } = await import("@shopify/shopify-api/runtime");
  setAbstractFetchFunc(((input: string, init: RequestInit) => fetch(url + new URL(input).pathname, init)) as Parameters<
    typeof setAbstractFetchFunc
  >[0]);
  const shopify = shopifyApi({
    apiKey: "key",
    apiSecretKey: "secret",
    hostName: "app.example.test",
    apiVersion: ApiVersion.October26,
    isEmbeddedApp: false,
    logger: { level: 0 },
  });
  const session = new Session({ id: "offline", shop: domain, state: "", isOnline: false, accessToken });
  const client = new shopify.clients.Graphql({ session });
  return async (number, email) => {
    const found = (await client.request(searchQuery, { variables: { query: `name:${number}` } })).data as {
      orders: { nodes: { id: string; name: string }[] };
    };
    const order = found.orders.nodes.find((one) => one.name.replace("#", "") === number);
    if (!order) return null;
    const [whole, others] = await Promise.all([
      client.request(orderQuery, { variables: { id: order.id } }),
      client.request(othersQuery, { variables: { query: `email:"${email}"` } }),
    ]);
    return { whole: whole.data, others: others.data };
  };
}
