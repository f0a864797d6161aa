import { factInWords, factTexts } from "@askonce/panel/fact-words";
import type { DraftAsk, FactKey, FactSource, SupportedLanguage } from "@askonce/spec";
import type { Dates } from "../i18n/dates.ts";
import type { MessageKey } from "../i18n/messages.ts";
import type { Translate } from "../i18n/translator.ts";

const names: Readonly<Record<string, MessageKey>> = {
  orderNumber: "factOrderNumber",
  item: "factItem",
  quantity: "factQuantity",
  trackingNumber: "factTrackingNumber",
  carrier: "factCarrier",
  email: "factEmail",
  phone: "factPhone",
  name: "factName",
  shippingAddress: "factShippingAddress",
  postcode: "factPostcode",
  problem: "factProblem",
  since: "factSince",
  damageExtent: "factDamageExtent",
  photoOfItem: "factPhotoOfItem",
  photoOfPackaging: "factPhotoOfPackaging",
  photoOfLabel: "factPhotoOfLabel",
  tried: "factTried",
  wantedOutcome: "factWantedOutcome",
  deliveryDate: "factDeliveryDate",
  invoiceData: "factInvoiceData",
  size: "factSize",
  color: "factColor",
  returnReason: "factReturnReason",
  paymentMethod: "factPaymentMethod",
  language: "factLanguage",
  pickupPoint: "factPickupPoint",
  giftRecipient: "factGiftRecipient",
  // What the table of disclosure has beside the facts.
  order: "fieldOrder",
  items: "fieldItems",
  total: "fieldTotal",
  parcels: "fieldParcels",
  incidents: "fieldIncidents",
  otherOrders: "fieldOtherOrders",
  tickets: "fieldTickets",
  facts: "fieldFacts",
};

/** A fact's key or a kind of detail as people say it; one that the desk does not know is shown as it is. */
export function factName(key: string, t: Translate): string {
  const name = Object.hasOwn(names, key) ? names[key] : undefined;
  return name ? t(name) : key;
}

/** What answers a question, in the words in which the panel beside it says the same. */
export function answerInWords(
  key: FactKey,
  { value, source }: NonNullable<DraftAsk["answer"]>,
  { language, dates }: { language: SupportedLanguage; dates: Dates },
): string {
  return factInWords(
    { key, value, source },
    {
      language,
      texts: factTexts[language],
      day: dates.day,
      moment: (instant) => `${dates.day(instant)}, ${dates.time(instant)}`,
    },
  );
}

/** Where something known came from, to stand behind it. */
export const sourceKeys: Readonly<Record<FactSource["kind"], MessageKey>> = {
  message: "sourceMessage",
  order: "sourceOrder",
  parcel: "sourceParcel",
  identity: "sourceIdentity",
  agent: "sourceAgent",
  form: "sourceForm",
  ticket: "sourceTicket",
  carrier: "sourceCarrier",
  incident: "sourceIncident",
};
