import { describe, expect, it } from "vitest";
import { createSlots } from "./slots.ts";

/** Takes slots and keeps, in the order of their beginning, what was given. */
function taker(count: number) {
  const slots = createSlots(count);
  const begun: string[] = [];
  const backs = new Map<string, () => void>();
  const take = async (name: string, isFailing = false) => {
    const endpointId = name.replace(/\d+$/, "");
    backs.set(name, await slots.take(endpointId, isFailing));
    begun.push(name);
  };
  const turn = () => new Promise((resolve) => setImmediate(resolve));
  return {
    begun,
    async ask(names: readonly string[], isFailing = false) {
      for (const name of names) void take(name, isFailing);
      await turn();
    },
    async giveBack(name: string) {
      backs.get(name)?.();
      await turn();
    },
  };
}

describe("slots", () => {
  it("are given in the order of asking, and again when they come back", async () => {
    const { begun, ask, giveBack } = taker(3);
    await ask(["a", "b", "c", "d", "e"]);
    expect(begun).toEqual(["a", "b", "c"]);
    await giveBack("b");
    await giveBack("b");
    expect(begun, "giving back twice frees one").toEqual(["a", "b", "c", "d"]);
    await giveBack("a");
    expect(begun).toEqual(["a", "b", "c", "d", "e"]);
  });

  it("are left by an endpoint's second request to those that have none", async () => {
    const { begun, ask, giveBack } = taker(8);
    await ask(["a1", "a2", "b1", "b2", "c1", "c2", "d1", "d2"]);
    expect(begun).toEqual(["a1", "a2", "b1", "b2", "c1", "d1"]);
    await ask(["e1", "f1"]);
    expect(begun.slice(6)).toEqual(["e1", "f1"]);
    await ask(["g1"]);
    expect(begun, "all are taken").toHaveLength(8);
    await giveBack("a1");
    expect(begun.at(-1), "before the second requests that asked earlier").toBe("g1");
    for (const name of ["a2", "b1", "b2", "e1", "f1"]) await giveBack(name);
    expect(begun.slice(9), "when it is quiet again").toEqual(["c2"]);
  });

  it("are given to failing endpoints up to a half", async () => {
    const { begun, ask, giveBack } = taker(4);
    await ask(["a1", "b1", "c1"], true);
    expect(begun).toEqual(["a1", "b1"]);
    await ask(["d1", "e1"]);
    expect(begun).toEqual(["a1", "b1", "d1", "e1"]);
    await giveBack("d1");
    expect(begun, "still half").toHaveLength(4);
    await giveBack("a1");
    expect(begun.at(-1)).toBe("c1");
  });

  it("are at least one", async () => {
    const { begun, ask, giveBack } = taker(1);
    await ask(["a1"], true);
    await ask(["b1"]);
    await giveBack("a1");
    expect(begun).toEqual(["a1", "b1"]);
  });
});
