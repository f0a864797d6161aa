import type { ReportableProblem, SupportedLanguage } from "@askonce/spec";

/** Words for a problem report: its ticket's subject, the message when the customer wrote none, and what they are told. */
interface ProblemTexts {
  subject: Readonly<Record<ReportableProblem, string>>;
  received: string;
  receivedWithTicket: string;
  again: string;
  photos: string;
}

/** `{number}` is the order's number, `{ticket}` the ticket's. */
export const problemTexts: Readonly<Record<SupportedLanguage, ProblemTexts>> = {
  en: {
    subject: {
      damaged: "Order {number} arrived damaged",
      missing_items: "Something is missing from order {number}",
      wrong_item: "Wrong item in order {number}",
      delivered_not_received: "Order {number} has not been received",
      late: "Order {number} is late",
      lost: "Order {number} seems to be lost",
    },
    received: "We have written down the problem with order {number}.",
    receivedWithTicket: "Thank you, we have your report about order {number}. Its number is {ticket}; you do not need to write again.",
    again: "We already have your report about order {number} and have added what is new. You do not need to write again.",
    photos: "Photos of the item, of the packaging and of the label help us to settle it faster.",
  },
  it: {
    subject: {
      damaged: "L'ordine {number} è arrivato danneggiato",
      missing_items: "Manca qualcosa nell'ordine {number}",
      wrong_item: "Articolo sbagliato nell'ordine {number}",
      delivered_not_received: "L'ordine {number} non è stato ricevuto",
      late: "L'ordine {number} è in ritardo",
      lost: "L'ordine {number} sembra smarrito",
    },
    received: "Abbiamo annotato il problema con l'ordine {number}.",
    receivedWithTicket:
      "Grazie, abbiamo ricevuto la segnalazione sull'ordine {number}. Il suo numero è {ticket}; non occorre scrivere di nuovo.",
    again: "Abbiamo già la segnalazione sull'ordine {number} e abbiamo aggiunto le novità. Non occorre scrivere di nuovo.",
    photos: "Le foto dell'articolo, dell'imballaggio e dell'etichetta ci aiutano a risolvere più in fretta.",
  },
  ro: {
    subject: {
      damaged: "Comanda {number} a ajuns deteriorată",
      missing_items: "Lipsește ceva din comanda {number}",
      wrong_item: "Produs greșit în comanda {number}",
      delivered_not_received: "Comanda {number} nu a fost primită",
      late: "Comanda {number} întârzie",
      lost: "Comanda {number} pare pierdută",
    },
    received: "Am notat problema cu comanda {number}.",
    receivedWithTicket:
      "Vă mulțumim, am primit sesizarea despre comanda {number}. Numărul ei este {ticket}; nu este nevoie să ne scrieți din nou.",
    again: "Avem deja sesizarea despre comanda {number} și am adăugat ce este nou. Nu este nevoie să ne scrieți din nou.",
    photos: "Fotografiile cu produsul, ambalajul și eticheta ne ajută să rezolvăm mai repede.",
  },
};

/** Fills a text's places. */
export function fillProblemText(text: string, values: Readonly<Record<"number" | "ticket", string>>): string {
  return text.replace(/\{(number|ticket)\}/g, (_, name: "number" | "ticket") => values[name]);
}
