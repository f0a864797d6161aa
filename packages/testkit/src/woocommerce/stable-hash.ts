import { createHash } from "node:crypto";

/** A hexadecimal digest of 32 characters for made-up ids (tracking ids, cart hashes): the same input gives the same id in every run. */
export function stableHash(...parts: (string | number)[]): string {
  return createHash("sha256").update(parts.join("\u0000")).digest("hex").slice(0, 32);
}

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/** Like {@link stableHash}, but of letters and digits, as in `wc_order_Aa9GtM0ej5ekQ`. */
export function stableKey(length: number, ...parts: (string | number)[]): string {
  const digest = createHash("sha256").update(parts.join("\u0000")).digest();
  return Array.from({ length }, (_, index) => letters[(digest[index] ?? 0) % letters.length]).join("");
}
