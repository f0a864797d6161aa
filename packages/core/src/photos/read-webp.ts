import { ascii, concatenate, hasAt, viewOf } from "./bytes.ts";
import { readOrientation, writeOrientation } from "./exif-orientation.ts";
import { maxSegments, type PartsReading } from "./image-parts.ts";

interface Size {
  width: number;
  height: number;
}

const iccFlag = 0x20;
const alphaFlag = 0x10;
const exifFlag = 0x08;
const animationFlag = 0x02;

/**
 * Walks the chunks of a WebP (RFC 9649). Kept are the picture, its alpha channel and its color profile; an orientation other than 1 stays as
 * a minimal `EXIF` chunk behind the picture.
 */
export function readWebp(bytes: Uint8Array): PartsReading {
  const view = viewOf(bytes);
  const riffEnd = 8 + view.getUint32(4, true);
  if (riffEnd > bytes.length) return "truncated";
  const besides: Uint8Array[] = [bytes.subarray(riffEnd)];
  const kept = new Map<string, Uint8Array>();
  let canvas: Size | null = null;
  let picture: Size | null = null;
  let exif: Uint8Array | null = null;
  let position = 12;
  let chunks = 0;
  while (position < riffEnd) {
    chunks += 1;
    if (chunks > maxSegments || position + 8 > riffEnd) return "malformed";
    const type = String.fromCharCode(...bytes.subarray(position, position + 4));
    const end = position + 8 + view.getUint32(position + 4, true);
    if (end > riffEnd) return "truncated";
    const chunk = bytes.subarray(position, end);
    const content = chunk.subarray(8);
    const isFirst = position === 12;
    position = end + (end % 2);
    if (type === "ANIM" || type === "ANMF") return "animated";
    if (type === "VP8X") {
      if (!isFirst || content.length !== 10) return "malformed";
      if (((content[0] ?? 0) & animationFlag) !== 0) return "animated";
      canvas = { width: 1 + readUint24(content, 4), height: 1 + readUint24(content, 7) };
    } else if (type === "VP8 " || type === "VP8L") {
      if (picture || (!isFirst && !canvas)) return "malformed";
      const size = type === "VP8 " ? readLossy(content) : readLossless(content);
      if (typeof size === "string") return size;
      picture = size;
      kept.set("picture", chunk);
    } else if (canvas && !picture && (type === "ICCP" || type === "ALPH")) {
      if (type === "ICCP") besides.push(chunk);
      if (!kept.has(type)) kept.set(type, chunk);
    } else {
      if (isFirst) return "malformed";
      besides.push(chunk);
      if (type === "EXIF") exif ??= hasAt(content, 0, "Exif\0\0") ? content.subarray(6) : content;
    }
  }
  if (!picture) return "malformed";
  // The pixels are bounded by the size that is told: the picture must not have another one.
  if (canvas && (canvas.width !== picture.width || canvas.height !== picture.height)) return "malformed";
  return { ...picture, clean: assemble(canvas, kept, exif), besides };
}

function assemble(canvas: Size | null, kept: ReadonlyMap<string, Uint8Array>, exif: Uint8Array | null): Uint8Array[] {
  const pieces: Uint8Array[] = [];
  if (canvas) {
    const original = kept.get("picture");
    const orientation = exif ? readOrientation(exif) : 1;
    const withOrientation = orientation !== 1;
    const alpha = kept.has("ALPH") || (original !== undefined && hasAt(original, 0, "VP8L") && hasLosslessAlpha(original.subarray(8)));
    const flags = (kept.has("ICCP") ? iccFlag : 0) | (alpha ? alphaFlag : 0) | (withOrientation ? exifFlag : 0);
    pieces.push(extendedHeader(flags, canvas));
    for (const name of ["ICCP", "ALPH", "picture"]) {
      const chunk = kept.get(name);
      if (chunk) pieces.push(...padded(chunk));
    }
    if (withOrientation) pieces.push(chunkOf("EXIF", writeOrientation(orientation)));
  } else {
    pieces.push(...padded(kept.get("picture") ?? new Uint8Array()));
  }
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
  const header = concatenate([ascii("RIFF"), new Uint8Array(4), ascii("WEBP")]);
  viewOf(header).setUint32(4, 4 + length, true);
  return [header, ...pieces];
}

function readUint24(bytes: Uint8Array, offset: number): number {
  return (bytes[offset] ?? 0) | ((bytes[offset + 1] ?? 0) << 8) | ((bytes[offset + 2] ?? 0) << 16);
}

/** RFC 6386, section 9.1: a key frame with its start code, then 14 bits of width and height each. */
function readLossy(content: Uint8Array): Size | "malformed" | "truncated" | "no_pixels" {
  if (content.length < 10) return "truncated";
  const view = viewOf(content);
  if ((view.getUint8(0) & 1) !== 0 || !hasAt(content, 3, [0x9d, 0x01, 0x2a])) return "malformed";
  const size = { width: view.getUint16(6, true) & 0x3fff, height: view.getUint16(8, true) & 0x3fff };
  return size.width === 0 || size.height === 0 ? "no_pixels" : size;
}

/** RFC 9649, section 3.4: signature, 14 bits each of width and height less one, alpha, version 0. */
function readLossless(content: Uint8Array): Size | "malformed" | "truncated" {
  if (content.length < 5) return "truncated";
  const bits = viewOf(content).getUint32(1, true);
  if (content[0] !== 0x2f || bits >>> 29 !== 0) return "malformed";
  return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) };
}

function hasLosslessAlpha(content: Uint8Array): boolean {
  return ((content[4] ?? 0) & 0x10) !== 0;
}

function extendedHeader(flags: number, canvas: Size): Uint8Array {
  const content = new Uint8Array(10);
  const view = viewOf(content);
  view.setUint8(0, flags);
  view.setUint16(4, (canvas.width - 1) & 0xffff, true);
  view.setUint8(6, (canvas.width - 1) >>> 16);
  view.setUint16(7, (canvas.height - 1) & 0xffff, true);
  view.setUint8(9, (canvas.height - 1) >>> 16);
  return chunkOf("VP8X", content);
}

function chunkOf(type: string, content: Uint8Array): Uint8Array {
  const chunk = concatenate([ascii(type), new Uint8Array(4), content]);
  viewOf(chunk).setUint32(4, content.length, true);
  return chunk;
}

/** A chunk of odd length is followed by one byte that means nothing; it is written as 0. */
function padded(chunk: Uint8Array): Uint8Array[] {
  return chunk.length % 2 === 0 ? [chunk] : [chunk, new Uint8Array(1)];
}
