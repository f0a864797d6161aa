import { expect, it } from "vitest";
import { percent, shortDay } from "./rate-words.ts";

it("writes a share in the reader's language, with a decimal only where it says something", () => {
  const plain = (share: number, language: string) => percent(share, language).replaceAll("\u00a0", " ");
  expect([0, 0.0423, 0.0994, 0.0996, 0.5, 1].map((share) => plain(share, "en"))).toEqual(["0%", "4.2%", "9.9%", "10%", "50%", "100%"]);
  expect(plain(0.0423, "ro")).toBe("4,2 %");
  expect(plain(0.0423, "it")).toBe("4,2%");
});

it("names a day the same in every zone", () => {
  expect(shortDay("2026-11-01", "en")).toBe("Nov 1");
  expect(shortDay("2026-11-01", "ro")).toBe("1 nov.");
});
