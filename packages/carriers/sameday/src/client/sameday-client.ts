import { createHttp, createRateBudget, createTokenKeeper, requestJson, withRetry } from "@askonce/adapter-kit";
import { type AdapterContext, AskonceError, type JsonValue } from "@askonce/spec";
import type { SamedaySettings } from "../options.ts";
import { signIn } from "./sign-in.ts";
import { userAgent } from "./user-agent.ts";

export type SamedayQuery = Readonly<Record<string, string | number>>;

export interface GetOptions {
  /** Whether status 404 is `null` instead of a failure. */
  missingIsNull?: boolean;
  /** Whether an empty body is `null` instead of a failure. */
  emptyIsNull?: boolean;
}

/** The API as the rest of the adapter sees it. Every error is an AskonceError without address, keys or the courier's words. */
export interface SamedayClient {
  /** With the account's token; signs in when there is none. Tried up to three times when the network or the courier fails. */
  get(path: string, query: SamedayQuery, context: AdapterContext, options?: GetOptions): Promise<JsonValue>;
  /** Without credentials, once a second at most. */
  getPublic(path: string, query: SamedayQuery, context: AdapterContext): Promise<JsonValue>;
  /** Signs in anew, once, whatever token is held. */
  signIn(context: AdapterContext): Promise<void>;
}

export function createSamedayClient(settings: SamedaySettings): SamedayClient {
  const { ratePerSecond, timeoutMs, credentials, baseUrl } = settings;
  const budget = createRateBudget({ capacity: Math.max(1, ratePerSecond * 2), restorePerSecond: ratePerSecond });
  const publicBudget = createRateBudget({ capacity: 2, restorePerSecond: 1 });
  const signInNow = async (context: AdapterContext) => {
    if (credentials === null) {
      throw new AskonceError("ADAPTER_UNSUPPORTED", { message: "Without a username and a password, only public tracking works" });
    }
    await budget.spend(1, context);
    return await signIn(baseUrl, credentials, timeoutMs, context);
  };
  const tokens = createTokenKeeper({ fetchToken: signInNow });

  const send = (path: string, query: SamedayQuery, token: string | null, context: AdapterContext, options: GetOptions) => {
    const headers = { "user-agent": userAgent, accept: "application/json", ...(token === null ? {} : { "x-auth-token": token }) };
    const http = createHttp({ baseUrl, timeoutMs, headers }, context);
    const { missingIsNull = false, emptyIsNull = false } = options;
    return requestJson(async () => await http.get(path, { searchParams: { ...query } }), context, {
      emptyIsNull,
      timeoutMs,
      nullOn: missingIsNull ? [404] : [],
    });
  };

  const once = async (path: string, query: SamedayQuery, token: string | null, context: AdapterContext, options: GetOptions) => {
    const used = token === null ? publicBudget : budget;
    await used.spend(1, context);
    try {
      return await send(path, query, token, context, options);
    } catch (error) {
      // The courier says that nothing is left, whatever we counted.
      if (AskonceError.is(error, "ADAPTER_RATE_LIMITED")) used.correct(0, context.clock.now());
      throw error;
    }
  };

  return {
    get: (path, query, context, options = {}) =>
      withRetry(() => tokens.use(context, (token) => once(path, query, token, context, options)), context, { attempts: 3 }),
    getPublic: (path, query, context) =>
      withRetry(() => once(path, query, null, context, { missingIsNull: true }), context, { attempts: 2 }),
    signIn: async (context) => {
      await signInNow(context);
    },
  };
}
