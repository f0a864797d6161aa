import type { FontFile, Weight } from "./fonts.ts";

export interface TextStyle {
  weight: Weight;
  /** In points. */
  size: number;
  /** `#rrggbb` */
  color: string;
}

/** Letters that one font prints. */
interface Run {
  font: string;
  text: string;
}

type Pdf = PDFKit.PDFDocument;

/** What pdfkit keeps of the font it opened; not in its types. */
interface OpenedFont {
  hasGlyphForCodePoint?: (codePoint: number) => boolean;
}

/** Shown for a character that no font has. */
const replacement = "\uFFFD";
/** More characters than any line here holds, of the narrowest letters in the smallest size. */
const mostOnLine = 300;
const lineHeight = 1.4;
/** Where the letters stand within the height of a line. */
const baseline = 1.05;

/**
 * Breaks texts into lines and prints them. pdfkit breaks lines only within one font, and starts pages by itself; here a word can need several
 * fonts (`ruptă` has letters of two), and only the sheet decides about pages.
 */
export interface TextSetter {
  /** The lines of a text, each at most `width` points wide. A word that is wider is broken. Empty lines stay. */
  linesOf(text: string, style: TextStyle, width: number): string[];
  /** Prints one line with its top at `y`. */
  print(line: string, x: number, y: number, style: TextStyle): void;
  widthOf(line: string, style: TextStyle): number;
  heightOf(style: TextStyle): number;
  /** How many characters no font has. They are counted when lines are made. */
  readonly unprintable: number;
}

export function createTextSetter(pdf: Pdf, fonts: readonly FontFile[]): TextSetter {
  const coverage = new Map<string, OpenedFont | undefined>();
  for (const font of fonts) pdf.registerFont(font.name, font.bytes);

  /** Opening a font takes time, so the alphabets that a document does not need stay closed. */
  function hasGlyph(font: FontFile, codePoint: number): boolean {
    if (!coverage.has(font.name)) {
      pdf.font(font.name);
      coverage.set(font.name, (pdf as Pdf & { _font?: { font?: OpenedFont } })._font?.font);
    }
    return coverage.get(font.name)?.hasGlyphForCodePoint?.(codePoint) ?? false;
  }

  const chosen = new Map<string, string | null>();
  let unprintable = 0;

  /** The name of the first font of a weight that has the character; `null` when none does. */
  function fontFor(character: string, weight: Weight): string | null {
    const key = `${weight}${character}`;
    const known = chosen.get(key);
    if (known !== undefined) return known;
    const codePoint = character.codePointAt(0) ?? 0;
    const found = fonts.find((font) => font.weight === weight && hasGlyph(font, codePoint))?.name ?? null;
    chosen.set(key, found);
    return found;
  }

  function runsOf(line: string, weight: Weight): Run[] {
    const runs: Run[] = [];
    for (const character of line) {
      const last = runs.at(-1);
      const font = fontFor(character, weight) ?? "";
      if (last?.font === font) last.text += character;
      else runs.push({ font, text: character });
    }
    return runs;
  }

  function widthOf(line: string, style: TextStyle): number {
    return runsOf(line, style.weight).reduce((width, run) => width + pdf.font(run.font).fontSize(style.size).widthOfString(run.text), 0);
  }

  /** Composed letters, no invisible ones, and the replacement for what cannot be printed. */
  function printableOf(text: string, weight: Weight): string {
    const plain = text
      .normalize("NFC")
      .replace(/\r\n?|[\u0085\u2028\u2029]/g, "\n")
      .replace(/[^\S\n]/g, " ")
      .replace(/(?!\n)[\p{Cc}\p{Cf}\p{Variation_Selector}]/gu, "");
    return Array.from(plain, (character) => {
      if (character === "\n" || fontFor(character, weight) !== null) return character;
      unprintable += 1;
      return replacement;
    }).join("");
  }

  /** A word that is wider than the line, in parts that are not. Only as much of it is measured as can fit on a line. */
  function breakWord(word: string, style: TextStyle, width: number): string[] {
    const characters = Array.from(word);
    const parts: string[] = [];
    for (let from = 0; from < characters.length; ) {
      let [fits, tooMany] = [1, Math.min(characters.length - from, mostOnLine) + 1];
      while (tooMany - fits > 1) {
        const middle = Math.floor((fits + tooMany) / 2);
        if (widthOf(characters.slice(from, from + middle).join(""), style) <= width) fits = middle;
        else tooMany = middle;
      }
      parts.push(characters.slice(from, from + fits).join(""));
      from += fits;
    }
    return parts;
  }

  function breakParagraph(paragraph: string, style: TextStyle, width: number): string[] {
    const lines: string[] = [];
    const space = widthOf(" ", style);
    let line = "";
    let lineWidth = 0;
    for (const word of paragraph.split(" ").filter((part) => part !== "")) {
      const wordWidth = word.length > mostOnLine ? Number.POSITIVE_INFINITY : widthOf(word, style);
      if (line !== "" && lineWidth + space + wordWidth <= width) {
        line += ` ${word}`;
        lineWidth += space + wordWidth;
        continue;
      }
      if (line !== "") lines.push(line);
      const parts = wordWidth > width ? breakWord(word, style, width) : [word];
      line = parts.pop() ?? "";
      lines.push(...parts);
      lineWidth = parts.length > 0 ? widthOf(line, style) : wordWidth;
    }
    return [...lines, line];
  }

  return {
    linesOf: (text, style, width) =>
      printableOf(text, style.weight)
        .trim()
        .split("\n")
        .flatMap((paragraph) => breakParagraph(paragraph, style, width)),
    print(line, x, y, style) {
      let left = x;
      for (const run of runsOf(line, style.weight)) {
        pdf.font(run.font).fontSize(style.size).fillColor(style.color);
        pdf.text(run.text, left, y + style.size * baseline, { lineBreak: false, baseline: "alphabetic" });
        left += pdf.widthOfString(run.text);
      }
    },
    widthOf,
    heightOf: (style) => style.size * lineHeight,
    get unprintable() {
      return unprintable;
    },
  };
}
