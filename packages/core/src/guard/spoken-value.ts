import type { FactKey } from "@askonce/spec";
import { formTexts } from "../forms/form-texts.ts";
import type { AskLanguage } from "./lexicon/lexicon.ts";

/** Problems as reports and incidents name them, in words for the customer. */
const problems: Readonly<Record<AskLanguage, Readonly<Record<string, string>>>> = {
  en: {},
  it: {
    damaged: "articolo danneggiato",
    "items missing": "articoli mancanti",
    "missing items": "articoli mancanti",
    "wrong item": "articolo sbagliato",
    "not received": "pacco non ricevuto",
    "delivered not received": "pacco non ricevuto",
    late: "consegna in ritardo",
    stalled: "pacco fermo",
    "returned to sender": "pacco di ritorno al negozio",
    "pickup expiring": "tempo per il ritiro in scadenza",
    "failed attempt": "tentativo di consegna non riuscito",
    "address problem": "problema con l'indirizzo",
    "customs hold": "pacco fermo in dogana",
    lost: "pacco smarrito",
    refused: "pacco rifiutato",
  },
  ro: {
    damaged: "produs deteriorat",
    "items missing": "produse lipsă",
    "missing items": "produse lipsă",
    "wrong item": "produs greșit",
    "not received": "colet neprimit",
    "delivered not received": "colet neprimit",
    late: "livrare întârziată",
    stalled: "colet blocat",
    "returned to sender": "colet care se întoarce la magazin",
    "pickup expiring": "termen de ridicare pe sfârșite",
    "failed attempt": "încercare de livrare eșuată",
    "address problem": "problemă cu adresa",
    "customs hold": "colet reținut în vamă",
    lost: "colet pierdut",
    refused: "colet refuzat",
  },
};

/**
 * A value as the draft's language says it: what forms, reports and incidents keep as a word of ours is put into the customer's, and what parcels
 * keep as an instant or a date is a day, in the shop's time zone.
 */
export function spokenValue(key: FactKey, value: string, language: AskLanguage, timeZone = "UTC"): string {
  if (key === "problem") {
    const [kind = "", ...own] = value.split(": ");
    const said = Object.hasOwn(problems[language], kind) ? problems[language][kind] : undefined;
    return said === undefined ? value : [said, ...own].join(": ");
  }
  if (key === "wantedOutcome" || key === "damageExtent") {
    const code = value.replaceAll(" ", "_");
    const { options } = formTexts[language];
    return Object.hasOwn(options, code) ? (options[code] ?? value).toLowerCase() : value;
  }
  return key === "deliveryDate" || key === "since" ? spokenDay(value, language, timeZone) : value;
}

function spokenDay(value: string, language: AskLanguage, timeZone: string): string {
  const isInstant = /^\d{4}-\d\d-\d\dT.*Z$/.test(value);
  if ((!isInstant && !/^\d{4}-\d\d-\d\d$/.test(value)) || Number.isNaN(Date.parse(value))) return value;
  // A date without a time is the same day everywhere.
  const zone = isInstant ? timeZone : "UTC";
  // English as more of the world writes it: the day before the month.
  return new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, { dateStyle: "long", timeZone: zone }).format(Date.parse(value));
}
