import { expect, it } from "vitest";
import { copyLine } from "./copy-in.ts";

it("writes numbers, text and nothing in PostgreSQL's text format", () => {
  expect(copyLine([1, "unde este coletul, țară", null])).toBe("1\tunde este coletul, țară\t\\N\n");
});

it("keeps a value in its field and its row", () => {
  expect(copyLine(["a\tb\nc\rd", "e"])).toBe("a\\tb\\nc\\rd\te\n");
});

it("does not let text become the mark for nothing", () => {
  expect(copyLine(["\\N", "C:\\new"])).toBe("\\\\N\tC:\\\\new\n");
});
