import { describe, expect, it } from "vitest";
import { addToBody, joinWords, longestBody } from "./document.ts";
import { parseQuery } from "./query.ts";
import { longestWord, phoneWords, wordsOf } from "./words.ts";

describe("the words of a text", () => {
  it.each([
    ["Țuică & brânză, ștampilată!", ["tuica", "branza", "stampilata"]],
    ["ana.maria+shop@example.com", ["ana", "maria", "shop", "example", "com"]],
    ["Order #1042/2 – AB-77", ["order", "1042", "2", "ab", "77"]],
    ["dov'è il mio pacco?", ["dov", "e", "il", "mio", "pacco"]],
    ["Привет, Мир! 你好 한국", ["привет", "мир", "你好", "한국".normalize("NFKD")]],
    ["½ ² Ⅳ", ["1", "2", "2", "iv"]],
    ["🙂 … — _ \u0000", []],
  ])("%j are %j", (text, expected) => {
    expect(wordsOf(text)).toEqual(expected);
  });

  it("have numbers in groups as one word too, completed when they are a phone number of the country", () => {
    expect(wordsOf("call 0722 123-456 now", "RO")).toEqual(["call", "0722", "123", "456", "now", "0722123456", "40722123456"]);
    expect(wordsOf("+40 (722) 123 456")).toEqual(["40", "722", "123", "456", "40722123456"]);
    expect(wordsOf("x1234567 1234567x ț123456")).toEqual(["x1234567", "1234567x", "t123456"]);
  });

  it("are cut, and never inside a character", () => {
    expect(wordsOf("x".repeat(70))).toEqual(["x".repeat(longestWord)]);
    const [word = ""] = wordsOf(`x${"𐐨".repeat(40)}`);
    expect(word).toBe(`x${"𐐨".repeat(31)}`);
  });

  it("take time in proportion to the text, whatever it is", () => {
    const startedAt = performance.now();
    for (const part of ["1 ", "1(2)", "+", "((((1", "1-", "00 ", "a1 "]) wordsOf(part.repeat(100_000 / part.length), "RO");
    expect(performance.now() - startedAt).toBeLessThan(3000);
  });
});

describe("a phone number", () => {
  it.each([
    ["+40722123456", "RO", ["40722123456", "722123456", "0722123456"]],
    ["+390669821234", "IT", ["390669821234", "669821234", "0669821234"]],
    ["+40722123456", undefined, ["40722123456"]],
    ["12345", "RO", ["12345"]],
  ])("%s in %s is found by the beginnings of %j", (normalized, country, expected) => {
    expect(phoneWords(normalized, country)).toEqual(expected);
  });
});

describe("a query", () => {
  const spelled = (text: string, country?: string) =>
    parseQuery(text, country).map((term) =>
      term.map((words) => words.map(({ word, isPrefix }) => `${word}${isPrefix ? "*" : ""}`).join("+")),
    );

  it.each([
    ["#42", [["42*"]]],
    ["Ana p", [["ana*"], ["p"]]],
    ["ana@example.com", [["ana*"], ["example*"], ["com*"]]],
    ["  % _ ", []],
    ["0722 123 456", [["0722*+123*+456*", "0722123456*", "40722123456*"]]],
    ["ana 0040722123456 late", [["ana*"], ["0040722123456*", "40722123456*"], ["late*"]]],
    ["1042", [["1042*"]]],
  ])("%j looks for %j", (text, expected) => {
    expect(spelled(text, "RO")).toEqual(expected);
  });

  it("is bounded", () => {
    expect(parseQuery("ab ".repeat(500))).toHaveLength(16);
  });
});

describe("the words of a document", () => {
  it("are distinct, newest first, and the oldest go when there is no more room", () => {
    expect(addToBody("one two three", ["two", "four", "four"])).toBe("two four one three");
    let body = "";
    for (let message = 0; message < 50; message++) {
      body = addToBody(
        body,
        Array.from({ length: 100 }, (_, index) => `word${message}x${index}`),
      );
      expect(body.length).toBeLessThanOrEqual(longestBody.characters);
      expect(body.split(" ").length).toBeLessThanOrEqual(longestBody.words);
    }
    expect(body.split(" ")[0]).toBe("word49x0");
    expect(body).not.toContain("word0x");
    expect(joinWords(["a", "b", "c"], { words: 2, characters: 100 })).toBe("a b");
  });
});
