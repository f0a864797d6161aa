import { foldText } from "@askonce/spec";

/** A text as `foldText` makes it, with where each of its characters comes from. */
export interface FoldedText {
  folded: string;
  /** For each character of `folded`, where what it stands for begins in the text. */
  places: number[];
  /** And where it ends. */
  ends: number[];
}

/** Folds a text so that what is found in it can be pointed at in the text itself. Takes time in proportion to the length. */
export function foldWithPlaces(text: string): FoldedText {
  const parts: string[] = [];
  const places: number[] = [];
  const ends: number[] = [];
  // Folding is what costs, and a text has few different characters.
  const known = new Map<string, string>();
  const fold = (character: string): string => {
    if (character <= "\u007f") return character.toLowerCase();
    const before = known.get(character) ?? foldText(character);
    known.set(character, before);
    return before;
  };
  let place = 0;
  let afterBlank = true;
  for (const character of text) {
    const from = place;
    place += character.length;
    const isBlank = /\s/.test(character);
    // A run of white space is one blank, as the folding of the whole would make it.
    const part = isBlank ? (afterBlank ? "" : " ") : fold(character);
    if (part === "") {
      // A mark that was typed after its letter belongs to it.
      if (!isBlank && ends.length > 0) ends[ends.length - 1] = place;
      continue;
    }
    afterBlank = isBlank;
    parts.push(part);
    for (let index = 0; index < part.length; index++) {
      places.push(from);
      ends.push(place);
    }
  }
  return { folded: parts.join(""), places, ends };
}
