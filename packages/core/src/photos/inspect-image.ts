import { isPolyglot } from "./find-polyglot.ts";
import type { ImageParts } from "./image-parts.ts";
import type { ImageRefusal } from "./image-refusal.ts";
import { readJpeg } from "./read-jpeg.ts";
import { readPng } from "./read-png.ts";
import { readWebp } from "./read-webp.ts";
import { type ImageType, sniffImageType } from "./sniff-image-type.ts";

export interface ImageLimits {
  /** Of the file. Default: 10,000,000 */
  maxBytes?: number;
  /** Width times height. Default: 50,000,000, which no decoder needs more than 200 MB for. */
  maxPixels?: number;
}

/** `width` and `height` are in pixels as stored, before an orientation is applied. */
export type ImageInspection = { ok: true; type: ImageType; width: number; height: number } | { ok: false; reason: ImageRefusal };

const readers: Readonly<Record<ImageType, (bytes: Uint8Array) => ImageParts | ImageRefusal>> = {
  "image/jpeg": readJpeg,
  "image/png": readPng,
  "image/webp": readWebp,
};

/**
 * Whether a file is a photo that can be kept: JPEG, PNG or WebP by its content (never by its name or declared type), complete, within the
 * limits, and nothing else besides. Reads headers and the order of segments; nothing is decoded, so a small file that unpacks to a huge picture
 * is refused before anybody tries. Never throws, and takes time in proportion to the file's length.
 *
 * It cannot know whether the compressed data itself is sound: what decodes a photo has to bear a broken one.
 */
export function inspectImage(bytes: Uint8Array, limits: ImageLimits = {}): ImageInspection {
  const read = readImage(bytes, limits);
  return "refusal" in read ? { ok: false, reason: read.refusal } : { ok: true, type: read.type, width: read.width, height: read.height };
}

/** The same, with what the file consists of. */
export function readImage(bytes: Uint8Array, limits: ImageLimits): (ImageParts & { type: ImageType }) | { refusal: ImageRefusal } {
  const { maxBytes = 10_000_000, maxPixels = 50_000_000 } = limits;
  if (bytes.length > maxBytes) return { refusal: "too_many_bytes" };
  const sniffed = sniffImageType(bytes);
  if ("refusal" in sniffed) return sniffed;
  const parts = readers[sniffed.type](bytes);
  if (typeof parts === "string") return { refusal: parts };
  if (parts.width * parts.height > maxPixels) return { refusal: "too_many_pixels" };
  return isPolyglot(bytes, parts) ? { refusal: "polyglot" } : { ...parts, type: sniffed.type };
}
