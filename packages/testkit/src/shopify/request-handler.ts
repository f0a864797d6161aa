import type { TokenGrant, TokenRegistry } from "./access-tokens.ts";
import type { AppProfile } from "./app-profile.ts";
import type { Bucket } from "./bucket.ts";
import { bulkPathPrefix, runBulkQuery } from "./bulk-run.ts";
import type { ExecutionContext } from "./context.ts";
import { type AdminRequest, executeAdminRequest } from "./execute-admin.ts";
import { type Fault, type FaultQueue, failure, hang, htmlAnswer } from "./faults.ts";
import { type AdminVersion, adminVersions } from "./introspection.ts";
import { answerOauth } from "./oauth.ts";
import { adminAccessTable, adminSearchFields } from "./schema.ts";
import type { ShopChanges } from "./shop-changes.ts";
import { defaultScopes, type ShopifySimulatorOptions } from "./simulator-options.ts";
import type { SimulatorStore } from "./store.ts";
import type { WebhookQueue } from "./webhook-queue.ts";

/** The parts the request handler is put together from. */
export interface RequestHandlerParts {
  options: ShopifySimulatorOptions;
  store: SimulatorStore;
  changes: ShopChanges;
  webhooks: WebhookQueue;
  app: AppProfile;
  tokens: TokenRegistry;
  bucket: Bucket;
  faults: FaultQueue;
  version: AdminVersion;
  now: () => number;
}

const graphqlPath = /^\/admin\/api\/([\w-]+)\/graphql\.json$/;
const imagePath = /^\/images\/(.+)\.svg$/;

/** Routes requests by path. */
export function createRequestHandler(parts: RequestHandlerParts): { handle(request: Request): Promise<Response>; count(): number } {
  let count = 0;
  return {
    count: () => count,
    async handle(request) {
      count += 1;
      await parts.options.latency?.(request);
      const fault = parts.faults.next();
      if (fault?.kind === "status") return failure(fault.status, fault.retryAfter);
      if (fault?.kind === "html") return htmlAnswer();
      if (fault?.kind === "hang") return hang(request.signal);
      if (fault?.kind === "drop" && !fault.afterExecution) return Response.error();
      const response = await route(request, parts, fault);
      if (fault?.kind === "drop") return Response.error();
      return response;
    },
  };
}

async function route(request: Request, parts: RequestHandlerParts, fault: Fault | undefined): Promise<Response> {
  const { pathname } = new URL(request.url);
  const graphql = graphqlPath.exec(pathname);
  if (graphql) return answerGraphql(request, graphql[1] ?? "", parts, fault);
  if (pathname === "/admin/oauth/access_token") {
    return answerOauth(request, { ...parts.app, scopes: parts.options.scopes ?? defaultScopes, tokens: parts.tokens });
  }
  if (pathname.startsWith(bulkPathPrefix)) return answerBulkDownload(pathname, parts);
  const image = imagePath.exec(pathname);
  if (image && parts.options.productImage) {
    const svg = parts.options.productImage(decodeURIComponent(image[1] ?? ""));
    return new Response(svg, { headers: { "Content-Type": "image/svg+xml" } });
  }
  return Response.json({ errors: "Not Found" }, { status: 404 });
}

async function answerGraphql(request: Request, asked: string, parts: RequestHandlerParts, fault: Fault | undefined): Promise<Response> {
  const version = servedVersion(asked, parts.version);
  if (!version) return Response.json({ errors: "Not Found" }, { status: 404 });
  if (request.method !== "POST") return new Response(null, { status: 405, headers: { Allow: "POST" } });
  const headers = { "X-Shopify-API-Version": version };
  const grant = parts.tokens.find(request.headers.get("X-Shopify-Access-Token") ?? "");
  if (!grant) {
    const errors = "[API] Invalid API key or access token (unrecognized login or wrong password)";
    return Response.json({ errors }, { status: 401, headers });
  }
  const body = await readBody(request);
  if (!body) return Response.json({ errors: { query: "Required parameter missing or invalid" } }, { status: 400, headers });

  const context = newContext(request, version, grant, parts);
  const answer = await executeAdminRequest(body, context, {
    bucket: parts.bucket,
    throttled: fault?.kind === "throttle",
    withSearch: request.headers.get("Shopify-Search-Query-Debug") === "1",
  });
  return Response.json(answer, { headers });
}

/** An old version falls forward to the oldest that is still served; a future or malformed one does not exist. */
function servedVersion(asked: string, newest: AdminVersion): AdminVersion | undefined {
  if (asked === "unstable") return newest;
  if (!/^\d{4}-(01|04|07|10)$/.test(asked) || asked > newest) return undefined;
  return adminVersions.find((version) => version >= asked);
}

function newContext(request: Request, version: AdminVersion, grant: TokenGrant, parts: RequestHandlerParts): ExecutionContext {
  const context: ExecutionContext = {
    store: parts.store,
    changes: parts.changes,
    version,
    access: adminAccessTable(version),
    searchFields: adminSearchFields(version),
    app: parts.app,
    scopes: grant.scopes,
    now: parts.now(),
    origin: new URL(request.url).origin,
    unpaged: false,
    searchReports: [],
    async startBulkOperation(query) {
      const record = await runBulkQuery(query, context, parts.options.bulkDurationMs ?? 0);
      if ("problem" in record) return record;
      parts.webhooks.announce("bulk_operations/finish", { bulkOperation: record });
      return { id: record.id };
    },
  };
  return context;
}

function answerBulkDownload(pathname: string, parts: RequestHandlerParts): Response {
  const id = pathname.slice(bulkPathPrefix.length).replace(/\.jsonl$/, "");
  const record = parts.store.bulkOperations.get(id);
  if (!record?.url || parts.now() < record.finishesAt) return new Response("Not Found", { status: 404 });
  return new Response(record.content, { headers: { "Content-Type": "application/jsonl" } });
}

async function readBody(request: Request): Promise<AdminRequest | undefined> {
  const text = await request.text();
  if (request.headers.get("content-type")?.includes("application/graphql")) return { query: text, variables: {}, operationName: null };
  try {
    const parsed = JSON.parse(text) as { query?: unknown; variables?: unknown; operationName?: unknown } | null;
    if (typeof parsed?.query !== "string" || parsed.query.trim() === "") return undefined;
    const variables =
      typeof parsed.variables === "object" && parsed.variables !== null ? (parsed.variables as Record<string, unknown>) : {};
    return { query: parsed.query, variables, operationName: typeof parsed.operationName === "string" ? parsed.operationName : null };
  } catch {
    return undefined;
  }
}
