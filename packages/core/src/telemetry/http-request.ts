import { type Attributes, context, propagation, SpanKind, SpanStatusCode, type TextMapGetter, trace } from "@opentelemetry/api";
import { routeTemplate } from "./route-template.ts";
import type { Signals } from "./signals.ts";

/** A request, and what becomes known of it while it is worked on. */
export interface HttpExchange {
  request: Request;
  /** Where the API is mounted, for example `/support/api/v1`. */
  prefix: string;
  /** The code of the error that it was answered with. */
  errorCode: string | null;
  requestId: string | null;
}

const knownMethods = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);

const headersGetter: TextMapGetter<Headers> = {
  keys: (headers) => [...headers.keys()],
  get: (headers, name) => headers.get(name) ?? undefined,
};

/**
 * A request by the conventions (https://opentelemetry.io/docs/specs/semconv/http/http-spans/), but without its path, query and client
 * address: a path holds ids, and the rest may be personal.
 */
export async function observeRequest(signals: Signals, exchange: HttpExchange, work: () => Promise<Response>): Promise<Response> {
  const tracer = signals.tracer();
  const instruments = signals.instruments();
  if (!tracer && !instruments) return work();
  const startedAt = performance.now();
  const { request, prefix } = exchange;
  const url = new URL(request.url);
  const method = knownMethods.has(request.method) ? request.method : "_OTHER";
  const template = url.pathname.startsWith(`${prefix}/`) ? routeTemplate(url.pathname.slice(prefix.length)) : null;
  const attributes: Attributes = {
    "http.request.method": method,
    "url.scheme": url.protocol === "https:" ? "https" : "http",
    ...(template === null ? {} : { "http.route": `${prefix}${template}` }),
  };
  const active = signals.active();
  // Where the server in front is observed already, its span is the one that came from outside.
  const isInside = trace.getSpan(active) !== undefined;
  const parent = isInside ? active : propagation.extract(active, request.headers, headersGetter);
  const name = `${method === "_OTHER" ? "HTTP" : method}${template === null ? "" : ` ${prefix}${template}`}`;
  const span =
    tracer?.startSpan(
      name,
      { kind: isInside ? SpanKind.INTERNAL : SpanKind.SERVER, attributes: { ...attributes, ...signals.common } },
      parent,
    ) ?? null;
  const end = (status: number) => {
    const ending: Attributes = {
      "http.response.status_code": status,
      ...(exchange.errorCode === null ? {} : { "error.type": exchange.errorCode }),
    };
    instruments?.record("http.server.request.duration", (performance.now() - startedAt) / 1000, { ...attributes, ...ending });
    span?.setAttributes(exchange.requestId === null ? ending : { ...ending, "askonce.request.id": exchange.requestId });
    if (status >= 500) span?.setStatus({ code: SpanStatusCode.ERROR });
    span?.end();
  };
  try {
    const response = await (span ? context.with(trace.setSpan(parent, span), work) : work());
    end(response.status);
    return response;
  } catch (error) {
    end(500);
    throw error;
  }
}
