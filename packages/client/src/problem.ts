import { type ApiErrorOptions, AskonceApiError } from "./api-error.ts";

/** Reads problem details (RFC 9457, as `@askonce/spec` describes them) without trusting them; `null` when they are something else. */
export function errorFromProblem(body: unknown, status: number | null): AskonceApiError | null {
  if (!isRecord(body) || typeof body.code !== "string") return null;
  const message = firstText(body.detail, body.title, body.message) ?? body.code;
  return new AskonceApiError(body.code, {
    message,
    status: typeof body.status === "number" ? body.status : status,
    retryable: body.retryable === true,
    retryAfterMs: typeof body.retryAfterMs === "number" ? body.retryAfterMs : null,
    requestId: typeof body.requestId === "string" ? body.requestId : null,
    issues: readIssues(body.issues),
    details: isRecord(body.details) ? body.details : {},
  });
}

/** An answer that is not ours: a proxy's page, a wrong base URL. Its text is not repeated, it can hold anything. */
export function unreadable(status: number, options: Pick<ApiErrorOptions, "retryAfterMs" | "cause"> = {}): AskonceApiError {
  return new AskonceApiError("RESPONSE_UNREADABLE", {
    message: `The answer (status ${status}) is not from askonce; check baseUrl and what stands in between`,
    status,
    retryable: status === 429 || status >= 500,
    ...options,
  });
}

function readIssues(value: unknown): { path: string; message: string }[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((issue) =>
    isRecord(issue) && typeof issue.path === "string" && typeof issue.message === "string"
      ? [{ path: issue.path, message: issue.message }]
      : [],
  );
}

function firstText(...values: unknown[]): string | undefined {
  return values.find((value): value is string => typeof value === "string" && value !== "");
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
