/** The address when it is safe to open from an agent's browser (http or https, no credentials in it), otherwise `null`. */
export function safeLink(address: string | null): string | null {
  const url = parse(address);
  if (!url || (url.protocol !== "https:" && url.protocol !== "http:") || url.username || url.password) return null;
  return url.href;
}

/** The address of a picture: http, https, or an embedded bitmap. Embedded SVG is left out, it is a document and not a picture. */
export function safeImage(address: string | null): string | null {
  if (address !== null && /^data:image\/(?:png|jpe?g|gif|webp|avif);base64,[A-Za-z0-9+/=]+$/.test(address)) return address;
  return safeLink(address);
}

function parse(address: string | null): URL | null {
  if (!address) return null;
  try {
    return new URL(address);
  } catch {
    return null;
  }
}
