import { foldLetters } from "./folded-letters.ts";
import type { FoundPhrase } from "./found-phrase.ts";
import type { MessageText } from "./message-text.ts";

const closing =
  /^\s*(?:(?:many |kind |best |warm |with kind |with best )?(?:thanks|thank you|regards|wishes|cheers|sincerely|yours(?: sincerely| faithfully| truly)?|best|thx|ty)(?: in advance| a lot| so much| very much| again)?|(?:cordiali |distinti |cari |un )?(?:saluti|saluto|cordialmente|grazie(?: mille| in anticipo| tante| e saluti| infinite)?|buona giornata|a presto|resto in attesa)|(?:cu (?:stima|respect|drag|bine)|multumesc(?: anticipat| mult| frumos)?|mersi|o zi (?:buna|frumoasa)|numai bine|salutari|toate cele bune|va multumesc))\s*[,.!:-]*\s*/;
/** What a program adds below: "Sent from my phone". */
const sentFrom = /^\s*(?:sent (?:from|via)|inviato da|trimis (?:de pe|din|de la)|get )/;
const titles = /^(?:mr|mrs|ms|dr|dott|dott\.ssa|sig|sig\.ra|sig\.|ing|dl|dna|d-na|d-l)\.?\s/i;
const capitalized = /^(?:\p{Lu}['’]?\p{L}[\p{L}'’-]*|\p{Lu}\.)$/u;
/** Capitalized at the end of a message, and still nobody's name. */
const notNames =
  /^(?:sent|from|mobile|thanks|thank|regards|hello|hi|dear|team|support|customer|service|buongiorno|grazie|saluti|salve|inviato|da|trimis|de|pe|multumesc|buna|ziua|order|ordine|comanda|tel|telefon|cell|please|va|rog|cordiali|distinti|astept|attendo|ps|srl|sa|ltd|not|very|still|happy|sorry|waiting|just|so|a|the|un|il|la|in|sunt|sono|cu|stima|respect|asteptam|good|morning|evening|afternoon|bom|gentile|gentili|stimate|stimati|stimata|spettabile|egregi|sirs|sir|madam|domnule|doamna|parcel|pacco|colet|coletul|nu|no|si|royal|my|your|it|this|mi|ho|am|i|we|when|where|best|kind|yours|cheers|nr|awb|buna seara|bye|ciao)$/;

/** The writer's name below the message: capitalized words in the line of the closing words, after it, or alone in the last lines. */
export function findSignature(message: MessageText): FoundPhrase[] {
  const lines = linesOf(message.text);
  const last = lines.filter((line) => /[^\s_-]/.test(line.text) && !sentFrom.test(foldLetters(line.text))).slice(-7);
  for (const [index, line] of last.entries()) {
    const folded = foldLetters(line.text);
    const words =
      closing.exec(folded) ??
      /(?<=[.!?,)]\s{0,2})(?:thanks|thank you|grazie(?: mille)?|saluti|multumesc|mersi|cheers|regards|cordiali saluti|cu stima)\s*[,.!-]+\s*/.exec(
        folded,
      );
    if (!words) continue;
    const end = words.index + words[0].length;
    const here = nameAt(line.text, line.from, end);
    // "Thanks. Only now …" goes on; a name ends the line or is followed by a title or a contact.
    if (here && /^\s*(?:[.!,;|(-].*)?$/.test(line.text.slice(here.to - line.from))) return [here];
    const next = last[index + 1];
    if (line.text.slice(end).trim() === "" && next) {
      const below = nameAt(next.text, next.from, 0);
      if (below) return [below];
    }
  }
  // Without closing words a line with nothing but a name: the last one, or above phone, address and e-mail, below or on top of the message.
  for (const [index, line] of last.entries()) {
    if (index === 0 && last.length < 2) break;
    const alone = nameAt(line.text, line.from, 0, true);
    const below = last.slice(index + 1);
    if (alone && below.every((other) => isContact(other.text)) && (index > 0 || below.length > 0)) return [alone];
  }
  const edge = nameAtEdge(message.text);
  if (edge) return [edge];
  const written = lines.filter((line) => line.text.trim() !== "");
  const [first, second] = written;
  if (first && second && written.length > 2 && /\d{3}|@/.test(second.text) && second.text.length < 60) {
    const alone = nameAt(first.text, first.from, 0, true);
    if (alone) return [alone];
  }
  return [];
}

const two = "((?:\\p{Lu}['’]?\\p{Ll}[\\p{L}'’-]*)(?:\\s\\p{Lu}['’]?[\\p{L}'’-]+){1,2})";
const atStart = new RegExp(`^\\s*${two}(?=\\s?[,:–-]\\s)`, "u");
const atEnd = new RegExp(`[,;.!?–-]\\s+${two}\\s*[.!]?\\s*$`, "u");

/** "Ana Pop, order 1042 …" and "…, let me know, Ana Pop": two names and nothing else between a mark and the message's edge. */
function nameAtEdge(text: string): FoundPhrase | null {
  for (const match of [atEnd.exec(text.slice(-120)), atStart.exec(text.slice(0, 120))]) {
    const words = match?.[1];
    if (!match || words === undefined || nameWithin(words) !== words) continue;
    const from = (match.index > 0 ? Math.max(0, text.length - 120) : 0) + match.index + match[0].indexOf(words);
    return { key: "name", from, to: from + words.length };
  }
  return null;
}

/** A line of a signature: phone, e-mail, address, a title. */
function isContact(line: string): boolean {
  return line.length < 60 && /\d|@|\.test|www\.|^\s*-+\s*$/.test(line);
}

function linesOf(text: string): { text: string; from: number }[] {
  const lines = [];
  let from = 0;
  for (const line of text.split("\n")) {
    lines.push({ text: line, from });
    from += line.length + 1;
  }
  return lines;
}

function nameAt(line: string, offset: number, after: number, isAlone = false): FoundPhrase | null {
  const lead = /^[\s,.\-–—]*/.exec(line.slice(after))?.[0].length ?? 0;
  let from = after + lead;
  const title = titles.exec(line.slice(from));
  if (title) from += title[0].length;
  const rest = line.slice(from).split(/[,;|(\n]|\s[-–—]\s|(?<!(?<!\p{L})\p{Lu})\.\s|\s{2,}|(?<=\p{Ll})[.!]?$/u)[0] ?? "";
  const words = rest
    .trim()
    .split(/\s+/)
    .filter((word) => word !== "");
  const name: string[] = [];
  for (const word of words) {
    if (!capitalized.test(word) || notNames.test(foldLetters(word)) || name.length === 3) break;
    name.push(word);
  }
  if (name.length === 0 || (isAlone && (name.length !== words.length || name.length > 3))) return null;
  if (isAlone && line.slice(from + rest.trimEnd().length).trim() !== "") return null;
  const length = rest.indexOf(name.at(-1) ?? "") + (name.at(-1)?.length ?? 0);
  return { key: "name", from: offset + from, to: offset + from + length };
}

/** How many of the words a name has, from its first: "Ana Pop and I" has two. */
export function nameWithin(words: string): string {
  const name: string[] = [];
  for (const word of words.split(/\s+/)) {
    if (!capitalized.test(word) || notNames.test(foldLetters(word))) break;
    name.push(word);
  }
  const last = name.at(-1);
  return last === undefined ? "" : words.slice(0, words.lastIndexOf(last) + last.length);
}
