import { describe, expect, it } from "vitest";
import { allBelow, childOf, readXml } from "./xml.ts";

describe("readXml", () => {
  it("reads elements, CDATA and entities, and skips comments and declarations", () => {
    const root = readXml(
      '<?xml version="1.0"?><!-- a --><Elenco x="1"><a>1 &amp; 2</a><b/><c><![CDATA[<&>]]> z</c><a>&#232;&#xE8;&nope;</a></Elenco>',
    );
    expect(root?.name).toBe("ELENCO");
    expect(root?.children.map(({ name, text }) => [name, text])).toEqual([
      ["A", "1 & 2"],
      ["B", ""],
      ["C", "<&> z"],
      ["A", "èè&nope;"],
    ]);
    expect(root && childOf(root, "B")).toEqual({ name: "B", text: "", children: [] });
    expect(root && allBelow(root, "A")).toHaveLength(2);
  });

  it.each([
    ["nothing", ""],
    ["no element", "hello"],
    ["an open element", "<a><b></a>"],
    ["an end without a beginning", "</a>"],
    ["two roots", "<a/><b/>"],
    ["a document type", '<!DOCTYPE a [<!ENTITY e "boom">]><a>&e;</a>'],
    ["a cut tag", "<a><b"],
    ["text around the root", "<a/>x"],
  ])("is null for %s", (_title, source) => {
    expect(readXml(source)).toBeNull();
  });

  it("is bounded in depth, count and size", () => {
    expect(readXml(`${"<a>".repeat(20)}${"</a>".repeat(20)}`)).not.toBeNull();
    expect(readXml(`${"<a>".repeat(21)}${"</a>".repeat(21)}`)).toBeNull();
    expect(readXml(`<r>${"<a/>".repeat(20_000)}</r>`)).toBeNull();
    expect(readXml(`<r>${" ".repeat(1_000_000)}</r>`)).toBeNull();
  });

  it("takes little time for a tag that never ends", () => {
    const before = performance.now();
    expect(readXml(`<a ${"x ".repeat(400_000)}`)).toBeNull();
    expect(performance.now() - before).toBeLessThan(2000);
  });
});
