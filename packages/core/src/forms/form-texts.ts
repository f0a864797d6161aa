import type { FactKey, SupportedLanguage } from "@askonce/spec";

type FormKey = Extract<
  FactKey,
  | "name"
  | "email"
  | "orderNumber"
  | "problem"
  | "item"
  | "damageExtent"
  | "photoOfItem"
  | "photoOfPackaging"
  | "photoOfLabel"
  | "wantedOutcome"
>;

interface FormTexts {
  labels: Readonly<Record<FormKey, string>>;
  options: Readonly<Record<string, string>>;
}

export const formTexts: Readonly<Record<SupportedLanguage, FormTexts>> = {
  en: {
    labels: {
      name: "Your name",
      email: "Your e-mail address",
      orderNumber: "Order number",
      problem: "What happened?",
      item: "Which item is it about?",
      damageExtent: "How badly is it damaged?",
      photoOfItem: "A photo of the item",
      photoOfPackaging: "A photo of the packaging",
      photoOfLabel: "A photo of the shipping label",
      wantedOutcome: "What would you like us to do?",
    },
    options: {
      refund: "Refund",
      replacement: "Replacement",
      repair: "Repair",
      discount: "Discount",
      information: "Just let me know",
      unusable: "It cannot be used",
      partly_usable: "It can be used in part",
      cosmetic: "Only its looks are affected",
    },
  },
  it: {
    labels: {
      name: "Il suo nome",
      email: "Il suo indirizzo e-mail",
      orderNumber: "Numero d'ordine",
      problem: "Che cosa è successo?",
      item: "Di quale articolo si tratta?",
      damageExtent: "Quanto è danneggiato?",
      photoOfItem: "Una foto dell'articolo",
      photoOfPackaging: "Una foto dell'imballaggio",
      photoOfLabel: "Una foto dell'etichetta di spedizione",
      wantedOutcome: "Che cosa desidera da noi?",
    },
    options: {
      refund: "Rimborso",
      replacement: "Sostituzione",
      repair: "Riparazione",
      discount: "Sconto",
      information: "Solo un'informazione",
      unusable: "Non si può usare",
      partly_usable: "Si può usare in parte",
      cosmetic: "È solo un danno estetico",
    },
  },
  ro: {
    labels: {
      name: "Numele dumneavoastră",
      email: "Adresa dumneavoastră de e-mail",
      orderNumber: "Numărul comenzii",
      problem: "Ce s-a întâmplat?",
      item: "Despre ce produs este vorba?",
      damageExtent: "Cât de deteriorat este?",
      photoOfItem: "O fotografie a produsului",
      photoOfPackaging: "O fotografie a ambalajului",
      photoOfLabel: "O fotografie a etichetei de transport",
      wantedOutcome: "Ce doriți să facem?",
    },
    options: {
      refund: "Rambursare",
      replacement: "Înlocuire",
      repair: "Reparație",
      discount: "Reducere",
      information: "Doar o informație",
      unusable: "Nu poate fi folosit",
      partly_usable: "Poate fi folosit parțial",
      cosmetic: "Este doar un defect de aspect",
    },
  },
};

/** What a form calls a fact. Every field of a form has a label. */
export function labelOf(key: FactKey, language: SupportedLanguage): string {
  return (formTexts[language].labels as Readonly<Partial<Record<string, string>>>)[key] ?? key;
}
