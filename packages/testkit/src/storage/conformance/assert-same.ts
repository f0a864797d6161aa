import assert from "node:assert/strict";

/** Deeply equal. Whether a row has a prototype is the driver's own business. */
export function assertSame(actual: unknown, expected: unknown, message?: string): void {
  assert.deepEqual(plain(actual), expected, message);
}

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  const isRow = typeof value === "object" && value !== null && Object.getPrototypeOf(value) === null;
  return isRow ? { ...value } : value;
}
