import { problemSchema } from "@askonce/spec";
import { contract } from "@askonce/spec/contract";
import { type OpenAPI, OpenAPIGenerator } from "@orpc/openapi";
import { ZodToJsonSchemaConverter } from "@orpc/zod/zod4";

/** The API as an OpenAPI 3.1 document, derived from the contract. */
export async function createOpenApiDocument(serverPath: string, version: string): Promise<OpenAPI.Document> {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] });
  return generator.generate(contract, {
    info: {
      title: "askonce",
      version,
      description:
        "Tickets, customers, orders and facts of one shop. Agents send a bearer token, customers a signed identity token. Errors are RFC 9457 problem details with a stable `code`.",
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: serverPath }],
    commonSchemas: { Problem: { schema: problemSchema } },
    components: { securitySchemes: { bearer: { type: "http", scheme: "bearer" } } },
    security: [{ bearer: [] }],
    customErrorResponseBodySchema: () => ({ $ref: "#/components/schemas/Problem" }),
  });
}
