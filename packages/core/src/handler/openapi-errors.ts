import { AskonceError, type ErrorCode, errorCodes, toProblem } from "@askonce/spec";
import { contract } from "@askonce/spec/contract";
import type { OpenAPI } from "@orpc/openapi";

const exampleRequestId = "req_01jd0000000000000000000000";

/**
 * Says for each endpoint which errors it answers with, each with a whole example, and which endpoints need no credentials. The generator
 * knows only the statuses, and not that a problem has a media type of its own.
 */
export function describeErrors(document: OpenAPI.Document): OpenAPI.Document {
  for (const procedure of Object.values(contract).flatMap((group) => Object.values(group))) {
    const { route, errorMap } = procedure["~orpc"];
    const operation = document.paths?.[route.path ?? ""]?.[(route.method ?? "POST").toLowerCase() as "get"];
    if (!operation) continue;
    const codes = Object.keys(errorMap).filter(isErrorCode);
    for (const status of new Set(codes.map((code) => errorCodes[code].status))) {
      operation.responses = { ...operation.responses, [status]: errorResponse(codes.filter((code) => errorCodes[code].status === status)) };
    }
    if (!codes.includes("UNAUTHENTICATED")) operation.security = [];
  }
  return document;
}

function errorResponse(codes: readonly ErrorCode[]): OpenAPI.ResponseObject {
  return {
    description: codes.map((code) => `\`${code}\`: ${errorCodes[code].title}`).join("\n"),
    content: {
      "application/problem+json": {
        schema: { $ref: "#/components/schemas/Problem" },
        examples: Object.fromEntries(codes.map((code) => [code, { value: toProblem(new AskonceError(code), exampleRequestId) }])),
      },
    },
  };
}

function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(errorCodes, code);
}
