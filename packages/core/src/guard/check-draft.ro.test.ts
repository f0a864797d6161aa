import { describe, expect, it } from "vitest";
import { everythingKnown } from "./__fixtures__/everything-known.ts";
import { checkDraft } from "./check-draft.ts";

/** The keys asked for, each with its verdict when it is not `known`. */
function asked(draft: string): string[] {
  const { asks } = checkDraft({ draft, language: "ro", facts: everythingKnown, history: [] });
  return [...new Set(asks.map((ask) => (ask.verdict === "known" ? ask.key : `${ask.key}:${ask.verdict}`)))].sort();
}

describe("Romanian replies that ask for what is known", () => {
  it.each<[string, string[]]>([
    ["Ne puteți spune numărul comenzii?", ["orderNumber"]],
    ["nr comanda?", ["orderNumber"]],
    ["trimiteti-mi va rog nr de comadna", ["orderNumber"]],
    ["Vă rugăm să ne comunicați numărul comenzii.", ["orderNumber"]],
    ["Avem nevoie de numărul comenzii pentru a verifica.", ["orderNumber"]],
    ["Ne trebuie doar nr. comenzii.", ["orderNumber"]],
    ["Nu găsim numărul comenzii în mesajul dvs.", ["orderNumber"]],
    ["Despre ce comandă este vorba?", ["orderNumber"]],
    ["Precizați numărul comenzii și adresa de e-mail.", ["email", "orderNumber"]],
    [
      "Vă rugăm să ne trimiteți:\n1. numărul comenzii\n2. o poză cu eticheta\n3. numărul de telefon",
      ["orderNumber", "phone", "photoOfLabel"],
    ],
    ["Nr. comandă: ____\nE-mail: ____", ["email", "orderNumber"]],
    ["Care este numărul AWB?", ["trackingNumber"]],
    ["Aveți cumva numărul AWB?", ["trackingNumber"]],
    ["Ce curier v-a livrat coletul?", ["carrier"]],
    ["Puteți confirma că adresa de e-mail este ana@example.test?", ["email"]],
    ["Ne lăsați un număr de telefon?", ["phone"]],
    ["Îmi spuneți numele complet?", ["name"]],
    ["Unde doriți să trimitem produsul nou?", ["shippingAddress"]],
    ["Dați-ne adresa completă de livrare, vă rog.", ["shippingAddress"]],
    ["Care este codul poștal?", ["postcode"]],
    ["Ce s-a întâmplat?", ["problem"]],
    ["Ne puteți descrie problema?", ["problem"]],
    ["De când face așa?", ["since"]],
    ["Cât de grav este deteriorat?", ["damageExtent"]],
    ["Atașați vă rog o fotografie cu produsul.", ["photoOfItem"]],
    ["Ne trimiteți o poză cu cutia și cu eticheta?", ["photoOfLabel", "photoOfPackaging"]],
    ["Avem nevoie de poze cu produsul și cu ambalajul.", ["photoOfItem", "photoOfPackaging"]],
    ["Ce ați încercat până acum ca să îl reporniți?", ["tried"]],
    ["Doriți rambursarea banilor sau înlocuirea produsului?", ["wantedOutcome"]],
    ["Cum doriți să procedăm?", ["wantedOutcome"]],
    ["Când ați primit coletul?", ["deliveryDate"]],
    ["Ne dați datele de facturare și CUI-ul?", ["invoiceData"]],
    ["Ce mărime ați comandat?", ["size"]],
    ["Ce culoare era?", ["color"]],
    ["Care este motivul returului?", ["returnReason"]],
    ["Cum ați plătit?", ["paymentMethod"]],
    ["În ce limbă preferați să vă scriem?", ["language"]],
    ["La ce locker ați ales livrarea?", ["pickupPoint"]],
    ["Pentru cine este cadoul?", ["giftRecipient"]],
    ["Câte bucăți ați primit?", ["quantity"]],
    ["Ce produs ați comandat?", ["item"]],
    ["Mulțumim pentru poze, dar mai avem nevoie de numărul comenzii.", ["orderNumber"]],
    ["Imi reamintesti te rog numarul comenzii?", ["orderNumber"]],
  ])("%j", (draft, expected) => {
    expect(asked(draft)).toEqual(expected);
  });
});

describe("Romanian replies that ask for nothing", () => {
  it.each([
    "Numărul comenzii dvs. este 1042.",
    "Nu este nevoie să ne trimiteți numărul comenzii.",
    "Nu trebuie să mai trimiteți poze.",
    "Vă mulțumim că ne-ați trimis pozele și numărul comenzii.",
    "Avem deja adresa dvs. de e-mail.",
    "Vă mai putem ajuta cu altceva?",
    "Dacă aveți întrebări, ne puteți răspunde la acest e-mail.",
    "Vă vom trimite numărul AWB imediat ce coletul pleacă.",
    "Găsiți numărul comenzii în e-mailul de confirmare.",
    "Scrieți numărul comenzii pe colet.",
    "Arătați numărul comenzii curierului.",
    "Introduceți numărul comenzii pe pagina de urmărire ca să vedeți starea.",
    "Verificăm poza și confirmăm adresa cu curierul.",
    "Numărul nostru de telefon este 021 000 0000.",
    "Am rezolvat, o zi bună!\n\nÎn lun., 3 nov. 2025 la 10:00, Magazin <ajutor@example.test> a scris:\n> Care este numărul comenzii?",
    "Nicio problemă, banii sunt pe drum.",
    "Curierul vă va cere numele.",
    "După ce primiți numărul AWB, puteți urmări coletul.",
  ])("%j", (draft) => {
    expect(asked(draft)).toEqual([]);
  });
});

describe("Romanian replies that ask again for a good reason", () => {
  it.each<[string, string]>([
    ["Ca să ne asigurăm că sunteți dvs., ne spuneți codul poștal al adresei de livrare?", "postcode:identityProof"],
    ["Pentru siguranță, confirmați adresa de e-mail din cont.", "email:identityProof"],
    ["Înainte să modificăm adresa, ne confirmați adresa de livrare?", "shippingAddress:riskyChange"],
    ["Și numărul celeilalte comenzi? Ne dați numărul comenzii a doua?", "orderNumber:somethingElse"],
    ["Ne puteți trimite o poză mai clară cu produsul?", "photoOfItem:somethingElse"],
    ["Ați scris că v-ați mutat: care este adresa de livrare?", "shippingAddress:stale"],
  ])("%j", (draft, expected) => {
    expect(asked(draft)).toContain(expected);
  });
});
