/**
 * The text of an answer. GLS Italy writes ISO-8859-1; a declaration of UTF-8, or none, is believed when the bytes are valid UTF-8.
 * (`windows-1252` is what every browser reads ISO-8859-1 as.)
 */
export function decodeText(bytes: Uint8Array, contentType: string | null): string {
  const head = new TextDecoder("windows-1252").decode(bytes.subarray(0, 200));
  const declared = /encoding=["']([\w-]+)["']/i.exec(head)?.[1] ?? /charset=["']?([\w-]+)/i.exec(contentType ?? "")?.[1] ?? "utf-8";
  if (/^utf-?8$/i.test(declared)) {
    try {
      return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    } catch {
      // Declared wrongly: old software changes the header and not the bytes.
    }
  }
  return new TextDecoder("windows-1252").decode(bytes);
}
