import { errorCodes } from "@askonce/spec";
import { contract } from "@askonce/spec/contract";
import { beforeAll, describe, expect, it } from "vitest";
import { endpoints } from "../testing/endpoints.ts";
import { instance } from "../testing/instance.ts";
import { createOpenApiDocument } from "./openapi-document.ts";

interface Operation {
  operationId: string;
  summary?: string;
  tags?: string[];
  parameters?: { name: string; in: string; required?: boolean; schema: unknown }[];
  requestBody?: { content: Record<string, { schema: unknown }> };
  responses: Record<string, { description: string; content?: Record<string, { schema: Record<string, unknown> }> }>;
}
interface Document {
  openapi: string;
  info: { title: string; version: string };
  servers: { url: string }[];
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Record<string, unknown>>; securitySchemes: Record<string, unknown> };
}

let document: Document;
let text: string;

beforeAll(async () => {
  const made = await createOpenApiDocument("/api/v1", "1.2.3");
  text = JSON.stringify(made);
  document = JSON.parse(text);
});

/** Every `$ref` in it. */
function references(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, entry]) => (key === "$ref" && typeof entry === "string" ? [entry] : references(entry)));
}

const operations = () =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );

describe("the OpenAPI document", () => {
  it("is of version 3.1 and of this version of the package", () => {
    expect(document.openapi).toMatch(/^3\.1\.\d+$/);
    expect(document.info).toMatchObject({ title: "askonce", version: "1.2.3" });
    expect(document.servers).toEqual([{ url: "/api/v1" }]);
  });

  it("has every endpoint once, and no other", () => {
    const described = operations().map(({ path, method }) => `${method.toUpperCase()} ${path}`);
    expect(described.sort()).toEqual(endpoints.map((endpoint) => `${endpoint.method} ${endpoint.path}`).sort());
    const ids = operations().map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("describes each operation: summary, tag, its path's parameters, a success and its errors", () => {
    const wrong: string[] = [];
    for (const { path, method, operation } of operations()) {
      const name = `${method} ${path}`;
      if (!operation.summary || operation.tags?.length !== 1) wrong.push(`${name}: no summary or tag`);
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
      const declared = (operation.parameters ?? []).filter((parameter) => parameter.in === "path");
      if (
        inPath.sort().join() !==
        declared
          .map((parameter) => parameter.name)
          .sort()
          .join()
      )
        wrong.push(`${name}: parameters`);
      if (declared.some((parameter) => parameter.required !== true)) wrong.push(`${name}: a path parameter is optional`);
      if (!Object.keys(operation.responses).some((status) => status.startsWith("2"))) wrong.push(`${name}: no success`);
      for (const response of Object.values(operation.responses))
        if (typeof response.description !== "string") wrong.push(`${name}: a response without a description`);
    }
    expect(wrong).toEqual([]);
  });

  it("names for each endpoint the status of each of its errors, as a problem", () => {
    const wrong: string[] = [];
    for (const [group, procedures] of Object.entries(contract)) {
      for (const [name, procedure] of Object.entries(procedures)) {
        const { route, errorMap } = procedure["~orpc"];
        const operation = document.paths[route.path ?? ""]?.[(route.method ?? "").toLowerCase()];
        for (const code of Object.keys(errorMap) as (keyof typeof errorCodes)[]) {
          const response = operation?.responses[String(errorCodes[code].status)];
          const schemas = Object.values(response?.content ?? {}).map((content) => content.schema.$ref);
          if (schemas.length !== 1 || schemas[0] !== "#/components/schemas/Problem")
            wrong.push(`${group}.${name} ${code}: ${JSON.stringify(schemas)}`);
          if (!JSON.stringify(Object.values(response?.content ?? {})[0] ?? {}).includes(code) && !response?.description.includes(code))
            wrong.push(`${group}.${name}: ${code} is not said`);
          if (response && !("application/problem+json" in (response.content ?? {}))) wrong.push(`${group}.${name} ${code}: media type`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  it("shows a whole example of each error", () => {
    const examples = operations().flatMap(({ operation }) =>
      Object.entries(operation.responses).flatMap(([status, response]) =>
        Object.values(response.content ?? {}).flatMap((content) =>
          Object.entries((content as { examples?: Record<string, { value: Record<string, unknown> }> }).examples ?? {}).map(
            ([code, { value }]) => ({ status, code, value }),
          ),
        ),
      ),
    );
    expect(new Set(examples.map((example) => example.code)).size).toBeGreaterThan(15);
    for (const { status, code, value } of examples)
      expect(value).toMatchObject({ code, status: Number(status), type: `https://askonce.dev/errors/${code}` });
  });

  it("names the entities, so that generated types have names, and every reference leads somewhere", () => {
    const names = Object.keys(document.components.schemas);
    expect(names).toEqual(
      expect.arrayContaining([
        "Problem",
        "Ticket",
        "Message",
        "Customer",
        "Order",
        "Parcel",
        "Context",
        "Fact",
        "Event",
        "Money",
        "DisclosedOrder",
        "OwnTicket",
      ]),
    );
    const found = references(document);
    expect(found.length).toBeGreaterThan(200);
    expect(found.filter((reference) => !names.includes(reference.replace("#/components/schemas/", "")))).toEqual([]);
    const list = document.paths["/tickets"]?.get?.responses["200"]?.content?.["application/json"]?.schema;
    expect(JSON.stringify(list)).toContain('"items":{"$ref":"#/components/schemas/Ticket"}');
    expect(document.paths["/tickets/{ticketId}"]?.get?.responses["200"]?.content?.["application/json"]?.schema).toEqual({
      $ref: "#/components/schemas/Ticket",
    });
    const used = new Set(found);
    expect(
      names.filter((name) => !used.has(`#/components/schemas/${name}`)),
      "no entity that nothing uses",
    ).toEqual([]);
    // Some four kilobytes for each path, most of them its errors.
    expect(text.length, "entities are said once").toBeLessThan(4_400 * Object.keys(document.paths).length);
  });

  it("says for whom an endpoint is: everybody's needs no credentials", () => {
    for (const endpoint of endpoints) {
      const operation = document.paths[endpoint.path]?.[endpoint.method.toLowerCase()] as Operation & { security?: unknown };
      expect([endpoint.name, operation.security]).toEqual([endpoint.name, endpoint.for === "everybody" ? [] : undefined]);
    }
  });

  it("is served by the handler, with its own base path", async () => {
    const { call } = instance({});
    const { status, body, headers } = await call("GET", "/openapi.json");
    expect([status, headers.get("content-type")]).toEqual([200, "application/json"]);
    expect(body).toMatchObject({ openapi: document.openapi, servers: [{ url: "/api/v1" }] });
    expect(Object.keys(body.paths as object)).toEqual(Object.keys(document.paths));
  });
});
