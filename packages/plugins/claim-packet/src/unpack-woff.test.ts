import { expect, it } from "vitest";
import { loadFonts } from "./fonts.ts";

/** Every table's checksum, as OpenType defines it: the sum of its 32-bit words. */
function wrongTables(font: Buffer): string[] {
  return Array.from({ length: font.readUInt16BE(4) }, (_, index) => font.subarray(12 + index * 16, 28 + index * 16))
    .filter((entry) => {
      const [checksum, offset, length] = [entry.readUInt32BE(4), entry.readUInt32BE(8), entry.readUInt32BE(12)];
      let sum = 0;
      for (let at = offset; at < offset + length; at += 4) sum = (sum + font.readUInt32BE(at)) >>> 0;
      // The head table holds a sum over the whole font, and is counted without it.
      if (entry.toString("latin1", 0, 4) === "head") sum = (sum - font.readUInt32BE(offset + 8)) >>> 0;
      return sum !== checksum;
    })
    .map((entry) => entry.toString("latin1", 0, 4));
}

it("makes fonts whose every table is what its checksum says", async () => {
  const fonts = await loadFonts();
  expect(fonts).toHaveLength(8);
  for (const { bytes } of fonts) {
    expect(Buffer.from(bytes).readUInt32BE(0)).toBe(0x00010000);
    expect(wrongTables(Buffer.from(bytes))).toEqual([]);
  }
});
