import { expect, it } from "vitest";
import { sampleTickets, vocabulary } from "./ticket-source.ts";

it("gives the same ticket and text for the same index, in any order", () => {
  const one = sampleTickets({ tickets: 500, seed: 7 });
  const other = sampleTickets({ tickets: 500, seed: 7 });
  const indexes = [499, 3, 3, 0, 250];
  const read = (source: typeof one) => indexes.map((index) => [source.ticketOf(index), source.textOf(index, 0), source.textOf(index, 2)]);
  expect(read(one)).toEqual(read(other));
  expect(sampleTickets({ tickets: 500, seed: 8 }).textOf(3, 0)).not.toBe(one.textOf(3, 0));
});

it("keeps to the bounds it states", () => {
  const now = "2026-11-20T09:00:00.000Z";
  const source = sampleTickets({ tickets: 2000, now });
  const tickets = Array.from({ length: 2000 }, (_, index) => source.ticketOf(index));
  for (const ticket of tickets) {
    expect(ticket.queue).toBeLessThan(source.queues);
    expect(ticket.customer).toBeLessThan(source.customers);
    expect(ticket.agent ?? 0).toBeLessThan(source.agents);
    expect(ticket.createdAt <= ticket.updatedAt && ticket.updatedAt <= now).toBe(true);
  }
  const open = tickets.filter(({ status }) => status === "open").length / tickets.length;
  expect(open).toBeGreaterThan(0.1);
  expect(open).toBeLessThan(0.15);
  expect(new Set(tickets.map(({ queue }) => queue)).size).toBe(source.queues);
});

it("writes messages of about 300 characters, each ticket with an order number of its own", () => {
  const source = sampleTickets({ tickets: 300 });
  const firsts = Array.from({ length: 300 }, (_, index) => source.textOf(index, 0));
  for (const text of firsts) expect(Math.abs(text.length - 295)).toBeLessThan(25);
  expect(new Set(firsts.map((text) => /#(\d+)$/.exec(text)?.[1])).size).toBe(300);
});

it("has words of every rarity, with the letters of the language", () => {
  const source = sampleTickets({ tickets: 3000 });
  const found = new Map<string, number>();
  for (let index = 0; index < 3000; index++) {
    for (const word of new Set(source.textOf(index, 0).split(" "))) found.set(word, (found.get(word) ?? 0) + 1);
  }
  const [frequent = ""] = vocabulary("ro");
  const rare = vocabulary("ro").slice(2000);
  expect(found.get(frequent)).toBeGreaterThan(300);
  expect(rare.filter((word) => (found.get(word) ?? 0) < 30).length).toBeGreaterThan(1500);
  expect(vocabulary("ro").join(" ")).toMatch(/ț.*ș|ș.*ț/);
  expect(vocabulary("it")).toContain("città");
});
