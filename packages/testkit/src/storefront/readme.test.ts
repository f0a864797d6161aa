import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { storefrontFields } from "./limits.ts";
import { describeStorefrontCases } from "./storefront-cases.ts";

const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");

describe("the README", () => {
  it("lists exactly the cases of the suite, in their order", () => {
    const rows = [...readme.matchAll(/^\| (\w+) \| `([a-z0-9-]+)` \| (.+) \|$/gm)].map(([, group, name, title]) => ({
      name,
      group,
      title,
    }));
    expect(rows).toEqual(describeStorefrontCases());
  });

  it("lists every field that can be limited", () => {
    for (const field of storefrontFields) expect(readme).toContain(`\`${field}\``);
  });
});
