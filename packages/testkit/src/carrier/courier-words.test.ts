import { describe, expect, it } from "vitest";
import { wordsIn } from "./courier-words.ts";

describe("wordsIn", () => {
  it("takes every text and number of JSON", () => {
    expect([...wordsIn(['{"a":"In transit","b":[5,{"c":"Cluj"}],"d":null}'])]).toEqual(["In transit", "5", "Cluj"]);
  });

  it("takes what stands between tags and quotes", () => {
    const words = wordsIn(['<list at="Milano"><code>906</code> <state> CONSEGNATA </state></list>']);
    for (const word of ["Milano", "906", "CONSEGNATA"]) expect(words).toContain(word);
    expect(words).not.toContain("CONSEGNATA </state>");
  });

  it("takes the text of a CDATA section as it stands", () => {
    const words = wordsIn(["<state><![CDATA[ IN CONSEGNA <oggi> ]]></state><note><![CDATA[A]]><![CDATA[B]]></note><code>5</code>"]);
    for (const word of ["IN CONSEGNA <oggi>", "A", "B", "5"]) expect(words).toContain(word);
    expect([...words].some((word) => word.includes("CDATA"))).toBe(false);
  });
});
