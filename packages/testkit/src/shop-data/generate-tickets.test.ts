import { describe, expect, test } from "vitest";
import { generateShop } from "./generate-shop.ts";
import { generateTickets } from "./generate-tickets.ts";
import type { FakeOrder, FakeShop } from "./shop.ts";
import type { FakeTicket, FakeTicketTopic } from "./ticket.ts";
import { isAboutNoOrder, topics } from "./ticket-orders.ts";
import { withoutDiacritics } from "./ticket-text.ts";
import { ticketWords } from "./ticket-words.ts";

const now = "2026-11-21T10:00:00.000Z";
const desks = [1, 7, 42].map((seed) => {
  const shop = generateShop({ seed, orders: 400, now });
  return { seed, shop, tickets: generateTickets({ seed, shop }) };
});

const languages = ["en", "it", "ro"] as const;

function orderOf(shop: FakeShop, ticket: FakeTicket): FakeOrder | undefined {
  return shop.orders.find((order) => order.number === ticket.about.orderNumber);
}

function eachAboutOrder(check: (ticket: FakeTicket, order: FakeOrder, shop: FakeShop) => void): void {
  let checked = 0;
  for (const { shop, tickets } of desks) {
    for (const ticket of tickets) {
      const order = orderOf(shop, ticket);
      if (order === undefined) continue;
      check(ticket, order, shop);
      checked += 1;
    }
  }
  expect(checked).toBeGreaterThan(120);
}

const firstText = (ticket: FakeTicket) => ticket.messages[0]?.text ?? "";

describe("sixty tickets", () => {
  test("are the same for the same seed and shop, and others for another seed", () => {
    for (const { seed, shop, tickets } of desks) {
      expect(JSON.stringify(generateTickets({ seed, shop }))).toBe(JSON.stringify(tickets));
      expect(JSON.stringify(generateTickets({ seed: seed + 1, shop }))).not.toBe(JSON.stringify(tickets));
    }
  });

  test("are twenty in each language, with every topic for which there is an order", () => {
    for (const { shop, tickets } of desks) {
      expect(tickets).toHaveLength(60);
      for (const language of languages) {
        const own = tickets.filter((ticket) => ticket.language === language);
        expect(own).toHaveLength(20);
        expect(new Set(own.map((ticket) => ticket.about.topic)).size).toBeGreaterThanOrEqual(13);
        const stuck = shop.orders.some((order) => order.language === language && order.scenario === "stuck");
        expect(own.some((ticket) => ticket.about.topic === "stuck")).toBe(stuck);
      }
      expect(new Set(tickets.map((ticket) => ticket.about.topic))).toEqual(new Set<FakeTicketTopic>(topics));
    }
  });

  test("are numbered in the order in which they were opened", () => {
    for (const { tickets } of desks) {
      expect(tickets.map((ticket) => ticket.id)).toEqual(tickets.map((_, index) => index + 1));
      const opened = tickets.map((ticket) => ticket.createdAt);
      expect(opened).toEqual([...opened].sort());
    }
  });

  test("use every channel, status and direction", () => {
    for (const { tickets } of desks) {
      expect(new Set(tickets.map((ticket) => ticket.channel))).toEqual(new Set(["email", "form", "chat"]));
      expect(new Set(tickets.map((ticket) => ticket.status))).toEqual(new Set(["open", "waiting", "resolved"]));
      const directions = tickets.flatMap((ticket) => ticket.messages.map((message) => message.direction));
      expect(new Set(directions)).toEqual(new Set(["inbound", "outbound", "note"]));
    }
  });

  test("mention the order's number about half of the time, in several forms, at times a tracking number", () => {
    let about = 0;
    let numbers = 0;
    let trackings = 0;
    const forms = new Set<string>();
    eachAboutOrder((ticket, order) => {
      const text = firstText(ticket);
      about += 1;
      const mention = /(\S+) ?\(?(n\. |nr\. |no\. )?#?$/.exec(text.slice(0, Math.max(0, text.indexOf(order.number))));
      if (text.includes(order.number)) {
        numbers += 1;
        forms.add(mention?.[0] ?? "");
      }
      if (order.parcels.some((parcel) => text.includes(parcel.trackingNumber))) trackings += 1;
    });
    expect(numbers / about).toBeGreaterThan(0.38);
    expect(numbers / about).toBeLessThan(0.66);
    expect(trackings / about).toBeGreaterThan(0.05);
    expect((numbers + trackings) / about).toBeLessThan(0.85);
    expect(forms.size).toBeGreaterThan(8);
  });

  test("are written by people whose Romanian keyboard has diacritics, and by people whose has not", () => {
    const texts = desks.flatMap(({ tickets }) => tickets.filter((ticket) => ticket.language === "ro").map(firstText));
    expect(texts.filter((text) => /[ășțâî]/i.test(text)).length).toBeGreaterThan(15);
    expect(texts.filter((text) => text === withoutDiacritics(text)).length).toBeGreaterThan(10);
  });
});

describe("every ticket", () => {
  test("names an order that exists and belongs to the writer, except before an order", () => {
    for (const { shop, tickets } of desks) {
      for (const ticket of tickets) {
        const order = orderOf(shop, ticket);
        expect(order === undefined).toBe(isAboutNoOrder(ticket.about.topic));
        expect(order === undefined).toBe(ticket.about.orderNumber === null);
        if (order === undefined) continue;
        expect(ticket.customer).toEqual({
          name: `${order.billingAddress.firstName} ${order.billingAddress.lastName}`,
          email: order.email,
          phone: order.phone,
        });
        expect(ticket.language).toBe(order.language);
      }
    }
  });

  test("starts with the customer, and its messages are in time order, none in the future", () => {
    for (const { tickets } of desks) {
      for (const ticket of tickets) {
        const times = ticket.messages.map((message) => message.at);
        expect(times[0]).toBe(ticket.createdAt);
        expect(new Set(times).size).toBe(times.length);
        expect(times).toEqual([...times].sort());
        expect([...times, now].sort().at(-1)).toBe(now);
        for (const message of ticket.messages) {
          expect(message.author === ticket.customer.name).toBe(message.direction === "inbound");
        }
        expect(ticket.messages[0]?.direction).toBe("inbound");
      }
    }
  });

  test("has the status that its last message calls for", () => {
    for (const { tickets } of desks) {
      for (const ticket of tickets) {
        const answered = ticket.messages.some((message) => message.direction === "outbound");
        const last = ticket.messages.filter((message) => message.direction !== "note").at(-1)?.direction;
        if (ticket.status === "waiting") expect(last).toBe("outbound");
        if (ticket.status === "resolved") expect([answered, last]).toEqual([true, "inbound"]);
        if (ticket.status === "open") expect(last).toBe("inbound");
      }
    }
  });

  test("fits its order's situation at the time of writing", () => {
    const scenarioOf: Partial<Record<FakeTicketTopic, FakeOrder["scenario"]>> = { late: "late", stuck: "stuck", locker: "atLocker" };
    eachAboutOrder((ticket, order) => {
      const { topic } = ticket.about;
      expect(ticket.createdAt >= order.placedAt).toBe(true);
      if (scenarioOf[topic] !== undefined) expect(order.scenario).toBe(scenarioOf[topic]);
      if (topic === "late") expect(ticket.createdAt > (order.parcels[0]?.promisedAt ?? "~")).toBe(true);
      if (["damaged", "wrongItem", "missingItem", "return"].includes(topic)) {
        expect(ticket.createdAt > (order.parcels[0]?.deliveredAt ?? "~")).toBe(true);
      }
      if (topic === "refundStatus") expect(ticket.createdAt > (order.refunds[0]?.at ?? "~")).toBe(true);
      if (topic === "cancel") expect(order.parcels).toEqual([]);
      for (const parcel of order.parcels) {
        if (firstText(ticket).includes(parcel.trackingNumber)) expect(ticket.createdAt >= parcel.shippedAt).toBe(true);
      }
    });
  });

  test("has no empty text and no slot left open", () => {
    for (const { tickets } of desks) {
      for (const text of tickets.flatMap((ticket) => [ticket.subject, ...ticket.messages.map((message) => message.text)])) {
        expect(text.trim()).not.toBe("");
        expect(text).not.toMatch(/[{}]|\b(undefined|null|NaN)\b| {2}|\n{3}/);
      }
    }
  });
});

describe("no two messages are alike", () => {
  test("in sixty tickets, and in nine hundred", () => {
    const shop = generateShop({ seed: 3, orders: 1500, now });
    for (const tickets of [...desks.map((desk) => desk.tickets), generateTickets({ seed: 3, shop, count: 900 })]) {
      const texts = tickets.flatMap((ticket) => ticket.messages.map((message) => message.text));
      expect(new Set(texts).size).toBe(texts.length);
    }
  });

  test("a shop too small for that is refused instead", () => {
    expect(() => generateTickets({ seed: 1, shop: generateShop({ seed: 1, orders: 3, customers: 0, now }), count: 100_000 })).toThrow(
      RangeError,
    );
  });
});

describe("small and odd shops", () => {
  test("without orders, everybody asks about products", () => {
    const tickets = generateTickets({ seed: 1, shop: generateShop({ seed: 1, orders: 0, now }), count: 30 });
    expect(tickets).toHaveLength(30);
    expect(tickets.every((ticket) => ticket.about.orderNumber === null && isAboutNoOrder(ticket.about.topic))).toBe(true);
  });

  test("counts that are no multiple of three are shared out, and nonsense is refused", () => {
    const shop = generateShop({ seed: 1, orders: 100, now });
    expect(generateTickets({ seed: 1, shop, count: 7 })).toHaveLength(7);
    expect(generateTickets({ seed: 1, shop, count: 0 })).toEqual([]);
    expect(() => generateTickets({ seed: 1, shop, count: -1 })).toThrow(RangeError);
    expect(() => generateTickets({ seed: 1, shop, count: 2.5 })).toThrow(RangeError);
  });

  test("a prefix of the order numbers is used as it is", () => {
    const shop = generateShop({ seed: 2, orders: 300, now, currency: "EUR", numberPrefix: "IT-" });
    const tickets = generateTickets({ seed: 2, shop });
    expect(tickets.some((ticket) => /IT-\d{5}/.test(firstText(ticket)))).toBe(true);
    expect(tickets.some((ticket) => ticket.messages.some((message) => message.text.includes(" EUR")))).toBe(true);
  });
});

describe("the words", () => {
  test.each(languages)("%s: bodies about an order can carry its number, and frequent topics have four or more", (language) => {
    for (const topic of topics) {
      const { bodies, answers, notes, subjects } = ticketWords[language].topics[topic];
      if (!isAboutNoOrder(topic)) for (const [, body] of bodies) expect(body).toContain("{n}");
      expect(bodies.length).toBeGreaterThanOrEqual(4);
      expect(Math.min(answers.length, subjects.length)).toBeGreaterThanOrEqual(2);
      expect(notes.length).toBeGreaterThanOrEqual(1);
      expect(new Set(bodies.map(([, body]) => body)).size).toBe(bodies.length);
    }
  });

  test("the three languages offer the same choice", () => {
    for (const topic of topics) {
      const sizes = languages.map((language) => ticketWords[language].topics[topic].bodies.map(([register]) => register).sort());
      expect(sizes[1]).toEqual(sizes[0]);
      expect(sizes[2]).toEqual(sizes[0]);
    }
  });

  test("Romanian uses the comma-below letters, never the cedilla ones", () => {
    expect(JSON.stringify(ticketWords.ro)).not.toMatch(/[şţŞŢ]/);
  });
});
