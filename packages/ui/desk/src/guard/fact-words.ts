import type { FactSource } from "@askonce/spec";
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
