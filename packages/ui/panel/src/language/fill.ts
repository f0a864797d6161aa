/**
 * Puts values into a text's `{name}` places and gives the pieces, so that a piece can be an element and not only text. An unknown place
 * stays visible: a test over all texts finds it sooner than a silent hole.
 */
export function fillParts<T>(text: string, values: Record<string, T>): (string | T)[] {
  return text
    .split(/\{(\w+)\}/)
    .map((piece, index) => {
      if (index % 2 === 0) return piece;
      return Object.hasOwn(values, piece) ? (values[piece] as T) : `{${piece}}`;
    })
    .filter((piece) => piece !== "");
}

/** {@link fillParts} for plain text. */
export function fill(text: string, values: Record<string, string | number>): string {
  return fillParts(text, values).join("");
}
