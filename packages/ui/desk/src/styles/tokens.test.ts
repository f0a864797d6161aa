import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";

const css = await readFile(new URL("./tokens.css", import.meta.url), "utf8");
const tokens = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(([, name = "", light = "", dark = ""]) => [
    name,
    { light, dark },
  ]),
);

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(hex: string): number {
  const channels = [1, 3, 5].map((start) => Number.parseInt(hex.slice(start, start + 2), 16) / 255);
  const [red = 0, green = 0, blue = 0] = channels.map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

const grounds = ["ground", "surface", "sunken", "raised", "accent-soft", "note", "outbound"];
const pairs: [text: string, ground: string, least: number][] = [
  ...["text", "muted"].flatMap((text) => grounds.map((ground): [string, string, number] => [text, ground, 4.5])),
  ["on-accent", "accent", 4.5],
  ["on-accent", "accent-strong", 4.5],
  ["accent", "surface", 4.5],
  ["accent", "outbound", 4.5],
  ["accent", "note", 4.5],
  ["accent-strong", "accent-soft", 4.5],
  ["accent-strong", "surface", 4.5],
  ["good", "good-soft", 4.5],
  ["warn", "warn-soft", 4.5],
  ["warn", "note", 4.5],
  ["warn", "surface", 4.5],
  ["bad", "bad-soft", 4.5],
  ["bad", "surface", 4.5],
  ["bad", "outbound", 4.5],
  ["text", "bad-soft", 4.5],
  ["text", "warn-soft", 4.5],
  // The edges of fields are how one sees them.
  ["line-strong", "surface", 3],
  ["line-strong", "note", 3],
];

describe.each(["light", "dark"] as const)("in the %s theme", (theme) => {
  it.each(pairs)("%s on %s has a contrast of at least %d", (text, ground, least) => {
    const [one, other] = [tokens.get(text)?.[theme], tokens.get(ground)?.[theme]];
    expect(one && other, "both tokens exist").toBeTruthy();
    expect(contrast(one ?? "", other ?? "")).toBeGreaterThanOrEqual(least);
  });
});
