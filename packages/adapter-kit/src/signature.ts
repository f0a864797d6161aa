const encoder = new TextEncoder();

/** Bytes of a base64 text; `null` when it is not base64, so that a forged header is a refusal and not a crash. */
export function decodeBase64(text: string): Uint8Array<ArrayBuffer> | null {
  try {
    return Uint8Array.from(atob(text.trim()), (character) => character.charCodeAt(0));
  } catch {
    return null;
  }
}

/** Base64 of bytes. */
export function encodeBase64(bytes: Uint8Array): string {
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}

/** HMAC-SHA256 of `body` with `secret`. */
export async function hmacSha256(secret: string, body: Uint8Array | string): Promise<Uint8Array<ArrayBuffer>> {
  const key = await crypto.subtle.importKey("raw", encoder.encode(secret), { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  return new Uint8Array(await crypto.subtle.sign("HMAC", key, toBytes(body)));
}

/**
 * Whether `signature` (base64) is the HMAC-SHA256 of the untouched `body` under one of `secrets`. The platform's own `verify` compares in
 * constant time. Several secrets allow rotation; an empty one never matches.
 */
export async function verifyHmacSha256(signature: string | null, body: Uint8Array | string, secrets: readonly string[]): Promise<boolean> {
  const bytes = signature === null ? null : decodeBase64(signature);
  if (bytes?.byteLength !== 32) return false;
  let matches = false;
  for (const secret of secrets) {
    if (secret === "") continue;
    const key = await crypto.subtle.importKey("raw", encoder.encode(secret), { name: "HMAC", hash: "SHA-256" }, false, ["verify"]);
    if (await crypto.subtle.verify("HMAC", key, bytes, toBytes(body))) matches = true;
  }
  return matches;
}

/** SHA-256 as lower-case hex, for keys made from content. */
export async function sha256Hex(body: Uint8Array | string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", toBytes(body)));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function toBytes(body: Uint8Array | string): Uint8Array<ArrayBuffer> {
  return typeof body === "string" ? encoder.encode(body) : Uint8Array.from(body);
}
