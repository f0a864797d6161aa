import type { Ticket } from "@askonce/spec";
import { describe, expect, it } from "vitest";
import { appendPage, neighbour, refreshFirstPage } from "./ticket-pages.ts";

const ticket = (id: string, version = 1) => ({ id, version }) as Ticket;
const tickets = (...ids: string[]) => ids.map((id) => ticket(id));
const ids = ({ items }: { items: readonly Ticket[] }) => items.map(({ id }) => id).join("");

describe("a fresh first page", () => {
  const loaded = { items: tickets("a", "b", "c", "d", "e", "f"), nextCursor: "after-f" };

  it("goes on top and leaves the following pages", () => {
    const merged = refreshFirstPage(loaded, { items: tickets("n", "a", "b"), nextCursor: "after-b" }, new Set(["n"]));
    expect(ids(merged)).toBe("nabcdef");
    expect(merged.nextCursor).toBe("after-f");
  });

  it("moves a touched ticket up instead of showing it twice", () => {
    expect(ids(refreshFirstPage(loaded, { items: tickets("e", "a", "b"), nextCursor: "x" }, new Set(["e"])))).toBe("eabcdf");
  });

  it("takes a ticket away that was touched and no longer matches", () => {
    expect(ids(refreshFirstPage(loaded, { items: tickets("a", "b", "c"), nextCursor: "x" }, new Set(["e"])))).toBe("abcdf");
  });

  it("is the whole list when it is the only page", () => {
    expect(refreshFirstPage(loaded, { items: tickets("a"), nextCursor: null }, new Set())).toEqual({
      items: tickets("a"),
      nextCursor: null,
    });
  });

  it("replaces everything when there is a gap below it", () => {
    const merged = refreshFirstPage(loaded, { items: tickets("x", "y"), nextCursor: "after-y" }, new Set());
    expect(ids(merged)).toBe("xy");
    expect(merged.nextCursor).toBe("after-y");
  });
});

it("a following page adds what is new and takes over what is newer", () => {
  const merged = appendPage(
    { items: [ticket("a"), ticket("b", 5)], nextCursor: "1" },
    { items: [ticket("a", 2), ticket("b", 4), ticket("c")], nextCursor: null },
  );
  expect(merged).toEqual({ items: [ticket("a", 2), ticket("b", 5), ticket("c")], nextCursor: null });
});

it("walking starts at the top and stops at the ends", () => {
  const items = tickets("a", "b");
  expect(neighbour(items, null, 1)?.id).toBe("a");
  expect(neighbour(items, "a", 1)?.id).toBe("b");
  expect(neighbour(items, "b", 1)).toBeUndefined();
  expect(neighbour(items, "gone", -1)?.id).toBe("a");
});
