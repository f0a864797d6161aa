import type { Assurance, Context, ContextOrder, Order } from "@askonce/spec";
import { describe, expect, it } from "vitest";
import { findDisclosures } from "./find-disclosures.ts";
import { foldWithPlaces } from "./fold-with-places.ts";

interface Person {
  email?: string;
  phone?: string;
  line1?: string;
  postcode?: string;
}

const ana: Required<Person> = {
  email: "ana@example.test",
  phone: "+40 722 123 456",
  line1: "Str. Ștefan cel Mare nr. 5 (sc. B)",
  postcode: "400 123",
};

/** A context as far as disclosures look at it. */
function contextOf(input: { own?: Person[]; foreign?: Person[]; contacts?: string[]; named?: boolean }): Context {
  const entry = (person: Person, belongsToCustomer: boolean, named = false) =>
    ({
      belongsToCustomer,
      evidence: named ? [{ kind: "orderNumber" }] : [],
      order: {
        email: person.email ?? null,
        phone: person.phone ?? null,
        shippingAddress: { line1: person.line1 ?? null, postcode: person.postcode ?? null },
      } as Order,
    }) as ContextOrder;
  const [first, ...more] = [
    ...(input.own ?? []).map((one) => entry(one, true, input.named)),
    ...(input.foreign ?? []).map((one) => entry(one, false)),
  ];
  const contactPoints = (input.contacts ?? []).map((value) => ({ kind: value.includes("@") ? "email" : "phone", value }));
  return { order: first ?? null, otherOrders: more, customer: { customer: { contactPoints } } } as unknown as Context;
}

const from = (assurance: Assurance, text = "Hello") => [{ direction: "inbound" as const, text, assurance }];

describe("a draft", () => {
  it.each([
    ["an address", "We sent it to ana@example.test today.", "email", "ana@example.test"],
    ["an address in capitals", "We sent it to ANA@EXAMPLE.TEST.", "email", "ANA@EXAMPLE.TEST"],
    ["a phone with blanks", "Is 0722 123 456 right?", "phone", "722 123 456"],
    ["a phone with dots and dashes", "The courier calls 0722.123-456", "phone", "722.123-456"],
    ["a phone in one", "The courier calls +40722123456", "phone", "722123456"],
    [
      "a street with characters of a pattern",
      "It goes to Str. Ștefan cel Mare nr. 5 (sc. B), right?",
      "shippingAddress",
      "Str. Ștefan cel Mare nr. 5 (sc. B)",
    ],
    [
      "a street without diacritics, over two lines",
      "It goes to str. Stefan cel\n  Mare nr. 5 (sc. B)",
      "shippingAddress",
      "str. Stefan cel\n  Mare nr. 5 (sc. B)",
    ],
    [
      "a street with decomposed letters",
      "To Str. S\u0326tefan cel Mare nr. 5 (sc. B)",
      "shippingAddress",
      "Str. S\u0326tefan cel Mare nr. 5 (sc. B)",
    ],
    ["a postcode", "Postcode 400 123?", "postcode", "400 123"],
  ])("with %s tells it to somebody who has only claimed to be the customer", (_, draft, field, words) => {
    const found = findDisclosures(draft, contextOf({ own: [ana] }), from("claimed"));
    expect(found.map((one) => [one.field, draft.slice(one.from, one.to)])).toEqual([[field, words]]);
    for (const assurance of ["anonymous", "orderMatched"] as const)
      expect(findDisclosures(draft, contextOf({ own: [ana] }), from(assurance))).toHaveLength(1);
    for (const assurance of ["otpVerified", "signedIn"] as const)
      expect(findDisclosures(draft, contextOf({ own: [ana] }), from(assurance)), assurance).toEqual([]);
  });

  it.each([
    "Your parcel 1ASK260000001 is out for delivery.",
    "mariana@example.test and ana@example.testing are other addresses",
    "The number 1400 1234 is another one, and so is 400 1235",
    "0722 123 457",
    "",
  ])("that says %j tells nothing", (draft) => {
    expect(findDisclosures(draft, contextOf({ own: [ana] }), from("claimed"))).toEqual([]);
  });

  it("tells what belongs to somebody else's order whatever has been proved", () => {
    const draft = "It went to ana@example.test";
    expect(findDisclosures(draft, contextOf({ foreign: [ana] }), from("signedIn"))).toMatchObject([{ field: "email" }]);
    expect(findDisclosures(draft, contextOf({ own: [{ email: "bob@example.test" }], foreign: [ana] }), from("signedIn"))).toHaveLength(1);
  });

  it("tells no news: what they wrote themselves, and the addresses we know them by", () => {
    const draft = "It goes to Str. Ștefan cel Mare nr. 5 (sc. B), 400123? The courier calls 0722123456. We write to ana@example.test.";
    const own = [{ ...ana, postcode: "400123" }];
    expect(findDisclosures(draft, contextOf({ own }), from("claimed")).map((one) => one.field)).toEqual([
      "shippingAddress",
      "postcode",
      "phone",
      "email",
    ]);
    const said = "I live at str. stefan cel mare nr. 5 (SC. B), 400123. Call 0722-123-456!";
    expect(findDisclosures(draft, contextOf({ own, contacts: ["Ana@example.test"] }), from("claimed", said))).toEqual([]);
    expect(
      findDisclosures(draft, contextOf({ own, contacts: ["0722 123 456", "ana@example.test"] }), from("claimed")).map((one) => one.field),
    ).toEqual(["shippingAddress", "postcode"]);
  });

  it("is not let through by digits of something else that the customer wrote", () => {
    const own = [{ postcode: "4001", phone: "0722123456" }];
    const draft = "4001, and 0722123456";
    expect(findDisclosures(draft, contextOf({ own }), from("claimed", "My order is 140012, of 0722, and the parcel 123456"))).toHaveLength(
      2,
    );
  });

  it("is not let through by what we said before", () => {
    const messages = [...from("claimed"), { direction: "outbound" as const, text: "ana@example.test", assurance: "signedIn" as const }];
    expect(findDisclosures("ana@example.test", contextOf({ own: [ana] }), messages)).toHaveLength(1);
  });

  it("is checked by the assurance of the newest message, which an older one's is not", () => {
    const messages = [...from("signedIn"), ...from("claimed")];
    expect(findDisclosures("ana@example.test", contextOf({ own: [ana] }), messages)).toHaveLength(1);
    expect(findDisclosures("ana@example.test", contextOf({ own: [ana] }), messages.toReversed())).toEqual([]);
  });

  it("takes no time to speak of, whatever stands in it and in the order", () => {
    const long = 100_000;
    const values = [
      "a".repeat(long),
      "a ".repeat(long / 2),
      `${"a ".repeat(20)}b`,
      `${"(".repeat(long)}`,
      "\\s+".repeat(long / 3),
      "1".repeat(long),
      "ă".repeat(long),
    ];
    const drafts = [
      ...values,
      " ".repeat(long),
      `a${" ".repeat(long - 2)}b`,
      "07 ".repeat(long / 3),
      "1-".repeat(long / 2),
      "a@".repeat(long / 2),
    ];
    const warm = contextOf({ own: [ana] });
    for (let round = 0; round < 20; round++) findDisclosures("x".repeat(1000), warm, from("claimed"));
    for (const value of values) {
      const context = contextOf({ own: [{ email: value, phone: value, line1: value, postcode: value }] });
      for (const draft of drafts) {
        const best = Math.min(
          ...Array.from({ length: 3 }, () => {
            const startedAt = performance.now();
            findDisclosures(draft, context, from("claimed", draft.slice(0, 20_000)));
            return performance.now() - startedAt;
          }),
        );
        expect(best, `${value.slice(0, 8)} in ${draft.slice(0, 8)}`).toBeLessThan(100);
      }
    }
  }, 60_000);
});

describe("a folded text", () => {
  it("knows where each of its characters stands in the text", () => {
    const text = "Țară  \n ß ™ a\u0301x 👩";
    const { folded, places, ends } = foldWithPlaces(text);
    expect(folded).toBe("tara ss tm ax 👩");
    expect([places.length, ends.length]).toEqual([folded.length, folded.length]);
    const at = folded.indexOf("ax");
    expect(text.slice(places[at], ends[at + 1])).toBe("a\u0301x");
    expect(text.slice(places[folded.indexOf("ss")], ends[folded.indexOf("ss") + 1])).toBe("ß");
  });
});
