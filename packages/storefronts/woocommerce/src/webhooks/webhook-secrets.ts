import { decodeEntities } from "../map/plain-text.ts";

/** WooCommerce decodes HTML entities in a secret before it signs, so a secret copied out of its settings may differ from the one it uses. */
export function signingSecrets(secrets: readonly string[]): string[] {
  return [...new Set(secrets.flatMap((secret) => [secret, decodeEntities(secret)]))];
}
