import { type Assurance, isAtLeast } from "@askonce/spec";

/**
 * From which assurance on a detail may be shown to whoever asks. This is the only place that decides it: look-ups, forms, answers to guests and
 * the check of replies ask here. Nothing is shown to somebody who has shown nothing; whoever knows an order's number and a second detail of it
 * sees where it is; the person behind it only who has proved to be that person.
 */
export const disclosure = {
  order: "orderMatched",
  items: "orderMatched",
  total: "orderMatched",
  parcels: "orderMatched",
  pickupPoint: "orderMatched",
  incidents: "orderMatched",
  name: "otpVerified",
  email: "otpVerified",
  phone: "otpVerified",
  shippingAddress: "otpVerified",
  postcode: "otpVerified",
  invoiceData: "otpVerified",
  paymentMethod: "otpVerified",
  otherOrders: "otpVerified",
  tickets: "otpVerified",
  facts: "otpVerified",
} as const satisfies Readonly<Record<string, Assurance>>;
export type DisclosedField = keyof typeof disclosure;

/** Whether somebody of this assurance may see the detail, of what is theirs. */
export function mayShow(field: DisclosedField, assurance: Assurance): boolean {
  return isAtLeast(assurance, disclosure[field]);
}
