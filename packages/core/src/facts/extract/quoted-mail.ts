import { foldLetters } from "./folded-letters.ts";

/** "On Monday … Ana wrote:", in one line; programs break long ones, so two lines are tried together as well. */
const introduction =
  /^\s*(?:on|il(?: giorno)?|il giorno|in|la|pe|le|am)\s.{3,200}(?:\bwrote|\bha scritto|\bhanno scritto|\ba scris|\bau scris|\ba ecrit|\bschrieb)\s?:?\s*$/;
/** "Il giorno …, Ana <ana@example.test> ha scritto:" without its beginning, and "Ana a scris:". */
const divider =
  /^\s*(?:-{2,}|_{2,}|\*{2,})?\s*(?:original message|forwarded message|messaggio originale|messaggio inoltrato|mesajul original|mesaj original|mesajul initial|mesaj redirectionat|begin forwarded message|inizio messaggio inoltrato)\s*:?\s*(?:-{2,}|_{2,}|\*{2,})?\s*$/;
const sender = /^\s*\*?(?:from|da|de la|von)\*?\s?:\s?\S/;
const headerLine =
  /^\s*\*?(?:sent|to|subject|date|cc|inviato|a|oggetto|data|trimis|trimis la|catre|subiect|subiectul|expediat)\*?\s?:\s?\S/;

/**
 * The text with the mail it answers blanked, letter for letter: lines after ">", what follows "On … wrote:", "-----Original Message-----"
 * or a block of headers. Own words below quoted lines stay.
 */
export function blankQuotedMail(text: string): string {
  const lines = text.split("\n");
  const folded = lines.map((line) => foldLetters(line));
  const quoted = lines.map((line) => /^\s*>/.test(line));
  for (let index = 0; index < lines.length; index++) {
    const last = lastLineOfHeader(folded, index);
    if (last === null) continue;
    for (let line = index; line <= last; line++) quoted[line] = true;
    // With marked lines below it is clear what is quoted; without, everything is.
    let next = last + 1;
    while (next < lines.length && lines[next]?.trim() === "") next++;
    if (next < lines.length && quoted[next] === true) continue;
    quoted.fill(true, index);
    break;
  }
  return lines.map((line, index) => (quoted[index] === true ? " ".repeat(line.length) : line)).join("\n");
}

/** The last line of a header of quoted mail that begins at `index`; `null` when none does. */
function lastLineOfHeader(lines: readonly string[], index: number): number | null {
  const line = lines[index] ?? "";
  if (line.trim() === "" || line.length > 300) return null;
  if (divider.test(line)) return index;
  if (introduction.test(line)) return index;
  const joined = `${line.trimEnd()} ${(lines[index + 1] ?? "").trim()}`;
  if (joined.length <= 400 && introduction.test(joined)) return index + 1;
  if (sender.test(line)) {
    const rest = lines.slice(index + 1, index + 5).findIndex((other) => headerLine.test(other));
    if (rest >= 0) return index + 1 + rest;
  }
  return null;
}
