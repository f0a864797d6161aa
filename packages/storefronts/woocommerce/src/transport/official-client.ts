import imported from "@woocommerce/woocommerce-rest-api";
import type { WooRequest, WooResponse, WooTransport } from "./woo-transport.ts";

export interface OfficialClientOptions {
  /** Without a slash at the end. Its scheme decides between OAuth 1.0a (`http:`) and keys (`https:`). */
  url: string;
  consumerKey: string;
  consumerSecret: string;
  auth: "auto" | "basic" | "query" | "oauth1";
}

/** The few properties of an axios request that the official client sets. */
interface OutgoingRequest {
  url: string;
  method: string;
  headers?: object;
  params?: Readonly<Record<string, unknown>>;
  auth?: { username: string; password: string };
  data?: string;
}
interface IncomingResponse {
  data: string;
  status: number;
  statusText: string;
  headers: Headers;
  config: unknown;
}

interface RestClient {
  get(path: string, query: object): Promise<IncomingResponse>;
  delete(path: string, query: object): Promise<IncomingResponse>;
  post(path: string, body: unknown, query: object): Promise<IncomingResponse>;
  put(path: string, body: unknown, query: object): Promise<IncomingResponse>;
}
type RestClientClass = new (options: Record<string, unknown>) => RestClient;

/**
 * The package is CommonJS with its class in `default`, and has no `exports`: in Node's ESM the default import is the module object,
 * through a bundler it is the class. https://github.com/woocommerce/woocommerce-rest-api-js-lib/issues/66
 */
const Client = unwrapDefault(imported) as RestClientClass;

function unwrapDefault(module: unknown): unknown {
  return typeof module === "object" && module !== null && "default" in module ? unwrapDefault(module.default) : module;
}

/**
 * A transport on WooCommerce's own client. Its axios never touches the network itself: an adapter function hands every request to the
 * context's `fetch`, with redirects off and the text as it came.
 */
export function createOfficialClient(options: OfficialClientOptions): WooTransport {
  let inQuery = options.auth === "query";
  let headerWorks = false;

  const sendWith = async (request: WooRequest, queryStringAuth: boolean): Promise<WooResponse> => {
    const client = new Client({
      url: options.url,
      consumerKey: options.consumerKey,
      consumerSecret: options.consumerSecret,
      version: request.namespace,
      queryStringAuth,
      axiosConfig: {
        maxRedirects: 0,
        validateStatus: () => true,
        transformRequest: (data: unknown) => data,
        transformResponse: (data: unknown) => data,
        adapter: (outgoing: OutgoingRequest) => sendThroughFetch(outgoing, request),
      },
    });
    // An undefined value would be signed and sent as the word "undefined" over http.
    const query = Object.fromEntries(Object.entries(request.query).filter(([, value]) => value !== undefined));
    const { status, headers, data } = await callClient(client, request, query);
    return { status, headers, text: data };
  };

  return {
    async send(request) {
      const response = await sendWith(request, inQuery);
      if (response.status !== 401) headerWorks = true;
      const mayFallBack = options.auth === "auto" && options.url.startsWith("https:") && !inQuery && !headerWorks;
      if (!mayFallBack || !isStranger(response)) return response;
      // Some hosts drop the Authorization header; WooCommerce then sees a stranger, exactly as with an unknown key.
      const second = await sendWith(request, true);
      if (second.status === 401) return response;
      inQuery = true;
      return second;
    },
  };
}

function callClient(client: RestClient, request: WooRequest, query: object): Promise<IncomingResponse> {
  if (request.method === "POST") return client.post(request.path, request.body, query);
  if (request.method === "PUT") return client.put(request.path, request.body, query);
  if (request.method === "DELETE") return client.delete(request.path, query);
  return client.get(request.path, query);
}

function isStranger({ status, text }: WooResponse): boolean {
  return status === 401 && /"woocommerce_rest_cannot_\w+"/.test(text.slice(0, 2000));
}

/** What axios calls an adapter, cut down to what this client needs. */
async function sendThroughFetch(outgoing: OutgoingRequest, request: WooRequest): Promise<IncomingResponse> {
  const url = new URL(outgoing.url);
  // Over http the client puts every parameter both into the URL and beside it; `set` keeps one.
  for (const [name, value] of Object.entries(outgoing.params ?? {})) url.searchParams.set(name, String(value));
  const headers = new Headers();
  for (const [name, value] of Object.entries({ ...outgoing.headers })) if (typeof value === "string") headers.set(name, value);
  if (outgoing.auth) headers.set("authorization", `Basic ${toBase64(`${outgoing.auth.username}:${outgoing.auth.password}`)}`);
  const response = await request.fetch(url, {
    method: outgoing.method.toUpperCase(),
    headers,
    redirect: "manual",
    signal: request.signal,
    ...(outgoing.data === undefined ? {} : { body: outgoing.data }),
  });
  return {
    data: await response.text(),
    status: response.status,
    statusText: response.statusText,
    headers: response.headers,
    config: outgoing,
  };
}

function toBase64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
