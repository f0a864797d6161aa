import { hasAt } from "./bytes.ts";
import type { ImageRefusal } from "./image-refusal.ts";
import { pngSignature } from "./read-png.ts";

/** The media types that are accepted as photos: what phones send and browsers show. */
export type ImageType = "image/jpeg" | "image/png" | "image/webp";

/** How far into a file readers of PDF look for its beginning. */
export const pdfHeaderWithin = 1_024;

const heifBrands = new Set(["heic", "heix", "hevc", "hevx", "heim", "heis", "hevm", "hevs", "mif1", "msf1"]);

/** What the content is, whatever name or type came with it: an accepted type, or what it is instead. */
export function sniffImageType(bytes: Uint8Array): { type: ImageType } | { refusal: ImageRefusal } {
  if (bytes.length === 0) return { refusal: "empty" };
  if (hasAt(bytes, 0, [0xff, 0xd8, 0xff])) return { type: "image/jpeg" };
  if (hasAt(bytes, 0, pngSignature)) return { type: "image/png" };
  if (hasAt(bytes, 0, "RIFF") && hasAt(bytes, 8, "WEBP")) return { type: "image/webp" };
  return { refusal: hasAt(bytes, 4, "ftyp") ? boxedMedia(bytes) : otherType(bytes) };
}

/** Pictures of newer phones and videos share one container; the brands at its beginning tell them apart. */
function boxedMedia(bytes: Uint8Array): ImageRefusal {
  const brands: string[] = [];
  for (let offset = 8; offset < Math.min(bytes.length, 64); offset += 4)
    brands.push(String.fromCharCode(...bytes.subarray(offset, offset + 4)));
  // `mif1` alone only says "a picture": AVIF files carry it, too.
  if (brands.includes("avif") || brands.includes("avis")) return "avif";
  return brands.some((brand) => heifBrands.has(brand)) ? "heic" : "video";
}

function otherType(bytes: Uint8Array): ImageRefusal {
  if (hasAt(bytes, 0, "GIF87a") || hasAt(bytes, 0, "GIF89a")) return "gif";
  if (hasAt(bytes, 0, "PK\x03\x04") || hasAt(bytes, 0, "PK\x05\x06")) return "zip";
  const beginning = new TextDecoder("latin1").decode(bytes.subarray(0, pdfHeaderWithin)).toLowerCase();
  if (beginning.includes("%pdf-")) return "pdf";
  if (/<svg[\s>]/.test(beginning)) return "svg";
  return /<(?:!doctype\s+html|html|head|body|script|iframe)/.test(beginning) ? "html" : "unknown_type";
}
