import { expect, it } from "vitest";
import { detect } from "./detect.ts";

it.each([
  ["1ASK260000001", 0.5],
  ["1ask 2600 00001 001", 0.5],
  ["0712345678", 0],
  ["+40 712 345 678", 0],
  ["1234567890123", 0],
  ["maria@example.test", 0],
  ["RA123456789RO", 0],
  ["#1042", 0],
  ["", 0],
])("%j looks like one of Sameday's to %d", (text, expected) => {
  expect(detect(text)).toBe(expected);
});
