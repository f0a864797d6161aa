import type { FactKey } from "@askonce/spec";

const day = 24 * 3_600_000;

/**
 * How long what somebody said may be used without asking whether it still holds, in milliseconds. What is not here does not age: an order's
 * number stays its number.
 */
const freshForMs: Readonly<Partial<Record<string, number>>> = {
  deliveryDate: 14 * day,
  wantedOutcome: 60 * day,
  pickupPoint: 60 * day,
  paymentMethod: 90 * day,
  shippingAddress: 365 * day,
  postcode: 365 * day,
  phone: 730 * day,
};

export function freshUntil(key: FactKey, at: number): number | null {
  const forMs = freshForMs[key];
  return forMs === undefined ? null : at + forMs;
}
