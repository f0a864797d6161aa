import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type MetricDefinition, metricDefinitions, type SpanDefinition, spanDefinitions } from "./definitions.ts";

const guide = readFileSync(new URL("../../../../docs/guides/operate.md", import.meta.url), "utf8");

/** The rows of the table below a heading, without its head. */
function rowsBelow(heading: string): string[] {
  const [, section = ""] = guide.split(`\n### ${heading}\n`);
  const [text = ""] = section.split(/\n##+ /);
  return text
    .split("\n")
    .filter((line) => line.startsWith("|"))
    .slice(2);
}

const named = (attributes: readonly string[]) => attributes.map((name) => `\`${name}\``).join(", ") || "none";

describe("the guide", () => {
  it("lists every metric with its kind, unit, meaning and attributes, and no other", () => {
    const rows = Object.entries<MetricDefinition>(metricDefinitions).map(
      ([name, { kind, unit, description, attributes }]) =>
        `| \`${name}\` | ${kind} | \`${unit}\` | ${description} | ${named(attributes)} |`,
    );
    expect(rowsBelow("Metrics")).toEqual(rows);
  });

  it("lists every span with its meaning and attributes, and no other", () => {
    const rows = Object.entries<SpanDefinition>(spanDefinitions).map(
      ([name, { description, attributes }]) => `| \`${name}\` | ${description} | ${named(attributes)} |`,
    );
    expect(rowsBelow("Spans")).toEqual(rows);
  });
});

describe("the names", () => {
  it("are those of the conventions or begin with our own", () => {
    const conventions = ["http.", "url.", "db.", "error."];
    const names = [
      ...Object.keys(metricDefinitions),
      ...[...Object.values(metricDefinitions), ...Object.values(spanDefinitions)].flatMap(({ attributes }) => attributes),
    ];
    for (const name of names)
      expect(
        [...conventions, "askonce."].some((prefix) => name.startsWith(prefix)),
        name,
      ).toBe(true);
  });

  it("have seconds in buckets that fit seconds", () => {
    for (const [name, definition] of Object.entries<MetricDefinition>(metricDefinitions)) {
      expect(definition.boundaries !== undefined, name).toBe(definition.kind === "histogram");
      if (definition.unit === "s" && definition.boundaries) expect(Math.min(...definition.boundaries)).toBe(0.005);
    }
  });
});
