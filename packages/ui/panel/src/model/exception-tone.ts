import type { DeliveryException } from "@askonce/spec";

/** How loudly something is shown: `danger` needs an answer today, `warn` an eye, `ok` and `info` nothing. */
export type Tone = "danger" | "warn" | "ok" | "info" | "neutral";

const dangerous: ReadonlySet<DeliveryException> = new Set([
  "late",
  "damaged",
  "missing_items",
  "wrong_item",
  "lost",
  "destroyed",
  "delivered_not_received",
  "undeliverable",
]);
const harmless: ReadonlySet<DeliveryException> = new Set(["rescheduled", "redirected", "locker_ready", "compensated"]);

export function exceptionTone(kind: DeliveryException): Tone {
  if (dangerous.has(kind)) return "danger";
  return harmless.has(kind) ? "info" : "warn";
}
