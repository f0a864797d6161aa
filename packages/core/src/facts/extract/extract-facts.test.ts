import { normalizePhone } from "@askonce/spec";
import { generateShop, generateTickets } from "@askonce/testkit/shop-data";
import { describe, expect, it } from "vitest";
import sentences from "./__fixtures__/sentences.json" with { type: "json" };
import { extractEmails, extractPhones } from "./contact-details.ts";
import { extractFacts } from "./extract-facts.ts";
import { extractOrderNumbers, orderNumberCandidates } from "./order-numbers.ts";
import { extractTrackingNumbers, trackingNumberCandidates } from "./tracking-numbers.ts";

type Kind = "orderNumbers" | "trackingNumbers" | "emails" | "phones";

/** The shop's country in each language; an English-speaking customer here writes to a Romanian shop. */
const countries: Readonly<Record<string, string>> = { en: "RO", it: "IT", ro: "RO" };

const extractors: Record<Kind, (text: string, country: string) => string[]> = {
  orderNumbers: (text) => extractOrderNumbers(text).map((fact) => fact.value),
  trackingNumbers: (text) => extractTrackingNumbers(text).map((fact) => fact.value),
  emails: (text) => extractEmails(text).map((fact) => fact.value),
  phones: (text, country) => extractPhones(text, country).map((fact) => fact.normalized),
};
const kinds = Object.keys(extractors) as Kind[];

function score(kind: Kind) {
  const wrong: string[] = [];
  const missed: string[] = [];
  let right = 0;
  for (const sentence of sentences) {
    const expected = new Set<string>(sentence[kind]);
    const found = new Set(extractors[kind](sentence.text, countries[sentence.language] ?? ""));
    for (const value of found) {
      if (expected.has(value)) right++;
      else wrong.push(`${value} in: ${sentence.text}`);
    }
    for (const value of expected) if (!found.has(value)) missed.push(`${value} in: ${sentence.text}`);
  }
  return { right, wrong, missed, precision: right / (right + wrong.length), recall: right / (right + missed.length) };
}

function isSame(one: ReadonlySet<unknown>, other: ReadonlySet<unknown>): boolean {
  return one.size === other.size && [...one].every((value) => other.has(value));
}

describe("facts in sentences as people write them", () => {
  it("has enough of them, half without anything to find", () => {
    const empty = sentences.filter((sentence) => kinds.every((kind) => sentence[kind].length === 0));
    expect(sentences.length).toBeGreaterThanOrEqual(120);
    expect(empty.length).toBeGreaterThan(sentences.length / 3);
    for (const language of ["en", "it", "ro"]) {
      expect(sentences.filter((sentence) => sentence.language === language).length).toBeGreaterThan(35);
    }
  });

  it.each(kinds)("finds %s with a precision of 0.97 and a recall of 0.9", (kind) => {
    const { right, wrong, missed, precision, recall } = score(kind);
    expect(right, "something to measure").toBeGreaterThan(5);
    expect(precision, `wrong:\n${wrong.join("\n")}`).toBeGreaterThanOrEqual(0.97);
    expect(recall, `missed:\n${missed.join("\n")}`).toBeGreaterThanOrEqual(0.9);
  });

  it("shows the words around what it found", () => {
    const text = `${"x ".repeat(100)}my order #1042 is late ${"y ".repeat(100)}`;
    const [fact] = extractOrderNumbers(text);
    expect(fact?.excerpt).toContain("my order #1042 is late");
    expect(fact?.excerpt.length).toBeLessThanOrEqual(200);
  });

  it("reads a national phone number only in its own country", () => {
    expect(extractPhones("call 0722 123 456", "RO").map((fact) => fact.normalized)).toEqual([normalizePhone("0722 123 456", "RO")]);
    expect(extractPhones("call 0722 123 456", undefined)).toEqual([]);
    expect(extractPhones("(555) 234-5678", "US").map((fact) => fact.normalized)).toEqual(["+15552345678"]);
  });
});

describe("facts in the messages of a generated shop", () => {
  it.each([
    { seed: 1, numberPrefix: "" },
    { seed: 2, numberPrefix: "CL-" },
    { seed: 3, numberPrefix: "RO" },
  ])("finds every order and tracking number that is mentioned (seed $seed, prefix $numberPrefix)", ({ seed, numberPrefix }) => {
    const shop = generateShop({ seed, orders: 300, now: "2026-11-20T09:00:00Z", numberPrefix });
    const trackingNumbers = shop.orders.flatMap((order) => order.parcels.map((parcel) => parcel.trackingNumber));
    const wrong: string[] = [];
    let mentions = 0;
    for (const ticket of generateTickets({ seed, shop, count: 150 })) {
      for (const { text } of ticket.messages.filter((message) => message.direction === "inbound")) {
        const orders = new Set(extractors.orderNumbers(text, "RO"));
        const tracking = new Set(extractors.trackingNumbers(text, "RO"));
        const expectedOrders = new Set([ticket.about.orderNumber].filter((number) => number !== null && text.includes(number)));
        const expectedTracking = new Set(trackingNumbers.filter((number) => text.includes(number)));
        mentions += expectedOrders.size + expectedTracking.size;
        if (!isSame(orders, expectedOrders)) wrong.push(`orders ${[...orders]} in: ${text}`);
        if (!isSame(tracking, expectedTracking)) wrong.push(`tracking ${[...tracking]} in: ${text}`);
      }
    }
    expect(mentions).toBeGreaterThan(60);
    expect(wrong).toEqual([]);
  });
});

describe("hostile texts", () => {
  const seeds = [
    "a",
    "1",
    "1-",
    "A-",
    "A1-",
    "a.",
    "a@",
    "1 ",
    "1.",
    "1,",
    "1/",
    "(",
    "+",
    "#",
    " ",
    "order ",
    "order no ",
    "comanda nr ",
    "order\u0001",
    "awb ",
    "parcel number ",
    "tracking number ",
    "RO49 ",
    "AAAA ",
    "order #1 ",
    "order 1234, ",
    "1234 is ",
    "1 x ",
    "invoice ",
    "invoice no ",
    "cap ",
    "www.",
    "https://",
    "€1",
    "1€",
    "3 may ",
    "ă",
    "🙂",
    "\n",
    "00",
    "it's ",
    "order:::::::::: ",
    "l'",
    "the mug ",
    "lamp shade ",
    "not broken ",
    "i tried ",
    "photo of the ",
    "since ",
    "via roma 1 ",
    "Aaa SRL ",
    "On x wrote:\n",
    "From: a\n",
    "name: a\n",
    "non mi ",
    "am primit ",
    "vorrei ",
    "locker ",
    "4 8 2 1 3 ",
    "half of the ",
    "it is not a ",
    "nu se ",
    "si e ",
    "photo of the box, ",
    "Ana Pop, ",
    "the code is 48213 ",
    "i did not ",
    "postcode is ",
    "Roma 48213, ",
  ];
  const prefixes = ["", "order ", "awb ", "a@", "invoice no "];
  const longest = 20_000;

  it.each(seeds)("%j repeated is read in less than 100 ms by each extractor", (seed) => {
    for (const prefix of prefixes) {
      const text = `${prefix}${seed.repeat(Math.ceil(longest / seed.length))}`.slice(0, longest);
      for (const extract of [
        extractOrderNumbers,
        extractTrackingNumbers,
        extractEmails,
        orderNumberCandidates,
        trackingNumberCandidates,
        (hostile: string) => extractPhones(hostile, "RO"),
        extractFacts,
      ]) {
        let fastest = Number.POSITIVE_INFINITY;
        // Again only when it was slow: the machine may have been busy with something else, a quadratic pattern is slow each time.
        for (let attempt = 0; attempt < 3 && fastest >= 100; attempt++) {
          const before = performance.now();
          extract(text);
          fastest = Math.min(fastest, performance.now() - before);
        }
        expect(fastest, `${extract.name || "extractPhones"} on ${JSON.stringify(prefix)} + ${JSON.stringify(seed)}`).toBeLessThan(100);
      }
    }
  });
});
