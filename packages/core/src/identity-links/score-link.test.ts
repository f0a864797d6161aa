import { describe, expect, it } from "vitest";
import { isOtherName, isSameName, isSharedMailbox, mailboxOf, scoreLink, suggestedFrom } from "./score-link.ts";

const evidence = (...kinds: Parameters<typeof scoreLink>[0][number]["kind"][]) => kinds.map((kind) => ({ kind, detail: "" }));

describe("the score of a link", () => {
  it("is between 0 and 99, counts each kind once, and asks for more than a phone", () => {
    const alike = { differently: false };
    expect(scoreLink(evidence("samePhone", "samePhone", "samePhone"), alike)).toBeLessThan(suggestedFrom);
    expect(scoreLink(evidence("sharedMailbox"), alike)).toBe(0);
    expect(scoreLink(evidence("agent", "sameEmail", "samePhone"), alike)).toBe(99);
    expect(scoreLink(evidence("samePhone", "samePostcode"), alike)).toBeGreaterThanOrEqual(suggestedFrom);
    expect(scoreLink(evidence("samePhone", "samePostcode"), { differently: true }), "a family").toBe(0);
    expect(scoreLink(evidence("sameEmail", "samePhone"), { differently: true })).toBeGreaterThanOrEqual(suggestedFrom);
  });
});

describe("names", () => {
  it.each([
    ["Ana Pop", "Pop  ANA", true, false],
    ["Ștefan Țuțea", "Tutea Stefan", true, false],
    ["Ana", "Ana", false, false],
    ["Ana Pop", "Ion Pop", false, true],
    ["Ana Pop", "Ana-Maria Pop", false, false],
    ["A. Pop", "Ana Pop", false, false],
    ["Ana Pop", "Ana Ionescu", false, true],
    ["Ana Ana", "Ana Pop", false, true],
    ["", "Ana Pop", false, false],
  ])("%j and %j: the same %s, another %s", (one, other, same, differs) => {
    expect([isSameName(one, other), isOtherName(one, other), isOtherName(other, one)]).toEqual([same, differs, differs]);
  });
});

describe("mailboxes", () => {
  it.each([
    ["office@example.test", true],
    ["Orders@example.test", true],
    ["no-reply+7@example.test", true],
    ["segreteria@example.test", true],
    ["ana@example.test", false],
    ["anaoffice@example.test", false],
  ])("%s is shared: %s", (email, shared) => {
    expect(isSharedMailbox(email)).toBe(shared);
  });

  it("are what stands before a plus sign", () => {
    expect([mailboxOf("ana+a+b@example.test"), mailboxOf("ana@example.test")]).toEqual(["ana@example.test", "ana@example.test"]);
  });
});
