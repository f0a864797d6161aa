import {
  type FactKey,
  foldText,
  normalizeEmail,
  normalizeOrderNumber,
  normalizePhone,
  normalizePostcode,
  normalizeTrackingNumber,
} from "@askonce/spec";

/** A fact's value in the form in which two spellings compare equal. */
export function normalizeFact(key: FactKey, value: string, countryCode: string | undefined): string {
  const byKey = {
    orderNumber: () => normalizeOrderNumber(value),
    trackingNumber: () => normalizeTrackingNumber(value),
    email: () => normalizeEmail(value),
    phone: () => normalizePhone(value, countryCode),
    postcode: () => normalizePostcode(value),
  } as const;
  const normalize = key in byKey ? byKey[key as keyof typeof byKey] : null;
  return normalize?.() ?? foldText(value);
}
