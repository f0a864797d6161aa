import { type ContactPointKind, normalizeEmail, normalizePhone } from "@askonce/spec";

/**
 * A contact point in the form in which two spellings compare equal. A phone number that cannot be completed to E.164 keeps its digits, so
 * that it is stored, but it never equals another spelling.
 */
export function normalizeContact(kind: ContactPointKind, value: string, countryCode?: string): string | null {
  switch (kind) {
    case "email":
      return normalizeEmail(value);
    case "phone":
      return normalizePhone(value, countryCode) ?? (value.replace(/\D/g, "").length >= 5 ? value.replace(/[^\d+]/g, "") : null);
    case "handle":
      return value.trim().toLowerCase() || null;
    case "shopCustomer":
      return value.trim() || null;
  }
}
