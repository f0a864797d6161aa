import { describe, expect, it } from "vitest";
import { type Answer, ask, askOperation, fixtureClock, fixtureSimulator } from "./__fixtures__/client.ts";
import type { ShopifySimulator } from "./simulator-api.ts";

function idOf(simulator: ShopifySimulator, number: string): string {
  return simulator.findOrder(number)?.id ?? "";
}

async function moneyOf(simulator: ShopifySimulator, number: string): Promise<{ status: string; refunded: string }> {
  const query = "query Q($id: ID!) { order(id: $id) { displayFinancialStatus totalRefundedSet { presentmentMoney { amount } } } }";
  const { data } = await ask(simulator, query, { variables: { id: idOf(simulator, number) } });
  return { status: data.order.displayFinancialStatus, refunded: data.order.totalRefundedSet.presentmentMoney.amount };
}

describe("refundCreate", () => {
  async function refund(simulator: ShopifySimulator, number: string, amount: string, key: string, more: object = {}): Promise<Answer> {
    const suggested = await askOperation(simulator, "AskonceSuggestedRefund", { id: idOf(simulator, number), full: true });
    const transaction = suggested.data.order.suggestedRefund.suggestedTransactions[0];
    return askOperation(simulator, "AskonceRefund", {
      key,
      input: {
        orderId: idOf(simulator, number),
        transactions: [
          { orderId: idOf(simulator, number), amount, gateway: "whatever", kind: "REFUND", parentId: transaction.parentTransaction.id },
        ],
        ...more,
      },
    });
  }

  it("moves the money once per idempotency key", async () => {
    const simulator = fixtureSimulator();
    const first = await refund(simulator, "1001", "20.00", "ticket-1");
    const again = await refund(simulator, "1001", "20.00", "ticket-1");
    expect(first.data.refundCreate.userErrors).toEqual([]);
    expect(again.data.refundCreate.refund.id).toBe(first.data.refundCreate.refund.id);
    expect(await moneyOf(simulator, "1001")).toEqual({ status: "PARTIALLY_REFUNDED", refunded: "20.0" });
    await refund(simulator, "1001", "15.40", "ticket-2");
    expect((await moneyOf(simulator, "1001")).refunded).toBe("35.4");
  });

  it("refuses other arguments under a used key", async () => {
    const simulator = fixtureSimulator();
    await refund(simulator, "1001", "20.00", "ticket-1");
    expect((await refund(simulator, "1001", "21.00", "ticket-1")).errors[0].extensions.code).toBe("BAD_REQUEST");
    expect((await moneyOf(simulator, "1001")).refunded).toBe("20.0");
  });

  it("demands the directive", async () => {
    const simulator = fixtureSimulator();
    const query = "mutation M($input: RefundInput!) { refundCreate(input: $input) { userErrors { message } } }";
    const answer = await ask(simulator, query, { variables: { input: { orderId: idOf(simulator, "1001") } } });
    expect(answer.data).toEqual({ refundCreate: null });
    expect(answer.errors[0]).toMatchObject({
      message: "The @idempotent directive is required for this mutation but was not provided.",
      extensions: { code: "BAD_REQUEST" },
    });
  });

  it("never gives more than was paid", async () => {
    const simulator = fixtureSimulator();
    expect((await refund(simulator, "1001", "235.41", "k")).data.refundCreate.userErrors[0].message).toContain("more than the refundable");
    expect((await refund(simulator, "1001", "235.40", "k2")).data.refundCreate.userErrors).toEqual([]);
    expect((await moneyOf(simulator, "1001")).status).toBe("REFUNDED");
  });

  it("wants the presentment currency when it differs", async () => {
    const simulator = fixtureSimulator();
    expect((await refund(simulator, "1006", "10.00", "k")).data.refundCreate.userErrors[0].field).toEqual(["currency"]);
    expect((await refund(simulator, "1006", "10.00", "k2", { currency: "EUR" })).data.refundCreate.userErrors).toEqual([]);
    expect((await moneyOf(simulator, "1006")).refunded).toBe("10.0");
  });

  it("counts refunded lines, and refuses more of them than were bought", async () => {
    const simulator = fixtureSimulator();
    const line = simulator.findOrder("1001")?.lineItemIds[1] ?? "";
    const lines = { refundLineItems: [{ lineItemId: line, quantity: 1, restockType: "NO_RESTOCK" }] };
    expect((await refund(simulator, "1001", "25.50", "k", lines)).data.refundCreate.userErrors).toEqual([]);
    expect((await refund(simulator, "1001", "25.50", "k2", lines)).data.refundCreate.userErrors).toHaveLength(1);
  });

  it("has no error code, as the schema says", async () => {
    const query = 'mutation M($i: RefundInput!) { refundCreate(input: $i) @idempotent(key: "k") { userErrors { code } } }';
    const answer = await ask(fixtureSimulator(), query, { variables: { i: { orderId: "gid://shopify/Order/1" } } });
    expect(answer.errors[0].extensions.code).toBe("undefinedField");
  });
});

describe("orderCancel", () => {
  const variables = (simulator: ShopifySimulator, more: object = {}): Record<string, unknown> => ({
    orderId: idOf(simulator, "1008"),
    reason: "CUSTOMER",
    restock: true,
    refundMethod: { originalPaymentMethodsRefund: true },
    note: "asked by phone",
    ...more,
  });

  it("is a job, refunds when asked, and works once", async () => {
    const clock = fixtureClock();
    const simulator = fixtureSimulator({ clock });
    const { data } = await askOperation(simulator, "AskonceCancel", variables(simulator));
    expect(data.orderCancel.orderCancelUserErrors).toEqual([]);
    expect(data.orderCancel.job.done).toBe(false);
    clock.advance(5_000);
    const job = await ask(simulator, "query Q($id: ID!) { job(id: $id) { done } }", { variables: { id: data.orderCancel.job.id } });
    expect(job.data.job.done).toBe(true);
    expect((await moneyOf(simulator, "1008")).status).toBe("REFUNDED");
    const again = await askOperation(simulator, "AskonceCancel", variables(simulator));
    expect(again.data.orderCancel).toEqual({
      job: null,
      orderCancelUserErrors: [{ field: ["orderId"], message: "Cannot cancel an order that has already been canceled", code: "INVALID" }],
    });
  });

  it("refuses two refund methods and a long note", async () => {
    const simulator = fixtureSimulator();
    const note = await askOperation(simulator, "AskonceCancel", variables(simulator, { note: "x".repeat(256) }));
    expect(note.data.orderCancel.orderCancelUserErrors[0].field).toEqual(["staffNote"]);
    const both = await ask(
      simulator,
      `mutation M($id: ID!) { orderCancel(orderId: $id, reason: OTHER, restock: false, refund: true, refundMethod: { originalPaymentMethodsRefund: true }) {
        orderCancelUserErrors { code } } }`,
      { variables: { id: idOf(simulator, "1008") } },
    );
    expect(both.data.orderCancel.orderCancelUserErrors).toEqual([{ code: "INVALID" }]);
  });
});

describe("fulfillmentEventCreate", () => {
  it("moves the display status, also of a courier Shopify does not follow", async () => {
    const simulator = fixtureSimulator();
    const fulfillmentId = simulator.findOrder("1002")?.fulfillmentIds[0];
    const event = { fulfillmentId, status: "IN_TRANSIT", happenedAt: "2026-11-18T08:00:00Z", estimatedDeliveryAt: "2026-11-22T16:00:00Z" };
    const created = await askOperation(simulator, "AskonceReportCarrierEvent", { e: event });
    expect(created.data.fulfillmentEventCreate).toMatchObject({ fulfillmentEvent: { status: "IN_TRANSIT" }, userErrors: [] });
    const { data } = await ask(simulator, "query Q($id: ID!) { fulfillment(id: $id) { displayStatus inTransitAt estimatedDeliveryAt } }", {
      variables: { id: fulfillmentId },
    });
    expect(data.fulfillment).toEqual({
      displayStatus: "IN_TRANSIT",
      inTransitAt: "2026-11-18T08:00:00Z",
      estimatedDeliveryAt: "2026-11-22T16:00:00Z",
    });
  });

  it("does not let an older event turn the status back", async () => {
    const simulator = fixtureSimulator();
    const fulfillmentId = simulator.findOrder("1001")?.fulfillmentIds[0];
    await askOperation(simulator, "AskonceReportCarrierEvent", {
      e: { fulfillmentId, status: "IN_TRANSIT", happenedAt: "2026-11-17T08:00:00Z" },
    });
    const { data } = await ask(simulator, "query Q($id: ID!) { fulfillment(id: $id) { displayStatus } }", {
      variables: { id: fulfillmentId },
    });
    expect(data.fulfillment.displayStatus).toBe("DELIVERED");
  });

  it("knows only its own fulfillments", async () => {
    const answer = await askOperation(fixtureSimulator(), "AskonceReportCarrierEvent", {
      e: { fulfillmentId: "gid://shopify/Fulfillment/1", status: "DELIVERED" },
    });
    expect(answer.data.fulfillmentEventCreate).toEqual({
      fulfillmentEvent: null,
      userErrors: [{ field: ["fulfillmentEvent", "fulfillmentId"], message: "Fulfillment does not exist." }],
    });
  });
});

describe("returns", () => {
  it("are created from shipped items and change what is returnable", async () => {
    const simulator = fixtureSimulator();
    const orderId = idOf(simulator, "1001");
    const returnable = (await askOperation(simulator, "AskonceReturnable", { orderId })).data;
    const line = returnable.returnableFulfillments.nodes[0].returnableFulfillmentLineItems.nodes[1];
    const reason = returnable.returnReasonDefinitions.nodes.find((node: { handle: string }) => node.handle === "damaged-or-defective");
    expect(reason.id).toMatch(/\/6$/);
    const made = await askOperation(simulator, "AskonceReturn", {
      input: {
        orderId,
        returnLineItems: [{ fulfillmentLineItemId: line.fulfillmentLineItem.id, quantity: 1, returnReasonDefinitionId: reason.id }],
      },
    });
    expect(made.data.returnCreate).toMatchObject({ return: { name: "#1001-R1", status: "OPEN" }, userErrors: [] });
    const order = (await askOperation(simulator, "AskonceOrderReturns", { id: orderId })).data.order;
    expect(order.returnStatus).toBe("IN_PROGRESS");
    expect(order.returns.nodes[0].returnLineItems.nodes[0].returnReasonDefinition.handle).toBe("damaged-or-defective");
    const left = (await askOperation(simulator, "AskonceReturnable", { orderId })).data.returnableFulfillments.nodes[0];
    expect(left.returnableFulfillmentLineItems.nodes).toHaveLength(1);
  });

  it("are refused before shipping, without a reason, and for another reason without a note", async () => {
    const simulator = fixtureSimulator();
    const orderId = idOf(simulator, "1001");
    const line = "gid://shopify/FulfillmentLineItem/10900000000100";
    const code = async (change: object): Promise<string> => {
      const input = { orderId, returnLineItems: [{ fulfillmentLineItemId: line, quantity: 1, ...change }] };
      return (await askOperation(simulator, "AskonceReturn", { input })).data.returnCreate.userErrors[0]?.code;
    };
    expect(await code({ fulfillmentLineItemId: "gid://shopify/FulfillmentLineItem/1" })).toBe("NOT_FOUND");
    expect(await code({})).toBe("NOT_FOUND");
    expect(await code({ returnReasonDefinitionId: "gid://shopify/ReturnReasonDefinition/5" })).toBe("BLANK");
  });
});

describe("orderUpdate, tagsAdd", () => {
  it("change the order and its time", async () => {
    const simulator = fixtureSimulator();
    const id = idOf(simulator, "1002");
    await askOperation(simulator, "AskonceAddress", { input: { id, note: "call first", shippingAddress: { address1: "Strada Noua 2" } } });
    await askOperation(simulator, "AskonceTag", { id, tags: ["askonce", "late"] });
    await askOperation(simulator, "AskonceTag", { id, tags: ["LATE"] });
    const { data } = await ask(
      simulator,
      "query Q($id: ID!) { order(id: $id) { note tags updatedAt shippingAddress { address1 city } } }",
      { variables: { id } },
    );
    expect(data.order).toEqual({
      note: "call first",
      tags: ["askonce", "late"],
      updatedAt: "2026-11-21T10:00:00Z",
      shippingAddress: { address1: "Strada Noua 2", city: "Brasov" },
    });
  });

  it("says which mutations it does not model", async () => {
    const answer = await askOperation(fixtureSimulator({ accessTokens: { t: ["write_gift_cards"] } }), "AskonceGiftCard", {
      input: { initialAmount: { amount: "10.0", currencyCode: "RON" } },
    });
    expect(answer.errors[0].extensions.code).toBe("SIMULATOR_NOT_MODELLED");
  });
});

describe("webhook subscriptions", () => {
  it("are created, listed, unique and deleted", async () => {
    const simulator = fixtureSimulator();
    const create = (): Promise<Answer> =>
      askOperation(simulator, "AskonceSubscribe", { topic: "ORDERS_UPDATED", s: { uri: "https://app.example/hooks" } });
    const made = (await create()).data.webhookSubscriptionCreate;
    expect(made).toMatchObject({ webhookSubscription: { topic: "ORDERS_UPDATED", uri: "https://app.example/hooks" }, userErrors: [] });
    expect((await create()).data.webhookSubscriptionCreate.userErrors[0].message).toBe("Address for this topic has already been taken");
    const list = "{ webhookSubscriptions(first: 9) { nodes { id topic apiVersion { handle } } } }";
    expect((await ask(simulator, list)).data.webhookSubscriptions.nodes).toEqual([
      { id: made.webhookSubscription.id, topic: "ORDERS_UPDATED", apiVersion: { handle: "2026-10" } },
    ]);
    const remove = "mutation M($id: ID!) { webhookSubscriptionDelete(id: $id) { deletedWebhookSubscriptionId userErrors { message } } }";
    const removed = await ask(simulator, remove, { variables: { id: made.webhookSubscription.id } });
    expect(removed.data.webhookSubscriptionDelete.deletedWebhookSubscriptionId).toBe(made.webhookSubscription.id);
    expect((await ask(simulator, list)).data.webhookSubscriptions.nodes).toEqual([]);
  });

  it("need https", async () => {
    const answer = await askOperation(fixtureSimulator(), "AskonceSubscribe", {
      topic: "ORDERS_UPDATED",
      s: { uri: "http://app.example" },
    });
    expect(answer.data.webhookSubscriptionCreate.webhookSubscription).toBeNull();
  });
});

describe("bulk operations", () => {
  const query =
    "{ orders { edges { node { id name fulfillments { id events { edges { node { id status } } } } lineItems { edges { node { id sku } } } } } } }";

  it("run for a while, then offer their lines", async () => {
    const clock = fixtureClock();
    const simulator = fixtureSimulator({ clock, bulkDurationMs: 3_000 });
    const started = await askOperation(simulator, "AskonceBulk", {
      query: "{ orders { edges { node { id name lineItems { edges { node { id sku } } } } } } }",
    });
    const { id } = started.data.bulkOperationRunQuery.bulkOperation;
    const poll = async () => (await askOperation(simulator, "AskonceBulkStatus", { id })).data.bulkOperation;
    expect(await poll()).toMatchObject({ status: "RUNNING", url: null });
    clock.advance(3_000);
    const done = await poll();
    expect(done).toMatchObject({ status: "COMPLETED", objectCount: "24", rootObjectCount: "8", errorCode: null });
    const text = await (await simulator.handle(new Request(done.url))).text();
    const lines = text
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as { id: string; name?: string; __parentId?: string });
    expect(lines).toHaveLength(24);
    expect(Buffer.byteLength(text)).toBe(Number(done.fileSize));
    const orderIds = new Set(lines.filter((line) => line.name).map((line) => line.id));
    for (const line of lines) if (!line.name) expect(orderIds.has(line.__parentId ?? "")).toBe(true);
    expect(simulator.pendingWebhooks().map((webhook) => webhook.topic)).toEqual(["bulk_operations/finish"]);
  });

  it("refuse a query without connections and one nested too deeply", async () => {
    const simulator = fixtureSimulator();
    const message = async (text: string): Promise<string> =>
      (await askOperation(simulator, "AskonceBulk", { query: text })).data.bulkOperationRunQuery.userErrors[0]?.message;
    expect(await message("{ shop { name } }")).toContain("at least one connection");
    expect(
      await message("{ customers { edges { node { orders { edges { node { lineItems { edges { node { id } } } } } } } } } }"),
    ).toContain("depth");
    expect(await message("{ nonsense }")).toContain("Invalid");
    expect(await message(query)).toBeUndefined();
  });

  it("fail as a whole on a missing scope", async () => {
    const simulator = fixtureSimulator({ accessTokens: { t: ["read_orders"] } });
    const started = await askOperation(simulator, "AskonceBulk", { query: "{ customers { edges { node { id } } } }" });
    const { id } = started.data.bulkOperationRunQuery.bulkOperation;
    const answer = await askOperation(simulator, "AskonceBulkStatus", { id });
    expect(answer.data.bulkOperation).toMatchObject({ status: "FAILED", errorCode: "ACCESS_DENIED", url: null });
  });
});
