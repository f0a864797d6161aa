import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { describeStorageCases } from "./storage-suite.ts";

const readme = readFileSync(new URL("../../../README.md", import.meta.url), "utf8");
const cases = describeStorageCases();

describe("the README", () => {
  it("lists exactly the cases of the storage suite, in their order", () => {
    const rows = [...readme.matchAll(/^\| `([a-z0-9-]+)` \| (\w+) \| (.+) \|$/gm)].map(([, name, group, title]) => ({
      name,
      group,
      title,
    }));
    expect(rows).toEqual(cases.filter((each) => each.group !== "jobs"));
  });

  it("says how many cases the jobs have", () => {
    const jobs = cases.filter((each) => each.group === "jobs").length;
    expect(readme).toContain(`the ${jobs} cases of the jobs suite`);
  });
});
