import { expect, it } from "vitest";
import { fact } from "../__fixtures__/parts.ts";
import { factGroups } from "./fact-groups.ts";

it("shows a value that several sources agree on once, and keeps the order", () => {
  const groups = factGroups([
    fact("phone", "0722"),
    fact("item", "Mug"),
    fact("phone", "0722", { source: { kind: "order", ref: "o", excerpt: null } }),
    fact("item", "Plate"),
  ]);
  expect(groups.map(({ key, values, disagree }) => [key, values.map(({ value, facts }) => [value, facts.length]), disagree])).toEqual([
    ["phone", [["0722", 2]], false],
    [
      "item",
      [
        ["Mug", 1],
        ["Plate", 1],
      ],
      false,
    ],
  ]);
});

it("puts what disagrees together and leaves out what was replaced", () => {
  const groups = factGroups([
    fact("postcode", "400174", { contradicted: true }),
    fact("postcode", "400175", { contradicted: true }),
    fact("postcode", "400000", { supersededById: "fact_postcode" }),
  ]);
  expect(groups).toMatchObject([{ key: "postcode", disagree: true, values: [{ value: "400174" }, { value: "400175" }] }]);
});

it("does call it one when facts were left out, because the other one may be among them", () => {
  expect(factGroups([fact("postcode", "400174", { contradicted: true }), fact("phone", "0722")], true)).toMatchObject([
    { disagree: true },
    { disagree: false },
  ]);
});

it("does not call it a disagreement when what it contradicted is gone", () => {
  expect(factGroups([fact("postcode", "400174", { contradicted: true })])).toMatchObject([{ disagree: false }]);
});
