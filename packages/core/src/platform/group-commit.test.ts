import { AskonceError } from "@askonce/spec";
import { describe, expect, it } from "vitest";
import { createGroupCommit } from "./group-commit.ts";

const limits = { items: 10, size: 100, sizeOf: (item: string) => item.length };

/** A commit that ends when it is told to. */
function heldCommit() {
  const groups: string[][] = [];
  const ends: (() => void)[] = [];
  const commit = (items: readonly string[]) =>
    new Promise<string[]>((resolve) => {
      groups.push([...items]);
      ends.push(() => resolve(items.map((item) => item.toUpperCase())));
    });
  const endNext = async () => {
    ends.shift()?.();
    await new Promise((resolve) => setTimeout(resolve, 0));
  };
  return { groups, commit, endNext };
}

describe("a group commit", () => {
  it("writes the first at once and everything that arrives meanwhile together", async () => {
    const { groups, commit, endNext } = heldCommit();
    const group = createGroupCommit(commit, limits);
    const results = ["a", "b", "c"].map((item) => group.add(item));
    expect(groups).toEqual([["a"]]);
    await endNext();
    expect(groups).toEqual([["a"], ["b", "c"]]);
    await endNext();
    expect(await Promise.all(results)).toEqual(["A", "B", "C"]);
    const later = group.add("d");
    expect(groups.at(-1)).toEqual(["d"]);
    await endNext();
    expect(await later).toBe("D");
  });

  it("is bounded in number and size, and takes one that is larger than the bound", async () => {
    const { groups, commit, endNext } = heldCommit();
    const group = createGroupCommit(commit, limits);
    const items = ["first", "x".repeat(60), "y".repeat(60), "z".repeat(200), ...Array.from({ length: 12 }, (_, index) => `n${index}`)];
    const results = items.map((item) => group.add(item));
    for (let turn = 0; turn < 8; turn++) await endNext();
    expect((await Promise.all(results)).length).toBe(items.length);
    expect(groups.map((one) => one.length)).toEqual([1, 1, 1, 1, 10, 2]);
  });

  it("tries each alone when what is in a group cannot be written", async () => {
    const attempts: string[][] = [];
    const group = createGroupCommit(async (items: readonly string[]) => {
      attempts.push([...items]);
      if (items.includes("bad")) throw new Error("cannot be written");
      return items.map(() => "ok");
    }, limits);
    const outcomes = await Promise.allSettled(["first", "good", "bad", "fine"].map((item) => group.add(item)));
    expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "rejected", "fulfilled"]);
    expect(attempts).toEqual([["first"], ["good", "bad", "fine"], ["good"], ["bad"], ["fine"]]);
  });

  it("lets in what is on its way when the commit itself never gives its turn away", async () => {
    const groups: string[][] = [];
    // As a storage in the process does: begun and done within one turn.
    const commit = async (items: readonly string[]) => {
      groups.push([...items]);
      return items.map((item) => item.toUpperCase());
    };
    const arrive = async (gather?: () => Promise<unknown>) => {
      const group = createGroupCommit(commit, { ...limits, ...(gather ? { gather } : {}) });
      // Each request is read to its end before the next one is looked at.
      const results: Promise<string>[] = [];
      for (const item of ["a", "b", "c"]) {
        results.push(group.add(item));
        for (let turn = 0; turn < 10; turn++) await Promise.resolve();
      }
      return Promise.all(results);
    };
    await arrive();
    expect(groups.splice(0)).toEqual([["a"], ["b"], ["c"]]);
    expect(await arrive(() => new Promise((resolve) => setTimeout(resolve, 0)))).toEqual(["A", "B", "C"]);
    expect(groups).toEqual([["a", "b", "c"]]);
  });

  it("fails all of a group at once when the storage is away", async () => {
    let attempts = 0;
    const group = createGroupCommit(async () => {
      attempts++;
      throw new AskonceError("STORAGE_FAILED");
    }, limits);
    const outcomes = await Promise.allSettled(["a", "b", "c"].map((item) => group.add(item)));
    expect(outcomes.map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected"]);
    expect(attempts).toBe(2);
  });
});
