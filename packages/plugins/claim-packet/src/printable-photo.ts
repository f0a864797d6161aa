import { printablePng } from "./printable-png.ts";

/** A photo as pdfkit takes it, or the name of the format that cannot be printed; `null` for a format without a name here. */
export type PrintablePhoto = { printable: Buffer } | { format: string | null };

export async function printablePhoto(bytes: Uint8Array): Promise<PrintablePhoto> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const begins = (text: string, at = 0) => buffer.toString("latin1", at, at + text.length) === text;
  if (begins("\xff\xd8\xff")) return isPrintableJpeg(buffer) ? { printable: buffer } : { format: "JPEG" };
  if (begins("\x89PNG\r\n\x1a\n")) {
    const printable = await printablePng(bytes);
    return printable ? { printable } : { format: "PNG" };
  }
  if (begins("RIFF") && begins("WEBP", 8)) return { format: "WebP" };
  return { format: begins("ftyp", 4) ? "HEIC / AVIF" : null };
}

/** Whether a PDF can hold it as it is: baseline or progressive, 8 bits, gray, color or CMYK, with a size and an end. */
function isPrintableJpeg(jpeg: Buffer): boolean {
  if (!jpeg.includes(Buffer.from([0xff, 0xd9]), jpeg.length > 65_536 ? jpeg.length - 65_536 : 0)) return false;
  for (let position = 2; position + 10 <= jpeg.length; ) {
    if (jpeg[position] !== 0xff) return false;
    const marker = jpeg.readUInt8(position + 1);
    if (marker === 0xff) {
      position += 1;
      continue;
    }
    if (marker >= 0xc0 && marker <= 0xc2) {
      const [bits, height, width, colors] = [
        jpeg.readUInt8(position + 4),
        jpeg.readUInt16BE(position + 5),
        jpeg.readUInt16BE(position + 7),
        jpeg.readUInt8(position + 9),
      ];
      return bits === 8 && width > 0 && height > 0 && [1, 3, 4].includes(colors);
    }
    const length = jpeg.readUInt16BE(position + 2);
    if (marker < 0xc4 || marker === 0xd9 || marker === 0xda || length < 2) return false;
    position += 2 + length;
  }
  return false;
}
