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
    lost: "colet pierdut",
    refused: "colet refuzat",
  },
};

/** A value as the draft's language says it: what forms, reports and incidents keep as a word of ours is put into the customer's. */
export function spokenValue(key: FactKey, value: string, language: AskLanguage): string {
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
  return value;
}
