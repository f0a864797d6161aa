import { crc32, deflateSync } from "node:zlib";

/** Pictures of 24 x 16 pixels without any metadata, coded by the reference encoders. */
function decode(base64: string): Uint8Array {
  return Uint8Array.from(Buffer.from(base64, "base64"));
}

export const baselineJpeg = decode(
  "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABALDA4MChAODQ4SERATGCgaGBYWGDEjJR0oOjM9PDkzODdASFxOQERXRTc4UG1RV19iZ2hnPk1xeXBkeFxlZ2P/2wBDARESEhgVGC8aGi9jQjhCY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2P/wAARCAAQABgDASIAAhEBAxEB/8QAHwAAAQUBAQEBAQEAAAAAAAAAAAECAwQFBgcICQoL/8QAtRAAAgEDAwIEAwUFBAQAAAF9AQIDAAQRBRIhMUEGE1FhByJxFDKBkaEII0KxwRVS0fAkM2JyggkKFhcYGRolJicoKSo0NTY3ODk6Q0RFRkdISUpTVFVWV1hZWmNkZWZnaGlqc3R1dnd4eXqDhIWGh4iJipKTlJWWl5iZmqKjpKWmp6ipqrKztLW2t7i5usLDxMXGx8jJytLT1NXW19jZ2uHi4+Tl5ufo6erx8vP09fb3+Pn6/8QAHwEAAwEBAQEBAQEBAQAAAAAAAAECAwQFBgcICQoL/8QAtREAAgECBAQDBAcFBAQAAQJ3AAECAxEEBSExBhJBUQdhcRMiMoEIFEKRobHBCSMzUvAVYnLRChYkNOEl8RcYGRomJygpKjU2Nzg5OkNERUZHSElKU1RVVldYWVpjZGVmZ2hpanN0dXZ3eHl6goOEhYaHiImKkpOUlZaXmJmaoqOkpaanqKmqsrO0tba3uLm6wsPExcbHyMnK0tPU1dbX2Nna4uPk5ebn6Onq8vP09fb3+Pn6/9oADAMBAAIRAxEAPwDmLfTwRkjir0WnrxhPzrXgsvlUY96uxWOf/wBVUq0FBKxzYbG+Zjx2C8HaMUV0kdl0yKK55YhX0/r8GfQUsb7u5//Z",
);
export const progressiveJpeg = decode(
  "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABALDA4MChAODQ4SERATGCgaGBYWGDEjJR0oOjM9PDkzODdASFxOQERXRTc4UG1RV19iZ2hnPk1xeXBkeFxlZ2P/2wBDARESEhgVGC8aGi9jQjhCY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2P/wgARCAAQABgDASIAAhEBAxEB/8QAFwAAAwEAAAAAAAAAAAAAAAAAAAMEBf/EABYBAQEBAAAAAAAAAAAAAAAAAAMBBf/aAAwDAQACEAMQAAABy32OpRmkHof/xAAXEAADAQAAAAAAAAAAAAAAAAAAAQID/9oACAEBAAEFApzFmKBQKBQf/8QAFxEAAwEAAAAAAAAAAAAAAAAAAAIDIf/aAAgBAwEBPwGdhbYf/8QAGBEAAgMAAAAAAAAAAAAAAAAAAAEDERL/2gAIAQIBAT8B2qHIf//EABQQAQAAAAAAAAAAAAAAAAAAACD/2gAIAQEABj8CX//EABgQAAMBAQAAAAAAAAAAAAAAAAABURAh/9oACAEBAAE/IQRBMOS1P//aAAwDAQACAAMAAAAQ19//xAAWEQEBAQAAAAAAAAAAAAAAAAAAUWH/2gAIAQMBAT8Q3XP/xAAZEQEAAgMAAAAAAAAAAAAAAAABABEhofD/2gAIAQIBAT8QBJUC8dpn/8QAGxAAAwEAAwEAAAAAAAAAAAAAAAERITFhkfH/2gAIAQEAAT8QQ1WsMk9mJxDMnZb4cNR//9k=",
);
export const lossyWebp = decode(
  "UklGRrYAAABXRUJQVlA4IKoAAABwBQCdASoYABAAPtFUo0uoJKMhsAgBABoJbACdMoR4PoM4DF1bI3Axjv+ju1J7GsR8ymoAAP70U42omJqkaMU25AgKE6jNtpClRwnywI0jfDTJ0uDNRCVF4ETVQAgAoGavLklDTu8wSjuMKujGt2isnHVJ7HazXRJ+fglQ0OwD06hptHhipudSuXewHzS6keq38m+IYdqDetKQP+Dnfz/sCFCIwXXkRIAAAA==",
);
export const alphaWebp = decode(
  "UklGRuYAAABXRUJQVlA4WAoAAAAQAAAAFwAADwAAQUxQSBgAAAABmYzof0Bp2wZM/r+5gxYWRkzABLSscTNWUDggqAAAADAFAJ0BKhgAEAA+0VSjS6gkoyGwCAEAGglsAJ0yhHg6wHFq2R2BjHf9HdqT2NYj5lNQAP70U42omJqkaMU25AgKE6jNtpClRwnywI0jfDUJ2DRNYsQvTFvIlh26g32bapD3rytp/A8Tzx9k8pmMn53pxG5L8ObJ/01N9EIDm/Pt0NFVh2eBQf9h3r259KtYH9TfEMOzjvroH8bOF/5tGbFy8X2A2AAAAA==",
);
export const losslessWebp = decode(
  "UklGRggBAABXRUJQVlA4TPsAAAAvF8ADEAmAIAb8D5uI6H9qARCE/20TEf1PSVxFkmRF6QD/encXkMDfPQtGAaoAAKSj12bbtm0rbmlLthKb162z7XZN2XdfNPwTcAk8ewMA5OxTgDkBrAkTR6AoaiYQ7HsioQqkim27ECGiCp5oq2Ap9iw+xFTQRUeBUZyqZs+rQoOSuqKvkACELQExGTGjrdCjrlCLeyEX1wYoSKj/XTEWNHEhdOJFDRV0lBRhhQkjwRTPigOrOQFsCQ+WwoGpsBjAoiZ46Ag9xiKAQxHFE+DiHQzxD6UNoDkY1IXJHXG8gIOhCOEKMIDwbQISbRU0jEQULxBjKrL4gAH7CgA=",
);

/** A chunk of PNG with its checksum. */
export function pngChunk(type: string, content: Uint8Array): Uint8Array {
  const typed = Buffer.concat([Buffer.from(type, "latin1"), content]);
  const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  checksum.writeUInt32BE(crc32(typed));
  return Buffer.concat([length, typed, checksum]);
}

/** The header of a PNG with 8 bits for each of red, green, blue and alpha. */
function pngHeader(width: number, height: number): Uint8Array {
  const content = Buffer.alloc(13);
  content.writeUInt32BE(width, 0);
  content.writeUInt32BE(height, 4);
  content.set([8, 6, 0, 0, 0], 8);
  return pngChunk("IHDR", content);
}

/** A PNG of 24 x 16 pixels with other chunks before and behind its pixels. */
export function png(before: readonly Uint8Array[] = [], behind: readonly Uint8Array[] = [], size: readonly [number, number] = [24, 16]): Uint8Array {
  const rows = Buffer.alloc(16 * (1 + 24 * 4), 0);
  for (let index = 0; index < rows.length; index += 1) rows[index] = index % 97 === 0 ? 0 : (index * 7) % 256;
  const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
  const pixels = pngChunk("IDAT", deflateSync(rows));
  return Uint8Array.from(Buffer.concat([signature, pngHeader(...size), ...before, pixels, ...behind, pngChunk("IEND", new Uint8Array())]));
}

/** A segment of JPEG. */
export function jpegSegment(marker: number, content: string | Uint8Array): Uint8Array {
  const bytes = typeof content === "string" ? Buffer.from(content, "latin1") : content;
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(bytes.length + 2, 2);
  return Buffer.concat([head, bytes]);
}

/** The JPEG with segments behind its beginning and anything behind its end. */
export function jpegWith(jpeg: Uint8Array, segments: readonly Uint8Array[], behind: string | Uint8Array = ""): Uint8Array {
  const end = typeof behind === "string" ? Buffer.from(behind, "latin1") : behind;
  return Uint8Array.from(Buffer.concat([jpeg.subarray(0, 2), ...segments, jpeg.subarray(2), end]));
}

/** A chunk of WebP. */
export function webpChunk(type: string, content: Uint8Array): Uint8Array {
  const head = Buffer.alloc(8);
  head.write(type, "latin1");
  head.writeUInt32LE(content.length, 4);
  return Buffer.concat([head, content, Buffer.alloc(content.length % 2)]);
}

/** A WebP of these chunks. */
export function webp(chunks: readonly Uint8Array[]): Uint8Array {
  const body = Buffer.concat([Buffer.from("WEBP"), ...chunks]);
  return Uint8Array.from(webpChunk("RIFF", body));
}

/** The first chunk of an extended WebP. */
export function webpHeader(flags: number, width: number, height: number): Uint8Array {
  const content = Buffer.alloc(10);
  content[0] = flags;
  content.writeUIntLE(width - 1, 4, 3);
  content.writeUIntLE(height - 1, 7, 3);
  return webpChunk("VP8X", content);
}

/** Exif as a phone writes it, little-endian: an orientation, and a place that must not survive. */
export function exifWithPlace(orientation: number, place: string): Uint8Array {
  const tiff = Buffer.alloc(8 + 2 + 3 * 12 + 4);
  tiff.write("II*\0", "latin1");
  tiff.writeUInt32LE(8, 4);
  tiff.writeUInt16LE(3, 8);
  const entries: [number, number, number, number][] = [
    [0x010e, 2, place.length, tiff.length],
    [0x0112, 3, 1, orientation],
    [0x8825, 4, 1, 8],
  ];
  for (const [index, [tag, type, count, value]] of entries.entries()) {
    const at = 10 + index * 12;
    tiff.writeUInt16LE(tag, at);
    tiff.writeUInt16LE(type, at + 2);
    tiff.writeUInt32LE(count, at + 4);
    tiff.writeUInt32LE(value, at + 8);
  }
  return Buffer.concat([tiff, Buffer.from(place, "latin1")]);
}

/** The orientation in the first Exif block of any file, found without the code under test; `null` when there is no Exif. */
export function orientationIn(bytes: Uint8Array): number | null {
  const text = Buffer.from(bytes).toString("latin1");
  const at = text.search(/MM\0\*|II\*\0/);
  if (at === -1) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset + at);
  return text[at] === "M" ? view.getUint16(18) : view.getUint16(8 + 2 + 12 + 8, true);
}
