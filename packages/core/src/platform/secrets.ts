const encoder = new TextEncoder();

/** 32 random bytes as base64url: cannot be guessed, safe in a URL and in a header. */
export function randomSecret(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}

/** How a secret is kept. The input has 256 bits of randomness, so a plain hash cannot be turned around by trying. */
export function hashSecret(secret: string): Promise<string> {
  return hashBytes(encoder.encode(secret));
}

/** SHA-256 in hexadecimal. */
export async function hashBytes(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
