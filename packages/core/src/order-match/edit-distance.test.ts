import { expect, it } from "vitest";
import { editDistance } from "./edit-distance.ts";

it.each([
  ["lamp", "lamp", 2, 0],
  ["lamp", "lampp", 2, 1],
  ["scarf", "scraf", 2, 1],
  ["lamp", "clamp", 1, 1],
  ["kitten", "sitting", 3, 3],
  ["kitten", "sitting", 2, 3],
  ["", "abc", 1, 2],
  ["abcdefgh", "stuvwxyz", 2, 3],
])("%j and %j, at most %i: %i", (one, other, most, expected) => {
  expect(editDistance(one, other, most)).toBe(expected);
  expect(editDistance(other, one, most)).toBe(expected);
});
