const encoder = new TextEncoder();

/** The bytes of an ASCII text. */
export function ascii(text: string): Uint8Array {
  return encoder.encode(text);
}

/** Whether `expected` (ASCII, or bytes) stands at `offset`. */
export function hasAt(bytes: Uint8Array, offset: number, expected: string | readonly number[]): boolean {
  if (offset < 0 || offset + expected.length > bytes.length) return false;
  for (let index = 0; index < expected.length; index += 1) {
    const byte = typeof expected === "string" ? expected.charCodeAt(index) : expected[index];
    if (bytes[offset + index] !== byte) return false;
  }
  return true;
}

/** All pieces one after the other, in bytes of their own. */
export function concatenate(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let offset = 0;
  for (const piece of pieces) {
    joined.set(piece, offset);
    offset += piece.length;
  }
  return joined;
}

/** Numbers in `bytes`, with bounds checked by `DataView` itself. */
export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
