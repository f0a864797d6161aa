import { describe, expect, it } from "vitest";
import { extractFacts } from "./extract-facts.ts";

/** What is found, as "key: value" in the order of the keys' names. */
function read(text: string): string[] {
  return extractFacts(text, { language: "ro" })
    .map((fact) => `${fact.key}: ${fact.value}`)
    .sort();
}

describe("facts in Romanian messages", () => {
  it.each<[string, string[]]>([
    ["Vaza de ceramică din comanda 3044 a ajuns spartă", ["item: Vaza de ceramică", "orderNumber: 3044", "problem: a ajuns spartă"]],
    ["mixerul nu mai porneste", ["item: mixerul", "problem: nu mai porneste"]],
    ["Capacul este crăpat", ["problem: Capacul este crăpat"]],
    ["Mi-ați trimis mărimea greșită", ["problem: Mi-ați trimis mărimea greșită"]],
    ["Vreau banii înapoi", ["wantedOutcome: banii înapoi"]],
    ["doresc inlocuirea produsului", ["wantedOutcome: inlocuirea produsului"]],
    ["nu vreau banii inapoi", []],
    ["Rochia e prea scurtă, vreau retur", ["item: Rochia", "returnReason: e prea scurtă", "wantedOutcome: retur"]],
    ["Trebuia să ajungă vinerea trecută", ["deliveryDate: vinerea trecută"]],
    ["coletul a fost livrat ieri", ["deliveryDate: ieri"]],
    ["nu se mișcă de trei zile", ["problem: nu se mișcă", "since: de trei zile"]],
    ["Am încercat să schimb bateriile", ["tried: schimb bateriile"]],
    ["V-am atașat două poze", ["photoOfItem: V-am atașat două poze"]],
    ["am atasat poza cu cutia", ["photoOfPackaging: am atasat poza cu cutia"]],
    ["Atașez poza cu eticheta", ["photoOfLabel: Atașez poza cu eticheta"]],
    ["Este cadou pentru mătușa mea", ["giftRecipient: mătușa mea"]],
    ["am platit cu cardul", ["paymentMethod: cardul"]],
    ["Plata ramburs", ["paymentMethod: ramburs"]],
    [
      "Livrați la Str. Plopilor nr. 7, bl. A2, ap. 14, Iași, 700123",
      ["postcode: 700123", "shippingAddress: Str. Plopilor nr. 7, bl. A2, ap. 14, Iași, 700123"],
    ],
    ["cod postal 400321", ["postcode: 400321"]],
    ["Factura pe SC Lemn Viu SRL, CUI RO12345678", ["invoiceData: SC Lemn Viu SRL, CUI RO12345678"]],
    ["Curierul Fulger vine mâine", ["carrier: Fulger"]],
    ["las coletul la locker Gara Mare", ["pickupPoint: Gara Mare"]],
    ["ma numesc ioana marin, tel 0722 123 456", ["name: ioana marin", "phone: 0722 123 456"]],
    ["Unde e?\nCu stimă,\nIoana Marin", ["name: Ioana Marin"]],
    ["Am comandat trei perne albe", ["color: albe", "item: perne albe", "quantity: trei"]],
    ["vreau marimea 40", ["size: 40"]],
    [
      "Nume: Ioana Marin\nProblema: toarta rupta\nSoluția dorită: înlocuire",
      ["name: Ioana Marin", "problem: toarta rupta", "wantedOutcome: înlocuire"],
    ],
  ])("%s", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each([
    "Aveți tricoul pe mărimea M?",
    "Livrați și în Ungaria? Cât costă?",
    "Pot plăti cu ramburs?",
    "Mulțumesc mult, totul e perfect!",
    "Nu e spartă, din fericire.",
    "Magazinul e deschis pe 2 ianuarie la 9:30?",
  ])("states nothing: %s", (text) => {
    expect(read(text)).toEqual([]);
  });
});
