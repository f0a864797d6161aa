import { describe, expect, it } from "vitest";
import { generateShop, orderRefundedMinor, orderTotalMinor } from "../shop-data/index.ts";
import { ask, askOperation, fixtureSimulator } from "./__fixtures__/client.ts";
import { order as fakeOrder, fixtureShop, parcel } from "./__fixtures__/shop.ts";
import { isSupportedTrackingCompany } from "./tracking-companies.ts";

const parcels = `query Q($id: ID!) { order(id: $id) { displayFulfillmentStatus fulfillments(first: 5) {
  status displayStatus deliveredAt inTransitAt estimatedDeliveryAt trackingInfo { company number url }
  events(first: 9, sortKey: HAPPENED_AT, reverse: true) { nodes { status happenedAt message } } } } }`;

describe("orders of the fake shop", () => {
  it("answer the whole order context without errors", async () => {
    const simulator = fixtureSimulator();
    for (const { id } of simulator.orders()) {
      for (const operation of ["AskonceOrderContext", "AskonceOrderReturns"]) {
        const answer = await askOperation(simulator, operation, { id });
        expect(answer.errors).toBeUndefined();
        expect(answer.data.order.id).toBe(id);
      }
    }
  });

  it("have at least one numeric id that a JavaScript number would damage", async () => {
    const simulator = fixtureSimulator();
    const id = simulator.findOrder("1008")?.id ?? "";
    const digits = id.split("/").at(-1) ?? "";
    expect(String(Number(digits))).not.toBe(digits);
    const answer = await ask(simulator, "query Q($id: ID!) { order(id: $id) { legacyResourceId } }", { variables: { id } });
    expect(answer.data.order.legacyResourceId).toBe(digits);
  });

  it("follow a parcel of a supported courier", async () => {
    const simulator = fixtureSimulator();
    const { data } = await ask(simulator, parcels, { variables: { id: simulator.findOrder("1001")?.id } });
    expect(data.order.displayFulfillmentStatus).toBe("FULFILLED");
    expect(data.order.fulfillments[0]).toMatchObject({
      status: "SUCCESS",
      displayStatus: "DELIVERED",
      inTransitAt: "2026-11-17T10:00:00Z",
      deliveredAt: "2026-11-18T10:00:00Z",
      trackingInfo: [{ company: "GLS", number: "TRACK1", url: "https://gls-group.eu/track/TRACK1" }],
    });
    expect(data.order.fulfillments[0].events.nodes.map((event: { status: string }) => event.status)).toEqual([
      "DELIVERED",
      "IN_TRANSIT",
      "CARRIER_PICKED_UP",
    ]);
  });

  it("know nothing of a parcel of another courier but its number", async () => {
    const simulator = fixtureSimulator();
    const { data } = await ask(simulator, parcels, { variables: { id: simulator.findOrder("1002")?.id } });
    expect(data.order).toEqual({
      displayFulfillmentStatus: "PARTIALLY_FULFILLED",
      fulfillments: [
        {
          status: "SUCCESS",
          displayStatus: "FULFILLED",
          deliveredAt: null,
          inTransitAt: null,
          estimatedDeliveryAt: null,
          trackingInfo: [{ company: "Sameday", number: "TRACK2", url: null }],
          events: { nodes: [] },
        },
      ],
    });
  });

  it("keep a link the merchant typed for such a courier", async () => {
    const simulator = fixtureSimulator();
    const added = simulator.addOrder(
      fakeOrder(20, {
        parcels: [parcel(20, { carrier: "FAN Courier", trackingUrl: "https://fan.example/20", items: [{ itemId: 200, quantity: 1 }] })],
      }),
    );
    const { data } = await ask(simulator, parcels, { variables: { id: added.id } });
    expect(data.order.fulfillments[0].trackingInfo[0].url).toBe("https://fan.example/20");
  });

  it("give sums in both currencies", async () => {
    const simulator = fixtureSimulator();
    const query =
      "query Q($id: ID!) { order(id: $id) { currencyCode presentmentCurrencyCode totalPriceSet { shopMoney { amount currencyCode } presentmentMoney { amount currencyCode } } } }";
    const { data } = await ask(simulator, query, { variables: { id: simulator.findOrder("1006")?.id } });
    expect(data.order).toEqual({
      currencyCode: "RON",
      presentmentCurrencyCode: "EUR",
      totalPriceSet: { shopMoney: { amount: "1177.0", currencyCode: "RON" }, presentmentMoney: { amount: "235.4", currencyCode: "EUR" } },
    });
  });

  it("show refunds, cancellations, guests and unpaid orders", async () => {
    const simulator = fixtureSimulator();
    const query = `query Q($id: ID!) { order(id: $id) { displayFinancialStatus cancelReason customer { id } paymentGatewayNames
      totalRefundedSet { shopMoney { amount } } lineItems(first: 2) { nodes { currentQuantity unfulfilledQuantity refundableQuantity } } } }`;
    const of = async (number: string) => (await ask(simulator, query, { variables: { id: simulator.findOrder(number)?.id } })).data.order;
    expect(await of("1005")).toMatchObject({
      displayFinancialStatus: "PARTIALLY_REFUNDED",
      totalRefundedSet: { shopMoney: { amount: "25.5" } },
      lineItems: { nodes: [{ refundableQuantity: 2 }, { currentQuantity: 0, refundableQuantity: 0, unfulfilledQuantity: 0 }] },
    });
    expect(await of("1004")).toMatchObject({ displayFinancialStatus: "VOIDED", cancelReason: "INVENTORY" });
    expect(await of("1007")).toMatchObject({
      displayFinancialStatus: "PENDING",
      customer: null,
      paymentGatewayNames: ["Cash on Delivery (COD)"],
    });
  });

  it("show disputes and risk once they are there", async () => {
    const simulator = fixtureSimulator();
    const id = simulator.findOrder("1001")?.id ?? "";
    simulator.updateOrder(id, {
      disputes: [{ id: "77", initiatedAs: "CHARGEBACK", status: "NEEDS_RESPONSE" }],
      risk: { recommendation: "INVESTIGATE", level: "HIGH", facts: [{ description: "Card country differs", sentiment: "NEGATIVE" }] },
    });
    const { data } = await askOperation(simulator, "AskonceOrderContext", { id });
    expect(data.order.disputes).toEqual([{ id: "gid://shopify/DisputeSummary/77", initiatedAs: "CHARGEBACK", status: "NEEDS_RESPONSE" }]);
    expect(data.order.risk.assessments[0].riskLevel).toBe("HIGH");
    const found = await ask(simulator, '{ ordersCount(query: "risk_level:high chargeback_status:needs_response") { count } }');
    expect(found.data.ordersCount.count).toBe(1);
  });

  it("are found by identifier and as nodes", async () => {
    const simulator = fixtureSimulator();
    const id = simulator.findOrder("1001")?.id;
    const query = "query Q($id: ID!) { orderByIdentifier(identifier: { id: $id }) { name } nodes(ids: [$id]) { __typename id } }";
    const { data } = await ask(simulator, query, { variables: { id } });
    expect(data).toEqual({ orderByIdentifier: { name: "#1001" }, nodes: [{ __typename: "Order", id }] });
  });

  it("are a copy: changes never reach the fake shop", () => {
    const shop = fixtureShop();
    const before = JSON.stringify(shop);
    const simulator = fixtureSimulator({ shop });
    simulator.updateOrder(simulator.findOrder("1001")?.id ?? "", { note: "changed", tags: ["x"] });
    simulator.cancelOrder(simulator.findOrder("1002")?.id ?? "");
    expect(JSON.stringify(shop)).toBe(before);
  });
});

describe("a generated shop", () => {
  it("answers the order context of every scenario, with the same totals as its source", async () => {
    const shop = generateShop({ seed: 5, orders: 80, now: "2026-11-21T10:00:00.000Z" });
    const simulator = fixtureSimulator({ shop, bucket: { maximumAvailable: 1_000_000, restoreRate: 1 } });
    for (const source of shop.orders) {
      const { data, errors } = await askOperation(simulator, "AskonceOrderContext", { id: simulator.orderOf(source.id)?.id });
      expect({ scenario: source.scenario, errors }).toEqual({ scenario: source.scenario, errors: undefined });
      expect(Math.round(Number(data.order.totalPriceSet.shopMoney.amount) * 100)).toBe(orderTotalMinor(source));
      expect(Math.round(Number(data.order.totalRefundedSet.shopMoney.amount) * 100)).toBe(orderRefundedMinor(source));
    }
  });
});

describe("the real schema", () => {
  it("refuses a status word that Shopify does not have", async () => {
    const simulator = fixtureSimulator();
    const order = simulator.findOrder("1001");
    simulator.addFulfillmentEvent(order?.fulfillmentIds[0] ?? "", { status: "DAMAGED" });
    const answer = await ask(simulator, parcels, { variables: { id: order?.id } });
    expect(JSON.stringify(answer.errors)).toContain("DAMAGED");
  });

  it("says so when it does not model a field", async () => {
    const simulator = fixtureSimulator();
    const query = "query Q($id: ID!) { order(id: $id) { name clientIp } }";
    const answer = await ask(simulator, query, { variables: { id: simulator.findOrder("1001")?.id } });
    expect(answer.data.order).toEqual({ name: "#1001", clientIp: null });
    expect(answer.errors[0].extensions).toEqual({ code: "SIMULATOR_NOT_MODELLED", typeName: "Order", fieldName: "clientIp" });
  });

  it("answers introspection", async () => {
    const answer = await ask(fixtureSimulator(), '{ __type(name: "FulfillmentEventStatus") { enumValues { name } } }');
    expect(answer.data.__type.enumValues).toHaveLength(11);
  });
});

describe("isSupportedTrackingCompany", () => {
  it.each(["GLS", "DHL Express", "Packeta", "BRT", "Speedy", "Poste Italiane", "Skynet"])("knows %s", (company) => {
    expect(isSupportedTrackingCompany(company)).toBe(true);
  });

  it.each(["Sameday", "FAN Courier", "Cargus", "gls", ""])("does not know %j", (company) => {
    expect(isSupportedTrackingCompany(company)).toBe(false);
  });
});
