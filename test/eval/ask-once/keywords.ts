import type { FactKey } from "@askonce/spec";

type Keywords = Readonly<Record<string, Readonly<Partial<Record<FactKey, string>>>>>;

/** Nouns of each key, parted by bars; as much as somebody writes down who knows the language and has an hour. */
const keywords: Keywords = {
  en: {
    orderNumber: "order number|order no|order nr|order id|order #",
    item: "which item|which product|what item|what product|article",
    quantity: "how many|quantity",
    trackingNumber: "tracking number|tracking code|awb",
    carrier: "courier|carrier",
    email: "email|e-mail",
    phone: "phone|telephone|mobile",
    name: "your name|full name",
    shippingAddress: "address",
    postcode: "postcode|postal code|zip",
    problem: "what happened|what is wrong|what's wrong|the problem|describe the issue",
    since: "since when|when did",
    damageExtent: "how badly|how damaged|extent of the damage",
    photoOfItem: "photo|picture|image",
    photoOfPackaging: "photo of the packaging|photo of the box|packaging",
    photoOfLabel: "photo of the label|label",
    tried: "have you tried|did you try",
    wantedOutcome: "refund or|replacement or|would you prefer|how would you like",
    deliveryDate: "delivery date|when was it delivered|when did it arrive",
    invoiceData: "vat|company name|invoice details|billing details",
    size: "size",
    color: "colour|color",
    returnReason: "reason for|why are you returning|return reason",
    paymentMethod: "payment method|how did you pay",
    language: "language",
    pickupPoint: "pickup point|pick-up point|locker",
    giftRecipient: "recipient|who is the gift for",
  },
  it: {
    orderNumber: "numero d'ordine|numero ordine|numero dell'ordine|numero di ordine|n. ordine|codice ordine",
    item: "quale articolo|quale prodotto|che prodotto|che articolo",
    quantity: "quanti|quante|quantità|quantita",
    trackingNumber: "tracking|numero di spedizione|codice di spedizione|lettera di vettura",
    carrier: "corriere",
    email: "email|e-mail|indirizzo mail",
    phone: "telefono|cellulare|recapito",
    name: "nome e cognome|suo nome|tuo nome|nominativo",
    shippingAddress: "indirizzo",
    postcode: "cap",
    problem: "cosa è successo|cosa e successo|che problema|quale problema|descrivere il problema",
    since: "da quando|quando è successo",
    damageExtent: "entità del danno|quanto è danneggiato|quanto e danneggiato",
    photoOfItem: "foto|immagine|fotografia",
    photoOfPackaging: "foto dell'imballo|imballo|imballaggio|scatola",
    photoOfLabel: "etichetta",
    tried: "ha provato|hai provato|ha già provato",
    wantedOutcome: "rimborso o|sostituzione o|preferisce|preferisci",
    deliveryDate: "data di consegna|quando è arrivato|quando e arrivato",
    invoiceData: "partita iva|p. iva|ragione sociale|dati di fatturazione|codice fiscale",
    size: "taglia|misura",
    color: "colore",
    returnReason: "motivo del reso|motivo della restituzione|motivo",
    paymentMethod: "metodo di pagamento|come ha pagato|come hai pagato",
    language: "lingua",
    pickupPoint: "punto di ritiro|locker",
    giftRecipient: "destinatario",
  },
  ro: {
    orderNumber:
      "numărul comenzii|numarul comenzii|număr comandă|numar comanda|nr comanda|nr. comanda|nr. comenzii|numărul de comandă|numarul de comanda",
    item: "ce produs|care produs|care articol",
    quantity: "câte|cate|cantitate",
    trackingNumber: "awb|număr de urmărire|numar de urmarire",
    carrier: "curier",
    email: "email|e-mail|adresa de mail",
    phone: "telefon",
    name: "numele|nume și prenume|nume si prenume",
    shippingAddress: "adresa|adresă",
    postcode: "cod poștal|cod postal|codul poștal|codul postal",
    problem: "ce s-a întâmplat|ce s-a intamplat|ce problemă|ce problema|care este problema",
    since: "de când|de cand|când a apărut|cand a aparut",
    damageExtent: "cât de deteriorat|cat de deteriorat|gradul de deteriorare",
    photoOfItem: "poză|poza|poze|fotografie|fotografii|imagine",
    photoOfPackaging: "ambalaj|cutie",
    photoOfLabel: "etichet",
    tried: "ați încercat|ati incercat|ai încercat|ai incercat",
    wantedOutcome: "rambursare sau|înlocuire sau|inlocuire sau|preferați|preferati|preferi",
    deliveryDate: "data livrării|data livrarii|când a ajuns|cand a ajuns|când a fost livrat|cand a fost livrat",
    invoiceData: "cui|date de facturare|datele de facturare|denumirea firmei",
    size: "mărime|marime|mărimea|marimea",
    color: "culoare",
    returnReason: "motivul returului|motivul",
    paymentMethod: "metoda de plată|metoda de plata|cum ați plătit|cum ati platit",
    language: "limba|limbă",
    pickupPoint: "punct de ridicare|punctul de ridicare|easybox|locker",
    giftRecipient: "destinatar",
  },
};

const requests: Readonly<Record<string, string>> = {
  en: "please|send|provide|share|tell us|let us know|need",
  it: "può|puo|potrebbe|inviar|mandar|fornir|indicar|comunicar|per favore|cortesemente|serve|bisogno",
  ro: "vă rog|va rog|te rog|trimite|comunica|preciza|spune|furniza|avem nevoie|ne trebuie",
};

export function keywordsOf(language: string, key: FactKey): readonly string[] {
  return keywords[language]?.[key]?.split("|") ?? [];
}

export function requestWords(language: string): readonly string[] {
  return requests[language]?.split("|") ?? [];
}
