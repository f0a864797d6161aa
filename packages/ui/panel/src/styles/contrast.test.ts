import { describe, expect, it } from "vitest";
import { type ColorName, colors } from "./tokens.ts";

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((start) => Number.parseInt(hex.slice(start, start + 2), 16) / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** WCAG 2.2 contrast ratio. */
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const text: [ColorName, ColorName[]][] = [
  ["text", ["surface", "raised", "accent-soft", "ok-soft", "warn-soft", "danger-soft"]],
  ["muted", ["surface", "raised"]],
  ["accent", ["surface", "raised", "accent-soft"]],
  ["ok", ["surface", "ok-soft"]],
  ["warn", ["surface", "warn-soft"]],
  ["danger", ["surface", "danger-soft"]],
];
/** Borders of controls, the focus ring and the dots of the timeline carry meaning too. */
const shapes: [ColorName, ColorName[]][] = [
  ["control", ["surface"]],
  ["accent", ["surface", "raised", "warn-soft", "danger-soft"]],
];

describe.each([
  ["light", 0],
  ["dark", 1],
] as const)("%s theme", (_, theme) => {
  const pairs = (list: [ColorName, ColorName[]][]) => list.flatMap(([front, backs]) => backs.map((back) => [front, back] as const));
  it.each(pairs(text))("%s on %s reads as text (4.5)", (front, back) => {
    expect(contrast(colors[front][theme], colors[back][theme])).toBeGreaterThanOrEqual(4.5);
  });
  it.each(pairs(shapes))("%s on %s is seen (3)", (front, back) => {
    expect(contrast(colors[front][theme], colors[back][theme])).toBeGreaterThanOrEqual(3);
  });
});

it("measures contrast as WCAG does", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21);
  expect(contrast("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
});
