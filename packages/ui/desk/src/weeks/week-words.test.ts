import { expect, it } from "vitest";
import { weekDay, weekParts } from "./week-words.ts";

it("names a week by its Monday, in whatever zone it is read", () => {
  expect(weekDay("2026-11-16", "en")).toBe("November 16");
  expect(weekDay("2026-11-16", "it")).toBe("16 novembre");
  expect(weekDay("2026-11-16", "ro")).toBe("16 noiembrie");
  expect(weekParts("2026-11-02", "it")).toEqual({ day: "2", month: "nov" });
  expect(weekParts("2026-11-02", "ro")).toEqual({ day: "2", month: "nov" });
});
