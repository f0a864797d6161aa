import { errorForStatus, readVendorResponse } from "@askonce/adapter-kit";
import { type AdapterContext, AskonceError, parseJson } from "@askonce/spec";
import * as z from "zod";
import { sendOnce } from "../graphql/send-once.ts";

/** Where the token of a request comes from. */
export interface AccessToken {
  get(context: AdapterContext): Promise<string>;
  /** The vendor refused this token: the next `get` asks for a new one, where that is possible. */
  forget(token: string): void;
  canRenew: boolean;
}

/** A token that was pasted into the configuration and does not expire. */
export function fixedToken(token: string): AccessToken {
  return { get: async () => token, forget: () => {}, canRenew: false };
}

/** A new token is asked for this long before the old one ends, in milliseconds. */
const renewEarlyMs = 5 * 60_000;

const answerSchema = z.object({ access_token: z.string().min(1), expires_in: z.number().positive().nullish() });

/**
 * The client credentials grant for a merchant's own app: one token for about 24 hours, asked for once however many calls wait for it.
 *
 * @see https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens/client-credentials-grant
 */
export function clientCredentialsToken(options: { origin: string; apiKey: string; apiSecret: string; timeoutMs: number }): AccessToken {
  let held: { token: string; renewAt: number } | null = null;
  let pending: Promise<string> | null = null;

  async function request(context: AdapterContext): Promise<string> {
    const response = await sendOnce(
      `${options.origin}/admin/oauth/access_token`,
      {
        method: "POST",
        headers: { "content-type": "application/json", accept: "application/json" },
        body: JSON.stringify({ client_id: options.apiKey, client_secret: options.apiSecret, grant_type: "client_credentials" }),
      },
      context,
      options.timeoutMs,
    );
    if (response.status === 400) throw new AskonceError("ADAPTER_UNAUTHORIZED", { details: { status: 400, step: "client_credentials" } });
    if (!response.ok) throw errorForStatus(response.status, response.headers, context.clock.now(), { step: "client_credentials" });
    const answer = readVendorResponse(answerSchema, readJson(await response.text()), "access token");
    // Answers without `expires_in` were seen; an hour is Shopify's shortest life of a token.
    const lifeMs = (answer.expires_in ?? 3600) * 1000;
    held = { token: answer.access_token, renewAt: context.clock.now() + Math.max(0, lifeMs - renewEarlyMs) };
    return answer.access_token;
  }

  return {
    async get(context) {
      if (held && context.clock.now() < held.renewAt) return held.token;
      // The one who gave up must not take the token away from those who wait with them: they ask again.
      for (;;) {
        const isOwn = pending === null;
        pending ??= request(context).finally(() => {
          pending = null;
        });
        try {
          return await pending;
        } catch (error) {
          context.signal.throwIfAborted();
          if (isOwn || AskonceError.is(error)) throw error;
        }
      }
    },
    forget(token) {
      if (held?.token === token) held = null;
    },
    canRenew: true,
  };
}

function readJson(text: string): unknown {
  try {
    return parseJson(text);
  } catch {
    throw new AskonceError("ADAPTER_BAD_RESPONSE", { message: "The answer to the token request is not JSON" });
  }
}
