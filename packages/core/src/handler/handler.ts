import { AskonceError, type Authenticate, parseJson, photoSubjectSchema, supportedLanguages } from "@askonce/spec";
import { apiPrefix } from "@askonce/spec/contract";
import { OpenAPIHandler } from "@orpc/openapi/fetch";
import { ORPCError } from "@orpc/server";
import * as z from "zod";
import { webhookSource } from "../inbox/receive-webhook.ts";
import { fileResponse } from "../photos/file-response.ts";
import { createInFlight } from "../platform/in-flight.ts";
import type { Services } from "../services.ts";
import type { HttpExchange } from "../telemetry/http-request.ts";
import { allowedMethods } from "./allowed-methods.ts";
import { authenticateAgent, authenticateCustomer } from "./authenticate-request.ts";
import { fromOrpcError } from "./from-orpc-error.ts";
import { createOpenApiDocument } from "./openapi-document.ts";
import { problemResponse, toAskonceError } from "./problem-response.ts";
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

export interface RequestHandler {
  handle: Handler;
  /** Resolves when no request is being worked on any more. */
  settled(): Promise<void>;
}

/** A phone's photo; what is larger is refused before it is read. */
const mostPhotoBytes = 10_000_000;

/** One `Request` to one `Response`, for any server: the API below `/api/v1`, its OpenAPI document, and the storefronts' webhooks. */
export function createHandler(services: Services, options: HandlerOptions): RequestHandler {
  const basePath = (options.basePath ?? "").replace(/^\/*(?=[^/])/, "/").replace(/\/+$/, "");
  const prefix = `${basePath}${apiPrefix}` as `/${string}`;
  const { platform, storefronts } = services;
  const inFlight = createInFlight();
  const api = new OpenAPIHandler<RequestContext>(createRouter(services), {
    eventIteratorKeepAliveInterval: 15_000,
    interceptors: [
      async ({ next, context }) => {
        try {
          return await next();
        } catch (thrown) {
          // The answer is made of what failed, below: an oRPC error carries neither headers nor our body.
          context.failure ??= fromOrpcError(thrown);
          throw thrown instanceof ORPCError ? thrown : new ORPCError("INTERNAL_SERVER_ERROR");
        }
      },
    ],
  });
  let openApi: Promise<string> | null = null;

  const receive = async (request: Request, adapterId: string): Promise<Response> => {
    if (request.method !== "POST") return notAllowed(["POST"]);
    const source = webhookSource(adapterId, storefronts, services.carriers);
    const body = await readBody(request);
    await services.prepared();
    await services.receiver.receive(source, { method: request.method, url: request.url, headers: request.headers, body });
    return Response.json({ received: true }, { status: 200 });
  };

  const addPhoto = async (request: Request, token: string): Promise<Response> => {
    if (request.method !== "POST") return notAllowed(["POST"]);
    const shows = photoSubjectSchema.safeParse(new URL(request.url).searchParams.get("shows") ?? "other");
    if (!shows.success) throw new AskonceError("VALIDATION_FAILED", { details: { issues: [{ path: "shows", message: "unknown" }] } });
    const bytes = await readBody(request, mostPhotoBytes);
    await services.prepared();
    return Response.json(await services.photos.add(token, shows.data, bytes), { status: 201, headers: { "cache-control": "no-store" } });
  };

  const openFile = async (request: Request): Promise<Response> => {
    if (request.method !== "GET") return notAllowed(["GET", "HEAD"]);
    const { files } = services;
    const key = files?.openLink?.(request.url, platform.clock.now()) ?? null;
    const file = key === null ? null : await files?.get(key);
    if (!file) throw new AskonceError("FILE_NOT_FOUND");
    return fileResponse({ ...file, bytes: new Uint8Array(file.bytes) });
  };

  const claimPdf = async (request: Request, incidentId: string): Promise<Response> => {
    if (request.method !== "GET") return notAllowed(["GET", "HEAD"]);
    await services.prepared();
    const caller = await authenticateAgent(request, services.agents, options.authenticate);
    const { claimDocument } = services;
    if (claimDocument === null)
      throw new AskonceError("ADAPTER_UNSUPPORTED", { message: "No document can be made without the option claimDocument" });
    const language = z
      .enum(supportedLanguages)
      .optional()
      .catch(undefined)
      .parse(new URL(request.url).searchParams.get("language") ?? undefined);
    const bytes = await claimDocument(await services.claims.packet(incidentId, language, caller));
    return fileResponse({ bytes: new Uint8Array(bytes), contentType: "application/pdf", fileName: `claim-${incidentId}.pdf` });
  };

  const describeApi = async (request: Request): Promise<Response> => {
    if (request.method !== "GET") return notAllowed(["GET", "HEAD"]);
    openApi ??= createOpenApiDocument(prefix, services.version).then((document) => JSON.stringify(document));
    return new Response(await openApi, { headers: { "content-type": "application/json", "cache-control": "public, max-age=300" } });
  };

  const handle = async (request: Request, info: RequestInfo, requestId: string): Promise<Response> => {
    const { pathname } = new URL(request.url);
    if (!pathname.startsWith(`${prefix}/`)) throw new AskonceError("NOT_FOUND");
    const path = pathname.slice(prefix.length);
    const webhook = /^\/webhooks\/([a-z0-9-]{1,60})$/.exec(path);
    if (webhook) return receive(request, webhook[1] ?? "");
    if (path === "/openapi.json") return describeApi(request);
    const upload = /^\/problem-photos\/([A-Za-z0-9_-]{1,100})$/.exec(path);
    if (upload) return addPhoto(request, upload[1] ?? "");
    if (path.startsWith("/files/")) return openFile(request);
    const claim = /^\/incidents\/([A-Za-z0-9_-]{1,64})\/claim\.pdf$/.exec(path);
    if (claim) return claimPdf(request, claim[1] ?? "");
    const methods = allowedMethods(path);
    if (methods.length === 0) throw new AskonceError("NOT_FOUND");
    if (!methods.includes(request.method)) return notAllowed(methods, request.method);

    const checked = await withCheckedBody(request);
    // Whoever asks how things are is not kept waiting by them.
    if (!/^\/health(?:\/|$)/.test(path)) await services.prepared();
    const context: RequestContext = {
      requestId,
      clientAddress: info.clientAddress ?? null,
      signal: request.signal,
      agent: () => authenticateAgent(checked, services.agents, options.authenticate),
      customer: () => authenticateCustomer(checked, services),
      failure: null,
    };
    const result = await api.handle(checked, { prefix, context });
    if (context.failure) throw context.failure;
    if (!result.matched) throw new AskonceError("NOT_FOUND");
    const { response } = result;
    if (!response.headers.has("cache-control")) response.headers.set("cache-control", "no-store");
    return response;
  };

  const answer = async (request: Request, info: RequestInfo, exchange: HttpExchange): Promise<Response> => {
    const requestId = platform.createId("req");
    exchange.requestId = requestId;
    const isHead = request.method === "HEAD";
    let response: Response;
    try {
      if (services.stopSignal.aborted) throw new AskonceError("STOPPED");
      response = await handle(
        isHead ? new Request(request.url, { headers: request.headers, signal: request.signal }) : request,
        info,
        requestId,
      );
    } catch (thrown) {
      const error = toAskonceError(thrown);
      exchange.errorCode = error.code;
      // A client that left in the middle of its request is not our failure.
      if (error.code === "INTERNAL" && !request.signal.aborted)
        platform.logger.error("A request failed", { requestId, error: describe(error.cause) });
      response = problemResponse(error, requestId);
    }
    if (response.status === 405) exchange.errorCode = "METHOD_NOT_ALLOWED";
    if (response.status === 405) response = withAllow(problemResponse(new AskonceError("METHOD_NOT_ALLOWED"), requestId), response);
    response.headers.set("x-request-id", requestId);
    if (isOpenToPages(request, prefix)) openToPages(response);
    return isHead ? withoutBody(response) : response;
  };

  return {
    handle(request, info = {}) {
      const exchange: HttpExchange = { request, prefix, errorCode: null, requestId: null };
      return inFlight.track(platform.telemetry.request(exchange, () => answer(request, info, exchange)));
    },
    settled: inFlight.settled,
  };
}

/** A packet is its own credential and is read by pages of other systems; everything else is for pages of the same origin. */
function isOpenToPages(request: Request, prefix: string): boolean {
  return new URL(request.url).pathname === `${prefix}/packets/read`;
}

/** Without credentials: a page of another origin can send no cookie and no token of this one. */
function openToPages(response: Response): void {
  response.headers.set("access-control-allow-origin", "*");
  response.headers.set("access-control-allow-methods", "POST");
  response.headers.set("access-control-allow-headers", "content-type");
}

function notAllowed(methods: readonly string[], method?: string): Response {
  return new Response(null, { status: method === "OPTIONS" ? 204 : 405, headers: { allow: methods.join(", ") } });
}

function withAllow(problem: Response, from: Response): Response {
  problem.headers.set("allow", from.headers.get("allow") ?? "");
  return problem;
}

async function withoutBody(response: Response): Promise<Response> {
  // An event stream would otherwise go on for nobody.
  await response.body?.cancel();
  return new Response(null, { status: response.status, headers: response.headers });
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
  return new Request(request.url, {
    method: request.method,
    headers,
    signal: request.signal,
    ...(body.byteLength > 0 ? { body: body as Uint8Array<ArrayBuffer> } : {}),
  });
}

/** The kind of a failure and where it happened, for the log: never its message, which may quote what a customer wrote. */
function describe(cause: unknown): string {
  if (!(cause instanceof Error)) return typeof cause;
  // The stack begins with the message, which may itself have lines that look like places.
  const places = cause.stack?.split(cause.message).at(-1)?.split("\n") ?? [];
  const place = places.find((line) => /^\s+at /.test(line));
  return `${cause.name}${place ? ` ${place.trim()}` : ""}`;
}
