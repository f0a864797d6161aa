import { AskonceError, errorCodes, toProblem } from "@askonce/spec";

/** An error as an RFC 9457 answer. */
export function problemResponse(error: AskonceError, requestId: string): Response {
  const headers = new Headers({ "cache-control": "no-store" });
  setProblemHeaders(headers, error);
  return new Response(JSON.stringify(toProblem(error, requestId)), { status: errorCodes[error.code].status, headers });
}

/** Whatever was thrown as one of ours; a foreign error's message may hold anything and stays inside. */
export function toAskonceError(thrown: unknown): AskonceError {
  return AskonceError.is(thrown) ? thrown : new AskonceError("INTERNAL", { cause: thrown });
}

/** What an error's answer says in its headers. */
function setProblemHeaders(headers: Headers, error: AskonceError): void {
  headers.set("content-type", "application/problem+json");
  if (error.retryAfterMs !== null) headers.set("retry-after", String(Math.ceil(error.retryAfterMs / 1000)));
  if (error.code === "UNAUTHENTICATED") headers.set("www-authenticate", 'Bearer realm="askonce"');
}
