import { describe, expect, it } from "vitest";
import * as z from "zod";
import { looseList, looseText, textOrNumber } from "./loose-schemas.ts";

describe("loose schemas", () => {
  it("looseText keeps text as it is, and takes everything else for none", () => {
    const schema = z.object({ text: looseText });
    expect([" a ", "", "  ", null, undefined, 5, {}].map((text) => schema.parse({ text }).text)).toEqual([
      " a ",
      null,
      null,
      null,
      null,
      null,
      null,
    ]);
    expect(schema.parse({})).toEqual({ text: null });
  });

  it("textOrNumber trims, and refuses what is neither", () => {
    const schema = z.object({ code: textOrNumber });
    expect([" 05 ", 5, "", null, undefined].map((code) => schema.parse({ code }).code)).toEqual(["05", "5", null, null, null]);
    expect(schema.safeParse({ code: {} }).success).toBe(false);
  });

  it("looseList leaves out what cannot be read", () => {
    const schema = z.object({ list: looseList(z.object({ id: z.int() })) });
    expect(schema.parse({ list: [{ id: 1 }, "nonsense", null, { id: "2" }, { id: 3 }] }).list).toEqual([{ id: 1 }, { id: 3 }]);
    for (const list of [null, undefined, "none", {}]) expect(schema.parse({ list }).list).toEqual([]);
    expect(schema.parse({}).list).toEqual([]);
  });
});
