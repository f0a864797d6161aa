import { describe, expect, it } from "vitest";
import { extractFacts } from "./extract-facts.ts";

/** What is found, as "key: value" in the order of the keys' names. */
function read(text: string): string[] {
  return extractFacts(text, { language: "it" })
    .map((fact) => `${fact.key}: ${fact.value}`)
    .sort();
}

describe("facts in Italian messages", () => {
  it.each<[string, string[]]>([
    [
      "La teiera di ghisa dell'ordine n. 2044 è arrivata ammaccata",
      ["item: teiera di ghisa", "orderNumber: 2044", "problem: è arrivata ammaccata"],
    ],
    ["il frullatore non si accende piu", ["item: frullatore", "problem: non si accende piu"]],
    ["Il manico è rotto", ["problem: Il manico è rotto"]],
    ["Mi avete mandato la taglia sbagliata", ["problem: Mi avete mandato la taglia sbagliata"]],
    ["Vorrei il rimborso", ["wantedOutcome: rimborso"]],
    ["Posso avere una sostituzione?", ["wantedOutcome: sostituzione"]],
    ["non voglio il rimborso", []],
    ["Vorrei restituire la gonna, è troppo corta", ["item: gonna", "returnReason: è troppo corta", "wantedOutcome: restituire"]],
    ["Doveva arrivare venerdì scorso", ["deliveryDate: venerdì scorso"]],
    ["Il pacco è stato consegnato ieri", ["deliveryDate: ieri"]],
    ["è fermo da tre giorni", ["problem: fermo", "since: da tre giorni"]],
    ["Non funziona da lunedì", ["problem: Non funziona", "since: da lunedì"]],
    ["Ho provato a cambiare la lampadina", ["tried: cambiare la lampadina"]],
    ["Allego due foto", ["photoOfItem: Allego due foto"]],
    ["in allegato la foto della scatola", ["photoOfPackaging: in allegato la foto della scatola"]],
    ["allego foto dell'etichetta", ["photoOfLabel: allego foto dell'etichetta"]],
    ["È un regalo per mia zia", ["giftRecipient: mia zia"]],
    ["Ho pagato con bonifico", ["paymentMethod: bonifico"]],
    ["Pago in contrassegno", ["paymentMethod: contrassegno"]],
    ["Spedite a Via dei Platani 12, 40121 Bologna", ["postcode: 40121", "shippingAddress: Via dei Platani 12, 40121 Bologna"]],
    ["il cap giusto e 20145", ["postcode: 20145"]],
    ["Fattura a Legno Vivo Srl, P.IVA 01234567890", ["invoiceData: Legno Vivo Srl, P.IVA 01234567890"]],
    ["Il corriere Lampo passa domani", ["carrier: Lampo"]],
    ["Ritiro al locker Stazione Nord", ["pickupPoint: Stazione Nord"]],
    ["mi chiamo carla neri e il mio numero e 348 1234567", ["name: carla neri", "phone: 348 1234567"]],
    ["Dov'è?\nCordiali saluti\nCarla Neri", ["name: Carla Neri"]],
    ["Ho ordinato due sciarpe, colore verde", ["color: verde", "item: sciarpe", "quantity: due"]],
    ["mi serve la taglia 44", ["size: 44"]],
    [
      "ordine: 44120 / problema: fondo storto / richiesta: rimborso",
      ["orderNumber: 44120", "problem: fondo storto", "wantedOutcome: rimborso"],
    ],
  ])("%s", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each([
    "Avete la felpa in taglia M?",
    "Spedite anche in Svizzera? Quanto costa?",
    "Posso pagare con bonifico?",
    "Grazie mille, tutto perfetto!",
    "Non è rotta, per fortuna.",
    "Il negozio apre alle 9:30 il 2 gennaio?",
    "Resto in attesa di un riscontro.",
  ])("states nothing: %s", (text) => {
    expect(read(text)).toEqual([]);
  });
});
