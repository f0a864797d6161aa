import { AskonceError, maxMessageLength } from "@askonce/spec";
import { ORPCError, ValidationError } from "@orpc/server";
import { toAskonceError } from "./problem-response.ts";

/** What oRPC made of a failure, as one of ours: the issues of an invalid input, or what a service threw. */
export function fromOrpcError(thrown: unknown): AskonceError {
  if (!(thrown instanceof ORPCError)) return toAskonceError(thrown);
  if (thrown.cause instanceof ValidationError && thrown.code === "BAD_REQUEST") return fromIssues(thrown.cause.issues);
  if (AskonceError.is(thrown.cause)) return thrown.cause;
  if (thrown.status === 404) return new AskonceError("NOT_FOUND");
  if (thrown.status === 400) return new AskonceError("VALIDATION_FAILED");
  return new AskonceError("INTERNAL", { cause: thrown.cause ?? thrown });
}

function fromIssues(found: ValidationError["issues"]): AskonceError {
  // Said by its own code, because it is what a person can run into who did nothing wrong.
  if (found.some((issue) => "maximum" in issue && issue.maximum === maxMessageLength)) {
    return new AskonceError("MESSAGE_TOO_LONG", { details: { maxLength: maxMessageLength } });
  }
  const issues = found.slice(0, 20).map((issue) => ({
    path: (issue.path ?? []).map((part) => String(typeof part === "object" ? part.key : part)).join("."),
    message: issue.message,
  }));
  return new AskonceError("VALIDATION_FAILED", { details: { issues } });
}
