import { inflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { pngOf, transparentPng } from "./__fixtures__/sample-packet.ts";
import { printablePng } from "./printable-png.ts";

/** Color type and rows, each with its filter. */
async function rowsOf(png: Uint8Array): Promise<{ bits: number; colorType: number; rows: number[][] } | null> {
  const printable = await printablePng(png);
  if (!printable) return null;
  const at = printable.indexOf("IDAT");
  const pixels = [...inflateSync(printable.subarray(at + 4, at + 4 + printable.readUInt32BE(at - 4)))];
  const height = printable.readUInt32BE(20);
  const length = pixels.length / height;
  return {
    bits: printable.readUInt8(24),
    colorType: printable.readUInt8(25),
    rows: Array.from({ length: height }, (_, row) => pixels.slice(row * length, (row + 1) * length)),
  };
}

describe("a PNG for paper", () => {
  it("stands on white where it can be seen through", async () => {
    expect(await rowsOf(transparentPng)).toEqual({
      bits: 8,
      colorType: 2,
      rows: [
        [0, 255, 0, 0, 127, 255, 127],
        [0, 0, 0, 255, 255, 255, 255],
      ],
    });
  });

  it("is the same whichever way its rows were predicted", async () => {
    const pixels = [
      [10, 20, 30, 255, 40, 60, 80, 255, 45, 10, 90, 255],
      [15, 25, 20, 255, 30, 65, 70, 255, 200, 0, 99, 255],
      [1, 2, 3, 255, 250, 128, 64, 255, 17, 34, 51, 255],
    ];
    const expected = [
      [0, 10, 20, 30, 40, 60, 80, 45, 10, 90],
      [0, 15, 25, 20, 30, 65, 70, 200, 0, 99],
      [0, 1, 2, 3, 250, 128, 64, 17, 34, 51],
    ];
    for (const filter of [0, 1, 2, 3, 4]) {
      expect((await rowsOf(pngOf(3, 8, 6, filtered(pixels, filter))))?.rows, `filter ${filter}`).toEqual(expected);
    }
  });

  it("keeps the upper half of 16 bits, and gray as gray", async () => {
    const deep = [[0, 0x80, 0x11, 0xff, 0xff, 0x40, 0x22, 0x00, 0x00]];
    expect(await rowsOf(pngOf(2, 16, 4, deep))).toEqual({ bits: 8, colorType: 0, rows: [[0, 0x80, 255]] });
  });

  it("is left as it was coded when it is opaque", async () => {
    const opaque = pngOf(2, 8, 2, [[1, 9, 8, 7, 1, 1, 1]]);
    expect(await rowsOf(opaque)).toEqual({ bits: 8, colorType: 2, rows: [[1, 9, 8, 7, 1, 1, 1]] });
    expect((await printablePng(opaque))?.includes("Comment")).toBe(false);
  });

  it.each<[string, Uint8Array]>([
    ["interlaced", pngOf(1, 8, 2, [[0, 1, 2, 3]], 1)],
    ["of too few rows", pngOf(2, 8, 6, [[0, 1, 2, 3, 4]])],
    ["of too many bytes", pngOf(1, 8, 2, [[0, 1, 2, 3, 4, 5, 6, 7, 8]])],
    ["of a filter that does not exist", pngOf(1, 8, 2, [[9, 1, 2, 3]])],
    ["of a color type that does not exist", pngOf(1, 8, 5, [[0, 1]])],
    ["of colors without their palette", pngOf(1, 8, 3, [[0, 1]])],
    ["of packed bytes that are none", transparentPng.map((byte, index) => (index > 90 && index < 110 ? 0xff : byte))],
  ])("is none when it is %s", async (_name, png) => {
    expect(await printablePng(png)).toBeNull();
  });
});

/** The rows with 4 bytes a pixel, predicted with one filter. */
function filtered(rows: readonly (readonly number[])[], filter: number): number[][] {
  return rows.map((row, index) => {
    const above = rows[index - 1];
    const coded = row.map((value, at) => {
      const left = row[at - 4] ?? 0;
      const up = above?.[at] ?? 0;
      const corner = at >= 4 ? (above?.[at - 4] ?? 0) : 0;
      const guesses = [0, left, up, Math.floor((left + up) / 2), paeth(left, up, corner)];
      return (value - (guesses[filter] ?? 0) + 256) % 256;
    });
    return [filter, ...coded];
  });
}

function paeth(left: number, up: number, corner: number): number {
  const estimate = left + up - corner;
  return [left, up, corner].reduce((best, one) => (Math.abs(estimate - one) < Math.abs(estimate - best) ? one : best));
}
