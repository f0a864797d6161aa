import { describe, expect, it } from "vitest";
import { extractFacts } from "./extract-facts.ts";
import { ownWords } from "./own-words.ts";

const quoted = "Your order 9999 was sent to 14 Orchard Lane.";

describe("the customer's own words", () => {
  it.each([
    `Still nothing.\n\nOn Mon, 3 Nov 2026 at 10:12, Shop <shop@example.test> wrote:\n${quoted}`,
    `Still nothing.\n\nOn Mon, 3 Nov 2026 at 10:12, Shop of many words and wares\n<shop@example.test> wrote:\n> ${quoted}`,
    `Still nothing.\n\nIl giorno lun 3 nov 2026 alle ore 10:12 Negozio <shop@example.test> ha scritto:\n${quoted}`,
    `Still nothing.\n\nÎn lun., 3 nov. 2026 la 10:12, Magazin <shop@example.test> a scris:\n${quoted}`,
    `Still nothing.\n\n-----Original Message-----\n${quoted}`,
    `Still nothing.\n\n----- Messaggio originale -----\n${quoted}`,
    `Still nothing.\n\nFrom: Shop <shop@example.test>\nSent: Monday\nTo: Ana\nSubject: Order\n\n${quoted}`,
    `Still nothing.\n\nDa: Negozio <shop@example.test>\nInviato: lunedì\nA: Ana\nOggetto: Ordine\n\n${quoted}`,
    `Still nothing.\n\nDe la: Magazin <shop@example.test>\nTrimis: luni\nCătre: Ana\nSubiect: Comanda\n\n${quoted}`,
    `> ${quoted}\nStill nothing.`,
  ])("are what is not quoted: %j", (text) => {
    expect(ownWords(text).trim()).toBe("Still nothing.");
    expect(ownWords(text)).toHaveLength(text.length);
    expect(extractFacts(text).some((fact) => fact.value.includes("9999") || fact.key === "shippingAddress" || fact.key === "email")).toBe(
      false,
    );
  });

  it("go on below quoted lines that are marked", () => {
    const text = "On Mon Shop wrote:\n> Which order is it?\nIt is order 1042.";
    expect(extractFacts(text).map((fact) => fact.value)).toEqual(["1042"]);
  });

  it("are not cut at a sentence that only speaks of writing", () => {
    const text = "On Monday the courier wrote that he came.\nOrder 1042 is still not here.";
    expect(ownWords(text)).toBe(text);
  });
});

describe("what is found", () => {
  it("is each value once, at most 40, with the words around it", () => {
    const facts = extractFacts("order 1042, order 1042, my mug arrived broken");
    expect(facts.filter((fact) => fact.key === "orderNumber")).toHaveLength(1);
    expect(facts.find((fact) => fact.key === "problem")?.excerpt).toContain("mug arrived broken");
    const many = Array.from({ length: 90 }, (_, index) => `order #${1000 + index}`).join("\n");
    expect(extractFacts(many)).toHaveLength(40);
  });

  it("is found without being told the language, in words of the message", () => {
    const text = "Bună ziua, cana albastră a ajuns spartă, vreau banii înapoi. Tel. 0722 123 456";
    const facts = extractFacts(text);
    expect(facts.map((fact) => fact.key).sort()).toEqual(["color", "item", "phone", "problem", "wantedOutcome"]);
    for (const fact of facts) expect(text).toContain(fact.value);
    expect(facts.find((fact) => fact.key === "phone")?.normalized).toBe("+40722123456");
  });
});
