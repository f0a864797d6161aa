import { hasAt } from "./bytes.ts";
import type { ImageParts } from "./image-parts.ts";
import { pdfHeaderWithin } from "./sniff-image-type.ts";

/** How far from its end an archive's directory can begin: 22 bytes and a comment of 65,535. */
const archiveEndWithin = 65_557;

/**
 * What a browser, a server or a reader of PDF would run, in lower case. Camera metadata is XML of its own kind (`<x:xmpmeta`, `<?xpacket`,
 * `<rdf:…`) and is not meant.
 */
const activeWords = ["<script", "<html", "<iframe", "<body", "<svg ", "<svg>", "<svg\n", "<!doctype html", "<?php", "%pdf-"] as const;

/**
 * Whether a picture is something else as well, for a program that looks for it: a PDF or archive that is attached to it, or a page or script
 * in what is not its pixels. Such a file was made on purpose, and is refused rather than mended.
 */
export function isPolyglot(bytes: Uint8Array, parts: ImageParts): boolean {
  // A first segment of 0x2F2A bytes makes `/*` of its own length: the known way to make a JPEG a script.
  if (hasAt(bytes, 0, [0xff, 0xd8, 0xff, 0xe0, 0x2f, 0x2a])) return true;
  if (holds(bytes.subarray(0, pdfHeaderWithin), "%PDF-")) return true;
  // Readers of archives look from the end.
  if (holds(bytes.subarray(-archiveEndWithin), "PK\x05\x06")) return true;
  table ??= wordTable(activeWords);
  const active = table;
  return parts.besides.some((piece) => holdsWord(piece, active));
}

function holds(piece: Uint8Array, word: string): boolean {
  for (let at = 0; at < piece.length; at += 1) if (hasAt(piece, at, word)) return true;
  return false;
}

/** Made when the first photo comes, because nothing happens on import. */
let table: Uint16Array | null = null;
const found = 0xffff;

/**
 * One step for each byte, whatever the bytes are: a motion photo brings millions of them, and somebody who means harm brings the ones that a
 * word-by-word comparison is slowest with.
 */
function holdsWord(piece: Uint8Array, steps: Uint16Array): boolean {
  let state = 0;
  for (let at = 0; at < piece.length; at += 1) {
    state = steps[state + (piece[at] ?? 0)] ?? 0;
    if (state === found) return true;
  }
  return false;
}

/**
 * For each beginning of a word (a state) and each byte that follows, the longest beginning that is there then (Aho and Corasick, 1975). A state is
 * its number times 256, so that a step is one addition and one look-up. Capitals count as small letters.
 */
function wordTable(words: readonly string[]): Uint16Array {
  const targets = new Map<string, number>();
  const beginnings = [...new Set(words.flatMap((word) => Array.from(word, (_, length) => word.slice(0, length))))];
  for (const [state, beginning] of beginnings.entries()) targets.set(beginning, state * 256);
  for (const word of words) targets.set(word, found);
  const steps = new Uint16Array(beginnings.length * 256);
  for (const [state, beginning] of beginnings.entries()) {
    for (let byte = 0; byte < 256; byte += 1) {
      let text = beginning + String.fromCharCode(byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte);
      while (!targets.has(text)) text = text.slice(1);
      steps[state * 256 + byte] = targets.get(text) ?? 0;
    }
  }
  return steps;
}
