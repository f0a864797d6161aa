import { AskonceError, toProblem } from "@askonce/spec";

const picture = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");

/** What a server answers beside its contract: photos under signed links, one of them over, and a claim for the first incident only. */
export async function fakeFiles(request: Request): Promise<Response | null> {
  const { pathname } = new URL(request.url);
  if (pathname.startsWith("/files/")) {
    return pathname.endsWith("/pho_over")
      ? new Response(null, { status: 404 })
      : new Response(picture, { headers: { "content-type": "image/png" } });
  }
  const incidentId = /^\/api\/v1\/incidents\/(\w+)\/claim\.pdf$/.exec(pathname)?.[1];
  if (incidentId === undefined) return null;
  const isAgent = request.headers.get("authorization")?.startsWith("Bearer ask_test_");
  if (isAgent && incidentId === "inc_late") return new Response("%PDF-1.7", { headers: { "content-type": "application/pdf" } });
  const problem = toProblem(new AskonceError(isAgent ? "CLAIM_INCOMPLETE" : "UNAUTHENTICATED"), "req_fake");
  return Response.json(problem, { status: problem.status });
}
