import { ascii, concatenate, viewOf } from "./bytes.ts";
import { readOrientation, writeOrientation } from "./exif-orientation.ts";
import { maxSegments, type PartsReading } from "./image-parts.ts";

export const pngSignature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] as const;

/** What shows the picture in its right colors and proportions (PNG, third edition, chapter 11). Everything else is said besides. */
const keptChunks = new Set([
  "IHDR",
  "PLTE",
  "IDAT",
  "IEND",
  "tRNS",
  "gAMA",
  "cHRM",
  "sRGB",
  "iCCP",
  "cICP",
  "mDCV",
  "cLLI",
  "sBIT",
  "bKGD",
  "pHYs",
]);
const animationChunks = new Set(["acTL", "fcTL", "fdAT"]);

/** Which bit depths each color type may have. */
const bitDepths: Readonly<Record<number, readonly number[]>> = {
  0: [1, 2, 4, 8, 16],
  2: [8, 16],
  3: [1, 2, 4, 8],
  4: [8, 16],
  6: [8, 16],
};

/** Walks the chunks of a PNG. An orientation other than 1 stays as a minimal `eXIf` chunk behind the header. */
export function readPng(bytes: Uint8Array): PartsReading {
  const view = viewOf(bytes);
  const rest: Uint8Array[] = [];
  const besides: Uint8Array[] = [];
  let header: Uint8Array | null = null;
  let exif: Uint8Array | null = null;
  let data: "none" | "open" | "closed" = "none";
  let position: number = pngSignature.length;
  for (let chunks = 0; chunks < maxSegments; chunks += 1) {
    if (position + 12 > bytes.length) return "truncated";
    const length = view.getUint32(position);
    const end = position + 12 + length;
    if (length > 0x7fffffff) return "malformed";
    if (end > bytes.length) return "truncated";
    const type = String.fromCharCode(...bytes.subarray(position + 4, position + 8));
    if (!/^[A-Za-z]{4}$/.test(type) || (type === "IHDR") !== (header === null)) return "malformed";
    const chunk = bytes.subarray(position, end);
    position = end;
    if (animationChunks.has(type)) return "animated";
    if (type === "IHDR") {
      if (!isHeader(chunk)) return "malformed";
      header = chunk;
      continue;
    }
    if (type === "IDAT") {
      if (data === "closed") return "malformed";
      data = "open";
    } else if (data === "open") {
      data = "closed";
    }
    if (keptChunks.has(type)) rest.push(chunk);
    if (type === "IEND") {
      if (length !== 0 || data === "none" || !header) return "malformed";
      besides.push(bytes.subarray(end));
      const size = { width: viewOf(header).getUint32(8), height: viewOf(header).getUint32(12) };
      if (size.width === 0 || size.height === 0) return "no_pixels";
      return { ...size, clean: [Uint8Array.from(pngSignature), header, ...orientationChunk(exif), ...rest], besides };
    }
    if (!keptChunks.has(type) || type === "iCCP") besides.push(chunk);
    if (type === "eXIf") exif ??= chunk.subarray(8, -4);
  }
  return "malformed";
}

function isHeader(chunk: Uint8Array): boolean {
  if (chunk.length !== 25) return false;
  const view = viewOf(chunk);
  if (view.getUint32(21) !== crc32(chunk.subarray(4, 21))) return false;
  const depths = bitDepths[view.getUint8(17)] ?? [];
  return depths.includes(view.getUint8(16)) && view.getUint8(18) === 0 && view.getUint8(19) === 0 && view.getUint8(20) <= 1;
}

function orientationChunk(exif: Uint8Array | null): Uint8Array[] {
  const orientation = exif ? readOrientation(exif) : 1;
  if (orientation === 1) return [];
  const tiff = writeOrientation(orientation);
  const chunk = concatenate([new Uint8Array(4), ascii("eXIf"), tiff, new Uint8Array(4)]);
  viewOf(chunk).setUint32(0, tiff.length);
  viewOf(chunk).setUint32(chunk.length - 4, crc32(chunk.subarray(4, -4)));
  return [chunk];
}

/** The checksum of PNG (annex D), bit by bit: it is only computed over a few bytes. */
function crc32(bytes: Uint8Array): number {
  let remainder = 0xffffffff;
  for (const byte of bytes) {
    remainder ^= byte;
    for (let bit = 0; bit < 8; bit += 1) remainder = (remainder >>> 1) ^ (remainder & 1 ? 0xedb88320 : 0);
  }
  return (remainder ^ 0xffffffff) >>> 0;
}
