import { crc32, deflateSync } from "node:zlib";

const width = 320;
const height = 240;

/** A photo of a carton with a crack in it, as a PNG: drawn here, so that the demo shows one without a network or a file. */
export function drawPhoto(shows: "item" | "packaging"): Uint8Array<ArrayBuffer> {
  const rows = Buffer.alloc(height * (1 + width * 3));
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) rows.set(colorAt(x, y, shows), y * (1 + width * 3) + 1 + x * 3);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits each of red, green and blue.
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return new Uint8Array(
    Buffer.concat([signature, chunk("IHDR", header), chunk("IDAT", deflateSync(rows)), chunk("IEND", Buffer.alloc(0))]),
  );
}

function colorAt(x: number, y: number, shows: "item" | "packaging"): readonly [number, number, number] {
  const isBox = x > 50 && x < 270 && y > 45 && y < 205;
  if (!isBox) return [206, 203, 197];
  // A zigzag from top to bottom, wider at the top.
  const crack = 160 + 14 * Math.abs(((y / 18) % 2) - 1) - 7;
  if (Math.abs(x - crack) < 2 + (205 - y) / 40) return [38, 30, 24];
  if (shows === "packaging") return Math.abs(y - 80) < 9 ? [214, 190, 140] : [176, 132, 84];
  return (x - 160) ** 2 + (y - 125) ** 2 < 4900 ? [92, 128, 150] : [232, 228, 220];
}

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, "latin1"), data]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(data.length, 0);
  named.copy(framed, 4);
  framed.writeUInt32BE(crc32(named), named.length + 4);
  return framed;
}
