import type { AdapterContext } from "@askonce/spec";
import { sendOnce } from "./send-once.ts";

/** A GraphQL request to one shop. */
export interface GraphqlPost {
  /** Scheme and host of the API; the library insists on https and the shop's domain, so this decides where the bytes go. */
  origin: string;
  /** The shop's domain, as the library wants to know it. */
  shopDomain: string;
  accessToken: string;
  apiVersion: string;
  timeoutMs: number;
  document: string;
  variables: Readonly<Record<string, unknown>>;
}

/** What came back, whatever it was. */
export interface GraphqlReply {
  status: number;
  headers: Headers;
  /** `false`: an HTML page, half a JSON text, nothing. */
  isReadable: boolean;
  data: unknown;
  errors: unknown;
  extensions: unknown;
}

/** Asks Shopify to say in `extensions.search` how it read a search, so that a part it dropped never goes unnoticed. */
const searchDebug = { "Shopify-Search-Query-Debug": "1" };

/**
 * Sends a request with Shopify's own client. This is the only file that knows `@shopify/shopify-api`.
 *
 * The library builds the request and reads the answer. It does not retry (it takes a `Retry-After` of 2 seconds for 2 milliseconds and
 * does not see throttling, which comes with status 200) and does not check webhooks (it wants the body as text, one secret, and a
 * process-wide request converter): those are ours.
 *
 * Its fetch is process-wide, too, but each client keeps the one that is set while it is made. So it is set, the client made, and the
 * old one put back, without an `await` between: two adapters never meet, and an app that uses the library itself is not disturbed.
 */
export async function postGraphql(post: GraphqlPost, context: Pick<AdapterContext, "fetch" | "signal">): Promise<GraphqlReply> {
  const [{ LogSeverity, Session, shopifyApi }, runtime] = await Promise.all([
    import("@shopify/shopify-api"),
    import("@shopify/shopify-api/runtime"),
  ]);
  let response: Response | null = null;
  let failure: { cause: unknown } | null = null;

  async function send(url: string | URL | Request, init: RequestInit = {}): Promise<Response> {
    try {
      const path = new URL(url instanceof Request ? url.url : url).pathname;
      response = await sendOnce(`${post.origin}${path}`, init, context, post.timeoutMs);
      return response;
    } catch (cause) {
      failure = { cause };
      throw cause;
    }
  }

  const { abstractFetch, abstractRuntimeString } = runtime;
  let client: {
    request: (document: string, options: { variables: Record<string, unknown>; headers: Record<string, string> }) => Promise<LibraryAnswer>;
  };
  try {
    runtime.setAbstractFetchFunc(send);
    runtime.setAbstractRuntimeString(() => "askonce");
    const library = shopifyApi({
      // Only the OAuth and webhook parts of the library use key, secret and host.
      apiKey: "askonce",
      apiSecretKey: "askonce",
      hostName: "askonce.invalid",
      isEmbeddedApp: false,
      apiVersion: post.apiVersion as Parameters<typeof shopifyApi>[0]["apiVersion"],
      userAgentPrefix: "askonce",
      logger: { level: LogSeverity.Error, log: () => {} },
      _logDisabledFutureFlags: false,
    });
    const session = new Session({ id: "askonce", shop: post.shopDomain, state: "", isOnline: false, accessToken: post.accessToken });
    client = new library.clients.Graphql({ session }).client as unknown as typeof client;
  } finally {
    runtime.setAbstractFetchFunc(abstractFetch);
    runtime.setAbstractRuntimeString(abstractRuntimeString);
  }

  const answer = await client.request(post.document, { variables: { ...post.variables }, headers: searchDebug });
  const failed = failure as { cause: unknown } | null;
  if (failed) throw failed.cause;
  const received = response as Response | null;
  const errors = answer.errors?.graphQLErrors;
  return {
    status: received?.status ?? 0,
    headers: received?.headers ?? new Headers(),
    isReadable: answer.data !== undefined || errors !== undefined,
    data: answer.data ?? null,
    errors: errors ?? [],
    extensions: answer.extensions,
  };
}

interface LibraryAnswer {
  data?: unknown;
  errors?: { graphQLErrors?: unknown };
  extensions?: unknown;
}
