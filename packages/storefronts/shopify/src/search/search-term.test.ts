import { describe, expect, it } from "vitest";
import { digitsTerm, searchTerm, updatedSince } from "./search-term.ts";

describe("searchTerm", () => {
  it("quotes, so that a prefix with a hyphen is one value", () => {
    expect(searchTerm("name", "UK-1003")).toBe('name:"UK-1003"');
  });

  it.each([
    ['a" OR name:*', 'name:"a\\" OR name:*"'],
    ["a\\", 'name:"a\\\\"'],
    ["o'neil", 'name:"o\\\'neil"'],
    ["a\nstatus:any", 'name:"a status:any"'],
  ])("%j stays text", (value, term) => {
    expect(searchTerm("name", value)).toBe(term);
  });

  it("quotes times, which Shopify cuts at their colons otherwise", () => {
    expect(updatedSince("2026-11-21T10:00:00Z")).toBe("updated_at:>='2026-11-21T10:00:00Z'");
  });

  it("leaves digits only", () => {
    expect(digitsTerm("+40 722-123 OR 456")).toBe("40722123456");
  });
});
