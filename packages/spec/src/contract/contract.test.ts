import { type AnyContractProcedure, isContractProcedure } from "@orpc/contract";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { errorCodes } from "../errors/error-codes.ts";
import { apiPrefix, contract } from "./index.ts";

interface Endpoint {
  name: string;
  method: string;
  path: string;
  pathParameters: string[];
  definition: AnyContractProcedure["~orpc"];
}

const endpoints: Endpoint[] = Object.entries(contract).flatMap(([group, procedures]) =>
  Object.entries(procedures).map(([action, procedure]) => {
    if (!isContractProcedure(procedure)) throw new Error(`${group}.${action} is no endpoint`);
    const { route } = procedure["~orpc"];
    const path = route.path ?? "";
    return {
      name: `${group}.${action}`,
      method: route.method ?? "",
      path,
      pathParameters: [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? ""),
      definition: procedure["~orpc"],
    };
  }),
);

/** Only what is made of zod can be described; the event stream's output is not. */
function zodSchema(schema: unknown): z.ZodType | null {
  return schema instanceof z.ZodType ? schema : null;
}

function inputFields(endpoint: Endpoint): Record<string, unknown> {
  const schema = zodSchema(endpoint.definition.inputSchema);
  if (!schema) return {};
  return (z.toJSONSchema(schema, { io: "input" }) as { properties?: Record<string, unknown> }).properties ?? {};
}

describe("the HTTP contract", () => {
  it("was read", () => {
    expect(endpoints.length).toBeGreaterThan(30);
    expect(apiPrefix).toMatch(/^\/api\/v\d+$/);
  });

  it("has each method and path once", () => {
    // Parameters of other names are still the same path for a router.
    const routes = endpoints.map(({ method, path }) => `${method} ${path.replace(/\{\w+\}/g, "{}")}`);
    expect(routes.filter((route, index) => routes.indexOf(route) !== index)).toEqual([]);
  });

  it.each(endpoints)("$name has a method, a path, a summary and a tag", ({ method, path, definition }) => {
    expect(["GET", "POST", "PUT", "PATCH", "DELETE"]).toContain(method);
    expect(path).toMatch(/^(\/([a-z]+(-[a-z]+)*|\{[a-z][A-Za-z]*\}))+$/);
    expect(definition.route.summary).toMatch(/^[A-Z].{3,120}[^.]$/);
    expect(definition.route.tags).toHaveLength(1);
    expect(definition.outputSchema).toBeDefined();
  });

  it.each(endpoints)("$name takes its path's parameters, and they are required", (endpoint) => {
    const schema = zodSchema(endpoint.definition.inputSchema);
    const { required = [] } = schema ? (z.toJSONSchema(schema, { io: "input" }) as { required?: string[] }) : {};
    expect(required).toEqual(expect.arrayContaining(endpoint.pathParameters));
  });

  it.each(endpoints)("$name can be described by JSON Schema", ({ definition }) => {
    for (const [schema, io] of [[definition.inputSchema, "input"] as const, [definition.outputSchema, "output"] as const]) {
      const one = zodSchema(schema);
      if (one) expect(() => z.toJSONSchema(one, { io, target: "draft-2020-12" })).not.toThrow();
    }
  });

  it.each(endpoints)("$name raises only errors of the table, with the table's status and title", ({ definition }) => {
    const table: Record<string, { status: number; title: string } | undefined> = errorCodes;
    const errors = Object.entries(definition.errorMap);
    expect(errors.length).toBeGreaterThan(0);
    for (const [code, error] of errors) {
      expect(table[code], code).toBeDefined();
      expect(error).toMatchObject({ status: table[code]?.status, message: table[code]?.title });
    }
  });

  it("says who may call: everything but look-up, health and the customer's own asks for an agent", () => {
    const open = endpoints.filter((endpoint) => !("UNAUTHENTICATED" in endpoint.definition.errorMap)).map((endpoint) => endpoint.name);
    expect(open).toEqual([
      "guestDeliveries.whereIs",
      "guestDeliveries.report",
      "lookup.order",
      "verifications.start",
      "verifications.confirm",
      "forms.get",
      "packets.read",
      "health.check",
      "health.live",
    ]);
    const withoutRoles = endpoints.filter((endpoint) => !("FORBIDDEN" in endpoint.definition.errorMap)).map((endpoint) => endpoint.name);
    expect(withoutRoles.filter((name) => !/^(mine|ownDeliveries)\./.test(name)).sort()).toEqual([
      "forms.get",
      "guestDeliveries.report",
      "guestDeliveries.whereIs",
      "health.check",
      "health.live",
      "lookup.order",
      "packets.read",
      "verifications.confirm",
      "verifications.start",
    ]);
  });

  it("answers 201 to what makes something and bounds every list that is paged", () => {
    const wrong = endpoints.filter(({ definition, method }) => definition.route.successStatus === 201 && method !== "POST");
    expect(wrong.map((endpoint) => endpoint.name)).toEqual([]);
    const paged = endpoints.filter((endpoint) => "cursor" in inputFields(endpoint));
    expect(paged.length).toBeGreaterThan(5);
    for (const endpoint of paged) {
      const schema = zodSchema(endpoint.definition.inputSchema);
      const path = Object.fromEntries(endpoint.pathParameters.map((name) => [name, "x"]));
      expect(schema?.parse(path), endpoint.name).toMatchObject({ limit: 50 });
      expect(schema?.safeParse({ ...path, limit: "100" }).success, endpoint.name).toBe(true);
      for (const limit of ["0", "101", "-1", "1.5", "all"])
        expect(schema?.safeParse({ ...path, limit }).success, `${endpoint.name} ${limit}`).toBe(false);
    }
  });
});

describe("what single endpoints take", () => {
  const inputOf = (name: string): z.ZodType => {
    const schema = zodSchema(endpoints.find((endpoint) => endpoint.name === name)?.definition.inputSchema);
    if (!schema) throw new Error(`${name} has no input`);
    return schema;
  };

  it("looks an order up with exactly one second proof", () => {
    const schema = inputOf("lookup.order");
    expect(schema.safeParse({ number: "1042", email: "a@b.test" }).success).toBe(true);
    expect(schema.safeParse({ number: "1042", postcode: "010101" }).success).toBe(true);
    expect(schema.safeParse({ number: "1042" }).success).toBe(false);
    expect(schema.safeParse({ number: "1042", email: "a@b.test", postcode: "010101" }).success).toBe(false);
    expect(schema.safeParse({ number: "   ", email: "a@b.test" }).success).toBe(false);
  });

  it("searches orders by at least one thing, all of it text in a query string", () => {
    const schema = inputOf("orders.search");
    expect(schema.parse({ number: " 1042 ", live: "true" })).toEqual({ number: "1042", live: true });
    expect(schema.parse({ email: "a@b.test" })).toEqual({ email: "a@b.test", live: false });
    expect(schema.safeParse({}).success).toBe(false);
    expect(schema.safeParse({ live: "true" }).success).toBe(false);
    expect(schema.safeParse({ number: "" }).success).toBe(false);
  });

  it("refuses messages without a word and longer than the limit", () => {
    const schema = inputOf("tickets.reply");
    expect(schema.safeParse({ ticketId: "t", text: "x".repeat(100_000) }).success).toBe(true);
    expect(schema.safeParse({ ticketId: "t", text: "x".repeat(100_001) }).success).toBe(false);
    expect(schema.safeParse({ ticketId: "t", text: " \n\t " }).success).toBe(false);
    expect(schema.safeParse({ ticketId: "../t", text: "x" }).success).toBe(false);
  });

  it("keeps a change apart from no change", () => {
    const schema = inputOf("tickets.update");
    expect(schema.parse({ ticketId: "t" })).toEqual({ ticketId: "t" });
    expect(schema.parse({ ticketId: "t", assigneeId: null, waitingFor: null })).toEqual({
      ticketId: "t",
      assigneeId: null,
      waitingFor: null,
    });
    expect(schema.safeParse({ ticketId: "t", status: "closed" }).success).toBe(false);
    expect(schema.safeParse({ ticketId: "t", tags: Array(51).fill("x") }).success).toBe(false);
  });
});
