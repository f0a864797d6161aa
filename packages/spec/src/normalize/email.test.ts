import { describe, expect, it } from "vitest";
import { normalizeEmail } from "./email.ts";

describe("normalizeEmail", () => {
  it.each([
    ["ana@example.test", "ana@example.test"],
    ["  Ana.Pop@Example.TEST \n", "ana.pop@example.test"],
    ["ana+shop@example.test", "ana+shop@example.test"],
    ["a.n.a@example.test", "a.n.a@example.test"],
    ["ana@example.test.", "ana@example.test"],
    ["o'neil@example.test", "o'neil@example.test"],
    ["ana@mail.example.co.test", "ana@mail.example.co.test"],
    // Local parts beyond ASCII exist (RFC 6531); both spellings of ț are one.
    ["ștefan@exemplu.test", "ștefan@exemplu.test"],
    ["s\u0326tefan@exemplu.test", "ștefan@exemplu.test"],
    ["nicolò@città.test", "nicolò@città.test"],
  ])("%j becomes %j", (text, expected) => {
    expect(normalizeEmail(text)).toBe(expected);
  });

  it.each([
    "",
    "ana",
    "@example.test",
    "ana@",
    "ana@localhost",
    "ana@.test",
    "ana@example..test",
    "ana@example.test..",
    "ana@@example.test",
    "ana pop@example.test",
    "Ana <ana@example.test>",
    "ana@example.test, bob@example.test",
    `${"a".repeat(65)}@example.test`,
    `ana@${"a".repeat(256)}.test`,
  ])("%j is not an address", (text) => {
    expect(normalizeEmail(text)).toBeNull();
  });

  it("keeps apart what only looks alike", () => {
    const plain = normalizeEmail("kim@example.test");
    for (const other of ["\u212aim@example.test", "kım@example.test", "kİm@example.test", "kiｍ@example.test", "кim@example.test"]) {
      expect(normalizeEmail(other), other).not.toBe(plain);
    }
    expect(normalizeEmail("info@\u212aim.test")).not.toBe(normalizeEmail("info@kim.test"));
  });

  it("gives the same for what it gave", () => {
    for (const text of ["Ana+X@Example.TEST.", "S\u0326tefan@Exemplu.Test"]) {
      const once = normalizeEmail(text);
      expect(normalizeEmail(once ?? "")).toBe(once);
    }
  });
});
