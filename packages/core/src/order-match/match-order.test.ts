import { describe, expect, it } from "vitest";
import { type MatchableOrder, matchOrder } from "./match-order.ts";

/** A Friday. */
const now = "2026-11-20T10:00:00Z";

function orderOf(number: string, item: string, more: Partial<MatchableOrder> = {}): MatchableOrder {
  return { number, placedAt: "2026-11-10T09:00:00Z", status: "processing", items: [item], trackingNumbers: [], deliveredAt: null, ...more };
}

const delivered = { status: "completed", placedAt: "2026-11-09T12:00:00Z", deliveredAt: "2026-11-16T12:00:00Z" } as const;
const old = { status: "completed", placedAt: "2026-04-06T12:00:00Z", deliveredAt: "2026-04-10T12:00:00Z" } as const;

const shelves = {
  en: [
    orderOf("RO-10423", "Desk lamp, black", { placedAt: "2026-11-17T12:00:00Z", trackingNumbers: ["1ONB23454471"] }),
    orderOf("RO-10399", "Blue ceramic mug", delivered),
    orderOf("RO-10102", "Wool scarf", old),
  ],
  it: [
    orderOf("RO-10423", "Lampada da scrivania nera", { placedAt: "2026-11-17T12:00:00Z", trackingNumbers: ["1ONB23454471"] }),
    orderOf("RO-10399", "Tazza in ceramica blu", delivered),
    orderOf("RO-10102", "Sciarpa di lana", old),
  ],
  ro: [
    orderOf("RO-10423", "Lampă de birou neagră", { placedAt: "2026-11-17T12:00:00Z", trackingNumbers: ["1ONB23454471"] }),
    orderOf("RO-10399", "Cană din ceramică albastră", delivered),
    orderOf("RO-10102", "Fular de lână", old),
  ],
} as const;

function matched(language: keyof typeof shelves, text: string): string | null {
  return matchOrder({ text, language, orders: shelves[language], now }).number;
}

describe("an order that a message points to", () => {
  it.each([
    ["en", "Hi, any news about order RO-10423?", "RO-10423"],
    ["en", "10399 came with a crack in it", "RO-10399"],
    ["en", "My parcel 1ONB 2345 4471 has not moved since Tuesday", "RO-10423"],
    ["en", "the tracking number ending in 4471 doesn't work", "RO-10423"],
    ["en", "one of the mugs is chipped", "RO-10399"],
    ["en", "the cup I got from you is chipped", "RO-10399"],
    ["en", "my scraf has a hole in it", null],
    ["en", "the black lampp flickers", "RO-10423"],
    ["en", "Please cancel my order, I found it cheaper.", "RO-10423"],
    ["en", "Where is my parcel??", "RO-10423"],
    ["en", "My order arrived broken.", "RO-10399"],
    ["en", "I want to return my order, it is too small", "RO-10399"],
    ["en", "the order I placed on Tuesday has the wrong phone number on it", "RO-10423"],
    ["en", "I ordered something in April and it lost its colour", "RO-10102"],
    ["en", "question about my first order with the wool thing", "RO-10102"],
    ["en", "About my latest order: can you gift wrap it?", "RO-10423"],
    ["en", "the mug arrived fine, thanks, but the lamp is still not here", "RO-10423"],
    ["en", "Not 10399, I mean the one with the lamp", "RO-10423"],
    ["en", "10399 is fine, 10423 is not", "RO-10423"],
    ["it", "Novità sull'ordine n. 10423?", "RO-10423"],
    ["it", "il codice che finisce con 4471 non si apre", "RO-10423"],
    ["it", "una delle tazze è scheggiata", "RO-10399"],
    ["it", "Vorrei annullare l'ordine", "RO-10423"],
    ["it", "dov'è il mio pacco?", "RO-10423"],
    ["it", "il pacco è arrivato rotto", "RO-10399"],
    ["it", "l'ordine di martedì ha l'indirizzo sbagliato", "RO-10423"],
    ["it", "ho fatto un ordine ad aprile e ha già perso colore", "RO-10102"],
    ["it", "Il mio ultimo ordine: si può avere un biglietto?", "RO-10423"],
    ["ro", "Bună, ce se aude cu comanda nr. 10423?", "RO-10423"],
    ["ro", "awb-ul care se termină cu 4471 nu merge", "RO-10423"],
    ["ro", "una din cani e ciobita", "RO-10399"],
    ["ro", "Vreau să anulez comanda vă rog", "RO-10423"],
    ["ro", "unde este coletul meu", "RO-10423"],
    ["ro", "coletul a ajuns spart", "RO-10399"],
    ["ro", "comanda de marți are adresa greșită", "RO-10423"],
    ["ro", "am comandat în aprilie și deja s-a decolorat", "RO-10102"],
    ["ro", "la ultima comandă pot primi factura pe firmă", "RO-10423"],
  ] as const)("%s: %s", (language, text, expected) => {
    expect(matched(language, text)).toBe(expected);
  });
});

describe("an order that would be a guess", () => {
  it.each([
    ["en", "Hello, I have a question."],
    ["en", "Do you have this mug in green?"],
    ["en", "I'd love to order another lamp like that one"],
    ["en", "How long does delivery usually take?"],
    ["en", "If the lamp doesn't fit can I return it within 30 days?"],
    ["en", "order 99999 has not arrived"],
    ["en", "RO-10424 please, where is it?"],
    ["en", "orders 10423 and 10399 are both wrong"],
    ["en", "Is 10423 or 10399 the one with the discount?"],
    ["en", "My sister ordered a lamp and it hasn't arrived"],
    ["en", "still waiting for your reply to my email"],
    ["en", "I never ordered anything from you and got a delivery notice, is this a scam?"],
    ["en", "This was my last order with you, goodbye"],
    ["en", "Is there a discount on my first order?"],
    ["en", "please delete my account and all my data"],
    ["en", "the toaster does not work"],
    ["en", "I ordered it on 3 March and it never came"],
    ["en", "Can I use my voucher twice?"],
    ["en", "Are you open on Tuesday?"],
    ["en", "thanks for the quick delivery!"],
    ["en", "Reorder 10399 for me please, same again"],
    ["en", "I paid 10423 for it in total"],
    ["en", "My PIN is 10423, is the locker working?"],
    ["en", "It's not about 10399."],
    ["en", "I already received 10399. Where is the other one?"],
    ["en", "Instead of 10423 I received 10399"],
    ["en", "10399 and also the one with the lamp"],
    ["en", "How do I return an order?"],
    ["en", "What happens if my parcel arrives broken?"],
    ["en", "I saw your lamp on Instagram, lovely!"],
    ["en", "It was my first purchase here and I'm impressed"],
    ["it", "il mio codice cliente è 10423"],
    ["it", "il 10399 è arrivato, ma l'altro?"],
    ["it", "come faccio a rendere un ordine?"],
    ["it", "mio fratello ha ricevuto un pacco rotto"],
    ["ro", "codul meu de client e 10423"],
    ["ro", "10399 a ajuns, dar cealaltă?"],
    ["ro", "cum fac retur la o comandă?"],
    ["ro", "fratele meu a primit un colet spart"],
    ["it", "Salve, ho una domanda"],
    ["it", "avete la tazza anche in verde?"],
    ["it", "vorrei ordinare un'altra lampada"],
    ["it", "quanto dura di solito la spedizione?"],
    ["it", "se la lampada non va bene posso restituirla?"],
    ["it", "l'ordine 99999 non è arrivato"],
    ["it", "gli ordini 10423 e 10399 sono entrambi sbagliati"],
    ["it", "aspetto ancora una risposta alla mia mail"],
    ["it", "mia madre ha ordinato una lampada e non arriva"],
    ["it", "il tostapane non funziona"],
    ["it", "C'è uno sconto sul primo ordine?"],
    ["it", "Questo è l'ultimo ordine che faccio da voi"],
    ["it", "siete aperti martedì?"],
    ["it", "Abito in via Roma 10399"],
    ["ro", "Bună ziua, am o întrebare"],
    ["ro", "aveți cana și pe verde?"],
    ["ro", "aș vrea să mai comand o lampă"],
    ["ro", "cât durează de obicei livrarea?"],
    ["ro", "dacă nu îmi place lampa o pot returna?"],
    ["ro", "comanda 99999 nu a ajuns"],
    ["ro", "comenzile 10423 și 10399 sunt greșite"],
    ["ro", "încă aștept un răspuns la mailul meu"],
    ["ro", "sora mea a comandat o lampă și nu a ajuns"],
    ["ro", "prăjitorul de pâine nu merge"],
    ["ro", "aveți reducere la prima comandă?"],
    ["ro", "e ultima comandă pe care o fac la voi"],
    ["ro", "lucrați marți?"],
  ] as const)("%s: %s", (language, text) => {
    expect(matched(language, text)).toBeNull();
  });
});
