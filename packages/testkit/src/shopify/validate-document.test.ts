import { describe, expect, it } from "vitest";
import { operationsDocument } from "./__fixtures__/client.ts";
import { adminVersions } from "./introspection.ts";
import { validateShopifyDocument } from "./validate-document.ts";

const readsDocument = operationsDocument.slice(0, operationsDocument.indexOf("# ---- agent actions"));

describe("validateShopifyDocument", () => {
  it.each(adminVersions)("finds nothing wrong with a customer service app's operations on %s", (version) => {
    const report = validateShopifyDocument(operationsDocument, { version });
    expect(report.errors).toEqual([]);
    expect(report.deprecated).toEqual([]);
    expect(Object.keys(report.cost)).toHaveLength(21);
  });

  it("names the scopes and protected fields the reading operations need", () => {
    const report = validateShopifyDocument(readsDocument);
    expect(report.scopes).toEqual(["read_customers", "read_fulfillments", "read_orders", "read_returns"]);
    expect(report.protectedFields).toContain("Order.email (email)");
    expect(report.protectedFields).toContain("Order.statusPageUrl (name)");
    expect(report.protectedFields).not.toContain("MailingAddress.city (address)");
  });

  it("asks for the write scope of a mutation, also where the schema forgets the verb", () => {
    const report = validateShopifyDocument(operationsDocument);
    expect(report.scopes).toContain("write_orders");
    expect(report.scopes).toContain("write_fulfillments");
  });

  it("computes the recorded costs", () => {
    expect(validateShopifyDocument(readsDocument).cost).toMatchObject({
      AskonceOrderSearch: 17,
      AskonceCustomerByContact: 19,
      AskonceOrderContext: 134,
      AskonceOrderReturns: 97,
    });
  });

  it.each([
    [1, 1],
    [2, 1],
    [3, 2],
    [5, 3],
    [10, 4],
    [20, 5],
    [50, 7],
    [100, 9],
    [200, 10],
    [250, 11],
  ])("grows a connection of first: %i by the recorded factor %i", (first, factor) => {
    const { cost } = validateShopifyDocument(`query Q { orders(first: ${first}) { edges { node { id } } } }`);
    expect(cost.Q).toBe(2 + factor);
  });

  it("takes page sizes from variables, and counts 10 for a count", () => {
    const document = "query Q($n: Int! = 3) { orders(first: $n) { nodes { id } } ordersCount { count } }";
    expect(validateShopifyDocument(document).cost.Q).toBe(2 + 2 + 10);
    expect(validateShopifyDocument(document, { variables: { n: 100 } }).cost.Q).toBe(2 + 9 + 10);
  });

  it("reports unknown fields with their place, and syntax errors", () => {
    expect(validateShopifyDocument("{ order(id: 1) { damaged } }").errors).toEqual([
      expect.stringMatching(/Cannot query field "damaged" on type "Order".*line 1, column 18/),
    ]);
    expect(validateShopifyDocument("{ order(").errors).toHaveLength(1);
  });

  it("reports deprecated fields", () => {
    const report = validateShopifyDocument("{ customer(id: 1) { email } }");
    expect(report.errors).toEqual([]);
    expect(report.deprecated).toEqual([expect.stringContaining("Customer.email")]);
  });
});
