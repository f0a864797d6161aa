import { promisify } from "node:util";
import { crc32, deflate, inflate } from "node:zlib";

const inflateBytes = promisify(inflate);
const deflateBytes = promisify(deflate);

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const mostPixels = 50_000_000;
const samplesByColorType: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

interface Header {
  width: number;
  height: number;
  bits: number;
  colorType: number;
  /** Of one row, without its filter. */
  rowBytes: number;
}

/**
 * The PNG as pdfkit takes it without decoding it: complete, without interlacing, and opaque. pdfkit decodes transparent ones in the background, throws
 * where nobody can catch it when they are broken, and writes them in the order in which they happen to be done. A see-through picture is
 * laid on white paper here. `null`: it cannot be printed.
 */
export async function printablePng(bytes: Uint8Array): Promise<Buffer | null> {
  const chunks = readChunks(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  const header = chunks && readHeader(chunks.get("IHDR"));
  const coded = chunks?.get("IDAT");
  const palette = chunks?.get("PLTE");
  if (!chunks || !header || !coded || (header.colorType === 3 && (!palette || palette.length % 3 !== 0))) return null;
  const length = (1 + header.rowBytes) * header.height;
  // Longer than it says is as broken as shorter, and could fill the memory.
  const rows = await inflateBytes(coded, { maxOutputLength: length }).catch(() => null);
  if (rows?.length !== length || !hasKnownFilters(rows, header)) return null;
  if (header.colorType !== 4 && header.colorType !== 6) {
    return png(header, header.bits, header.colorType, palette && header.colorType === 3 ? palette : null, coded);
  }
  removeFilters(rows, header);
  return png(header, 8, header.colorType === 6 ? 2 : 0, null, await deflateBytes(onWhite(rows, header)));
}

/** The chunks that matter, the ones of pixels joined. `null` when the file is cut off. */
function readChunks(bytes: Buffer): Map<string, Buffer> | null {
  const chunks = new Map<string, Buffer>();
  const pixels: Buffer[] = [];
  for (let position = signature.length; position + 12 <= bytes.length; ) {
    const length = bytes.readUInt32BE(position);
    const end = position + 12 + length;
    if (end > bytes.length) return null;
    const type = bytes.toString("latin1", position + 4, position + 8);
    const content = bytes.subarray(position + 8, end - 4);
    if (type === "IDAT") pixels.push(content);
    else if (type === "IEND") return chunks.set("IDAT", Buffer.concat(pixels));
    else if (type === "IHDR" || type === "PLTE") chunks.set(type, content);
    position = end;
  }
  return null;
}

function readHeader(content: Buffer | undefined): Header | null {
  if (content?.length !== 13) return null;
  const [width, height, bits, colorType] = [content.readUInt32BE(0), content.readUInt32BE(4), content.readUInt8(8), content.readUInt8(9)];
  const samples = samplesByColorType[colorType];
  const interlaced = content.readUInt8(12) !== 0;
  if (samples === undefined || ![1, 2, 4, 8, 16].includes(bits) || interlaced) return null;
  if (width === 0 || height === 0 || width * height > mostPixels) return null;
  if ((colorType === 4 || colorType === 6) && bits < 8) return null;
  return { width, height, bits, colorType, rowBytes: Math.ceil((width * samples * bits) / 8) };
}

function hasKnownFilters(rows: Buffer, header: Header): boolean {
  for (let at = 0; at < rows.length; at += 1 + header.rowBytes) if ((rows[at] ?? 0) > 4) return false;
  return true;
}

/** Undoes the prediction of each row in place (PNG, third edition, chapter 9). */
function removeFilters(rows: Buffer, { rowBytes, height, bits, colorType }: Header): void {
  const step = ((samplesByColorType[colorType] ?? 1) * bits) / 8;
  for (let row = 0; row < height; row += 1) {
    const start = row * (1 + rowBytes) + 1;
    const filter = rows[start - 1];
    for (let index = 0; index < rowBytes; index += 1) {
      const at = start + index;
      const left = index >= step ? (rows[at - step] ?? 0) : 0;
      const above = row > 0 ? (rows[at - rowBytes - 1] ?? 0) : 0;
      const corner = row > 0 && index >= step ? (rows[at - rowBytes - 1 - step] ?? 0) : 0;
      const value = rows[at] ?? 0;
      if (filter === 1) rows[at] = value + left;
      else if (filter === 2) rows[at] = value + above;
      else if (filter === 3) rows[at] = value + ((left + above) >> 1);
      else if (filter === 4) rows[at] = value + nearest(left, above, corner);
    }
  }
}

/** Paeth's predictor: the neighbor that is nearest to left + above - corner. */
function nearest(left: number, above: number, corner: number): number {
  const estimate = left + above - corner;
  const [toLeft, toAbove, toCorner] = [Math.abs(estimate - left), Math.abs(estimate - above), Math.abs(estimate - corner)];
  if (toLeft <= toAbove && toLeft <= toCorner) return left;
  return toAbove <= toCorner ? above : corner;
}

/** Rows of 8 bits a sample, unfiltered, without the alpha channel. Of 16 bits the upper 8 are taken. */
function onWhite(rows: Buffer, { width, height, rowBytes, bits, colorType }: Header): Buffer {
  const colors = colorType === 6 ? 3 : 1;
  const sample = bits / 8;
  const flat = Buffer.alloc(height * (1 + width * colors));
  for (let row = 0; row < height; row += 1) {
    let from = row * (1 + rowBytes) + 1;
    let to = row * (1 + width * colors) + 1;
    for (let column = 0; column < width; column += 1) {
      const alpha = rows[from + colors * sample] ?? 255;
      for (let color = 0; color < colors; color += 1) {
        flat[to + color] = Math.round(((rows[from + color * sample] ?? 0) * alpha + 255 * (255 - alpha)) / 255);
      }
      from += (colors + 1) * sample;
      to += colors;
    }
  }
  return flat;
}

function png({ width, height }: Header, bits: number, colorType: number, palette: Buffer | null, coded: Buffer): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([bits, colorType, 0, 0, 0], 8);
  return Buffer.concat([
    signature,
    chunk("IHDR", header),
    ...(palette ? [chunk("PLTE", palette)] : []),
    chunk("IDAT", coded),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(type: string, content: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type, "latin1"), content]);
  const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  checksum.writeUInt32BE(crc32(typed));
  return Buffer.concat([length, typed, checksum]);
}
