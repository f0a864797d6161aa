import { normalizeTrackingNumber } from "@askonce/spec";

/**
 * Whether a text looks like one of Sameday's numbers: a digit, two to five letters, then seven to fourteen digits. From general knowledge
 * (evidence K), and other couriers write alike, so it is no more than a half. Numbers of digits only are not recognized: phone and order
 * numbers look the same.
 */
export function detect(text: string): number {
  const number = normalizeTrackingNumber(text);
  return number !== null && /^\d[A-Z]{2,5}\d{7,14}$/.test(number) ? 0.5 : 0;
}
