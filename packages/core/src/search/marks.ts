/** What a document can be filtered by, beside its words. */
export interface DocumentMarks {
  status?: string | undefined;
  /** An agent's id or `none`. */
  assignee?: string | undefined;
  customer?: string | undefined;
  tags?: readonly string[] | undefined;
}

/** Marks as words of the index. No text has such a word: they begin with a character that is neither a letter nor a digit. */
export function markWords(marks: DocumentMarks): string[] {
  return [
    ...(marks.status === undefined ? [] : [markWord("s", marks.status)]),
    ...(marks.assignee === undefined ? [] : [markWord("a", marks.assignee)]),
    ...(marks.customer === undefined ? [] : [markWord("c", marks.customer)]),
    ...(marks.tags ?? []).map((tag) => markWord("t", tag)),
  ];
}

const firstPrivate = 0xe000;

/**
 * Both indexes part words at blanks, and SQLite's at every other ASCII character that is no letter or digit as well, and it takes capitals
 * for small letters: such characters are written as ones of the private use area.
 */
function markWord(kind: string, value: string): string {
  const encoded = value.replace(/[^a-z0-9\u0080-\uffff]/g, (character) => String.fromCharCode(firstPrivate + character.charCodeAt(0)));
  return `${String.fromCharCode(firstPrivate)}${kind}${encoded}`;
}
