import type { ClaimPhoto } from "@askonce/spec";
import type { PrintablePhoto } from "./printable-photo.ts";
import { type Sheet, sheetSize, styles, textWidth } from "./sheet.ts";
import type { PacketWords } from "./words/packet-words.ts";
import { writeInstant } from "./write-values.ts";

const columns = 2;
const columnGap = 16;
const boxWidth = (textWidth - columnGap * (columns - 1)) / columns;
/** Three rows with captions of two lines fill a page. */
const boxHeight = 170;
const padding = 4;

/** The photos, two beside each other, each with its number, caption and times. A row is never cut. */
export function printPhotos(
  sheet: Sheet,
  photos: readonly { photo: ClaimPhoto; printable: PrintablePhoto }[],
  words: PacketWords,
  zone: string,
): void {
  for (let first = 0; first < photos.length; first += columns) {
    const row = photos.slice(first, first + columns).map(({ photo, printable }, index) => ({
      printable,
      title: words.photo(first + index + 1),
      notes: sheet.setter.linesOf(notesOf(photo, words, zone), styles.quiet, boxWidth),
      x: sheetSize.left + index * (boxWidth + columnGap),
    }));
    const titleHeight = sheet.setter.heightOf(styles.strong);
    const noteHeight = sheet.setter.heightOf(styles.quiet);
    const height = boxHeight + 4 + titleHeight + noteHeight * Math.max(...row.map((one) => one.notes.length));
    sheet.ensureRoom(height);
    for (const { printable, title, notes, x } of row) {
      printBox(sheet, printable, x, words);
      let y = sheet.y + boxHeight + 4;
      sheet.setter.print(title, x, y, styles.strong);
      y += titleHeight;
      for (const [index, line] of notes.entries()) sheet.setter.print(line, x, y + index * noteHeight, styles.quiet);
    }
    sheet.gap(height + 12);
  }
}

function notesOf(photo: ClaimPhoto, words: PacketWords, zone: string): string {
  const times = [
    ...(photo.takenAt ? [words.photoTaken(writeInstant(photo.takenAt, zone))] : []),
    words.photoReceived(writeInstant(photo.receivedAt, zone)),
  ];
  return [...(photo.caption ? [photo.caption] : []), ...times].join("\n");
}

function printBox(sheet: Sheet, photo: PrintablePhoto, x: number, words: PacketWords): void {
  sheet.pdf.rect(x, sheet.y, boxWidth, boxHeight).lineWidth(0.5).strokeColor("#c4c4c4").stroke();
  if ("printable" in photo) {
    const fit: [number, number] = [boxWidth - 2 * padding, boxHeight - 2 * padding];
    sheet.pdf.image(photo.printable, x + padding, sheet.y + padding, { fit, align: "center", valign: "center" });
    return;
  }
  const lines = sheet.setter.linesOf(words.photoNotPrinted(photo.format ?? words.notKnown), styles.text, boxWidth - 40);
  const height = sheet.setter.heightOf(styles.text);
  const top = sheet.y + (boxHeight - lines.length * height) / 2;
  for (const [index, line] of lines.entries()) sheet.setter.print(line, x + 20, top + index * height, styles.text);
}
