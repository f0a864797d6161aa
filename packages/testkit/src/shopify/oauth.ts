import type { TokenRegistry } from "./access-tokens.ts";

/** What the token endpoint needs to know. */
export interface OauthSettings {
  apiKey: string;
  apiSecret: string;
  /** Scopes of the tokens it hands out. */
  scopes: readonly string[];
  tokens: TokenRegistry;
}

/** Shopify says `expires_in: 86399` for a token of the client credentials grant. */
const lifeSeconds = 86_399;

/**
 * `POST /admin/oauth/access_token`. Only the client credentials grant is simulated; token exchange, refresh tokens and authorization
 * codes are refused by name, so that a test that needs them fails with the reason.
 */
export async function answerOauth(request: Request, settings: OauthSettings): Promise<Response> {
  if (request.method !== "POST") return Response.json({ errors: "Not Found" }, { status: 404 });
  const given = await readParameters(request);
  if (given.client_id !== settings.apiKey || given.client_secret !== settings.apiSecret) {
    return refuse("invalid_client", "The client id or the client secret is not valid.");
  }
  if (given.grant_type !== "client_credentials") {
    const asked = given.grant_type ?? "authorization_code";
    return refuse("unsupported_grant_type", `The Shopify simulator supports client_credentials only, not ${asked}.`);
  }
  return Response.json({
    access_token: settings.tokens.issue(settings.scopes, lifeSeconds * 1_000),
    scope: settings.scopes.join(","),
    expires_in: lifeSeconds,
  });
}

function refuse(error: string, description: string): Response {
  return Response.json({ error, error_description: description }, { status: 400 });
}

async function readParameters(request: Request): Promise<Readonly<Record<string, string | undefined>>> {
  const text = await request.text();
  if (request.headers.get("content-type")?.includes("json")) {
    try {
      const parsed: unknown = JSON.parse(text);
      return typeof parsed === "object" && parsed !== null ? (parsed as Record<string, string>) : {};
    } catch {
      return {};
    }
  }
  return Object.fromEntries(new URLSearchParams(text));
}
