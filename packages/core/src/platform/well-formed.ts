/** Half a character: one of a pair without the other. */
const loneSurrogate = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** The text as both databases can hold it: half characters and U+0000 become the replacement character. */
export function wellFormed(text: string): string {
  return text.replace(loneSurrogate, "\uFFFD").replaceAll("\u0000", "\uFFFD");
}

/** The first `length` units of a text, without half a character at the end. */
export function cutAt(text: string, length: number): string {
  return text.slice(0, length).replace(/[\uD800-\uDBFF]$/, "");
}
