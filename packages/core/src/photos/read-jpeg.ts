import { ascii, concatenate, hasAt, viewOf } from "./bytes.ts";
import { type Orientation, readOrientation, writeOrientation } from "./exif-orientation.ts";
import { maxSegments, type PartsReading } from "./image-parts.ts";

/** Progressive files have about ten; thousands over one large picture keep a decoder busy for minutes. */
const maxScans = 100;

const startOfImage = Uint8Array.of(0xff, 0xd8);
const endOfImage = Uint8Array.of(0xff, 0xd9);

/**
 * Walks the segments of a JPEG (ITU-T T.81, annex B). Kept are the ones that make the picture, the color profile (APP2), Adobe's color
 * transform (APP14) and JFIF's pixel density without its thumbnail; of Exif only an orientation other than 1. All other APP segments,
 * comments, filling between segments and whatever follows the end (second pictures, motion photos, archives) are not part of `clean`.
 */
export function readJpeg(bytes: Uint8Array): PartsReading {
  const view = viewOf(bytes);
  const picture: Uint8Array[] = [];
  const besides: Uint8Array[] = [];
  let jfif: Uint8Array | null = null;
  let exif: Uint8Array | null = null;
  let size: { width: number; height: number } | null = null;
  let scans = 0;
  let position = 2;
  for (let segments = 0; segments < maxSegments; segments += 1) {
    if (position < bytes.length && bytes[position] !== 0xff) return "malformed";
    while (bytes[position] === 0xff && bytes[position + 1] === 0xff) position += 1;
    const marker = bytes[position + 1];
    if (marker === undefined) return "truncated";
    if (marker === 0xd9) {
      if (!size || scans === 0) return "malformed";
      besides.push(bytes.subarray(position + 2));
      const head = [startOfImage, ...(jfif ? [jfif] : []), ...orientationSegment(exif)];
      return { ...size, clean: [...head, ...picture, endOfImage], besides };
    }
    if (marker < 0xc0 || (marker >= 0xd0 && marker <= 0xd8)) return "malformed";
    if (position + 4 > bytes.length) return "truncated";
    const length = view.getUint16(position + 2);
    if (length < 2) return "malformed";
    const end = position + 2 + length;
    if (end > bytes.length) return "truncated";
    const start = position;
    const segment = bytes.subarray(start, end);
    if (marker === 0xda) {
      scans += 1;
      if (!size || scans > maxScans) return "malformed";
      position = endOfScan(bytes, end);
      picture.push(bytes.subarray(start, position));
      continue;
    }
    if (isFrame(marker)) {
      if (marker > 0xc2) return "unsupported_coding";
      const frame = readFrame(segment);
      if (typeof frame === "string") return frame;
      // Two frames: which size a program believes would be its own choice.
      if (size) return "malformed";
      size = frame;
      picture.push(segment);
    } else if (marker === 0xcc || marker === 0xde || marker === 0xdf) {
      return "unsupported_coding";
    } else if (marker === 0xc4 || marker === 0xdb || marker === 0xdd) {
      picture.push(segment);
    } else {
      besides.push(segment);
      if (marker === 0xe2 && hasAt(segment, 4, "ICC_PROFILE\0")) picture.push(segment);
      else if (marker === 0xee && hasAt(segment, 4, "Adobe") && length >= 14) picture.push(shortened(segment, 14));
      else if (marker === 0xe0 && hasAt(segment, 4, "JFIF\0") && length >= 16) jfif ??= withoutThumbnail(segment);
      else if (marker === 0xe1 && hasAt(segment, 4, "Exif\0")) exif ??= segment.subarray(10);
    }
    position = end;
  }
  return "malformed";
}

/** Start of frame, of any coding; DHT, JPG and DAC share the range. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

function readFrame(segment: Uint8Array): { width: number; height: number } | "malformed" | "no_pixels" | "unsupported_coding" {
  if (segment.length < 10) return "malformed";
  const view = viewOf(segment);
  const components = view.getUint8(9);
  if (segment.length !== 10 + 3 * components) return "malformed";
  if (view.getUint8(4) !== 8 || ![1, 3, 4].includes(components)) return "unsupported_coding";
  const [height, width] = [view.getUint16(5), view.getUint16(7)];
  return width === 0 || height === 0 ? "no_pixels" : { width, height };
}

/** Where the next marker stands that ends the coded data: neither a stuffed 0xFF nor a restart nor filling. The file's end when none does. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let position = from; position + 1 < bytes.length; position += 1) {
    if (bytes[position] !== 0xff) continue;
    const next = bytes[position + 1] ?? 0;
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return position;
  }
  return bytes.length;
}

/** The segment with `length` instead of its own, so that nothing hides behind the fields that count. */
function shortened(segment: Uint8Array, length: number): Uint8Array {
  const copy = segment.slice(0, 2 + length);
  viewOf(copy).setUint16(2, length);
  return copy;
}

/** A thumbnail is a picture of its own, often of what was cut off. */
function withoutThumbnail(jfif: Uint8Array): Uint8Array {
  const copy = shortened(jfif, 16);
  copy.set([0, 0], 16);
  return copy;
}

function orientationSegment(exif: Uint8Array | null): Uint8Array[] {
  const orientation: Orientation = exif ? readOrientation(exif) : 1;
  if (orientation === 1) return [];
  const tiff = writeOrientation(orientation);
  return [concatenate([Uint8Array.of(0xff, 0xe1, 0, tiff.length + 8), ascii("Exif\0\0"), tiff])];
}
