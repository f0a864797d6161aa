import { type AdapterContext, AskonceError } from "@askonce/spec";

/** What a sign-in gave. */
export interface FetchedToken {
  token: string;
  /** Milliseconds since the epoch; `null` when the vendor does not say: it is then kept until it is refused. */
  expiresAtMs: number | null;
}

export interface TokenKeeperOptions {
  /** Signs in once. Its failures go to everybody who waits for it. */
  fetchToken(context: AdapterContext): Promise<FetchedToken>;
  /** How long before its end a token is renewed, in milliseconds. Default 60000. */
  renewBeforeMs?: number;
  /**
   * How long refused credentials are not tried again, in milliseconds, because vendors lock accounts after a few wrong passwords. Default
   * 60000.
   */
  refusedForMs?: number;
}

export interface TokenKeeper {
  /**
   * Calls with a token that is valid, signing in when there is none. A call that answers 401 or 403 drops the token and is made once more
   * with a new one, so it must be safe to repeat until it was let in.
   *
   * @throws what `call` or the sign-in throws
   */
  use<Result>(context: AdapterContext, call: (token: string) => Promise<Result>): Promise<Result>;
}

/** One token for all calls of an adapter: a single sign-in however many wait for it. */
export function createTokenKeeper({ fetchToken, renewBeforeMs = 60_000, refusedForMs = 60_000 }: TokenKeeperOptions): TokenKeeper {
  let held: FetchedToken | null = null;
  let signIn: Promise<FetchedToken> | null = null;
  let refused: { error: AskonceError; atMs: number } | null = null;

  const start = (context: AdapterContext): Promise<FetchedToken> => {
    const started = fetchToken(context).then(
      (fetched) => {
        held = fetched;
        refused = null;
        return fetched;
      },
      (error) => {
        if (isRefusal(error)) refused = { error, atMs: context.clock.now() };
        throw error;
      },
    );
    signIn = started.finally(() => {
      signIn = null;
    });
    return signIn;
  };

  const valid = async (context: AdapterContext): Promise<FetchedToken> => {
    for (;;) {
      context.signal.throwIfAborted();
      const now = context.clock.now();
      if (held && (held.expiresAtMs === null || now < held.expiresAtMs - renewBeforeMs)) return held;
      if (signIn === null) {
        if (refused && now - refused.atMs < refusedForMs) throw refused.error;
        return await waitFor(start(context), context.signal);
      }
      try {
        return await waitFor(signIn, context.signal);
      } catch (error) {
        // Whoever signed in may have hung up, which is no reason for those who wait to fail.
        if (AskonceError.is(error)) throw error;
      }
    }
  };

  return {
    async use(context, call) {
      const first = await valid(context);
      try {
        return await call(first.token);
      } catch (error) {
        if (!isRefusal(error)) throw error;
        // Another call may have renewed it already.
        if (held === first) held = null;
        return await call((await valid(context)).token);
      }
    },
  };
}

function isRefusal(error: unknown): error is AskonceError {
  return AskonceError.is(error, "ADAPTER_UNAUTHORIZED", "ADAPTER_FORBIDDEN");
}

/** The result of something shared, or the reason of one's own signal. */
function waitFor<Result>(shared: Promise<Result>, signal: AbortSignal): Promise<Result> {
  return new Promise((resolve, reject) => {
    const hangUp = () => reject(signal.reason);
    signal.addEventListener("abort", hangUp, { once: true });
    shared.then(resolve, reject).finally(() => signal.removeEventListener("abort", hangUp));
  });
}
