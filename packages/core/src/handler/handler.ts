import { type Authenticate, AskonceError, parseJson, toProblem } from "@askonce/spec";
import { apiPrefix } from "@askonce/spec/contract";
import { OpenAPIHandler } from "@orpc/openapi/fetch";
import { ORPCError, ValidationError } from "@orpc/server";
import { receiveWebhook } from "../inbox/receive-webhook.ts";
import type { Services } from "../services.ts";
import { authenticateAgent, authenticateCustomer } from "./authenticate-request.ts";
import { createOpenApiDocument } from "./openapi-document.ts";
import { problemResponse, setProblemHeaders, toAskonceError } from "./problem-response.ts";
import { readBody } from "./read-body.ts";
import type { RequestContext } from "./request-context.ts";
import { createRouter } from "./router.ts";

export interface HandlerOptions {
  /** Where the handler is mounted, for example `/support`. Default: the root. */
  basePath?: string | undefined;
  authenticate?: Authenticate | undefined;
}

/** What a server in front knows and a `Request` does not say. */
export interface RequestInfo {
  /** The client's address, for limits. Take it from the socket, or from a header only if your own proxy sets it. */
  clientAddress?: string | null;
}

export type Handler = (request: Request, info?: RequestInfo) => Promise<Response>;

/** One `Request` to one `Response`, for any server: the API below `/api/v1`, its OpenAPI document, and the storefronts' webhooks. */
export function createHandler(services: Services, options: HandlerOptions): Handler {
  const prefix = `${(options.basePath ?? "").replace(/\/+$/, "")}${apiPrefix}` as `/${string}`;
  const { platform, store, storefronts, wake } = services;
  const api = new OpenAPIHandler<RequestContext>(createRouter(services), {
    customErrorResponseBodyEncoder: (error) => error.data,
    eventIteratorKeepAliveInterval: 15_000,
    clientInterceptors: [
      async ({ next, context }) => {
        try {
          return await next();
        } catch (thrown) {
          throw toApiError(thrown, context);
        }
      },
    ],
    interceptors: [
      async ({ next, context }) => {
        try {
          return await next();
        } catch (thrown) {
          if (thrown instanceof ORPCError && isProblem(thrown.data)) throw thrown;
          throw toApiError(thrown, context);
        }
      },
    ],
  });
  let openApi: Promise<string> | null = null;

  const handle = async (request: Request, info: RequestInfo, requestId: string): Promise<Response> => {
    const { pathname } = new URL(request.url);
    if (!pathname.startsWith(`${prefix}/`)) throw new AskonceError("NOT_FOUND");
    const webhook = /^\/webhooks\/([a-z0-9-]{1,60})$/.exec(pathname.slice(prefix.length));
    if (webhook) {
      if (request.method !== "POST") throw new AskonceError("METHOD_NOT_ALLOWED");
      const storefront = storefronts.get(webhook[1] ?? "");
      const body = await readBody(request);
      await services.prepared();
      const added = await receiveWebhook(store, platform, storefront, { method: request.method, url: request.url, headers: request.headers, body });
      if (added > 0) services.inboxWake.notify();
      return Response.json({ received: true }, { status: 200 });
    }
    if (pathname === `${prefix}/openapi.json`) {
      openApi ??= createOpenApiDocument(prefix, services.version).then((document) => JSON.stringify(document));
      return new Response(await openApi, { headers: { "content-type": "application/json", "cache-control": "public, max-age=300" } });
    }
    const checked = await withCheckedBody(request);
    await services.prepared();
    const context: RequestContext = {
      requestId,
      clientAddress: info.clientAddress ?? null,
      signal: request.signal,
      failure: null,
      agent: () => authenticateAgent(checked, services.agents, options.authenticate),
      customer: () => authenticateCustomer(checked, services.identity, store, platform),
    };
    const result = await api.handle(checked, { prefix, context });
    if (!result.matched) throw new AskonceError("NOT_FOUND");
    return finish(result.response, context.failure);
  };

  return async (request, info = {}) => {
    const requestId = platform.createId("req");
    try {
      if (services.stopSignal.aborted) throw new AskonceError("STOPPED");
      const response = await handle(request, info, requestId);
      response.headers.set("x-request-id", requestId);
      return response;
    } catch (thrown) {
      const error = toAskonceError(thrown);
      if (error.code === "INTERNAL") platform.logger.error("A request failed", { requestId, error: describe(error.cause) });
      const response = problemResponse(error, requestId);
      response.headers.set("x-request-id", requestId);
      return response;
    } finally {
      wake.notify();
    }
  };

  function toApiError(thrown: unknown, context: RequestContext): ORPCError<string, unknown> {
    const error = fromOrpc(thrown);
    context.failure = error;
    if (error.code === "INTERNAL") platform.logger.error("A request failed", { requestId: context.requestId, error: describe(error.cause) });
    const problem = toProblem(error, context.requestId);
    return new ORPCError(error.code, { status: problem.status, message: problem.title, data: problem });
  }
}

/** JSON bodies are looked at before anything is built from them: size, encoding, nesting. */
async function withCheckedBody(request: Request): Promise<Request> {
  if (request.method === "GET" || request.method === "HEAD" || !request.body) return request;
  const body = await readBody(request);
  if (body.byteLength > 0) parseJson(body);
  const headers = new Headers(request.headers);
  headers.delete("content-length");
  // Whatever the sender called it: the API speaks JSON, and a form would otherwise be read as one.
  if (body.byteLength > 0) headers.set("content-type", "application/json");
  return new Request(request.url, { method: request.method, headers, signal: request.signal, ...(body.byteLength > 0 ? { body: body as Uint8Array<ArrayBuffer> } : {}) });
}

function fromOrpc(thrown: unknown): AskonceError {
  if (!(thrown instanceof ORPCError)) return toAskonceError(thrown);
  if (thrown.cause instanceof ValidationError && thrown.code === "BAD_REQUEST") {
    const issues = thrown.cause.issues.slice(0, 20).map((issue) => ({
      path: (issue.path ?? []).map((part) => String(typeof part === "object" ? part.key : part)).join("."),
      message: issue.message,
    }));
    return new AskonceError("VALIDATION_FAILED", { details: { issues } });
  }
  if (thrown.status === 404) return new AskonceError("NOT_FOUND");
  if (thrown.status === 400) return new AskonceError("VALIDATION_FAILED");
  return new AskonceError("INTERNAL", { cause: thrown.cause ?? thrown });
}

function isProblem(data: unknown): boolean {
  return typeof data === "object" && data !== null && "code" in data && "type" in data;
}

function finish(response: Response, failure: AskonceError | null): Response {
  if (!response.headers.has("cache-control")) response.headers.set("cache-control", "no-store");
  if (failure) setProblemHeaders(response.headers, failure);
  return response;
}

/** The kind of a failure and where it happened, for the log: never its message, which may quote what a customer wrote. */
function describe(cause: unknown): string {
  if (!(cause instanceof Error)) return typeof cause;
  const place = cause.stack?.split("\n").find((line) => /^\s+at /.test(line));
  return `${cause.name}${place ? ` ${place.trim()}` : ""}`;
}
