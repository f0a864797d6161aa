import type { Ticket } from "@askonce/spec";
import { describe, expect, it } from "vitest";
import { readRoute } from "../layout/route.ts";
import { mergeCandidates } from "./merge-candidates.ts";
import { isUnread, markSeen } from "./seen-tickets.ts";
import { toListInput } from "./ticket-filters.ts";

const ticket = (part: Partial<Ticket>) => ({ id: "tkt_1", number: 1, mergedIntoId: null, ...part }) as Ticket;

describe("a ticket is unread", () => {
  const seen = { since: "2026-11-01T00:00:00Z", until: { tkt_1: "2026-11-10T00:00:00Z" } };
  const inbound = (at: string) => ticket({ lastMessageDirection: "inbound", lastMessageAt: at });

  it("when the customer wrote after it was opened", () => {
    expect(isUnread(inbound("2026-11-11T00:00:00Z"), seen)).toBe(true);
    expect(isUnread(inbound("2026-11-10T00:00:00Z"), seen)).toBe(false);
  });

  it("but not because a colleague wrote, nor for what was before the first visit", () => {
    expect(isUnread(ticket({ lastMessageDirection: "outbound", lastMessageAt: "2026-11-12T00:00:00Z" }), seen)).toBe(false);
    expect(isUnread({ ...inbound("2026-10-30T00:00:00Z"), id: "tkt_2" }, seen)).toBe(false);
  });

  it("never again for an older message", () => {
    expect(markSeen(seen, "tkt_1", "2026-11-09T00:00:00Z")).toBe(seen);
    expect(markSeen(seen, "tkt_1", "2026-11-12T00:00:00Z").until).toEqual({ tkt_1: "2026-11-12T00:00:00Z" });
  });

  it("with a bounded memory", () => {
    let many = seen as ReturnType<typeof markSeen>;
    for (let index = 0; index < 600; index += 1) many = markSeen(many, `tkt_${index}`, "2026-11-12T00:00:00Z");
    expect(Object.keys(many.until)).toHaveLength(500);
    expect(many.until.tkt_599).toBeDefined();
  });
});

it("the filters become what the API takes", () => {
  expect(toListInput({ status: "all", whose: "all", search: "  " })).toEqual({});
  expect(toListInput({ status: "open", whose: "mine", search: " #42 " })).toEqual({ status: "open", assignee: "me", q: "42" });
  expect(toListInput({ status: "waiting", whose: "none", search: "#vip" })).toEqual({ status: "waiting", assignee: "none", q: "#vip" });
});

it("only a well-formed address is a ticket", () => {
  expect(readRoute("#/tickets/tkt_1").ticketId).toBe("tkt_1");
  for (const hash of ["", "#/", "#/tickets/", "#/tickets/a/b", "#/tickets/a%2Fb", "#/tickets/<b>"])
    expect(readRoute(hash).ticketId).toBeNull();
});

it("a ticket merges into another living one, found by its number or by the server", () => {
  const known = [ticket({ id: "a", number: 41 }), ticket({ id: "b", number: 42 }), ticket({ id: "me", number: 43 })];
  const found = [ticket({ id: "c", number: 7 }), ticket({ id: "gone", number: 8, mergedIntoId: "c" }), ticket({ id: "b", number: 42 })];
  const choose = (search: string) => mergeCandidates(ticket({ id: "me" }), found, known, search).map(({ id }) => id);
  expect(choose(" #42 ")).toEqual(["b", "c"]);
  expect(choose("43")).toEqual(["c", "b"]);
  expect(choose("words")).toEqual(["c", "b"]);
});
