const encoder = new TextEncoder();

/**
 * Where a customer falls between 0 and 1, evenly spread and always the same: HMAC-SHA256 of the customer under the shop's salt. Whoever falls
 * below the policy's share is held out. Without the salt nobody can tell who is.
 *
 * @param salt the shop's own secret; another one deals anew
 */
export async function holdOutDraw(salt: string, customerId: string): Promise<number> {
  const key = await crypto.subtle.importKey("raw", encoder.encode(salt), { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  const signature = new DataView(await crypto.subtle.sign("HMAC", key, encoder.encode(customerId)));
  return signature.getUint32(0) / 2 ** 32;
}
