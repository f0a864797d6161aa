import PDFDocument from "pdfkit";
import { describe, expect, it } from "vitest";
import { loadFonts } from "./fonts.ts";
import { createTextSetter, type TextStyle } from "./text-setter.ts";

const style: TextStyle = { weight: "regular", size: 10, color: "#000000" };
const setter = async () => createTextSetter(new PDFDocument({ autoFirstPage: false }), await loadFonts());

describe("lines", () => {
  it("are never wider than asked for, and lose nothing", async () => {
    const { linesOf, widthOf } = await setter();
    const text = `Coletul a fost livrat însă cutia era ruptă: ${"neîntrerupt".repeat(60)} și gata. ${"W".repeat(700)}`;
    for (const width of [3, 40, 200, 495]) {
      const lines = linesOf(text, style, width);
      expect(lines.join("").replaceAll(" ", "")).toBe(text.replaceAll(" ", ""));
      // One letter stays one letter, however narrow the place is.
      for (const line of lines) if (Array.from(line).length > 1) expect(widthOf(line, style)).toBeLessThanOrEqual(width);
    }
  });

  it("fill the width they have", async () => {
    const { linesOf, widthOf } = await setter();
    const lines = linesOf("un cuvânt ".repeat(100), style, 200);
    for (const line of lines.slice(0, -1)) expect(widthOf(line, style)).toBeGreaterThan(150);
  });

  it("end where the text says so, in any system's way", async () => {
    const { linesOf } = await setter();
    expect(linesOf("a\r\nb\rc\u2028d\n\ne", style, 100)).toEqual(["a", "b", "c", "d", "", "e"]);
    expect(linesOf("", style, 100)).toEqual([""]);
  });

  it("hold composed letters, and none that turn the others around", async () => {
    const { linesOf } = await setter();
    expect(linesOf("ru\u0306pta\u0306 \u202egpj.exe\u202c \u0000\ttab", style, 300)).toEqual([
      "ru\u0306pta\u0306 gpj.exe tab".normalize("NFC"),
    ]);
  });

  it("show and count what no font has", async () => {
    const made = await setter();
    expect(made.linesOf("bun \u{1F600} ok 漢", style, 300)).toEqual(["bun \uFFFD ok \uFFFD"]);
    expect(made.unprintable).toBe(2);
  });

  it("of a very long word are made in a short time", async () => {
    const { linesOf } = await setter();
    const startedAt = performance.now();
    expect(linesOf("x".repeat(20_000), style, 495).length).toBeGreaterThan(150);
    expect(performance.now() - startedAt).toBeLessThan(2_000);
  });

  it.each(["regular", "bold"] as const)("have every letter of the three languages in %s", async (weight) => {
    const made = await setter();
    made.linesOf("ăâîșțĂÂÎȘȚ şţŞŢ àèéìòùÀÈÉÌÒÙ „ghilimele” “quotes” « » – — … · € ™ ° ½ ÷ × − őűŐŰ łżśćń", { ...style, weight }, 300);
    expect(made.unprintable).toBe(0);
  });
});
