import { type EventType, eventData, eventEnvelopeSchema, eventTypes } from "@askonce/spec";
import * as z from "zod";
import type { GeneratedFile } from "./generated-file.ts";

interface Property {
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  anyOf?: Property[];
  $ref?: string;
  properties?: Record<string, Property>;
  required?: string[];
}

/** The table of events and what each carries, from their schemas. */
export async function events(): Promise<GeneratedFile[]> {
  const sections = eventTypes.map((type) => section(type));
  const content = `# Events

Made from the schemas in \`packages/spec/src/events\` by \`pnpm generate\`.

Every change writes its events in its own transaction, into one sequence per shop. They hold ids and states, no texts, names or addresses.
Three ways to hear of them:

| call | when | if it fails |
|---|---|---|
| \`askonce.before(name, hook)\` | inside the transaction, before the change is written | the change is refused |
| \`askonce.subscribe({ name, handle })\` | after the commit, in order, at least once, over restarts | tried again with growing pauses |
| \`askonce.on(type, observer)\` | after the commit, in this process | \`onError\` hears of it, nobody else is harmed |

Over HTTP they are server-sent events at \`GET /api/v1/events\`, which resume after \`Last-Event-ID\`.

## Around every event

${properties(jsonSchema(eventEnvelopeSchema))}

${sections.join("\n\n")}
`;
  return [{ path: "docs/events.md", content }];
}

function section(type: EventType): string {
  return `## \`${type}\` (version 1)\n\n${properties(jsonSchema(eventData[type]))}`;
}

function jsonSchema(schema: z.ZodType): Property {
  const made = z.toJSONSchema(schema, { reused: "inline" }) as Property & { $defs?: Record<string, Property> };
  // A schema with a name of its own comes as a reference to itself.
  return made.$defs?.[made.$ref?.split("/").at(-1) ?? ""] ?? made;
}

function properties(schema: Property): string {
  const rows = Object.entries(schema.properties ?? {}).map(([name, property]) => {
    const optional = schema.required?.includes(name) ? "" : ", when it changed";
    return `| \`${name}\` | ${describe(property)}${optional} |`;
  });
  return ["| field | value |", "|---|---|", ...rows].join("\n");
}

function describe(property: Property): string {
  if (property.$ref) return (property.$ref.split("/").at(-1) ?? "").replace(/^__schema\d+$/, "value");
  if (property.const !== undefined) return `\`${JSON.stringify(property.const)}\``;
  if (property.enum) return property.enum.length > 12 ? "one of the types below" : property.enum.map((one) => `\`${one}\``).join(" \\| ");
  if (property.anyOf) return property.anyOf.map(describe).join(" or ");
  if (property.properties) {
    const inner = Object.entries(property.properties).map(([name, one]) => `\`${name}\`: ${describe(one)}`);
    return inner.join("; ");
  }
  return String(property.type ?? "any");
}
