import type { FactKey } from "@askonce/spec";
import type { AskLanguage } from "./lexicon/lexicon.ts";

/** A sentence for each key that uses the value instead of asking for it. `{value}` is where the value goes. */
type Texts = Readonly<Partial<Record<FactKey, string>>>;

const english: Texts = {
  orderNumber: "I have your order {value} open in front of me.",
  item: "This is about the item you told us about: {value}.",
  quantity: "I have noted the quantity: {value}.",
  trackingNumber: "I have the tracking number of your parcel, {value}.",
  carrier: "I see that your parcel is being delivered by {value}.",
  email: "We will write to you at {value}.",
  phone: "We can reach you at {value}.",
  name: "I have your name as {value}.",
  shippingAddress: "I have your delivery address here: {value}.",
  postcode: "I have your postcode here: {value}.",
  problem: "I have noted what happened: {value}.",
  since: "I have noted when it started: {value}.",
  damageExtent: "I have noted the damage you described: {value}.",
  photoOfItem: "I have the photo of the item that you sent.",
  photoOfPackaging: "I have the photo of the packaging that you sent.",
  photoOfLabel: "I have the photo of the label that you sent.",
  tried: "I see what you have already tried: {value}.",
  wantedOutcome: "I have noted the solution you would like: {value}.",
  deliveryDate: "I see the delivery date here: {value}.",
  invoiceData: "I have your invoice details here: {value}.",
  size: "I have noted the size: {value}.",
  color: "I have noted the color: {value}.",
  returnReason: "I have noted the reason for the return: {value}.",
  paymentMethod: "I see how you paid: {value}.",
  language: "We will continue in the language you prefer: {value}.",
  pickupPoint: "I see the pick-up point you chose: {value}.",
  giftRecipient: "I have noted who the gift is for: {value}.",
};

const italian: Texts = {
  orderNumber: "Ho qui davanti il suo ordine {value}.",
  item: "Si tratta dell'articolo che ci ha indicato: {value}.",
  quantity: "Ho preso nota della quantità: {value}.",
  trackingNumber: "Ho già il codice di tracciamento del suo pacco, {value}.",
  carrier: "Vedo che il suo pacco viaggia con {value}.",
  email: "Le scriveremo all'indirizzo {value}.",
  phone: "Possiamo contattarla al numero {value}.",
  name: "Ho già il suo nome: {value}.",
  shippingAddress: "Ho già il suo indirizzo di consegna: {value}.",
  postcode: "Ho già il suo CAP: {value}.",
  problem: "Ho preso nota di quanto è successo: {value}.",
  since: "Ho preso nota di quando è iniziato: {value}.",
  damageExtent: "Ho preso nota del danno che ha descritto: {value}.",
  photoOfItem: "Ho già la foto dell'articolo che ci ha inviato.",
  photoOfPackaging: "Ho già la foto dell'imballo che ci ha inviato.",
  photoOfLabel: "Ho già la foto dell'etichetta che ci ha inviato.",
  tried: "Vedo che cosa ha già provato: {value}.",
  wantedOutcome: "Ho preso nota della soluzione che desidera: {value}.",
  deliveryDate: "Vedo qui la data di consegna: {value}.",
  invoiceData: "Ho già i suoi dati di fatturazione: {value}.",
  size: "Ho preso nota della taglia: {value}.",
  color: "Ho preso nota del colore: {value}.",
  returnReason: "Ho preso nota del motivo del reso: {value}.",
  paymentMethod: "Vedo come ha pagato: {value}.",
  language: "Continueremo nella lingua che preferisce: {value}.",
  pickupPoint: "Vedo il punto di ritiro che ha scelto: {value}.",
  giftRecipient: "Ho preso nota di chi riceverà il regalo: {value}.",
};

const romanian: Texts = {
  orderNumber: "Văd comanda dvs. {value}.",
  item: "Este vorba despre produsul pe care ni l-ați indicat: {value}.",
  quantity: "Am notat cantitatea: {value}.",
  trackingNumber: "Am deja numărul AWB al coletului dvs.: {value}.",
  carrier: "Văd că de livrarea coletului se ocupă {value}.",
  email: "Vă vom scrie la adresa {value}.",
  phone: "Vă putem contacta la numărul {value}.",
  name: "Am deja numele dvs.: {value}.",
  shippingAddress: "Am deja adresa dvs. de livrare: {value}.",
  postcode: "Am deja codul poștal al adresei dvs.: {value}.",
  problem: "Am notat ce s-a întâmplat: {value}.",
  since: "Am notat de când durează: {value}.",
  damageExtent: "Am notat deteriorarea pe care ați descris-o: {value}.",
  photoOfItem: "Am primit deja fotografia produsului.",
  photoOfPackaging: "Am primit deja fotografia ambalajului.",
  photoOfLabel: "Am primit deja fotografia etichetei.",
  tried: "Văd ce ați încercat deja: {value}.",
  wantedOutcome: "Am notat soluția pe care o doriți: {value}.",
  deliveryDate: "Văd aici data livrării: {value}.",
  invoiceData: "Am deja datele dvs. de facturare: {value}.",
  size: "Am notat mărimea: {value}.",
  color: "Am notat culoarea: {value}.",
  returnReason: "Am notat motivul returului: {value}.",
  paymentMethod: "Văd cum ați plătit: {value}.",
  language: "Vom continua în limba pe care o preferați: {value}.",
  pickupPoint: "Văd punctul de ridicare pe care l-ați ales: {value}.",
  giftRecipient: "Am notat pentru cine este cadoul: {value}.",
};

const texts: Readonly<Record<AskLanguage, Texts>> = { en: english, it: italian, ro: romanian };

/** For a sentence of the customer's that seems to tell it, where no value could be read. */
const quoting: Readonly<Record<AskLanguage, string>> = {
  en: "You wrote: “{value}”.",
  it: "Ci ha scritto: «{value}».",
  ro: "Ne-ați scris: „{value}”.",
};

/** Longest value in a suggestion; an address fits, a whole letter does not. */
const longestValue = 160;

/** The sentence to write instead of an ask whose answer is known; `null` for keys that only a plugin knows. */
export function suggestionFor(key: FactKey, value: string, language: AskLanguage): string | null {
  const text = texts[language][key];
  if (text === undefined) return null;
  // A function, because `$&` in a value would be an instruction to `replace`.
  return text.replace("{value}", () => shortened(value)).replace(/\.{2,}$/, ".");
}

/** The sentence that reminds the customer of their own words instead of asking again. */
export function suggestionQuoting(sentence: string, language: AskLanguage): string {
  return quoting[language].replace("{value}", () => shortened(sentence));
}

function shortened(value: string): string {
  const line = value
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[.,;:!]+$/, "");
  const letters = Array.from(line);
  return letters.length <= longestValue
    ? line
    : `${letters
        .slice(0, longestValue - 1)
        .join("")
        .trimEnd()}…`;
}
