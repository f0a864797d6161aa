import { describe, expect, it } from "vitest";
import { linkify } from "./linkify.ts";

const links = (text: string) => linkify(text).flatMap((part) => (part.kind === "link" ? [part.text] : []));

describe("a link in a message", () => {
  it.each([
    ["See https://a.example/x?y=1#z.", "https://a.example/x?y=1#z"],
    ["(https://a.example/path)", "https://a.example/path"],
    ["https://a.example/wiki/Cup_(tea), thanks", "https://a.example/wiki/Cup_(tea)"],
    ["Vedi https://a.example/è?!", "https://a.example/è"],
    ["<https://a.example>", "https://a.example"],
    ["HTTP://A.example/b", "HTTP://A.example/b"],
  ])("is found in %s", (text, link) => {
    expect(links(text)).toEqual([link]);
  });

  it.each([
    "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "https://",
    "www.a.example",
    // Reads as the bank, opens the other one.
    "https://bank.example@evil.example/",
    "https://user:password@evil.example/",
  ])("is not made of %s", (text) => {
    expect(links(text)).toEqual([]);
  });

  it("ends where the direction of writing is turned around", () => {
    expect(links("https://a.example/\u202egpj.exe")).toEqual(["https://a.example/"]);
  });

  it("leaves every character of the message in its place", () => {
    const text = "x https://a.example/(1)) y\nhttps://u@b.example z https://c.example…";
    expect(
      linkify(text)
        .map((part) => part.text)
        .join(""),
    ).toBe(text);
  });

  it("is found quickly in a long line of nothing but brackets", () => {
    const started = performance.now();
    linkify(`https://a.example/${"(".repeat(20_000)}${")".repeat(40_000)}`);
    expect(performance.now() - started).toBeLessThan(500);
  });
});
