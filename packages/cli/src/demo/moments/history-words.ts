import type { FakeLanguage, FakeTicketTopic } from "@askonce/testkit/shop-data";

/** What an agent asked for in a talk; the first two had been said already. */
export type AskedFor = "orderNumber" | "email" | "photo" | "invoice" | "outcome" | "since";

export interface TalkWords {
  topic: FakeTicketTopic;
  subject: string;
  /** What the customer writes. `{number}` and `{item}` are of the order, `{name}` is theirs, `{email}` is their address. */
  opening: string;
  /** What the agent answers, and asks. */
  ask: string;
  answer: string;
  close: string;
}

/** Talks of the last weeks, as templates: the same matters in three languages. */
export const historyWords: Readonly<Record<FakeLanguage, Readonly<Record<AskedFor, TalkWords>>>> = {
  en: {
    orderNumber: {
      topic: "damaged",
      subject: "Scratched on arrival",
      opening: "Hello,\n\norder {number} arrived, but the {item} has a long scratch.\n\n{name}",
      ask: "Hello {name},\n\nI am sorry about that. Could you please send me your order number?",
      answer: "It is {number}, as I wrote.",
      close: "Thank you, and sorry for asking again. A new one leaves tomorrow.",
    },
    email: {
      topic: "whereIsMyOrder",
      subject: "Order {number}",
      opening: "Hi, has {number} been handed to the courier yet?\n\n{name}\n{email}",
      ask: "Hi {name},\n\nwhich email address did you use for the order?",
      answer: "The one I am writing from, {email}.",
      close: "Thank you. It left our warehouse this morning.",
    },
    photo: {
      topic: "damaged",
      subject: "{item}: a crack",
      opening: "Good morning, the {item} from order {number} has a crack on one side.\n\n{name}",
      ask: "Good morning {name},\n\nthank you for telling us. Could you send us a photo of the damage?",
      answer: "Of course, I have attached it.",
      close: "Thank you, that is all we need. The replacement is on its way.",
    },
    invoice: {
      topic: "invoice",
      subject: "Invoice for {number}",
      opening: "Hello, could you issue the invoice for order {number} to my company?\n\n{name}",
      ask: "Hello {name},\n\ngladly. Please send me the company name and the VAT number for the invoice.",
      answer: "Northgate Interiors Ltd, VAT GB123456789.",
      close: "Thank you, the invoice is in your inbox.",
    },
    outcome: {
      topic: "damaged",
      subject: "{item} does not work",
      opening: "Hello, the {item} of order {number} stopped working.\n\n{name}",
      ask: "Hello {name},\n\nI am sorry. Would you prefer a refund or a replacement?",
      answer: "A replacement, please.",
      close: "Done: it ships today.",
    },
    since: {
      topic: "damaged",
      subject: "Noise from {item}",
      opening: "Hi, the {item} (order {number}) makes an odd noise.\n\n{name}",
      ask: "Hi {name},\n\nthat should not be. Since when has it been making that noise?",
      answer: "Since Monday.",
      close: "Thank you. We will send you a new one.",
    },
  },
  it: {
    orderNumber: {
      topic: "damaged",
      subject: "Arrivato graffiato",
      opening: "Buongiorno,\n\nl'ordine {number} è arrivato, ma il prodotto ({item}) ha un graffio.\n\n{name}",
      ask: "Buongiorno {name},\n\nci dispiace. Può indicarmi il numero d'ordine?",
      answer: "È {number}, come ho scritto.",
      close: "Grazie, e scusi la domanda ripetuta. Domani parte quello nuovo.",
    },
    email: {
      topic: "whereIsMyOrder",
      subject: "Ordine {number}",
      opening: "Salve, l'ordine {number} è già stato affidato al corriere?\n\n{name}\n{email}",
      ask: "Salve {name},\n\ncon quale indirizzo e-mail ha fatto l'ordine?",
      answer: "Quello da cui scrivo, {email}.",
      close: "Grazie. È partito stamattina dal nostro magazzino.",
    },
    photo: {
      topic: "damaged",
      subject: "{item}: una crepa",
      opening: "Buongiorno, {item} dell'ordine {number} ha una crepa su un lato.\n\n{name}",
      ask: "Buongiorno {name},\n\ngrazie della segnalazione. Può inviarci una foto del danno?",
      answer: "Certo, la allego.",
      close: "Grazie, abbiamo tutto. La sostituzione è in viaggio.",
    },
    invoice: {
      topic: "invoice",
      subject: "Fattura per {number}",
      opening: "Buongiorno, potete intestare la fattura dell'ordine {number} alla mia azienda?\n\n{name}",
      ask: "Buongiorno {name},\n\nvolentieri. Mi può mandare la ragione sociale e la partita IVA per la fattura?",
      answer: "Studio Ponte S.r.l., partita IVA 01234567890.",
      close: "Grazie, la fattura è nella sua casella.",
    },
    outcome: {
      topic: "damaged",
      subject: "{item} non funziona",
      opening: "Buongiorno, {item} dell'ordine {number} ha smesso di funzionare.\n\n{name}",
      ask: "Buongiorno {name},\n\nci dispiace. Preferisce un rimborso o una sostituzione?",
      answer: "Una sostituzione, grazie.",
      close: "Fatto: parte oggi.",
    },
    since: {
      topic: "damaged",
      subject: "Rumore: {item}",
      opening: "Salve, {item} (ordine {number}) fa uno strano rumore.\n\n{name}",
      ask: "Salve {name},\n\nnon dovrebbe. Da quando fa questo rumore?",
      answer: "Da lunedì.",
      close: "Grazie. Le mandiamo un prodotto nuovo.",
    },
  },
  ro: {
    orderNumber: {
      topic: "damaged",
      subject: "A ajuns zgâriat",
      opening: "Bună ziua,\n\ncomanda {number} a ajuns, dar produsul ({item}) este zgâriat.\n\n{name}",
      ask: "Bună ziua, {name},\n\nne pare rău. Îmi puteți spune numărul comenzii?",
      answer: "Este {number}, cum am scris.",
      close: "Mulțumesc și scuze pentru întrebarea repetată. Mâine pleacă unul nou.",
    },
    email: {
      topic: "whereIsMyOrder",
      subject: "Comanda {number}",
      opening: "Bună ziua, comanda {number} a fost predată curierului?\n\n{name}\n{email}",
      ask: "Bună ziua, {name},\n\ncu ce adresă de e-mail ați plasat comanda?",
      answer: "Cu cea de pe care scriu, {email}.",
      close: "Mulțumesc. A plecat azi-dimineață din depozit.",
    },
    photo: {
      topic: "damaged",
      subject: "{item}: o crăpătură",
      opening: "Bună ziua, {item} din comanda {number} are o crăpătură pe o parte.\n\n{name}",
      ask: "Bună ziua, {name},\n\nmulțumim că ne-ați scris. Ne puteți trimite o fotografie cu defectul?",
      answer: "Sigur, am atașat-o.",
      close: "Mulțumim, avem tot ce ne trebuie. Produsul nou este pe drum.",
    },
    invoice: {
      topic: "invoice",
      subject: "Factura pentru {number}",
      opening: "Bună ziua, puteți emite factura pentru comanda {number} pe firmă?\n\n{name}",
      ask: "Bună ziua, {name},\n\nsigur. Vă rog să-mi trimiteți denumirea firmei și codul fiscal pentru factură.",
      answer: "Atelier Nord SRL, CUI RO12345678.",
      close: "Mulțumesc, factura este în căsuța dumneavoastră.",
    },
    outcome: {
      topic: "damaged",
      subject: "{item} nu mai funcționează",
      opening: "Bună ziua, {item} din comanda {number} nu mai funcționează.\n\n{name}",
      ask: "Bună ziua, {name},\n\nne pare rău. Doriți rambursarea banilor sau un produs nou?",
      answer: "Un produs nou, vă rog.",
      close: "Gata: pleacă astăzi.",
    },
    since: {
      topic: "damaged",
      subject: "Zgomot: {item}",
      opening: "Bună ziua, {item} (comanda {number}) face un zgomot ciudat.\n\n{name}",
      ask: "Bună ziua, {name},\n\nnu ar trebui. De când face acest zgomot?",
      answer: "De luni.",
      close: "Mulțumesc. Vă trimitem un produs nou.",
    },
  },
};
