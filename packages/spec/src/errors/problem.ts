import * as z from "zod";
import type { AskonceError } from "./askonce-error.ts";
import { type ErrorDefinition, errorCodes } from "./error-codes.ts";

/** The body of every error answer: RFC 9457 problem details, media type `application/problem+json`. */
export const problemSchema = z
  .object({
    /** A page that explains the code. */
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    detail: z.string(),
    retryable: z.boolean(),
    retryAfterMs: z.number().nullable(),
    requestId: z.string().nullable(),
    /** What is wrong with which field, when the request's shape is the problem. */
    issues: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
    details: z.record(z.string(), z.unknown()).optional(),
  })
  .meta({ id: "Problem" });
export type Problem = z.infer<typeof problemSchema>;

export const problemTypeBase = "https://askonce.dev/errors/";

/** The problem details of an error, as the handler sends them. */
export function toProblem(error: AskonceError, requestId: string | null): Problem {
  // Another, newer copy of this package may have raised a code that this one does not know.
  const known: Readonly<Record<string, ErrorDefinition | undefined>> = errorCodes;
  const definition = known[error.code] ?? errorCodes.INTERNAL;
  const { issues, ...details } = error.details as { issues?: Problem["issues"] };
  return {
    type: `${problemTypeBase}${error.code}`,
    title: definition.title,
    status: definition.status,
    code: error.code,
    detail: error.message,
    retryable: error.retryable,
    retryAfterMs: error.retryAfterMs,
    requestId,
    ...(issues ? { issues } : {}),
    ...(Object.keys(details).length > 0 ? { details } : {}),
  };
}
