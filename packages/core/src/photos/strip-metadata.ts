import { concatenate } from "./bytes.ts";
import type { ImageRefusal } from "./image-refusal.ts";
import { type ImageLimits, readImage } from "./inspect-image.ts";
import type { ImageType } from "./sniff-image-type.ts";

/** The photo without its metadata, in bytes of its own, or why it is none. */
export type StrippedImage =
  | { ok: true; bytes: Uint8Array<ArrayBuffer>; type: ImageType; width: number; height: number }
  | { ok: false; reason: ImageRefusal };

/**
 * Takes everything out of a photo that is not the picture: place, time, camera and owner (EXIF, XMP, IPTC), comments and texts, thumbnails,
 * second pictures (MPF, gain maps, motion photos) and whatever follows the end. The coded pixels stay byte for byte, so no quality is lost,
 * and so does the color profile.
 *
 * The orientation stays in all three formats, so that a phone's photo does not lie on its side: one other than 1 is written anew as an EXIF block
 * that says nothing else (APP1 in JPEG, `eXIf` in PNG, `EXIF` in WebP). Programs show it as they showed the original: Chromium 2026 turns JPEG and
 * PNG, and no WebP. What comes out is never changed by doing it again.
 *
 * The file is inspected first, with the same limits and refusals as {@link inspectImage}.
 */
export function stripMetadata(bytes: Uint8Array, limits: ImageLimits = {}): StrippedImage {
  const read = readImage(bytes, limits);
  if ("refusal" in read) return { ok: false, reason: read.refusal };
  return { ok: true, bytes: concatenate(read.clean), type: read.type, width: read.width, height: read.height };
}
