import { AskonceError } from "@askonce/spec";

/** A page's end as opaque text: the values of the sort key of its last row. */
export function encodeCursor(values: readonly (string | number)[]): string {
  return btoa(encodeURIComponent(JSON.stringify(values)))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}

/**
 * Reads a cursor back. The shape is checked, because it comes from outside.
 *
 * @throws AskonceError `VALIDATION_FAILED`
 */
export function decodeCursor<const Shape extends readonly ("string" | "number")[]>(
  cursor: string,
  shape: Shape,
): { [Index in keyof Shape]: Shape[Index] extends "number" ? number : string } {
  try {
    const values: unknown = JSON.parse(decodeURIComponent(atob(cursor.replaceAll("-", "+").replaceAll("_", "/"))));
    if (Array.isArray(values) && values.length === shape.length && values.every((value, index) => typeof value === shape[index])) {
      return values as never;
    }
  } catch {
    // Falls through to the one error.
  }
  throw new AskonceError("VALIDATION_FAILED", {
    message: "The cursor is not one of ours",
    details: { issues: [{ path: "cursor", message: "invalid" }] },
  });
}
