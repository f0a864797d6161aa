import { describe, expect, it } from "vitest";
import { type Answer, ask, fixtureSimulator } from "./__fixtures__/client.ts";
import { parseSearch } from "./search-parse.ts";

const simulator = fixtureSimulator();

async function search(query: string): Promise<Answer> {
  return ask(simulator, "query Q($q: String!) { orders(first: 50, query: $q, sortKey: ORDER_NUMBER) { nodes { name } } }", {
    variables: { q: query },
  });
}

async function names(query: string): Promise<string[]> {
  return (await search(query)).data.orders.nodes.map((order: { name: string }) => order.name);
}

const everyOrder = ["#1001", "#1002", "#1003", "#1004", "#1005", "#1006", "#1007", "#1008"];

describe("orders(query:)", () => {
  it.each([
    ["name:1001", ["#1001"]],
    ["name:#1001", ["#1001"]],
    ["name:100*", everyOrder],
    ["confirmation_number:nope", []],
    ['email:"guest@example.com"', ["#1007"]],
    ["status:cancelled", ["#1004"]],
    ["status:closed", ["#1001"]],
    ["status:open name:1002", ["#1002"]],
    ["fulfillment_status:fulfilled", ["#1001"]],
    ["fulfillment_status:partial", ["#1002"]],
    ["fulfillment_status:on_hold", ["#1008"]],
    ["financial_status:pending", ["#1007"]],
    ["customer_id:7301000000002", ["#1002"]],
    ["id:5824000000005", ["#1005"]],
    ["id:>=5824000000007 id:<800000000000000000", ["#1007"]],
    ["id:>820000000000000000", ["#1008"]],
    ["sku:LAMP-50", ["#1005"]],
    ["name:1001 OR name:1002", ["#1001", "#1002"]],
    ["(name:1001 OR name:1002) AND email:maria", ["#1002"]],
    ["created_at:>='2026-11-16T12:00:00Z'", ["#1007", "#1008"]],
    ["created_at:2026-11-12 OR created_at:<2026-09", ["#1003"]],
    ["updated_at:>'2026-11-16T12:30:00Z'", ["#1008"]],
    ["processed_at:<=2026-08", ["#1003"]],
    ["-status:open", ["#1001", "#1004"]],
    ["NOT status:open", ["#1001", "#1004"]],
    ["gateway:shopify_payments name:1007", []],
  ])("finds by %s", async (query, expected) => {
    expect(await names(query)).toEqual(expected);
  });

  it("matches words of an e-mail address, so that a quoted one still finds a longer one", async () => {
    expect(await names("email:ana@example.com")).toContain("#1002");
    expect(await names('email:"ana@example.com"')).toEqual(["#1001", "#1002", "#1003", "#1004", "#1005", "#1008"]);
    expect(await names('email:"maria.ana@example.com"')).toEqual(["#1002"]);
  });

  it("searches many fields for a bare term", async () => {
    expect(await names("1005")).toEqual(["#1005"]);
    expect(await names("john")).toEqual(["#1006"]);
    expect(await names("40733444555")).toEqual(["#1002"]);
    expect(await names("nothingofthekind")).toEqual([]);
  });

  it("drops an unknown field, returns every order and says so only in the extensions", async () => {
    const answer = await search('phone:"+40722111222"');
    expect(answer.errors).toBeUndefined();
    expect(answer.data.orders.nodes).toHaveLength(everyOrder.length);
    expect(answer.extensions.search).toEqual([
      {
        path: ["orders"],
        query: 'phone:"+40722111222"',
        warnings: [{ field: "phone", message: "Invalid search field for this query.", code: "invalid_field" }],
      },
    ]);
  });

  it("keeps the understood half of a search with an unknown field", async () => {
    expect(await names("phone:1 name:1002")).toEqual(["#1002"]);
  });

  it("warns of values it cannot use and of unquoted times", async () => {
    const status = await search("status:lost");
    expect(status.extensions.search[0].warnings).toEqual([expect.objectContaining({ field: "status", code: "invalid_value" })]);
    expect(status.data.orders.nodes).toHaveLength(everyOrder.length);
    const time = await search("updated_at:>=2026-11-16T12:00:00Z");
    expect(time.extensions.search[0].warnings).toContainEqual({
      field: "00",
      message: "Invalid search field for this query.",
      code: "invalid_field",
    });
  });

  it("is silent about a search it understood, unless asked", async () => {
    expect((await search("name:1001")).extensions.search).toBeUndefined();
    const query = 'query { orders(first: 1, query: "name:1001") { nodes { id } } }';
    const debugged = await ask(simulator, query, { headers: { "Shopify-Search-Query-Debug": "1" } });
    expect(debugged.extensions.search).toEqual([{ path: ["orders"], query: "name:1001", warnings: [] }]);
  });

  it("refuses a published field it does not model rather than guessing", async () => {
    expect((await search("cart_token:abc")).errors[0].extensions.code).toBe("SIMULATOR_NOT_MODELLED");
  });

  it("finds tags, also without them", async () => {
    const tagged = fixtureSimulator();
    tagged.updateOrder(tagged.findOrder("1002")?.id ?? "", { tags: ["VIP", "late parcel"] });
    const count = async (q: string): Promise<number> =>
      (await ask(tagged, "query Q($q: String!) { ordersCount(query: $q) { count } }", { variables: { q } })).data.ordersCount.count;
    expect(await count("tag:vip")).toBe(1);
    expect(await count('tag:"late parcel"')).toBe(1);
    expect(await count("tag_not:vip")).toBe(7);
  });
});

describe("customers(query:)", () => {
  const found = async (q: string): Promise<string[]> => {
    const answer = await ask(simulator, "query Q($q: String!) { customers(first: 9, query: $q) { nodes { firstName } } }", {
      variables: { q },
    });
    return answer.data.customers.nodes.map((customer: { firstName: string }) => customer.firstName);
  };

  it("finds by e-mail and phone", async () => {
    expect(await found('email:"john@elsewhere.example"')).toEqual(["John"]);
    expect(await found("phone:+40733444555")).toEqual(["Maria"]);
    expect(await found("email:example.com")).toEqual(["Ana", "Maria"]);
  });

  it("matches strangers when a phone number has spaces", async () => {
    expect(await found("phone:+40 7")).not.toEqual(["Maria"]);
    expect(await found("phone:+407")).toEqual(["Ana", "Maria"]);
  });
});

describe("customerByIdentifier", () => {
  const byPhone = (phoneNumber: string): Promise<Answer> =>
    ask(simulator, "query Q($i: CustomerIdentifierInput!) { customerByIdentifier(identifier: $i) { firstName } }", {
      variables: { i: { phoneNumber } },
    });

  it("takes E.164 numbers only", async () => {
    expect((await byPhone("+40733444555")).data.customerByIdentifier.firstName).toBe("Maria");
    expect((await byPhone("+40799999999")).data.customerByIdentifier).toBeNull();
    expect((await byPhone("0733 444 555")).errors[0].extensions.code).toBe("BAD_REQUEST");
  });

  it("takes exactly one identifier", async () => {
    const answer = await ask(simulator, "query Q($i: CustomerIdentifierInput!) { customerByIdentifier(identifier: $i) { id } }", {
      variables: { i: { phoneNumber: "+40733444555", emailAddress: "ana@example.com" } },
    });
    expect(answer.data).toBeUndefined();
    expect(answer.errors[0].extensions.code).toBe("INVALID_VARIABLE");
  });
});

describe("parseSearch", () => {
  it("reads escapes, quotes and comparators", () => {
    expect(parseSearch("name:a\\:b")).toMatchObject({ field: "name", value: "a:b" });
    expect(parseSearch('email:"a b"')).toMatchObject({ field: "email", value: "a b", quoted: true });
    expect(parseSearch("updated_at: >='2026-01-01'")).toMatchObject({ field: "updated_at", comparator: ">=", value: "2026-01-01" });
  });

  it.each(["", "(", ")", "((", "a)", "OR", "AND OR NOT", "-", '"', ":", "::", "a:", "\\", "NOT", "a:(b", "'"])("survives %j", (text) => {
    expect(() => parseSearch(text)).not.toThrow();
  });
});
