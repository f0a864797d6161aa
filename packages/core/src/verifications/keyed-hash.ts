const encoder = new TextEncoder();

/**
 * HMAC-SHA-256 in hexadecimal. A code of six digits has a million forms: a plain hash of it is turned around by trying them all, one with a key
 * that is not in the database is not.
 */
export async function keyedHash(secret: string, ...parts: readonly string[]): Promise<string> {
  const key = await crypto.subtle.importKey("raw", encoder.encode(secret), { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  const signed = await crypto.subtle.sign("HMAC", key, encoder.encode(JSON.stringify(parts)));
  return Array.from(new Uint8Array(signed), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Six digits, each number equally likely. */
export function randomCode(): string {
  // 4,294 whole millions fit into 32 bits; what lies above would make small numbers more likely.
  for (;;) {
    const [number = 0] = crypto.getRandomValues(new Uint32Array(1));
    if (number < 4_294_000_000) return String(number % 1_000_000).padStart(6, "0");
  }
}
