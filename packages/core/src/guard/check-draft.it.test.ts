import { describe, expect, it } from "vitest";
import { everythingKnown } from "./__fixtures__/everything-known.ts";
import { checkDraft } from "./check-draft.ts";

/** The keys asked for, each with its verdict when it is not `known`. */
function asked(draft: string): string[] {
  const { asks } = checkDraft({ draft, language: "it", facts: everythingKnown, history: [] });
  return [...new Set(asks.map((ask) => (ask.verdict === "known" ? ask.key : `${ask.key}:${ask.verdict}`)))].sort();
}

describe("Italian replies that ask for what is known", () => {
  it.each<[string, string[]]>([
    ["Può indicarci il numero d'ordine?", ["orderNumber"]],
    ["mi mandi il nr ordine per favore", ["orderNumber"]],
    ["numero oridne?", ["orderNumber"]],
    ["La preghiamo di fornirci il numero del suo ordine.", ["orderNumber"]],
    ["Avremmo bisogno del numero d'ordine per poter verificare.", ["orderNumber"]],
    ["Mi serve solo il codice ordine.", ["orderNumber"]],
    ["Non trovo il numero d'ordine nella sua mail.", ["orderNumber"]],
    ["Di quale ordine si tratta?", ["orderNumber"]],
    ["Ci comunichi cortesemente numero d'ordine e indirizzo email.", ["email", "orderNumber"]],
    ["Per procedere ci servono:\n- numero ordine\n- foto dell'etichetta\n- numero di telefono", ["orderNumber", "phone", "photoOfLabel"]],
    ["N. ordine: ____\nEmail: ____", ["email", "orderNumber"]],
    ["Qual è il codice di tracciamento?", ["trackingNumber"]],
    ["Ha per caso il numero di spedizione?", ["trackingNumber"]],
    ["Quale corriere ha effettuato la consegna?", ["carrier"]],
    ["Mi conferma che la sua email è ana@example.test?", ["email"]],
    ["Ci lascia un recapito telefonico?", ["phone"]],
    ["Mi può dire il suo nome e cognome?", ["name"]],
    ["Dove dobbiamo spedire la sostituzione?", ["shippingAddress"]],
    ["Ci invii l'indirizzo completo di consegna.", ["shippingAddress"]],
    ["Mi ricorda il CAP?", ["postcode"]],
    ["Che cosa è successo?", ["problem"]],
    ["Può descriverci il problema?", ["problem"]],
    ["Da quando succede?", ["since"]],
    ["Quanto è grave il danno?", ["damageExtent"]],
    ["Potrebbe allegare una foto del prodotto?", ["photoOfItem"]],
    ["Ci mandi una foto della scatola e dell'etichetta.", ["photoOfLabel", "photoOfPackaging"]],
    ["Servono le foto dell'articolo e dell'imballaggio.", ["photoOfItem", "photoOfPackaging"]],
    ["Ha già provato a riavviarlo?", ["tried"]],
    ["Preferisce il rimborso o la sostituzione?", ["wantedOutcome"]],
    ["Come desidera procedere?", ["wantedOutcome"]],
    ["Quando è arrivato il pacco?", ["deliveryDate"]],
    ["Ci può fornire la partita IVA e la ragione sociale?", ["invoiceData"]],
    ["Che taglia ha ordinato?", ["size"]],
    ["Di che colore era?", ["color"]],
    ["Qual è il motivo del reso?", ["returnReason"]],
    ["Come ha pagato?", ["paymentMethod"]],
    ["In quale lingua preferisce che le scriviamo?", ["language"]],
    ["Quale punto di ritiro ha scelto?", ["pickupPoint"]],
    ["Per chi è il regalo?", ["giftRecipient"]],
    ["Quanti pezzi ha ricevuto?", ["quantity"]],
    ["Quale articolo ha acquistato?", ["item"]],
    ["Grazie per le foto, ma ci serve ancora il numero d'ordine.", ["orderNumber"]],
    ["Puoi scrivermi il numero dell'ordine? Così controllo subito.", ["orderNumber"]],
  ])("%j", (draft, expected) => {
    expect(asked(draft)).toEqual(expected);
  });
});

describe("Italian replies that ask for nothing", () => {
  it.each([
    "Il suo numero d'ordine è 1042.",
    "Non serve che ci invii il numero d'ordine.",
    "Non è necessario mandare altre foto.",
    "Grazie per averci inviato le foto e il numero d'ordine.",
    "Abbiamo già il suo indirizzo email.",
    "Posso aiutarla con qualcos'altro?",
    "Per qualsiasi domanda può rispondere a questa mail.",
    "Le invieremo il numero di tracking appena il pacco parte.",
    "Trova il numero d'ordine nella mail di conferma.",
    "Scriva il numero d'ordine sul pacco.",
    "Mostri il numero d'ordine al corriere.",
    "Inserisca il numero d'ordine nella pagina di tracking per vedere lo stato.",
    "Verifichiamo la foto e confermiamo l'indirizzo con il corriere.",
    "Il nostro numero di telefono è 02 0000000.",
    "Tutto risolto, buona giornata!\n\nIl giorno lun 3 nov 2025 alle 10:00 Negozio <aiuto@example.test> ha scritto:\n> Qual è il numero d'ordine?",
    "Nessun problema, il rimborso è partito.",
    "Il corriere le chiederà il nome.",
    "Le abbiamo spedito un nuovo pacco con il numero di spedizione RR123456785RO.",
  ])("%j", (draft) => {
    expect(asked(draft)).toEqual([]);
  });
});

describe("Italian replies that ask again for a good reason", () => {
  it.each<[string, string]>([
    ["Per verificare la sua identità, ci dica il CAP dell'indirizzo di consegna.", "postcode:identityProof"],
    ["Per motivi di sicurezza può confermarci l'email dell'account?", "email:identityProof"],
    ["Prima di modificare l'indirizzo, ci conferma l'indirizzo di consegna?", "shippingAddress:riskyChange"],
    ["E il numero d'ordine dell'altro ordine?", "orderNumber:somethingElse"],
    ["Può inviarci una foto più nitida del prodotto?", "photoOfItem:somethingElse"],
    ["Ci ha scritto che si è trasferita: qual è l'indirizzo di consegna?", "shippingAddress:stale"],
  ])("%j", (draft, expected) => {
    expect(asked(draft)).toContain(expected);
  });
});
