import type { DraftAsk } from "@askonce/spec";
import { describe, expect, it } from "vitest";
import { everythingKnown } from "./__fixtures__/everything-known.ts";
import { checkDraft, type DraftToCheck } from "./check-draft.ts";

function check(draft: string, rest: Partial<DraftToCheck> = {}): DraftAsk[] {
  return checkDraft({ draft, facts: [], history: [], ...rest }).asks;
}

describe("what is known", () => {
  it("nothing known: the ask is found and fair", () => {
    const [ask, ...others] = check("Hello,\ncould you send us your order number?");
    expect(others).toEqual([]);
    expect(ask).toMatchObject({ key: "orderNumber", verdict: "unknown", answer: null, suggestion: null });
  });

  it("says which fact answers, from where, since when", () => {
    const source = { kind: "order", ref: "demo:1042", excerpt: null } as const;
    const [ask] = check("What is your order number?", {
      facts: [{ key: "orderNumber", value: "1042", id: "fact_1", source, at: "2026-11-01T10:00:00Z" }],
    });
    expect(ask?.answer).toEqual({ factId: "fact_1", value: "1042", source, at: "2026-11-01T10:00:00Z" });
  });

  it("counts what the customer wrote, and names the message", () => {
    const [ask] = check("What is your order number?", {
      history: [{ direction: "inbound", text: "My order number is 1042.", id: "msg_1", at: "2026-11-01T10:00:00Z" }],
    });
    expect(ask).toMatchObject({ verdict: "known", answer: { factId: null, value: "1042", source: { kind: "message", ref: "msg_1" } } });
  });

  it("does not count what the shop wrote", () => {
    const history = [{ direction: "outbound", text: "Is it about order number 1042?" }] as const;
    expect(check("What is your order number?", { history })[0]?.verdict).toBe("unknown");
  });

  it("reads the postcode out of a known address, and not out of a city", () => {
    const ask = (value: string) => check("What is your postcode?", { facts: [{ key: "shippingAddress", value }] })[0];
    expect(ask("Str. Lalelelor 5, Cluj, 400100")).toMatchObject({ verdict: "known", answer: { value: "400100" } });
    expect(ask("Cluj")?.verdict).toBe("unknown");
  });

  it("a city does not answer the full address", () => {
    const ask = (value: string) => check("Please send us your full delivery address.", { facts: [{ key: "shippingAddress", value }] })[0];
    expect(ask("Cluj")?.verdict).toBe("unknown");
    expect(ask("Str. Lalelelor 5, Cluj")?.verdict).toBe("known");
  });

  it("a photo of the box is no photo of the item", () => {
    const facts = [{ key: "photoOfPackaging", value: "box.jpg" }] as const;
    expect(check("Could you send us some photos?", { facts })[0]).toMatchObject({ key: "photoOfItem", verdict: "unknown" });
  });
});

describe("what makes an ask fair", () => {
  it("two values that disagree", () => {
    const facts = [
      { key: "email", value: "ana@example.test" },
      { key: "email", value: "pop@example.test" },
    ] as const;
    expect(check("What is your email address?", { facts })[0]?.verdict).toBe("contradicted");
  });

  it("but not two spellings of one", () => {
    const facts = [
      { key: "phone", value: "+40 722 123 456" },
      { key: "phone", value: "0722123456" },
    ] as const;
    expect(check("What is your phone number?", { facts })[0]?.verdict).toBe("known");
  });

  it("a fact that is past its time, and only then", () => {
    const facts = [{ key: "deliveryDate", value: "3 November", freshUntil: "2026-11-04T00:00:00Z" }] as const;
    const ask = (now: string | null) => check("When did it arrive?", { facts, now })[0]?.verdict;
    expect(ask("2026-11-05T00:00:00Z")).toBe("stale");
    expect(ask("2026-11-03T00:00:00Z")).toBe("known");
    expect(ask(null)).toBe("known");
  });

  it("a customer who wrote of a move", () => {
    const facts = [{ key: "shippingAddress", value: "Str. Lalelelor 5, Cluj" }] as const;
    const history = [{ direction: "inbound", text: "I moved last week, please mind that." }] as const;
    expect(check("Where should we send it?", { facts, history })[0]?.verdict).toBe("stale");
  });
});

describe("positions", () => {
  it.each([
    ["Bună ziua,\n\nne puteți spune, vă rog, numărul comenzii?", "numărul comenzii"],
    ["Buna\u0306 ziua! Care este codul pos\u0326tal?", "codul pos\u0326tal"],
    ["Hi   there,\r\n  could you send  your\torder   number ?", "order   number"],
    ["Ciao 😀, mi mandi il numero oridne?", "numero oridne"],
    ["> old question?\n\nPlease send us a photo of the label.", "photo of the label"],
  ])("%j", (draft, words) => {
    const [ask] = check(draft);
    expect(ask).toBeDefined();
    expect(ask?.text).toContain(words);
    expect(draft.slice(ask?.from, ask?.to)).toBe(ask?.text);
  });

  it("one ask for each key and place", () => {
    expect(check("Please send us your order number, your order number please.").map((ask) => ask.key)).toContain("orderNumber");
    expect(check("Your order number? Your phone number?").map((ask) => ask.key)).toEqual(["orderNumber", "phone"]);
  });
});

describe("suggestions", () => {
  const drafts = {
    en: "Please provide: order number, tracking number, email address, phone number, full name, delivery address, postcode, payment method, quantity.",
    it: "Ci comunichi: numero d'ordine, codice di tracciamento, indirizzo email, numero di telefono, nome e cognome, indirizzo di consegna, CAP, metodo di pagamento, quantità.",
    ro: "Vă rugăm să ne comunicați: numărul comenzii, numărul AWB, adresa de e-mail, numărul de telefon, numele complet, adresa de livrare, codul poștal, metoda de plată, cantitatea.",
  };
  it.each(Object.entries(drafts))("in %s they use the value", (language, draft) => {
    const asks = check(draft, { facts: everythingKnown });
    expect(asks.length).toBeGreaterThanOrEqual(8);
    for (const ask of asks) {
      const value = everythingKnown.find((fact) => fact.key === ask.key)?.value ?? "";
      expect(ask.suggestion, `${language} ${ask.key}`).toContain(value);
      expect(ask.suggestion).not.toMatch(/undefined|null|\{/);
      expect(ask.suggestion?.length).toBeLessThanOrEqual(500);
    }
  });

  it("are short, even of a long value, and take no instructions from it", () => {
    const [long] = check("What happened?", { facts: [{ key: "problem", value: `$& ${"very ".repeat(300)}long` }] });
    expect(long?.suggestion).toContain("$& very");
    expect(long?.suggestion?.length).toBeLessThanOrEqual(300);
  });

  it("only when the answer is known", () => {
    expect(check("To verify it's you, what is your postcode?", { facts: everythingKnown })[0]?.suggestion).toBeNull();
  });
});

describe("language", () => {
  it.each([
    ["Could you send us your order number?", null, "en"],
    ["Mi può mandare il numero d'ordine?", "en", "it"],
    ["Care este numărul comenzii?", null, "ro"],
    ["1042?", "ro", "ro"],
    ["1042?", "de", null],
    ["", null, null],
  ])("%j, said to be %j, is %j", (draft, language, expected) => {
    expect(checkDraft({ draft, language, facts: [], history: [] }).language).toBe(expected);
  });

  it("a sentence in another language than the rest is read too", () => {
    expect(check("Buongiorno, grazie per il messaggio. Could you please send us your order number?").map((ask) => ask.key)).toEqual([
      "orderNumber",
    ]);
  });
});
