import { type Sheet, sheetSize, styles, textWidth } from "./sheet.ts";
import type { TextStyle } from "./text-setter.ts";

export interface Column {
  /** Absent in a table of labels and values. */
  title?: string;
  /** The share of the sheet's width. */
  share: number;
  style?: TextStyle;
  align?: "right";
}

interface SetCell {
  lines: string[];
  x: number;
  width: number;
  style: TextStyle;
  align: "left" | "right";
}

const columnGap = 10;
const rowGap = 3.5;
/** A row up to this height is not cut in two: it begins on the next page. */
const keptTogether = 160;

/** Prints a table over as many pages as it needs; the titles stand on each. A row that is longer than a page goes on on the next one. */
export function printTable(sheet: Sheet, columns: readonly Column[], rows: readonly (readonly string[])[]): void {
  const titles = columns.map((column) => column.title ?? "");
  const titled = titles.some((title) => title !== "");
  const header = titled ? setRow(sheet, columns, titles, styles.strong) : null;
  if (header) {
    sheet.ensureRoom(heightOf(sheet, header) + 40);
    printHeader(sheet, header);
  }
  for (const row of rows) {
    const cells = setRow(sheet, columns, row, null);
    const height = heightOf(sheet, cells) + rowGap;
    if (height <= keptTogether && sheet.ensureRoom(height) && header) printHeader(sheet, header);
    printRow(sheet, cells, header);
    sheet.gap(rowGap);
    if (header && sheet.room() > 0) sheet.line(sheet.y - rowGap / 2);
  }
}

function setRow(sheet: Sheet, columns: readonly Column[], texts: readonly string[], style: TextStyle | null): SetCell[] {
  const available = textWidth - columnGap * (columns.length - 1);
  const total = columns.reduce((sum, column) => sum + column.share, 0);
  let x: number = sheetSize.left;
  return columns.map((column, index) => {
    const width = (available * column.share) / total;
    const cellStyle = style ?? column.style ?? styles.text;
    const cell: SetCell = {
      lines: sheet.setter.linesOf(texts[index] ?? "", cellStyle, width),
      x,
      width,
      style: cellStyle,
      align: column.align ?? "left",
    };
    x += width + columnGap;
    return cell;
  });
}

const rowHeight = (sheet: Sheet, cells: readonly SetCell[]) => Math.max(...cells.map((cell) => sheet.setter.heightOf(cell.style)));
const rowCount = (cells: readonly SetCell[]) => Math.max(...cells.map((cell) => cell.lines.length));

function heightOf(sheet: Sheet, cells: readonly SetCell[]): number {
  return rowHeight(sheet, cells) * rowCount(cells);
}

function printHeader(sheet: Sheet, header: readonly SetCell[]): void {
  printRow(sheet, header, null);
  sheet.gap(rowGap);
  sheet.line(sheet.y - rowGap / 2);
}

/** Line by line over all cells, so that it can be cut anywhere. */
function printRow(sheet: Sheet, cells: readonly SetCell[], header: readonly SetCell[] | null): void {
  const height = rowHeight(sheet, cells);
  for (let index = 0; index < rowCount(cells); index += 1) {
    if (sheet.ensureRoom(height) && header) printHeader(sheet, header);
    for (const cell of cells) {
      const line = cell.lines[index];
      if (line === undefined || line === "") continue;
      const shift = cell.align === "right" ? cell.width - sheet.setter.widthOf(line, cell.style) : 0;
      // Smaller letters stand on the same line as larger ones.
      const lowered = (height - sheet.setter.heightOf(cell.style)) * 0.75;
      sheet.setter.print(line, cell.x + shift, sheet.y + lowered, cell.style);
    }
    sheet.gap(height);
  }
}
