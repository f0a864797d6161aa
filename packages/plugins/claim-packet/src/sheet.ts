import type { TextSetter, TextStyle } from "./text-setter.ts";

type Pdf = PDFKit.PDFDocument;

/** A4 in points, with the margins of the text; the footer stands below it. */
export const sheetSize = { width: 595.28, height: 841.89, left: 50, right: 545.28, top: 50, bottom: 780 } as const;
export const textWidth = sheetSize.right - sheetSize.left;

export const styles = {
  title: { weight: "bold", size: 20, color: "#1a1a1a" },
  heading: { weight: "bold", size: 12.5, color: "#1a1a1a" },
  text: { weight: "regular", size: 9.5, color: "#1a1a1a" },
  strong: { weight: "bold", size: 9.5, color: "#1a1a1a" },
  quiet: { weight: "regular", size: 8.5, color: "#595959" },
} as const satisfies Record<string, TextStyle>;

const rule = "#c4c4c4";

/** The place on the paper that is written next. Everything that is printed asks for room first: nothing reaches into the footer. */
export interface Sheet {
  readonly pdf: Pdf;
  readonly setter: TextSetter;
  y: number;
  /** Begins a page when less than `height` is left on this one, and says whether it did. */
  ensureRoom(height: number): boolean;
  /** How much is left on this page. */
  room(): number;
  heading(text: string): void;
  /** Prints a text, going on with the next page where this one ends. */
  paragraph(text: string, style: TextStyle, place?: { x: number; width: number }): void;
  line(y: number): void;
  gap(height: number): void;
}

export function createSheet(pdf: Pdf, setter: TextSetter): Sheet {
  const sheet: Sheet = {
    pdf,
    setter,
    y: sheetSize.top,
    room: () => sheetSize.bottom - sheet.y,
    ensureRoom(height) {
      if (height <= sheet.room() || sheet.y === sheetSize.top) return false;
      pdf.addPage();
      sheet.y = sheetSize.top;
      return true;
    },
    heading(text) {
      const lines = setter.linesOf(text, styles.heading, textWidth);
      const height = lines.length * setter.heightOf(styles.heading);
      if (sheet.y > sheetSize.top) sheet.y += 14;
      // A heading alone at the end of a page leads nowhere.
      sheet.ensureRoom(height + 60);
      for (const line of lines) {
        setter.print(line, sheetSize.left, sheet.y, styles.heading);
        sheet.y += setter.heightOf(styles.heading);
      }
      sheet.line(sheet.y + 1);
      sheet.y += 7;
    },
    paragraph(text, style, place = { x: sheetSize.left, width: textWidth }) {
      const height = setter.heightOf(style);
      for (const line of setter.linesOf(text, style, place.width)) {
        sheet.ensureRoom(height);
        setter.print(line, place.x, sheet.y, style);
        sheet.y += height;
      }
    },
    line(y) {
      pdf.moveTo(sheetSize.left, y).lineTo(sheetSize.right, y).lineWidth(0.5).strokeColor(rule).stroke();
    },
    gap(height) {
      sheet.y += height;
    },
  };
  return sheet;
}

/** Writes the foot of every page, when it is known how many there are. */
export function printFooters(sheet: Sheet, left: string, pageOf: (page: number, pages: number) => string): void {
  const { start, count } = sheet.pdf.bufferedPageRange();
  for (let index = 0; index < count; index += 1) {
    sheet.pdf.switchToPage(start + index);
    const right = pageOf(index + 1, count);
    const rightWidth = sheet.setter.widthOf(right, styles.quiet);
    const [shown = ""] = sheet.setter.linesOf(left, styles.quiet, textWidth - rightWidth - 20);
    const y = sheetSize.bottom + 14;
    sheet.line(y - 5);
    sheet.setter.print(shown, sheetSize.left, y, styles.quiet);
    sheet.setter.print(right, sheetSize.right - rightWidth, y, styles.quiet);
  }
}
