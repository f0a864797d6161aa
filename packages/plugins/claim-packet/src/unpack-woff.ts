import { promisify } from "node:util";
import { inflate } from "node:zlib";

const inflateBytes = promisify(inflate);
const directoryEntry = 20;

/**
 * The font of a WOFF 1.0 file as it was before packing (W3C, WOFF File Format 1.0). pdfkit reads WOFF itself, but unpacks every table in JavaScript for
 * every document, which takes most of a document's time; this is done once.
 */
export async function unpackWoff(woff: Buffer): Promise<Buffer> {
  const count = woff.readUInt16BE(12);
  const tables = await Promise.all(
    Array.from({ length: count }, async (_, index) => {
      const entry = woff.subarray(44 + index * directoryEntry, 44 + (index + 1) * directoryEntry);
      const [offset, packedLength, length] = [entry.readUInt32BE(4), entry.readUInt32BE(8), entry.readUInt32BE(12)];
      const packed = woff.subarray(offset, offset + packedLength);
      const content = packedLength < length ? await inflateBytes(packed, { maxOutputLength: length }) : packed;
      return { tag: entry.subarray(0, 4), checksum: entry.subarray(16, 20), length, content };
    }),
  );
  const header = Buffer.alloc(12);
  woff.copy(header, 0, 4, 8);
  const power = Math.floor(Math.log2(count));
  header.writeUInt16BE(count, 4);
  header.writeUInt16BE(2 ** power * 16, 6);
  header.writeUInt16BE(power, 8);
  header.writeUInt16BE(count * 16 - 2 ** power * 16, 10);
  let position = header.length + count * 16;
  const directory: Buffer[] = [];
  const contents: Buffer[] = [];
  for (const { tag, checksum, length, content } of tables) {
    const place = Buffer.alloc(8);
    place.writeUInt32BE(position, 0);
    place.writeUInt32BE(length, 4);
    directory.push(tag, checksum, place);
    const padded = Buffer.concat([content], Math.ceil(length / 4) * 4);
    contents.push(padded);
    position += padded.length;
  }
  return Buffer.concat([header, ...directory, ...contents]);
}
