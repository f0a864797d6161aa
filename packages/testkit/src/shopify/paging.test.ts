import { describe, expect, it } from "vitest";
import { ask, fixtureSimulator } from "./__fixtures__/client.ts";
import { connect } from "./connection.ts";

const page = `query Q($first: Int, $last: Int, $after: String, $before: String, $reverse: Boolean, $sort: OrderSortKeys) {
  orders(first: $first, last: $last, after: $after, before: $before, reverse: $reverse, sortKey: $sort) {
    edges { cursor node { name } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}`;

async function read(simulator: ReturnType<typeof fixtureSimulator>, variables: Record<string, unknown>) {
  const { data } = await ask(simulator, page, { variables });
  return { ...data.orders, names: data.orders.edges.map((edge: { node: { name: string } }) => edge.node.name) };
}

describe("connections", () => {
  it("page through everything once, oldest first by default", async () => {
    const simulator = fixtureSimulator();
    const names: string[] = [];
    let after: string | null = null;
    do {
      const current: Awaited<ReturnType<typeof read>> = await read(simulator, { first: 3, after });
      names.push(...current.names);
      after = current.pageInfo.hasNextPage ? current.pageInfo.endCursor : null;
    } while (after !== null);
    expect(names).toEqual(["#1003", "#1001", "#1002", "#1004", "#1005", "#1006", "#1007", "#1008"]);
  });

  it("reverse, and page backwards", async () => {
    const simulator = fixtureSimulator();
    const newest = await read(simulator, { first: 2, reverse: true });
    expect(newest.names).toEqual(["#1008", "#1007"]);
    expect(newest.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
    const before = await read(simulator, { last: 2, before: newest.edges[1].cursor, reverse: true });
    expect(before.names).toEqual(["#1008"]);
  });

  it("continue at the right place when the order of the cursor is gone", async () => {
    const simulator = fixtureSimulator();
    const first = await read(simulator, { first: 3 });
    simulator.deleteOrder(simulator.findOrder("1002")?.id ?? "");
    expect((await read(simulator, { first: 2, after: first.pageInfo.endCursor })).names).toEqual(["#1004", "#1005"]);
  });

  it("sort by id as numbers, whatever their length", () => {
    const ids = ["820982911946100017", "9", "10", "100000000000000000000"];
    const page = connect(ids, { key: () => "", id: (id) => id }, { first: 9 }, { unpaged: false });
    expect(page.nodes).toEqual(["9", "10", "820982911946100017", "100000000000000000000"]);
  });

  it.each([
    [{}, "first or last"],
    [{ first: 300 }, "between 1 and 250"],
    [{ first: 1, after: "nonsense" }, "Invalid cursor"],
  ])("refuse %j", async (variables, message) => {
    const answer = await ask(fixtureSimulator(), page, { variables });
    expect(answer.errors[0].message).toContain(message);
    expect(answer.errors[0].extensions.code).toBe("BAD_REQUEST");
  });
});
