import { AskonceError, type Instant } from "@askonce/spec";

/**
 * A vendor's time as an instant in UTC, always written the same way, so that versions of orders and of webhooks compare as text: GraphQL
 * gives `2026-11-21T10:00:00Z`, a webhook `2026-11-21T05:00:00-05:00`.
 *
 * @returns `null` when there is none, or when it has no zone
 */
export function instantOrNull(value: string | null | undefined): Instant | null {
  if (!value || !/(?:Z|[+-]\d{2}:?\d{2})$/i.test(value)) return null;
  const at = Date.parse(value);
  return Number.isNaN(at) ? null : new Date(at).toISOString().replace(".000Z", "Z");
}

/** @throws AskonceError `ADAPTER_BAD_RESPONSE` */
export function instant(value: string, what: string): Instant {
  const result = instantOrNull(value);
  if (result === null) throw new AskonceError("ADAPTER_BAD_RESPONSE", { message: `The ${what} is not an instant` });
  return result;
}
